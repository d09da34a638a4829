"""A live server over W3C's test data: each file is a named graph, under the address it has on the web."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.snapshot import File, Manifest
from tests.live import LiveServer

WEB = "http://w3c.example/sparql11/"
HERE = Path(__file__).parent / "sparql11"


def _quads() -> Iterator[Quad]:
    for path in sorted(HERE.rglob("*")):
        syntax = RdfFormat.from_extension(path.suffix[1:]) if path.suffix else None
        if syntax and not path.name.startswith("manifest"):
            name = WEB + path.relative_to(HERE).as_posix()
            for quad in parse(path=str(path), format=syntax, base_iri=name, rename_blank_nodes=True):
                yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))
    for name in ("data1", "data2", "data3"):  # the protocol's tests know them by these names
        graph = NamedNode(f"http://kasei.us/2009/09/sparql/data/{name}.rdf")
        for quad in parse(path=str(HERE / "protocol" / f"{name}.nt"), format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


def write_data(data: Path) -> Path:
    """Put the tests' graphs into service under `data`; kg.snapshot.write takes no blank nodes, so this is by hand."""
    store = Store()
    store.bulk_extend(_quads())
    triples = {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in store}
    dumps = data / "snapshots" / "w3c" / "dumps"
    dumps.mkdir(parents=True)
    serialize(store, str(dumps / "parley.nq"), RdfFormat.N_QUADS)
    serialize(triples, str(dumps / "parley.nt"), RdfFormat.N_TRIPLES)
    files = tuple(_file(dumps / name) for name in ("parley.nq", "parley.nt"))
    Manifest("w3c", WEB, "tests", len(store), len(triples), 0, {}, files).write(dumps.parent)
    (data / "current").symlink_to("snapshots/w3c")
    return data


def _file(path: Path) -> File:
    content = path.read_bytes()
    return File(f"dumps/{path.name}", len(content), hashlib.sha256(content).hexdigest())


@pytest.fixture(scope="session")
def w3c(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    data = write_data(tmp_path_factory.mktemp("w3c"))
    with LiveServer(data, PARLEY_BASE=WEB, PARLEY_QUERY_TIME="10") as server:
        yield server
