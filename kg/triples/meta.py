"""Which run made each document's graph, and from which bytes."""

import importlib.metadata
from collections.abc import Iterable

from pyoxigraph import Literal, Quad

from kg.iris import Iris
from kg.model import Facts
from kg.ns import PAR, PROV, RDFS, SCHEMA
from kg.triples.sink import Sink, prose, type_


def run_name(model: str) -> str:
    """Return what names a run: the versions of Parley and of the language model; no clock, so that bytes repeat."""
    return f"parley {importlib.metadata.version('parley')} {model}"


def provenance_quads(facts: Iterable[Facts], iris: Iris) -> list[Quad]:
    """Return the quads of `graph/meta` that tie each document's graph to its run and its bytes."""
    out = Sink(iris.graph("meta"))
    for each in facts:
        name = run_name(each.model)
        run, graph = iris.run(name), iris.document_graph(each.document.id)
        out.add(run, type_, PAR.ExtractionRun)
        out.add(run, RDFS.label, prose(name))
        out.add(graph, type_, PROV.Entity)
        out.add(graph, PROV.wasDerivedFrom, iris.document(each.document.id))
        out.add(graph, PROV.wasGeneratedBy, run)
        out.add(graph, SCHEMA.sha256, Literal(each.document.sha256))
    return out.quads()
