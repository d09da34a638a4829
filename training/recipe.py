"""Trains, assembles and measures the language model: `python -m training.recipe --corpora DIR --out DIR`."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import newswire, vectors
from training.assemble import assemble
from training.augment import augmented, draw_known, draw_made_up, pool
from training.conllu import Paragraph, paragraphs, pieces
from training.corpora import files
from training.entities import name_doc
from training.evaluate import evaluate
from training.lemmas import Triple
from training.lines import Line
from training.persons import stock, with_persons
from training.train import train
from training.trees import in_split, splits, tree_doc, with_headlines

VERSION = "1.0.0"
PIECE = 60  # words; the parser's oracle takes time that grows with the square of a text's length
HEADLINES = 0.08  # of the shorter sentences, as copies
PERSONS = 0.6  # of the pieces with full names, as copies with others
SEED = 17


@dataclass(frozen=True, slots=True)
class Round:
    """One training run; it goes on from the round before it, the first one from nothing."""

    config: str
    data: str
    dropout: float


PARSER_ROUNDS = (
    Round("parser", "trees", 0.1),
    Round("parser-more", "trees", 0.1),  # a third round: +0.3 on dev, -0.2 on test
)
NER_ROUNDS = (
    Round("ner", "names-known", 0.1),
    Round("ner-more", "names-made-up", 0.25),
    Round("ner-more", "names-more-made-up", 0.25),
)


@dataclass(frozen=True, slots=True)
class Work:
    """Where the corpora are read from, where what is made on the way lies, and where the pipeline goes."""

    corpora: Path
    made: Path
    out: Path


def main() -> None:
    """Run the steps in order; a step whose outcome lies in `--work` already is not done again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, archives or unpacked")
    parser.add_argument("--out", type=Path, required=True, help="folder the pipeline is written to")
    parser.add_argument("--work", type=Path, default=Path("build/model"), help="folder for what is made on the way")
    parser.add_argument("--figures", type=Path, help="file the figures are written to as JSON")
    options = parser.parse_args()
    nlp = make(Work(options.corpora, options.work, options.out))
    figures = json.dumps(evaluate(nlp, options.corpora), indent=1)
    print(figures)
    if options.figures:
        options.figures.write_text(figures + "\n", encoding="utf-8")


def make(work: Work) -> Language:
    """Convert, train vectors, parser and names, and assemble the pipeline."""
    work.made.mkdir(parents=True, exist_ok=True)
    for name, docs in training_data(work.corpora).items():
        once(work.made / f"{name}.spacy", partial(write_docs, docs))
    once(work.made / "tokens.txt", lambda path: vectors.write_tokens(raw_texts(work.corpora), path))
    once(work.made / "floret", lambda path: vectors.train(work.made / "tokens.txt", path))
    once(work.made / "vectors", lambda path: vectors.pack(work.made / "floret", path))
    parser = in_rounds(work, PARSER_ROUNDS, "trees-dev")
    names = in_rounds(work, NER_ROUNDS, "names-dev")
    return assemble(parser, names, triples(work.corpora), work.out, VERSION)


def in_rounds(work: Work, rounds: Iterable[Round], dev: str) -> Path:
    """Train round after round and return the best pipeline of the last."""
    paths = {"dev": work.made / f"{dev}.spacy", "vectors": work.made / "vectors"}
    for number, turn in enumerate(rounds, start=1):
        paths["train"] = work.made / f"{turn.data}.spacy"
        out = work.made / f"{dev.removesuffix('-dev')}-round-{number}"
        once(out, partial(train, turn.config, dict(paths), dropout=turn.dropout))
        paths["start"] = out / "model-best"
    return paths["start"]


def once(path: Path, step: Callable[[Path], object]) -> None:
    """Do `step`, which writes to the path it is given, unless `path` is there; an unfinished step leaves no `path`."""
    if not path.exists():
        unfinished = path.with_name(f"{path.name}.unfinished")
        print(f"{path.name} ...", flush=True)
        step(unfinished)
        unfinished.rename(path)


