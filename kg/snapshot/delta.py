"""What changed between two snapshots, as the quads that were added and removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.snapshot.open import Snapshot


@dataclass(frozen=True, slots=True)
class Delta:
    """The way from one snapshot to another: without its `removed` and with its `added` lines, old becomes new.

    Both are sorted N-Quads, read from the dumps as they are asked for: memory stays bounded.
    """

    old: Path
    new: Path

    def added(self) -> Iterator[bytes]:
        return _only_in(self.new, self.old)

    def removed(self) -> Iterator[bytes]:
        return _only_in(self.old, self.new)


def delta(old: Snapshot, new: Snapshot) -> Delta:
    """Return what leads from `old` to `new`."""
    return Delta(old.file("parley.nq"), new.file("parley.nq"))


def _only_in(one: Path, other: Path) -> Iterator[bytes]:
    """Yield the lines of `one` that `other` lacks; both are sorted, so one pass does."""
    with one.open("rb") as lines, other.open("rb") as others:
        against = next(others, b"")
        for line in lines:
            while against and against < line:
                against = next(others, b"")
            if line != against:
                yield line
