"""The delta between two snapshots leads from one to the other."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.iris import Iris
from kg.snapshot import Snapshot, delta, write

Gondor = Callable[..., list[Quad]]


@pytest.fixture(scope="module")
def snapshots(gondor: Gondor, iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> list[Snapshot]:
    data: Path = tmp_path_factory.mktemp("data")
    graphs = [
        gondor(),
        gondor([('"Faramir"@en', '"Captain Faramir"@en')]),
        [quad for quad in gondor() if "d2" not in str(quad)],
    ]
    return [write(data, graph, iris) for graph in graphs]


@pytest.mark.parametrize(("one", "other"), list(permutations(range(3), 2)))
def test_base_and_delta_give_the_other(snapshots: list[Snapshot], one: int, other: int) -> None:
    old, new = snapshots[one], snapshots[other]
    base = set(old.file("parley.nq").read_bytes().splitlines(keepends=True))
    change = delta(old, new)
    removed, added = list(change.removed()), list(change.added())
    assert set(removed) <= base
    assert not set(added) & base
    assert b"".join(sorted(base - set(removed) | set(added))) == new.file("parley.nq").read_bytes()
    assert added


def test_it_holds_what_changed_and_no_more(snapshots: list[Snapshot]) -> None:
    added = list(delta(snapshots[0], snapshots[1]).added())
    assert len([line for line in added if b"Captain Faramir" in line]) == 1
    assert all(b"Captain Faramir" in line or b"graph/meta>" in line for line in added)


def test_a_snapshot_does_not_differ_from_itself(snapshots: list[Snapshot]) -> None:
    change = delta(snapshots[0], snapshots[0])
    assert [*change.added(), *change.removed()] == []
