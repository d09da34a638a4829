"""Who met whom as GraphML: a network of actors that Gephi, Cytoscape, yEd, igraph and networkx open as it is.

An edge joins two actors who took part in one meeting that was held; its weight is how many meetings they shared.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from kg.ns import ORG, PAR, RDFS
from kg.snapshot.nodes import Node, Wanted, nodes

_NODE_KEYS = {"label": "string", "kind": "string", "country": "string", "meetings": "int"}
_EDGE_KEYS = {"weight": "int", "first": "string", "last": "string", "meetings": "string"}
_ACTORS = ("country", "office", "org", "person", "unnamed")  # kinds of data, as IRIs spell them
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Pair = tuple[str, str]


@dataclass(slots=True)
class _Edge:
    """The meetings that two actors shared, as IRIs, and the first and last days on which they can have been."""

    meetings: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def add(self, meeting: Node) -> None:
        self.meetings.append(meeting.iri)
        self.first += meeting[PAR.earliestDate]
        self.last += meeting[PAR.latestDate]

    def values(self) -> Mapping[str, object]:
        first, last = min(self.first, default=""), max(self.last, default="")
        return {"weight": len(self.meetings), "first": first, "last": last, "meetings": " ".join(self.meetings)}


def write_graphml(lines: Path, target: Path, base: str) -> int:
    """Write the network in the sorted N-Triples `lines` to the file `target`; return the number of nodes and edges."""
    actors: dict[str, Node] = {}
    edges: dict[Pair, _Edge] = {}
    counts = Counter[str]()
    for node in nodes(lines, _wanted(base)):
        if not node.iri.startswith(f"{base}id/meeting/"):
            actors[node.iri] = node
        elif PAR.Held.value in node[PAR.status]:
            present = sorted(set(node[PAR.participant]))
            counts.update(present)
            for pair in combinations(present, 2):
                edges.setdefault(pair, _Edge()).add(node)
    met = sorted({actor for pair in edges for actor in pair})
    numbers = {actor: number for number, actor in enumerate(met)}
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(_head())
        for actor in met:
            out.write(
                f"<node id={quoteattr(actor)}>{_data('n', _described(actor, actors, base, counts[actor]))}</node>\n"
            )
        for (one, other), edge in sorted(edges.items()):
            ends = f"source={quoteattr(one)} target={quoteattr(other)}"
            out.write(f'<edge id="{numbers[one]}-{numbers[other]}" {ends}>{_data("e", edge.values())}</edge>\n')
        out.write("</graph>\n</graphml>\n")
    return len(met) + len(edges)


def _wanted(base: str) -> Wanted:
    told = dict.fromkeys(_ACTORS, (RDFS.label, ORG.holds, PAR.country)) | {
        "meeting": (PAR.status, PAR.participant, PAR.earliestDate, PAR.latestDate)
    }
    return {f"{base}id/{kind}/": names for kind, names in told.items()}


def _described(actor: str, actors: Mapping[str, Node], base: str, meetings: int) -> Mapping[str, object]:
    return {
        "label": _label(actor, actors),
        "kind": actor.removeprefix(f"{base}id/").partition("/")[0],
        "country": ", ".join(dict.fromkeys(_label(country, actors) for country in _countries(actor, actors))),
        "meetings": meetings,
    }


def _countries(actor: str, actors: Mapping[str, Node]) -> Iterator[str]:
    """Yield the countries of an actor, or of the offices that a person holds."""
    node = actors.get(actor)
    for holder in [actor, *node[ORG.holds]] if node else ():
        yield from actors[holder][PAR.country] if holder in actors else ()


def _label(actor: str, actors: Mapping[str, Node]) -> str:
    labels: Sequence[str] = actors[actor][RDFS.label] if actor in actors else ()
    return labels[0] if labels else actor


def _head() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            yield f'<key id="{owner[0]}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="met" edgedefault="undirected">\n'


def _data(owner: str, values: Mapping[str, object]) -> str:
    told = {name: _NOT_XML.sub(" ", str(value)) for name, value in values.items() if value != ""}
    return "".join(f'<data key="{owner}-{name}">{escape(value)}</data>' for name, value in told.items())
