"""The documents that each step trains on or chooses by, made of the corpora."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from kg.annotate import plan
from kg.annotate.language import prepared
from kg.read.document import as_document
from kg.read.readers import Record
from training import newswire, silver
from training.augment import augmented, pool
from training.conllu import Paragraph, paragraphs
from training.conllu import pieces as tree_pieces
from training.corpora import files
from training.entities import name_doc
from training.lemmas import Triple
from training.lines import Line
from training.persons import stock, with_persons
from training.trees import in_split, splits, tree_doc, with_headlines
from training.vectors import cleaned

PIECE = 60  # words; the parser's oracle takes time that grows with the square of a text's length
HEADLINES = 0.08  # of the shorter sentences, as copies
PERSONS = 0.6  # of the pieces with full names, as copies with others
SEED = 17
RAW_PIECE = 50  # words of raw text that the teacher marks as one document
RAW_NAMES = (1, 6)  # the first, and then each sixth article of the raw text is marked for names
RAW_TREES = (3, 12)  # the same for trees, beside the newswire articles to train on
COPIES = 2  # of each line with names, other names in their places


def training_data(corpora: Path) -> dict[str, Callable[[], Iterable[Doc]]]:
    """Return, by the name of its file, how each set of documents to train on or to choose by is made."""

    def names() -> Iterable[Doc]:
        lines = name_lines(corpora, "train")
        return name_docs(augmented(lines, COPIES, pool(lines), SEED + 1))

    return {
        "trees": partial(tree_docs, corpora, "train"),
        "trees-dev": partial(tree_docs, corpora, "dev"),
        "names": names,
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
        short = (piece for paragraph in told for piece in tree_pieces(paragraph, PIECE))
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
    return [line for article in _newswire(corpora, split) for line in article]


def name_docs(lines: Iterable[Line]) -> Iterator[Doc]:
    """Yield lines with names as documents."""
    nlp = spacy.blank("en")
    return (name_doc(nlp, line) for line in lines)


def annotated_articles(corpora: Path) -> Iterator[list[Doc]]:
    """Yield the paragraphs of each newswire article to train on as documents with names."""
    nlp = spacy.blank("en")
    for article in _newswire(corpora, "train"):
        yield [name_doc(nlp, line) for line in article]


def raw_texts(corpora: Path) -> Iterator[str]:
    """Yield the text the vectors are trained on: nothing of EWT and newswire that is tested on, but all of GUM."""
    yield from _tehran_times(corpora)
    yield from map(_written, name_lines(corpora, "train"))
    for _, text in (*files(corpora, "ewt", "train.conllu"), *files(corpora, "gum", ".conllu")):
        yield from map(_told, paragraphs(text))


def articles_to_name(corpora: Path) -> Iterator[list[Doc]]:
    """Yield raw articles, and the paragraphs of the treebanks to train on, for the teacher to mark names in."""
    nlp = spacy.blank("en")
    start, step = RAW_NAMES
    for text in cleaned([*_tehran_times(corpora)[start::step], *map(_told, trees(corpora, "train"))]):
        yield list(silver.pieces(nlp, text, RAW_PIECE))


def frames_to_parse(corpora: Path) -> Iterator[Doc]:
    """Yield what the parser is to read of raw articles: as Parley cuts it, long quotations replaced by a clause."""
    nlp = spacy.blank("en")
    start, step = RAW_TREES
    written = ("\n".join(map(_written, lines)) for lines in _newswire(corpora, "train"))
    for number, text in enumerate((*written, *_tehran_times(corpora)[start::step])):
        document = as_document(Record(f"raw-{number}", text, f"raw text {number}"))
        yield from (prepared(nlp, frame.text) for frame in plan(document).frames)


def _newswire(corpora: Path, split: str) -> Iterator[list[Line]]:
    articles = files(corpora, "newswire", ".tsv")
    return (list(newswire.lines(text)) for name, text in articles if newswire.split(name) == split)


def _tehran_times(corpora: Path) -> list[str]:
    return [text for _, text in files(corpora, "tehran-times", ".txt")]


def _written(line: Line) -> str:
    return "".join(word + " " * space for word, space in zip(line.words, line.spaces, strict=True))


def _told(paragraph: Paragraph) -> str:
    return "".join(word.form + " " * word.space for sentence in paragraph for word in sentence)


def write_docs(docs: Callable[[], Iterable[Doc]], path: Path) -> None:
    """Make documents and write them in spaCy's format for training."""
    DocBin(docs=docs(), store_user_data=False).to_disk(path)


def join(parts: Iterable[Path], path: Path) -> None:
    """Write the documents of several files into one."""
    whole = DocBin(store_user_data=False)
    for part in parts:
        whole.merge(DocBin(store_user_data=False).from_disk(part))
    whole.to_disk(path)
