"""The folder of snapshots: one builder at a time, whole or not at all, `current` switched in one step."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SnapshotError
from kg.snapshot.manifest import MANIFEST

CURRENT = "current"
SNAPSHOTS = "snapshots"
_BUILDING = ".building"
_REMOVING = ".removing"
_LOCK = ".lock"


@contextlib.contextmanager
def building(data: Path) -> Iterator[Path]:
    """Give an empty folder to build in, waiting for another builder to end; leaves nothing of it behind.

    The lock is the kernel's, so a killed builder holds none; what it left is removed here, before and after.
    """
    snapshots = data / SNAPSHOTS
    snapshots.mkdir(parents=True, exist_ok=True)
    with (data / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _clean(snapshots)
        folder = snapshots / _BUILDING
        folder.mkdir()
        try:
            yield folder
        finally:
            _clean(snapshots)


def _clean(snapshots: Path) -> None:
    for leftover in (_BUILDING, _REMOVING):
        shutil.rmtree(snapshots / leftover, ignore_errors=True)


def publish(data: Path, built: Path, name: str) -> Path:
    """Move the finished folder `built` to its name, point `current` at it, and return where it lies.

    A snapshot of that name with other bytes (an older program wrote its dumps, or it is damaged) stays where it is
    until `current` has left it: the new one gets a numbered name.
    """
    sync_tree(built)
    target = data / SNAPSHOTS / name
    number = 1
    while target.exists():
        number += 1
        target = data / SNAPSHOTS / f"{name}.{number}"
    built.rename(target)
    _sync(target.parent)
    switch(data, target)
    return target


def switch(data: Path, target: Path) -> None:
    """Point `current` at the snapshot `target`: readers see the old one or the new one, never neither."""
    link = data / f".{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(target.relative_to(data), target_is_directory=True)
    link.rename(data / CURRENT)
    _sync(data)


def kept(data: Path) -> list[Path]:
    """Return the folders of the snapshots that `data` keeps, the latest published first."""
    found = [path.parent for path in (data / SNAPSHOTS).glob(f"[!.]*/{MANIFEST}")]
    return sorted(found, key=lambda folder: ((folder / MANIFEST).stat().st_mtime_ns, folder.name), reverse=True)


def prune(data: Path, keep: int) -> None:
    """Remove all but the last `keep` snapshots, never the one in service."""
    current = (data / CURRENT).resolve()
    for folder in kept(data)[keep:]:
        if folder.resolve() != current:
            doomed = folder.with_name(_REMOVING)
            folder.rename(doomed)  # in one step, so that no half of it can be opened
            shutil.rmtree(doomed)


def resolve(where: Path) -> Path:
    """Return the folder of the snapshot in service if `where` is a data folder, else `where` itself."""
    if (where / MANIFEST).exists():
        return where.resolve()
    current = where / CURRENT
    if not current.is_symlink():
        raise SnapshotError(f"{where}: no snapshot here; build one first")
    return current.resolve()


def sync_tree(folder: Path) -> None:
    """Bring every file and folder below `folder` to the disk."""
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
