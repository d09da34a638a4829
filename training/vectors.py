"""Trains floret word vectors on raw text."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.training.initialize import convert_vectors

from training.characters import plain

SETTINGS = {
    "model": "cbow",
    "dim": 96,
    "mode": "floret",
    "bucket": 30_000,
    "hashCount": 2,
    "minn": 3,
    "maxn": 5,
    "minCount": 5,
    "epoch": 10,
    "neg": 5,
    "lr": 0.05,
    "thread": 1,  # more than one thread is not reproducible
}
_LICENCE = re.compile(r"\S+ All Content by .*$", re.DOTALL)


def write_tokens(texts: Iterable[str], path: Path) -> None:
    """Write one line of space-separated tokens for each text, as the model's tokenizer cuts it."""
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000  # a few articles are whole reports
    with path.open("w", encoding="utf-8") as out:
        for doc in nlp.pipe(cleaned(texts), batch_size=200):
            out.write(" ".join(token.text for token in doc if not token.is_space) + "\n")


def cleaned(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text in plain characters, on one line, without the licence line at its end."""
    for text in texts:
        yield plain(" ".join(_LICENCE.sub("", text).split()))


def train(tokens: Path, table: Path) -> None:
    """Train vectors on a file of tokens and write them as a floret table."""
    import floret  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 -- a package of the recipe alone

    model = floret.train_unsupervised(str(tokens), **SETTINGS)
    model.save_floret_vectors(str(table))


def pack(table: Path, out: Path) -> None:
    """Write the floret table `table` as a pipeline that holds nothing but vectors."""
    nlp = spacy.blank("en")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(out)
