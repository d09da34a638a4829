"""Writing a snapshot: built aside, brought to the disk, renamed, and only then put into service."""

import importlib.metadata
import json
import sqlite3
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor
from itertools import chain
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.errors import SnapshotError
from kg.iris import Iris
from kg.ns import PAR
from kg.snapshot.describe import described
from kg.snapshot.dumps import DUMPS, write_dumps
from kg.snapshot.folder import building, kept, prune, publish, switch
from kg.snapshot.lines import WHOLE, graph_of, merged, parts, quad_lines
from kg.snapshot.manifest import MANIFEST, STORE_MANIFEST, File, Manifest, engine_files, sha256_of
from kg.snapshot.open import Snapshot
from kg.snapshot.search import INDEX, write_index

KEEP = 3
MEMORY_QUADS = 1_000_000
"""Above, each process that reads the store in memory would come to hold 620 MB of it for itself."""


def write(
    data: Path, quads: Iterable[Quad], iris: Iris, *, keep: int = KEEP, memory_quads: int = MEMORY_QUADS
) -> Snapshot:
    """Publish the named graphs among `quads` under the folder `data`, and return the snapshot now in service.

    The graph's description of itself is added to `graph/meta`. The last `keep` snapshots stay. A graph of more than
    `memory_quads` quads gets a store on disk. Raises SnapshotError if anything cannot be written (a full disk): what
    was in service stays, and nothing is left behind.

    The dumps of a large graph are written by child processes: a script that calls this must be one that can be
    imported (`if __name__ == "__main__":`).
    """
    try:
        with building(data) as folder:
            manifest = _compose(folder, quads, iris, memory_quads)
            snapshot = _publish(data, folder, manifest)
            prune(data, keep)
            return snapshot
    except (OSError, sqlite3.Error, BrokenExecutor) as error:
        reason = getattr(error, "strerror", None) or error
        raise SnapshotError(f"{data}: the snapshot cannot be written ({reason})") from error


def _publish(data: Path, folder: Path, manifest: Manifest) -> Snapshot:
    """Move the built `folder` into place, or return to service what already holds the very same bytes."""
    for existing in kept(data):
        if existing.name.startswith(manifest.id) and _intact(Snapshot(existing, manifest), folder):
            (existing / MANIFEST).touch()  # published again just now
            switch(data, existing)
            return Snapshot(existing.resolve(), manifest)
    return Snapshot(publish(data, folder, manifest.id).resolve(), manifest)


def _intact(existing: Snapshot, built: Path) -> bool:
    try:
        if Manifest.read(existing.folder) != Manifest.read(built):
            return False
        existing.verify()
    except SnapshotError:
        return False
    return True


def _compose(folder: Path, quads: Iterable[Quad], iris: Iris, memory_quads: int) -> Manifest:
    lines, triples, statistics = described(quad_lines(quads), iris)
    dumps = folder / DUMPS
    dumps.mkdir()
    parted = ((part, own, merged(own)) for part, own in parts(lines, triples).items())
    files = write_dumps(dumps, chain([(WHOLE, lines, triples)], parted), iris.base)
    write_index(folder / INDEX, parse(path=str(dumps / f"{WHOLE}.nt"), format=RdfFormat.N_TRIPLES))
    on_disk = len(lines) > memory_quads
    if on_disk:
        _write_store(folder)
    manifest = Manifest(
        id=sha256_of(dumps / f"{WHOLE}.nq"),
        base=iris.base,
        software=f"parley {importlib.metadata.version('parley')}",
        quads=len(lines),
        triples=statistics.triples,
        graphs=len({graph_of(line) for line in lines}),
        counts=statistics.instances(PAR.base),
        files=(*files, File.of(folder / INDEX, folder)),
        store=on_disk,
    )
    manifest.write(folder)
    return manifest


def _write_store(folder: Path) -> None:
    """Build the store of named graphs and their merge, as `Snapshot.load` would in memory, and list its files."""
    store = Store(str(folder / "store"))
    store.bulk_load(path=str(folder / DUMPS / f"{WHOLE}.nq"), format=RdfFormat.N_QUADS)
    store.bulk_load(path=str(folder / DUMPS / f"{WHOLE}.nt"), format=RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()
    del store  # closes it: its files must be complete when they are summed
    (folder / STORE_MANIFEST).write_text(json.dumps(engine_files(folder), indent=1, sort_keys=True) + "\n", "utf-8")
