"""What an entity takes from other nodes than its own: names, codes, what offices belong to, documents that attest."""

from dataclasses import dataclass, field
from pathlib import Path

from kg.iris import digest
from kg.ns import PAR, RDFS, SKOS
from kg.snapshot.nodes import Node, Wanted, nodes

_ID_LENGTH = 200 - 41  # FollowTheMoney's longest, less the dot and the signature that Aleph appends
_CODE_LENGTH = 2  # of a country, in FollowTheMoney: ISO 3166-1 alpha-2 in small letters


@dataclass(frozen=True, slots=True)
class Joined:
    """Gathered in a first reading, by IRI: small beside the graph, which is never held.

    `labels` are those of places, organizations, offices, topics and code lists. `stands_for` is the organization of an
    office, else its country. `documents` attest a meeting or tenure. `acting` holds the countries that meet or speak.
    """

    base: str
    labels: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    countries: dict[str, list[str]] = field(default_factory=dict)
    stands_for: dict[str, list[str]] = field(default_factory=dict)
    documents: dict[str, list[str]] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)

    def kind(self, iri: str) -> str:
        """Return the kind of data that a node is, as its IRI spells it: `person`, `unnamed`."""
        return iri.removeprefix(f"{self.base}id/").partition("/")[0]

    def id(self, iri: str) -> str:
        """Return the id of a node's entity: the path of its IRI below `id/`, with two hyphens for a slash.

        No dots: Aleph and `ftm aggregate` take what follows the last one for a signature, and drop it.

        >>> Joined("http://example.org/").id("http://example.org/id/office/go/steward")
        'office--go--steward'
        """
        path = iri.removeprefix(f"{self.base}id/").replace("/", "--")
        return path if len(path) <= _ID_LENGTH else f"{path[: _ID_LENGTH - 11]}-{digest(path)}"


def join(lines: Path, base: str) -> Joined:
    """Read what has to be known before any entity can be written from the sorted N-Triples `lines`."""
    joined = Joined(base)
    present = set[str]()
    for node in nodes(lines, _wanted(base)):
        _take(node, joined)
        present.update(actor for actor in node[PAR.participant] if joined.kind(actor) in {"country", "office"})
        joined.acting.update(actor for actor in node[PAR.speaker] if joined.kind(actor) == "country")
    joined.acting.update(body for actor in present for body in joined.stands_for.get(actor, [actor]))
    return joined


def _wanted(base: str) -> Wanted:
    wanted = {
        "attestation": (PAR.attests, PAR.document),
        "country": (SKOS.notation,),
        "meeting": (PAR.participant,),
        "office": (RDFS.label, PAR.country, PAR.officeIn),
        "org": (RDFS.label,),
        "place": (RDFS.label,),
        "statement": (PAR.speaker,),
        "topic": (SKOS.prefLabel,),
    }
    return {f"{base}id/{kind}/": names for kind, names in wanted.items()} | {PAR.base: (SKOS.prefLabel,)}


def _take(node: Node, joined: Joined) -> None:
    for label in node[RDFS.label] or node[SKOS.prefLabel]:
        joined.labels.setdefault(node.iri, label)
    for code in node[SKOS.notation]:
        if len(code) == _CODE_LENGTH:
            joined.codes[node.iri] = code.lower()
    if bodies := node[PAR.officeIn] or node[PAR.country]:
        joined.stands_for[node.iri] = bodies
        joined.countries[node.iri] = node[PAR.country]
    for fact in node[PAR.attests]:
        if joined.kind(fact) in {"meeting", "tenure"} and "#" not in fact:
            joined.documents.setdefault(fact, []).extend(node[PAR.document])
