"""What a snapshot holds: its identity, its counts, and each of its files with size and sum."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import SnapshotError

MANIFEST = "manifest.json"
STORE_MANIFEST = "store.json"


@dataclass(frozen=True, slots=True)
class File:
    """One file; `path` is relative to the snapshot's folder.

    `part` is `parley` for the whole graph or the name of a part; `statements` counts quads in N-Quads and TriG,
    entities in FollowTheMoney and triples elsewhere; `compression` is empty, `gzip` or `zstd`, and `media_type` is
    that of what is compressed.
    """

    path: str
    bytes: int
    sha256: str
    media_type: str = "application/octet-stream"
    compression: str = ""
    part: str = ""
    statements: int = 0

    @classmethod
    def of(cls, path: Path, folder: Path) -> "File":
        """Describe the file at `path` in the snapshot's `folder`, one that is no dump."""
        return cls(path.relative_to(folder).as_posix(), path.stat().st_size, sha256_of(path))

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A snapshot's identity and counts.

    `id` is the SHA-256 of `dumps/parley.nq`; `quads` counts the named graphs, `triples` the default graph (their
    merge); `counts` are instances by local name of our classes (`Meeting`); `store` tells of a RocksDB folder.
    """

    id: str
    base: str
    software: str
    quads: int
    triples: int
    graphs: int
    counts: Mapping[str, int]
    files: tuple[File, ...]
    store: bool = False

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False, sort_keys=True)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of the snapshot in `folder`; raises SnapshotError if there is none that can be used."""
        path = folder / MANIFEST
        try:
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            content["files"] = tuple(File(**each) for each in content["files"])
            return cls(**content)
        except FileNotFoundError:
            raise SnapshotError(f"{folder}: no snapshot here") from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SnapshotError(f"{path}: not a manifest ({error})") from None


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_engine_files(folder: Path) -> dict[str, str]:
    """Return what `engine_files` found when the snapshot was built."""
    try:
        listed: dict[str, str] = json.loads((folder / STORE_MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SnapshotError(f"{folder / STORE_MANIFEST}: not a list of files ({error})") from None
    return listed


def engine_files(folder: Path) -> dict[str, str]:
    """Return path and SHA-256 of each file of the RocksDB store of `folder`."""
    paths = sorted(path for path in (folder / "store").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256_of(path) for path in paths}
