"""The shapes, read once in each process and sorted by where they are checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import rdflib
from pyshacl import ShapesGraph
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg.resources import resource
from kg.validate.report import Severity

PSH = rdflib.Namespace("https://w3id.org/parley/shapes#")
TARGETS = (SH.targetClass, SH.targetSubjectsOf)
# What names a property of the data: paths (in lists too), properties compared, targets.
_LOOKS_AT = (SH.path, SH.inversePath, RDF.first, SH.lessThan, SH.lessThanOrEquals, SH.targetSubjectsOf)
# A shape that says nothing else has no Core constraint.
_NO_CORE = {*TARGETS, RDF.type, PSH.scope, SH.severity, SH.message, SH.sparql}


class Scope(StrEnum):
    """Where a shape is checked: the local name of its `psh:scope`."""

    DOCUMENT = "Document"
    DATASET = "Dataset"


@dataclass(frozen=True, slots=True)
class Target:
    """The nodes that a shape is about: the instances of `classes`, and the subjects of the properties `subjects_of`."""

    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SparqlConstraint:
    """A query of the shapes, with `$this` unbound and its prefixes declared, and what to make of its rows."""

    query: str
    message: str
    severity: Severity
    shape: str
    target: Target


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of one scope: Core for pySHACL, SPARQL constraints for Oxigraph, and which terms Core looks at."""

    core: ShapesGraph
    sparql: tuple[SparqlConstraint, ...]
    classes: frozenset[str]
    properties: frozenset[str]


@cache
def all_shapes() -> Graph:
    """Return all files of `shapes/` as one graph."""
    graph = Graph()
    for file in sorted(resource("shapes").glob("*.ttl")):
        graph.parse(file)
    return graph


@cache
def shapes_of(scope: Scope) -> Shapes:
    """Return the shapes that are checked in `scope`."""
    everything = all_shapes()
    shapes = everything.subjects(PSH.scope, PSH[scope])
    core = _reachable(everything, (s for s in shapes if set(everything.predicates(s)) - _NO_CORE))
    _lift(core)
    return Shapes(
        core=ShapesGraph(core),
        sparql=tuple(_constraints(everything, scope)),
        classes=frozenset(str(c) for p in (SH.targetClass, SH["class"]) for c in core.objects(None, p)),
        properties=frozenset(str(p) for kind in _LOOKS_AT for p in core.objects(None, kind) if isinstance(p, URIRef)),
    )


def _reachable(graph: Graph, roots: Iterable[Node]) -> Graph:
    """Return what the shapes `roots` consist of, without their SPARQL constraints."""
    found, waiting, seen = Graph(), list(roots), set[Node]()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            parts = [triple for triple in graph.triples((node, None, None)) if triple[1] != SH.sparql]
            for triple in parts:
                found.add(triple)
            waiting.extend(value for _, predicate, value in parts if predicate != PSH.scope)
    return found


def _lift(graph: Graph) -> None:
    """Give each property shape the targets of the node shapes that name it.

    The meaning is the same, but pySHACL then evaluates a property once for all nodes, not once for each: five times
    faster. Property shapes without targets of their own afterwards stay nested (`sh:or`).
    """
    for shape, inner in list(graph.subject_objects(SH.property)):
        targets = [(kind, value) for kind in TARGETS for value in graph.objects(shape, kind)]
        if (shape, PSH.scope, None) in graph:
            graph.remove((shape, SH.property, inner))
            for kind, value in targets:
                graph.add((inner, kind, value))


def _constraints(graph: Graph, scope: Scope) -> list[SparqlConstraint]:
    prefixes = _prefixes(graph)
    found = [
        SparqlConstraint(
            query=prefixes + _targeted(str(graph.value(constraint, SH.select)), _target(graph, shape)),
            message=str(graph.value(constraint, SH.message)),
            severity=_severity(graph.value(shape, SH.severity)),
            shape=str(shape),
            target=_target(graph, shape),
        )
        for shape in graph.subjects(PSH.scope, PSH[scope])
        for constraint in graph.objects(shape, SH.sparql)
    ]
    return sorted(found, key=lambda constraint: constraint.message)


def _prefixes(graph: Graph) -> str:
    declared = sorted(graph.subject_objects(SH.prefix), key=lambda pair: str(pair[1]))
    return "".join(f"PREFIX {prefix}: <{graph.value(node, SH.namespace)}>\n" for node, prefix in declared)


def _target(graph: Graph, shape: Node) -> Target:
    classes, subjects_of = (tuple(sorted(str(o) for o in graph.objects(shape, kind))) for kind in TARGETS)
    return Target(classes, subjects_of)


def _targeted(select: str, target: Target) -> str:
    """Bind `$this` to the targets, as a SHACL engine would one by one."""
    classes = [f"{{ $this a <{iri}> }}" for iri in target.classes]
    subjects = [f"{{ SELECT DISTINCT $this WHERE {{ $this <{iri}> ?any }} }}" for iri in target.subjects_of]
    return select.replace("WHERE {", f"WHERE {{ {' UNION '.join(classes + subjects)} ", 1)


def _severity(node: Node | None) -> Severity:
    return Severity(str(node).removeprefix(str(SH))) if node else Severity.VIOLATION
