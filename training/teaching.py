"""Teaches the teacher on annotated documents, and lets it mark others."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from spacy.tokens import Doc

from training.batches import Passage
from training.silver import TAGS, packed, tags, with_names
from training.teacher import name_scores, teach
from training.transformer import Names

EPOCHS = 2
SURETY = 0.7  # of the least sure word of a paragraph
_TOGETHER = 100  # words of neighbouring paragraphs that are read at one time
_LONGEST = 250  # words; the transformer has room for 512 pieces
_SEED = 17


def teach_names(articles: Iterable[Iterable[Doc]], out: Path) -> None:
    """Train a teacher of names on the paragraphs of each article and write its weights."""
    _start()
    passages = [
        Passage(tuple(word.text for doc in pack for word in doc), tuple(tag for doc in pack for tag in tags(doc)))
        for pack in _packs(articles)
    ]
    model = Names(len(TAGS))
    teach(model, passages, EPOCHS, words=1500)
    torch.save(model.state_dict(), out)


def silver_names(teacher: Path, articles: Iterable[Iterable[Doc]]) -> Iterator[Doc]:
    """Yield the paragraphs of the articles whose names the teacher is sure of, with names."""
    _start()
    model = Names(len(TAGS))
    model.load_state_dict(torch.load(teacher))
    for docs, scores in name_scores(model, _packs(articles)):
        yield from with_names(docs, scores, SURETY)


def _start() -> None:
    torch.set_num_threads(1)  # so that the same seed gives the same weights
    torch.manual_seed(_SEED)


def _packs(articles: Iterable[Iterable[Doc]]) -> Iterator[list[Doc]]:
    return (pack for article in articles for pack in packed(article, _TOGETHER) if sum(map(len, pack)) <= _LONGEST)
