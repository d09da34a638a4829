"""Snapshots: the published graph as a folder that is written whole or not at all, then put into service at once.

    data/current -> snapshots/<sha256 of parley.nq>
    data/snapshots/<sha256>/manifest.json     what the files are, their sizes, sums and counts (the server's index.json)
    data/snapshots/<sha256>/dumps/parley.nq   the named graphs, sorted: all else follows from it
    data/snapshots/<sha256>/dumps/...         every other syntax, parts, and compressed copies
    data/snapshots/<sha256>/store/            a RocksDB store, only where the graph is too big for memory

Nothing in a snapshot tells when or where it was made: the same graph gives the same bytes (but for RocksDB's own).
"""

from kg.snapshot.delta import Delta, delta
from kg.snapshot.describe import describe
from kg.snapshot.folder import kept
from kg.snapshot.jsonld import CONTEXT, write_jsonld
from kg.snapshot.manifest import File, Manifest
from kg.snapshot.open import Snapshot, open_snapshot
from kg.snapshot.search import Hit, Index
from kg.snapshot.write import write

__all__ = [
    "CONTEXT",
    "Delta",
    "File",
    "Hit",
    "Index",
    "Manifest",
    "Snapshot",
    "delta",
    "describe",
    "kept",
    "open_snapshot",
    "write",
    "write_jsonld",
]