def training_data(corpora: Path) -> dict[str, Callable[[], Iterable[Doc]]]:
    """Return, by the name of its file, how each set of documents to train on or to choose by is made."""
    lines = partial(name_lines, corpora, "train")

    def known() -> Iterable[Doc]:
        return name_docs(augmented(lines(), 2, pool(lines(), lettered=True), draw_known, SEED))

    def made_up(copies: float, seed: int) -> Iterable[Doc]:
        return name_docs(augmented(lines(), copies, pool(lines(), lettered=False), draw_made_up, seed))

    return {
        "trees": partial(tree_docs, corpora, "train"),
        "trees-dev": partial(tree_docs, corpora, "dev"),
        "names-known": known,
        "names-made-up": partial(made_up, 0.6, SEED),
        "names-more-made-up": partial(made_up, 2, SEED + 1),
        "names-dev": lambda: name_docs(name_lines(corpora, "dev")),
    }


def treebanks(corpora: Path, split: str) -> list[str]:
    """Return the text of the treebank files of `split`: English EWT, and GUM's but for dev."""
    ewt = [text for _, text in files(corpora, "ewt", f"{split}.conllu")]
    gum = dict(files(corpora, "gum", ".conllu"))
    table = splits("".join(text for _, text in files(corpora, "gum", "splits.md")))
    return ewt if split == "dev" else ewt + [gum[name] for name in in_split(gum, table, split)]


def trees(corpora: Path, split: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a split as they are."""
    return (paragraph for text in treebanks(corpora, split) for paragraph in paragraphs(text))


def tree_docs(corpora: Path, split: str) -> Iterator[Doc]:
    """Yield the paragraphs of a split as documents; those to train on in pieces, with headlines made of some."""
    vocab = spacy.blank("en").vocab
    told = trees(corpora, split)
    if split == "train":
        short = (piece for paragraph in told for piece in pieces(paragraph, PIECE))
        renamed = with_persons(short, stock(name_lines(corpora, "train")), PERSONS, SEED)
        told = with_headlines(renamed, HEADLINES, SEED)
    return (tree_doc(vocab, paragraph) for paragraph in told)


def triples(corpora: Path) -> Iterator[Triple]:
    """Yield form, part of speech and lemma of each word to train on."""
    for paragraph in trees(corpora, "train"):
        for sentence in paragraph:
            for word in sentence:
                yield word.form, word.pos, word.lemma


def name_lines(corpora: Path, split: str) -> list[Line]:
    """Return the paragraphs of the newswire articles of a split, as they are."""
    articles = files(corpora, "newswire", ".tsv")
    return [line for name, text in articles if newswire.split(name) == split for line in newswire.lines(text)]


def name_docs(lines: Iterable[Line]) -> Iterator[Doc]:
    """Yield lines with names as documents."""
    nlp = spacy.blank("en")
    return (name_doc(nlp, line) for line in lines)


def raw_texts(corpora: Path) -> Iterator[str]:
    """Yield the text the vectors are trained on: nothing of EWT and newswire that is tested on, but all of GUM."""
    for _, text in files(corpora, "tehran-times", ".txt"):
        yield text
    for line in name_lines(corpora, "train"):
        yield "".join(word + " " * space for word, space in zip(line.words, line.spaces, strict=True))
    for _, text in (*files(corpora, "ewt", "train.conllu"), *files(corpora, "gum", ".conllu")):
        for paragraph in paragraphs(text):
            yield "".join(word.form + " " * word.space for sentence in paragraph for word in sentence)


def write_docs(docs: Callable[[], Iterable[Doc]], path: Path) -> None:
    """Make documents and write them in spaCy's format for training."""
    DocBin(docs=docs(), store_user_data=False).to_disk(path)


if __name__ == "__main__":
    main()
