"""Writing the dumps: the whole graph and its parts in every syntax, plain and compressed."""

import gzip
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import zstandard

from kg.parallel import parallel_map
from kg.snapshot.manifest import File, sha256_of
from kg.snapshot.syntaxes import DATASET_SYNTAXES, MEDIA_TYPES, WRITERS, syntaxes_of

DUMPS = "dumps"
COMPRESSIONS = {"": "", ".gz": "gzip", ".zst": "zstd"}

_GZIP_LEVEL = 5
_ZSTD_LEVEL = 6
_MANY = 200_000  # statements from which a second process is worth its start


@dataclass(frozen=True, slots=True)
class Dump:
    """One dump to write: `part` in `syntax`, so many `statements`, beside its sorted lines in `folder`."""

    folder: Path
    part: str
    syntax: str
    statements: int
    base: str

    @property
    def path(self) -> Path:
        return self.folder / f"{self.part}.{self.syntax}"

    @property
    def lines(self) -> Path:
        return self.folder / f"{self.part}.{'nq' if self.syntax in DATASET_SYNTAXES else 'nt'}"


def write_dumps(folder: Path, parts: Iterable[tuple[str, list[bytes], list[bytes]]], base: str) -> list[File]:
    """Write each part, given by its name, its sorted N-Quads and their merge, in every syntax; return the files."""
    dumps = list[Dump]()
    for part, quads, triples in parts:
        for syntax in syntaxes_of(part):
            lines = quads if syntax in DATASET_SYNTAXES else triples
            dumps.append(Dump(folder, part, syntax, len(lines), base))
            if syntax not in WRITERS:
                with dumps[-1].path.open("wb") as out:
                    out.writelines(lines)
    jobs = os.cpu_count() or 1 if sum(dump.statements for dump in dumps) > _MANY else 1
    return sorted((f for files in parallel_map(_write, dumps, jobs) for f in files), key=lambda file: file.path)


def _write(dump: Dump) -> list[File]:
    """Write one dump and its compressed copies, which hold no name and no time."""
    if dump.syntax in WRITERS:
        entities = WRITERS[dump.syntax](dump.lines, dump.path, dump.base)
        dump = dump if entities is None else replace(dump, statements=entities)
    for suffix, compress in _COMPRESS.items():
        with dump.path.open("rb") as source, dump.path.with_name(dump.path.name + suffix).open("wb") as out:
            compress(source, out)
    return [_file(dump, suffix) for suffix in COMPRESSIONS]


def _file(dump: Dump, suffix: str) -> File:
    path = dump.path.with_name(dump.path.name + suffix)
    return File(
        path=f"{DUMPS}/{path.name}",
        bytes=path.stat().st_size,
        sha256=sha256_of(path),
        media_type=MEDIA_TYPES[dump.syntax],
        compression=COMPRESSIONS[suffix],
        part=dump.part,
        statements=dump.statements,
    )


def _gzip(source: IO[bytes], out: IO[bytes]) -> None:
    with gzip.GzipFile("", "wb", _GZIP_LEVEL, out, mtime=0) as packed:
        shutil.copyfileobj(source, packed, 1 << 20)


def _zstd(source: IO[bytes], out: IO[bytes]) -> None:
    zstandard.ZstdCompressor(_ZSTD_LEVEL).copy_stream(source, out)


_COMPRESS: Mapping[str, Callable[[IO[bytes], IO[bytes]], None]] = {".gz": _gzip, ".zst": _zstd}
