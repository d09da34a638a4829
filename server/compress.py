"""Content codings: gzip and zstd, for whole answers and for those that come in pieces."""

import gzip
import zlib
from collections.abc import Iterable, Iterator

import zstandard

SMALLEST = 1024
"""Bytes below which an answer is sent as it is."""
_GZIP_LEVEL, _ZSTD_LEVEL = 1, 3
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def accepted_coding(header: str) -> str:
    """Return the coding to use for an Accept-Encoding header: `zstd`, `gzip` or none.

    >>> accepted_coding("gzip, zstd;q=0.5"), accepted_coding("gzip;q=0"), accepted_coding("*")
    ('gzip', '', 'gzip')
    """
    if not header:
        return ""
    weights: dict[str, float] = {}
    for member in header.lower().split(","):
        name, _, quality = member.partition(";")
        try:
            weights[name.strip()] = float(quality.partition("=")[2] or 1)
        except ValueError:
            weights[name.strip()] = 0.0
    star = weights.get("*", 0.0)
    best = max(
        ("gzip", "zstd"),
        key=lambda name: (weights.get(name, star), name in weights, weights.get(name, 0) * (name == "zstd")),
    )
    return best if weights.get(best, star) > 0 else ""


def compress(data: bytes, coding: str) -> bytes:
    """Return `data` in a coding."""
    if coding == "zstd":
        return zstandard.compress(data, _ZSTD_LEVEL)
    return gzip.compress(data, _GZIP_LEVEL, mtime=0)


def compress_pieces(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield pieces in a coding; each is brought out at once, so that nothing is held back from the reader."""
    if coding == "zstd":
        yield from _zstd(pieces)
    else:
        yield from _gzip(pieces)


def _zstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    compressor = zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compressobj()
    for piece in pieces:
        yield compressor.compress(piece) + compressor.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    yield compressor.flush()


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    compressor = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
    for piece in pieces:
        yield compressor.compress(piece) + compressor.flush(zlib.Z_SYNC_FLUSH)
    yield compressor.flush()
