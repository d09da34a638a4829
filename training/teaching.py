"""Teaches the teachers on annotated documents, and lets them mark others."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import torch
from spacy.tokens import Doc

from training.batches import Passage
from training.silver import TAGS, packed, tags, with_names
from training.silver_trees import Labels, labels_of, numbers, pieces, with_trees
from training.teacher import LONGEST, name_scores, parses, teach
from training.transformer import Names, Trees

EPOCHS = 2
SURETY = 0.7  # of the least sure word of a paragraph
TREE_EPOCHS = 4
TREE_SURETY = 0.8  # of the heads of a sentence, on the average
_TOGETHER = 100  # words of neighbouring paragraphs that are read at one time
_LONGEST = 250  # words; the transformer has room for 512 pieces
_SEED = 17


def teach_names(articles: Iterable[Iterable[Doc]], out: Path) -> None:
    """Train a teacher of names on the paragraphs of each article and write its weights."""
    _start()
    passages = [
        Passage(tuple(word.text for doc in pack for word in doc), (tuple(tag for doc in pack for tag in tags(doc)),))
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


def teach_trees(docs: Iterable[Doc], out: Path) -> None:
    """Train a teacher of trees on documents with trees, sentence by sentence, and write its labels and weights."""
    _start()
    sentences = [sentence for doc in docs for sentence in doc.sents if len(sentence) <= LONGEST]
    labels = labels_of(sentences)
    model = _trees(labels)
    passages = [Passage(tuple(word.text for word in sent), numbers(sent, labels)) for sent in sentences]
    teach(model, passages, TREE_EPOCHS, words=1500)
    torch.save({"labels": asdict(labels), "weights": model.state_dict()}, out)


def silver_trees(teacher: Path, docs: Iterable[Doc], size: int) -> Iterator[Doc]:
    """Yield what the teacher is sure of in documents whose sentences are known, `size` words at a time, each once."""
    _start()
    saved = torch.load(teacher)
    labels = Labels(**saved["labels"])
    model = _trees(labels)
    model.load_state_dict(saved["weights"])
    seen = set[str]()
    for sentences in parses(model, docs):
        new = [(sentence, parse) for sentence, parse in sentences if sentence.text not in seen]
        seen.update(sentence.text for sentence, _ in new)
        yield from (with_trees(piece, labels) for piece in pieces(new, TREE_SURETY, size))


def _trees(labels: Labels) -> Trees:
    return Trees(len(labels.relations), len(labels.tags), len(labels.features))


def _start() -> None:
    torch.set_num_threads(1)  # so that the same seed gives the same weights
    torch.manual_seed(_SEED)


def _packs(articles: Iterable[Iterable[Doc]]) -> Iterator[list[Doc]]:
    return (pack for article in articles for pack in packed(article, _TOGETHER) if sum(map(len, pack)) <= _LONGEST)
