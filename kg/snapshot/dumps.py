"""Writing the dumps: every syntax of the whole graph and of its parts, plain and compressed.

N-Quads and TriG hold the named graphs; Turtle, N-Triples, JSON-LD and RDF/XML hold their merge.
"""

import gzip
import io
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, islice
from pathlib import Path
from typing import IO, Any, TypeVar

import zstandard
from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from kg.ns import PREFIXES, RDF
from kg.snapshot.jsonld import write_jsonld
from kg.snapshot.lines import graph_of
from kg.snapshot.manifest import File, sha256_of

Statement = TypeVar("Statement", Triple, Quad)

DUMPS = "dumps"

MEDIA_TYPES = {
    "nq": "application/n-quads",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
DATASET_SYNTAXES = frozenset({"nq", "trig"})
COMPRESSIONS = {"": "", ".gz": "gzip", ".zst": "zstd"}

_KINDS = ("person", "country", "meeting", "statement", "place", "topic", "doc")  # paths that end in one plain name
_GZIP_LEVEL = 5
_ZSTD_LEVEL = 6
_TYPE = RDF["type"]
_THREADS = 2
_BATCH = 4096
# What XML 1.0 cannot hold in any spelling, as canonical N-Triples writes it; a backslash before a backslash is text.
_NOT_XML = re.compile(rb"(\\\\)|\\(?:b|f|u00(?:0[0-8BCEF]|1[0-9A-F])|uFFF[EF])")


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of Turtle and TriG: vocabularies, and the kinds of data under `base`."""
    return PREFIXES | {kind: f"{base}id/{kind}/" for kind in _KINDS} | {"graph": f"{base}graph/"}


def write_dumps(folder: Path, part: str, lines: Sequence[bytes], triples: Sequence[bytes], base: str) -> dict[str, int]:
    """Write `part` in every syntax, from its sorted N-Quads and their merge; return statements by file name."""
    names = prefixes(base)
    _write(folder / f"{part}.nq", lines)
    _write(folder / f"{part}.nt", triples)
    serialize(_by_graph(lines), str(folder / f"{part}.trig"), RdfFormat.TRIG, prefixes=names)
    serialize(_readable(_parse(triples)), str(folder / f"{part}.ttl"), RdfFormat.TURTLE, prefixes=names)
    with (folder / f"{part}.jsonld").open("wb") as file:
        write_jsonld(_readable(_parse(triples)), file)
    with _XmlFile(io.FileIO(folder / f"{part}.rdf", "w")) as out:
        serialize(_parse(map(_xml_characters, triples)), out, RdfFormat.RDF_XML, prefixes=PREFIXES)
    return {f"{part}.{syntax}": len(lines if syntax in DATASET_SYNTAXES else triples) for syntax in MEDIA_TYPES}


def _write(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("wb") as out:
        out.writelines(lines)


def _parse(lines: Iterable[bytes]) -> Iterator[Triple]:
    iterator = iter(lines)
    while batch := b"".join(islice(iterator, _BATCH)):
        for quad in parse(batch, RdfFormat.N_TRIPLES):
            yield quad.triple


def _readable(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Put the types of each subject first, where a reader looks for them."""
    for _, group in groupby(statements, key=lambda s: s.subject):
        described = list(group)
        yield from (s for s in described if s.predicate == _TYPE)
        yield from (s for s in described if s.predicate != _TYPE)


def _by_graph(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Yield quads graph by graph, in the order of the graphs' names."""
    graphs: dict[bytes, list[bytes]] = {}
    for line in lines:
        graphs.setdefault(graph_of(line), []).append(line)
    for name in sorted(graphs):
        yield from _readable(parse(b"".join(graphs[name]), RdfFormat.N_QUADS))


def _xml_characters(line: bytes) -> bytes:
    r"""Put U+FFFD for each control character that XML cannot hold.

    >>> _xml_characters(rb'"a\fb\\f"').decode() == '"a\ufffdb' + r'\\f"'
    True
    """
    return _NOT_XML.sub(lambda m: m[1] or "\ufffd".encode(), line) if b"\\" in line else line


class _XmlFile(io.BufferedWriter):
    """Writes carriage returns as references: a parser would read a bare one as a line feed."""

    def write(self, data: Any) -> int:
        super().write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)


def seal(folder: Path, statements: Mapping[str, int]) -> list[File]:
    """Compress each dump, and return every file with its size and sum, in the order of their names.

    Compressed copies hold no name and no time, so that they are the same bytes on every day.
    """
    with ThreadPoolExecutor(_THREADS) as pool:
        sealed = list(pool.map(lambda name: _seal(folder / name, statements[name]), sorted(statements)))
    return [file for files in sealed for file in files]


def _seal(path: Path, statements: int) -> list[File]:
    for suffix, compress in _COMPRESS.items():
        with path.open("rb") as source, path.with_name(path.name + suffix).open("wb") as out:
            compress(source, out)
    return [_file(path, suffix, statements) for suffix in COMPRESSIONS]


def _file(path: Path, suffix: str, statements: int) -> File:
    copy = path.with_name(path.name + suffix)
    media_type = MEDIA_TYPES[path.suffix.removeprefix(".")]
    return File(f"{DUMPS}/{copy.name}", copy.stat().st_size, sha256_of(copy), media_type,
                COMPRESSIONS[suffix], path.stem, statements)  # fmt: skip


def _gzip(source: IO[bytes], out: IO[bytes]) -> None:
    with gzip.GzipFile("", "wb", _GZIP_LEVEL, out, mtime=0) as packed:
        shutil.copyfileobj(source, packed, 1 << 20)


def _zstd(source: IO[bytes], out: IO[bytes]) -> None:
    zstandard.ZstdCompressor(_ZSTD_LEVEL).copy_stream(source, out)


_COMPRESS: Mapping[str, Callable[[IO[bytes], IO[bytes]], None]] = {".gz": _gzip, ".zst": _zstd}
