"""The reference data's Turtle as plain text values, for matching against documents."""

from collections.abc import Iterator
from functools import cache

import pyoxigraph

from kg.resources import resource

_BASE = "parley:/"  # the IRIs in the files are relative; matching needs their last step only

Values = dict[str, tuple[str, ...]]


@cache
def read_reference(name: str) -> dict[str, Values]:
    """Return the nodes of `ontology/reference/{name}.ttl`: path below the base to the values of each property.

    A property goes by the last step of its IRI (`altLabel`), a value that is an IRI of the same base by its path.
    """
    nodes: dict[str, dict[str, list[str]]] = {}
    for triple in _triples(name):
        subject, predicate, value = triple
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return {node: {prop: tuple(values) for prop, values in props.items()} for node, props in nodes.items()}


def _triples(name: str) -> Iterator[tuple[str, str, str]]:
    path = resource(f"ontology/reference/{name}.ttl")
    for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE, base_iri=_BASE):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
            quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal
        ):
            predicate = quad.predicate.value.replace("#", "/").rpartition("/")[2]
            yield quad.subject.value.removeprefix(_BASE), predicate, quad.object.value.removeprefix(_BASE)
