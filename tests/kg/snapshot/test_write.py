"""A snapshot is written whole, the same bytes each time, and put into service in one step."""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import SnapshotError
from kg.iris import Iris
from kg.ns import RDFS
from kg.snapshot import Snapshot, kept, open_snapshot, write

Gondor = Callable[..., list[Quad]]


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def labelled(gondor: Gondor, label: str) -> list[Quad]:
    return gondor([('rdfs:label "Faramir"@en', f'rdfs:label "{label}"@en')])


def test_the_same_graph_gives_the_same_bytes_in_any_order_and_folder(
    gondor: Gondor, iris: Iris, tmp_path: Path
) -> None:
    one = write(tmp_path / "one", gondor(), iris)
    other = write(tmp_path / "deep" / "other", gondor()[::-1], iris)
    assert contents(one.folder) == contents(other.folder)


def test_it_is_named_by_the_hash_of_its_sorted_quads(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor(), iris)
    base = snapshot.file("parley.nq").read_bytes()
    assert snapshot.folder.name == snapshot.id == hashlib.sha256(base).hexdigest()
    assert base.splitlines() == sorted(set(base.splitlines()))


def test_every_file_is_in_the_manifest_with_its_size_and_sum(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor(), iris)
    found = contents(snapshot.folder)
    del found["manifest.json"]
    listed = {file.path: (file.bytes, file.sha256) for file in snapshot.files}
    assert listed == {path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in found.items()}


def test_compressed_copies_hold_the_same_bytes_and_no_time(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor(), iris)
    plain = snapshot.file("parley.ttl").read_bytes()
    packed = snapshot.file("parley.ttl.gz").read_bytes()
    assert gzip.decompress(packed) == plain
    assert packed[4:8] == bytes(4)
    with snapshot.file("parley.ttl.zst").open("rb") as file:
        assert zstandard.ZstdDecompressor().stream_reader(file).read() == plain


def test_a_new_snapshot_takes_over_and_the_old_one_stays_readable(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    old = write(tmp_path, gondor(), iris)
    new = write(tmp_path, labelled(gondor, "Captain Faramir"), iris)
    assert open_snapshot(tmp_path) == new != old
    assert open_snapshot(old.folder) == old


def test_an_earlier_graph_goes_back_into_service_as_it_was(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    first = write(tmp_path, gondor(), iris)
    write(tmp_path, labelled(gondor, "Captain Faramir"), iris)
    assert write(tmp_path, gondor(), iris) == first == open_snapshot(tmp_path)
    assert len(kept(tmp_path)) == 2


def test_the_last_three_are_kept_and_the_one_in_service_always(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    names = [write(tmp_path, labelled(gondor, f"Faramir {n}"), iris).id for n in range(5)]
    assert [folder.name for folder in kept(tmp_path)] == names[:1:-1]
    last = write(tmp_path, labelled(gondor, "Faramir 5"), iris, keep=0)
    assert [folder.name for folder in kept(tmp_path)] == [last.id]


@pytest.mark.parametrize("name", ["dumps/parley.nq", "dumps/parley.ttl.gz", "search.sqlite"])
def test_a_damaged_file_is_noticed_and_the_next_build_heals_it(
    gondor: Gondor, iris: Iris, tmp_path: Path, name: str
) -> None:
    path = write(tmp_path, gondor(), iris).folder / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(SnapshotError, match=f"{name}: missing or damaged"):
        open_snapshot(tmp_path)
    write(tmp_path, gondor(), iris)
    open_snapshot(tmp_path)


def test_a_store_on_disk_answers_like_one_in_memory(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    memory = write(tmp_path / "memory", gondor(), iris)
    disk = write(tmp_path / "disk", gondor(), iris, memory_quads=1)
    assert disk.id == memory.id
    assert set(open_snapshot(tmp_path / "disk").load()) == set(memory.load())
    assert set(open_snapshot(tmp_path / "disk").load(in_memory=True)) == set(memory.load())
    open_snapshot(tmp_path / "disk").verify()


def test_a_damaged_engine_file_is_noticed(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor(), iris, memory_quads=1)
    table = max((snapshot.folder / "store").glob("*.sst"))
    table.write_bytes(table.read_bytes()[:-1] + b"?")
    with pytest.raises(SnapshotError, match="store: damaged"):
        open_snapshot(tmp_path)


def test_the_default_graph_holds_each_triple_once(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor(), iris)
    store = snapshot.load()
    quads = [quad for quad in store if isinstance(quad.graph_name, NamedNode)]
    merged = [quad for quad in store if not isinstance(quad.graph_name, NamedNode)]
    assert len(quads) == snapshot.manifest.quads
    assert len(merged) == snapshot.manifest.triples == len({(q.subject, q.predicate, q.object) for q in quads})


def test_a_blank_node_is_refused_and_what_was_in_service_stays(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    before = write(tmp_path, gondor(), iris)
    nameless = Quad(BlankNode("b"), RDFS.label, Literal("nobody", language="en"), iris.graph("actors"))
    with pytest.raises(SnapshotError, match="blank node"):
        write(tmp_path, [*gondor(), nameless], iris)
    assert open_snapshot(tmp_path) == before
    assert kept(tmp_path) == [before.folder]


@pytest.mark.parametrize("make", [Path.exists, Path.mkdir, Path.touch])
def test_without_a_snapshot_the_place_is_named(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "data")
    with pytest.raises(SnapshotError, match="data: no snapshot here"):
        open_snapshot(tmp_path / "data")


def test_a_manifest_that_is_none_is_named(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    (write(tmp_path, gondor(), iris).folder / "manifest.json").write_text("[]", encoding="utf-8")
    with pytest.raises(SnapshotError, match=r"manifest\.json: not a manifest"):
        open_snapshot(tmp_path)


def test_a_file_that_is_not_of_the_snapshot_is_refused(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot: Snapshot = write(tmp_path, gondor(), iris)
    with pytest.raises(SnapshotError, match="no file 'manifest'"):
        snapshot.file("manifest")
