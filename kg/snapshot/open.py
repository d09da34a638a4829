"""Opening a snapshot: the one that a data folder has in service, or any that it keeps."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import SnapshotError
from kg.snapshot.folder import resolve
from kg.snapshot.manifest import MANIFEST, STORE_MANIFEST, File, Manifest, engine_files, read_engine_files, sha256_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published graph on disk; never changes, though a later build may remove it once it is no longer kept."""

    folder: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def files(self) -> tuple[File, ...]:
        return self.manifest.files

    @property
    def published(self) -> datetime:
        """When it was written: the manifest's own time stamp, since its bytes tell no time."""
        return datetime.fromtimestamp((self.folder / MANIFEST).stat().st_mtime, UTC)

    def file(self, name: str) -> Path:
        """Return where the dump `name` lies (`parley-people.jsonld.gz`); raises SnapshotError for any other name."""
        for file in self.manifest.files:
            if file.name == name:
                return self.folder / file.path
        raise SnapshotError(f"{self.id}: no file {name!r}")

    def load(self, *, in_memory: bool = False) -> Store:
        """Return the graph: named graphs, and their merge as the default graph.

        Read only from disk where the snapshot was built with a store, unless it is wanted `in_memory`, as small ones
        are.
        """
        if self.manifest.store and not in_memory:
            return Store.read_only(str(self.folder / "store"))
        store = Store()
        store.bulk_load(path=str(self.file("parley.nq")), format=RdfFormat.N_QUADS)
        store.bulk_load(path=str(self.file("parley.nt")), format=RdfFormat.N_TRIPLES)
        return store

    def verify(self) -> None:
        """Compare every file with the sums that were published with it; raises SnapshotError naming the first."""
        for file in self.manifest.files:
            path = self.folder / file.path
            if not path.is_file() or path.stat().st_size != file.bytes or sha256_of(path) != file.sha256:
                raise SnapshotError(f"{path}: missing or damaged")
        if self.manifest.store:
            self._verify_store()

    def _verify_store(self) -> None:
        if engine_files(self.folder) != read_engine_files(self.folder):
            raise SnapshotError(f"{self.folder / 'store'}: damaged, its files are not those of {STORE_MANIFEST}")


def open_snapshot(where: Path, *, verify: bool = True) -> Snapshot:
    """Open the snapshot in service in the data folder `where`, or the snapshot whose own folder `where` is.

    Raises SnapshotError if there is none, or if `verify` finds a file that is not what was written.
    """
    folder = resolve(where)
    snapshot = Snapshot(folder, Manifest.read(folder))
    if verify:
        snapshot.verify()
    return snapshot
