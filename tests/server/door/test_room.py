"""Whether copies of a graph fit into memory."""

import dataclasses
from pathlib import Path

import pytest

from server.config import MEGABYTE, Settings
from server.door import room


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a control group within another, in which this process is."""
    inner = tmp_path / "gondor.slice" / "parley.service"
    inner.mkdir(parents=True)
    monkeypatch.setattr(room, "_GROUPS", tmp_path)
    monkeypatch.setattr(room, "_group", lambda: "/gondor.slice/parley.service")
    return inner


def test_without_a_limit_all_memory_is_there(group: Path) -> None:
    machine = room.memory()
    (group / "memory.max").write_text("max\n")
    assert room.memory() == machine > 64 * MEGABYTE


@pytest.mark.parametrize(
    ("outer", "inner", "least"), [("max", "70000000", 70_000_000), ("60000000", "70000000", 60_000_000)]
)
def test_the_least_limit_holds(group: Path, outer: str, inner: str, least: int) -> None:
    (group / "memory.max").write_text(inner)
    (group.parent / "memory.max").write_text(outer)
    assert room.memory() == least


def test_a_snapshot_that_is_gone_is_not_wanted_in_memory(tmp_path: Path) -> None:
    assert room.is_wanted_in_memory(tmp_path / "swept", Settings()) is False


@pytest.mark.parametrize(("workers", "fits"), [(4, True), (5, False)])
def test_there_has_to_be_room_for_a_copy_in_each_worker_and_their_parent(
    monkeypatch: pytest.MonkeyPatch, workers: int, *, fits: bool
) -> None:
    monkeypatch.setattr(room, "memory", lambda: 4_200_000_000)  # 5 copies of a million quads are 3.1 GB
    settings = dataclasses.replace(Settings(), query_workers=workers, web_processes=1)
    assert room.has_room(1_000_000, settings) is fits
