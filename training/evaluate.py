"""Measures a pipeline on raw text: trees, names and speed."""

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from kg.annotate.agreement import agreed, name_words
from training import newswire, uner
from training.characters import plain
from training.conllu import paragraphs
from training.corpora import files
from training.entities import name_doc
from training.lines import Line
from training.trees import in_split, splits, tree_doc

Figures = dict[str, Any]
_TREE_KEYS = ("token_acc", "tag_acc", "pos_acc", "lemma_acc", "sents_f", "dep_uas", "dep_las")
_RELATIONS = ("nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "obl", "parataxis", "appos", "flat", "conj")


def evaluate(nlp: Language, corpora: Path, articles: int = 300) -> Figures:
    """Return the figures of `nlp` on the test parts of the corpora, and its speed on `articles` articles."""
    gum = dict(files(corpora, "gum", ".conllu"))
    table = splits("".join(text for _, text in files(corpora, "gum", "splits.md")))
    ewt = [text for _, text in files(corpora, "ewt", "test.conllu")]
    wire = [text for name, text in files(corpora, "newswire", ".tsv") if newswire.split(name) == "test"]
    web = [text for _, text in files(corpora, "uner", "test.iob2")]
    raw = [text for _, text in files(corpora, "tehran-times", ".txt")][::97][:articles]
    return {
        "EWT-test": tree_figures(nlp, ewt),
        "GUM-test": tree_figures(nlp, [gum[name] for name in in_split(gum, table, "test")]),
        "newswire, a tenth": name_figures(nlp, (line for text in wire for line in newswire.lines(text))),
        "newswire, a tenth, by article": article_figures(nlp, (newswire.lines(text) for text in wire)),
        "UNER EWT-test": name_figures(nlp, (line for text in web for line in uner.lines(text)), uner.LABELS.values()),
        "speed": speed(nlp, raw),
    }


def tree_figures(nlp: Language, treebank: Iterable[str]) -> Figures:
    """Return scores on whole paragraphs of raw text; relations leave punctuation out."""
    gold = [tree_doc(nlp.vocab, paragraph) for text in treebank for paragraph in paragraphs(text)]
    scores = _score(nlp, gold)
    relations = scores["dep_las_per_type"]
    return {
        **{key: round(scores[key], 4) for key in _TREE_KEYS if key in scores},
        "relations": {name: round(relations[name]["f"], 3) for name in _RELATIONS if name in relations},
    }


def name_figures(nlp: Language, lines: Iterable[Line], labels: Iterable[str] = ()) -> Figures:
    """Return precision, recall and F1 for each label of names, each line read alone; over `labels` only where given."""
    gold = [name_doc(nlp, line) for line in lines]
    kept = set(labels)
    guessed = list(nlp.pipe(doc.text for doc in gold))
    for doc in guessed:
        doc.set_ents([name for name in doc.ents if not kept or name.label_ in kept])
    return _name_scores(nlp, guessed, gold)


def article_figures(nlp: Language, articles: Iterable[Iterable[Line]]) -> Figures:
    """Return the same once the names of each article agree, as they do where Parley reads a document."""
    gold = [[name_doc(nlp, line) for line in article] for article in articles]
    guessed = [list(nlp.pipe(doc.text for doc in article)) for article in gold]
    for article in guessed:
        labels = iter(agreed([(name_words(word.text for word in name), name.label_) for name in _names(article)]))
        for doc in article:
            doc.set_ents([Span(doc, name.start, name.end, next(labels)) for name in doc.ents])
    return _name_scores(nlp, list(chain(*guessed)), list(chain(*gold)))


def _names(docs: Iterable[Doc]) -> Iterator[Span]:
    return (name for doc in docs for name in doc.ents)


def _name_scores(nlp: Language, guessed: list[Doc], gold: list[Doc]) -> Figures:
    scores = Scorer(nlp).score([Example(guess, right) for guess, right in zip(guessed, gold, strict=True)])
    kinds = {"all": {key: scores[f"ents_{key}"] for key in "prf"}, **scores["ents_per_type"]}
    return {kind: {key: round(found[key], 3) for key in "prf"} for kind, found in sorted(kinds.items())}


def speed(nlp: Language, texts: list[str]) -> Figures:
    """Return how many tokens a second the pipeline does on one core."""
    pieces = [plain(text[at : at + 600]) for text in texts for at in range(0, min(len(text), 6000), 600)]
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(pieces))
    return {"tokens": tokens, "tokens_per_cpu_second": round(tokens / (time.process_time() - start))}


def _score(nlp: Language, gold: list[Doc]) -> dict[str, Any]:
    guessed = nlp.pipe(doc.text for doc in gold)
    return Scorer(nlp).score([Example(guess, right) for guess, right in zip(guessed, gold, strict=True)])


def main() -> None:
    """Print the figures of a pipeline as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, archives or unpacked")
    parser.add_argument("--model", required=True, help="folder or package name of a spaCy pipeline")
    options = parser.parse_args()
    print(json.dumps(evaluate(spacy.load(options.model), options.corpora), indent=1))


if __name__ == "__main__":
    main()
