"""SHACL Core by pySHACL: each shape once for all nodes of a graph."""

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pyoxigraph as ox
from pyshacl.pytypes import SHACLExecutor
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.validate.report import Result, Severity
from kg.validate.shapes import Shapes, all_shapes

_TYPE = str(RDF.type)

# rdflib prints a trace for each literal that is none of its type; the report names the node and the rule instead.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


def check_core(shapes: Shapes, quads: Iterable[ox.Quad], checked: Callable[[str], bool]) -> Iterator[Result]:
    """Yield what SHACL Core finds wrong with the nodes whose IRIs are `checked`, in the graph of `quads`."""
    graph = _graph(shapes, quads)
    executor = SHACLExecutor(validator=None)
    for shape in shapes.core.shapes:
        focus = [node for node in shape.focus_nodes(graph) if checked(str(node))]
        if focus:
            for _, result, triples in shape.validate(executor, graph, focus=focus)[1]:
                yield _result({p: o for s, p, o in triples if s == result})


def _graph(shapes: Shapes, quads: Iterable[ox.Quad]) -> Graph:
    """Return the quads that the shapes look at; rdflib's memory is quicker than the way to Oxigraph and back."""
    graph = Graph(bind_namespaces="none")
    for quad in quads:
        predicate, value = quad.predicate.value, quad.object
        of_class = predicate == _TYPE and isinstance(value, ox.NamedNode) and value.value in shapes.classes
        if of_class or predicate in shapes.properties:
            graph.add((_term(quad.subject), _iri(predicate), _term(value)))
    return graph


@cache
def _iri(value: str) -> URIRef:
    return URIRef(value)


def _term(node: object) -> Node:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return BNode(node.value)
    assert isinstance(node, ox.Literal)
    if node.language:
        return Literal(node.value, lang=node.language)
    return Literal(node.value, datatype=_iri(node.datatype.value))


def _result(described: dict[Node, Any]) -> Result:
    """Make a result of pySHACL's description of it, in which nodes come as pairs of a graph and the node."""
    values = {key: value[1] if isinstance(value, tuple) else value for key, value in described.items()}
    shape, path = values[SH.sourceShape], values.get(SH.resultPath)
    message = str(all_shapes().value(shape, SH.message))
    return Result(
        rule=message[:3],
        severity=Severity(str(values[SH.resultSeverity]).removeprefix(str(SH))),
        node=str(values[SH.focusNode]),
        message=message,
        shape=str(shape),
        component=str(values[SH.sourceConstraintComponent]),
        path=str(path) if isinstance(path, URIRef) else "",
        value=str(values.get(SH.value, "")),
    )
