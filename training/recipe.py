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
KNOWN_COPIES = 2  # of each line with names, names swapped for others of the training lines
MADE_UP_COPIES = 0.6  # of the lines with names, names swapped for made-up ones, in the second round
PIECE = 60  # words; the parser's oracle takes time that grows with the square of a text's length
HEADLINES = 0.08  # of the shorter sentences, as copies
PERSONS = 0.6  # of the pieces with full names, as copies with others
SEED = 17


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
    once(work.made / "trees-train.spacy", lambda path: write_docs(tree_docs(work.corpora, "train"), path))
    once(work.made / "trees-dev.spacy", lambda path: write_docs(tree_docs(work.corpora, "dev"), path))
    once(work.made / "names-train.spacy", lambda path: write_docs(name_docs(with_known(work.corpora)), path))
    once(work.made / "names-more-train.spacy", lambda path: write_docs(name_docs(with_made_up(work.corpora)), path))
    once(work.made / "names-dev.spacy", lambda path: write_docs(name_docs(name_lines(work.corpora, "dev")), path))
    once(work.made / "tokens.txt", lambda path: vectors.write_tokens(raw_texts(work.corpora), path))
    once(work.made / "floret", lambda path: vectors.train(work.made / "tokens.txt", path))
    once(work.made / "vectors", lambda path: vectors.pack(work.made / "floret", path))
    trees_files = {"train": work.made / "trees-train.spacy", "dev": work.made / "trees-dev.spacy"}
    names_files = {"train": work.made / "names-train.spacy", "dev": work.made / "names-dev.spacy"}
    parser = two_rounds(work, "parser", trees_files, trees_files["train"])
    names = two_rounds(work, "ner", names_files, work.made / "names-more-train.spacy")
    return assemble(parser, names, triples(work.corpora), work.out, VERSION)


def two_rounds(work: Work, name: str, paths: dict[str, Path], more: Path) -> Path:
    """Train `name`, go on from there with `name-more` on the documents in `more`, and return the best of the second."""
    paths = paths | {"vectors": work.made / "vectors"}
    once(work.made / name, partial(train, name, paths))
    paths |= {"train": more, "start": work.made / name / "model-best"}
    once(work.made / f"{name}-more", partial(train, f"{name}-more", paths))
    return work.made / f"{name}-more" / "model-best"


def once(path: Path, step: Callable[[Path], object]) -> None:
    """Do `step`, which writes to the path it is given, unless `path` is there; an unfinished step leaves no `path`."""
    if not path.exists():
        unfinished = path.with_name(f"{path.name}.unfinished")
        print(f"{path.name} ...", flush=True)
        step(unfinished)
        unfinished.rename(path)


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


def with_known(corpora: Path) -> list[Line]:
    """Return the lines to train names on, and copies with names swapped for known ones."""
    lines = name_lines(corpora, "train")
    return augmented(lines, KNOWN_COPIES, pool(lines, lettered=True), draw_known, SEED)


def with_made_up(corpora: Path) -> list[Line]:
    """Return the lines to train names on, and copies with names swapped for made-up ones."""
    lines = name_lines(corpora, "train")
    return augmented(lines, MADE_UP_COPIES, pool(lines, lettered=False), draw_made_up, SEED)


def name_docs(lines: Iterable[Line]) -> Iterator[Doc]:
    """Yield lines with names as documents."""
    nlp = spacy.blank("en")
    return (name_doc(nlp, line) for line in lines)


def raw_texts(corpora: Path) -> Iterator[str]:
    """Yield the text the vectors are trained on; of annotated corpora the training parts."""
    for _, text in files(corpora, "tehran-times", ".txt"):
        yield text
    for line in name_lines(corpora, "train"):
        yield "".join(word + " " * space for word, space in zip(line.words, line.spaces, strict=True))
    for text in treebanks(corpora, "train"):
        for paragraph in paragraphs(text):
            yield "".join(word.form + " " * word.space for sentence in paragraph for word in sentence)


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write documents in spaCy's format for training."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


if __name__ == "__main__":
    main()
