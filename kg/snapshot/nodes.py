"""Nodes read from sorted N-Triples as a stream, without what nobody asks for: most lines are of passages."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.snapshot.lines import triples_of

Wanted = Mapping[str, Collection[NamedNode]]
"""By what a node's IRI begins with, the properties to read of it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node with the values, as text, of the properties that were asked for."""

    iri: str
    values: Mapping[NamedNode, list[str]]

    def __getitem__(self, name: NamedNode) -> list[str]:
        return self.values.get(name, [])


def nodes(lines: Path, wanted: Wanted) -> Iterator[Node]:
    """Yield the nodes of sorted N-Triples that have any property `wanted`; none whose IRI has a further fragment."""
    pattern = re.compile(b"|".join(_pattern(start, names) for start, names in wanted.items()))
    with lines.open("rb") as source:
        for subject, group in groupby(triples_of(filter(pattern.match, source)), key=lambda triple: triple.subject):
            values: dict[NamedNode, list[str]] = {}
            for triple in group:
                if isinstance(triple.object, NamedNode | Literal):
                    values.setdefault(triple.predicate, []).append(triple.object.value)
            if isinstance(subject, NamedNode):
                yield Node(subject.value, values)


def _pattern(start: str, names: Collection[NamedNode]) -> bytes:
    properties = "|".join(re.escape(name.value) for name in names)
    return rf"<{re.escape(start)}[^#>]*> <(?:{properties})> ".encode()
