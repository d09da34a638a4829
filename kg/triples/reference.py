"""The ontology and the reference data, as quads of their named graphs."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.iris import Iris
from kg.resources import resource


def reference_quads(iris: Iris) -> Iterator[Quad]:
    """Yield `graph/ontology` and `graph/reference`; relative IRIs of the reference files resolve against the base."""
    yield from _graph(iris, "ontology", [resource("ontology/parley.ttl")])
    yield from _graph(iris, "reference", sorted(resource("ontology/reference").glob("*.ttl")))


def _graph(iris: Iris, name: str, files: list[Path]) -> Iterator[Quad]:
    graph = iris.graph(name)
    for file in files:
        for quad in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=iris.base):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
