"""How a graph is written in each syntax, from its sorted lines: readable, and the same bytes each time.

N-Quads and TriG hold the named graphs; Turtle, N-Triples, JSON-LD and RDF/XML hold their merge. Two are no syntaxes of
RDF, and of the whole graph only: FollowTheMoney holds its actors, offices, meetings, statements and documents as
entities, GraphML the network of who met whom.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from kg.ns import PREFIXES, RDF
from kg.snapshot.ftm import write_ftm
from kg.snapshot.graphml import write_graphml
from kg.snapshot.jsonld import write_jsonld
from kg.snapshot.lines import WHOLE, graph_of, triples_of

Statement = TypeVar("Statement", Triple, Quad)

MEDIA_TYPES = {
    "nq": "application/n-quads",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "ftm.json": "application/json+ftm",  # as OpenSanctions calls it; nobody has registered one
    "graphml": "application/graphml+xml",  # nor one for this
}
_NOT_RDF = frozenset({"ftm.json", "graphml"})
DATASET_SYNTAXES = frozenset({"nq", "trig"})

# Paths that end in one plain name: Turtle must escape a slash, which is harder to read than the whole IRI.
_KINDS = ("person", "country", "office-kind", "meeting", "statement", "place", "topic", "doc")
_WIKIDATA = {"wd": "http://www.wikidata.org/entity/", "wdt": "http://www.wikidata.org/prop/direct/"}
_TYPE = RDF["type"]
# What XML 1.0 cannot hold in any spelling, as canonical N-Triples writes it; a backslash before a backslash is text.
_NOT_XML = re.compile(rb"(\\\\)|\\(?:b|f|u00(?:0[0-8BCEF]|1[0-9A-F])|uFFF[EF])")


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of Turtle and TriG: vocabularies, and the kinds of data under `base`."""
    return PREFIXES | _WIKIDATA | {kind: f"{base}id/{kind}/" for kind in _KINDS} | {"graph": f"{base}graph/"}


def _trig(lines: Path, target: Path, base: str) -> None:
    serialize(_by_graph(lines), str(target), RdfFormat.TRIG, prefixes=prefixes(base))


def _turtle(lines: Path, target: Path, base: str) -> None:
    serialize(_readable(_triples(lines)), str(target), RdfFormat.TURTLE, prefixes=prefixes(base))


def _json_ld(lines: Path, target: Path, base: str) -> None:
    del base
    with target.open("wb") as out:
        write_jsonld(_readable(_triples(lines)), out)


def _rdf_xml(lines: Path, target: Path, base: str) -> None:
    del base
    with lines.open("rb") as source, _XmlFile(io.FileIO(target, "w")) as out:
        serialize(triples_of(map(_xml_characters, source)), out, RdfFormat.RDF_XML, prefixes=PREFIXES | _WIKIDATA)


WRITERS: Mapping[str, Callable[[Path, Path, str], int | None]] = {
    "trig": _trig,
    "ttl": _turtle,
    "jsonld": _json_ld,
    "rdf": _rdf_xml,
    "ftm.json": write_ftm,
    "graphml": write_graphml,
}
"""By syntax, what writes it: takes the file of sorted N-Quads (for TriG) or N-Triples, the file to write, the base.

Returns how many entities it wrote, if it did not write the lines' statements.
"""


def syntaxes_of(part: str) -> list[str]:
    """Return the syntaxes that the whole graph or a part of it is written in."""
    return [syntax for syntax in MEDIA_TYPES if part == WHOLE or syntax not in _NOT_RDF]


def _triples(lines: Path) -> Iterator[Triple]:
    return (quad.triple for quad in parse(path=str(lines), format=RdfFormat.N_TRIPLES))


def _readable(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Put the types of each subject first, where a reader looks for them."""
    for _, group in groupby(statements, key=lambda s: s.subject):
        described = list(group)
        yield from (s for s in described if s.predicate == _TYPE)
        yield from (s for s in described if s.predicate != _TYPE)


def _by_graph(lines: Path) -> Iterator[Quad]:
    """Yield quads graph by graph, in the order of the graphs' names."""
    graphs: dict[bytes, list[bytes]] = {}
    with lines.open("rb") as source:
        for line in source:
            graphs.setdefault(graph_of(line), []).append(line)
    for name in sorted(graphs):
        yield from _readable(parse(b"".join(graphs[name]), RdfFormat.N_QUADS))


def _xml_characters(line: bytes) -> bytes:
    r"""Put U+FFFD for each control character that XML cannot hold.

    >>> _xml_characters(rb'"a\fb\\f"').decode() == '"a\ufffdb' + r'\\f"'
    True
    """
    return _NOT_XML.sub(lambda m: m[1] or "\ufffd".encode(), line) if b"\\" in line else line


class _XmlFile(io.BufferedWriter):
    """Writes carriage returns as references: a parser would read a bare one as a line feed."""

    def write(self, data: Any) -> int:
        super().write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)
