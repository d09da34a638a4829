"""The graph as lines: sorted canonical N-Quads, their merge as N-Triples, and the parts that a reader wants."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.errors import SnapshotError
from kg.ns import DCTERMS, PAR, RDF, RDFS, SKOS

WHOLE = "parley"

PARTS = {
    "parley-people": ("Person", "Organization", "Outlet", "Office", "UnnamedActor", "Tenure"),
    "parley-meetings": ("Meeting", "Participation", "Place"),
    "parley-statements": ("Statement", "Document"),
}
"""Name of a part to the classes whose instances it describes; the labels of all that they name come with them."""

_BATCH = 4096
_TYPE = f" {RDF['type']} ".encode()
_LABELS = tuple(f" {term} ".encode() for term in (RDFS.label, SKOS.prefLabel, DCTERMS.title))


def quad_lines(quads: Iterable[Quad]) -> list[bytes]:
    """Return the quads of named graphs as sorted lines, each once; raises SnapshotError for a blank node."""
    lines = (serialize(_named(quads), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    lines.sort()
    return [line for line, _ in groupby(lines)]


def _named(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                raise SnapshotError(f"{quad}: a blank node, whose name would differ from build to build")
            yield quad


def merged(lines: Iterable[bytes]) -> list[bytes]:
    r"""Return sorted N-Quads without their graphs, as sorted N-Triples, each once.

    >>> merged([b'<s> <p> "o" <g> .\n', b'<s> <p> "o" <h> .\n'])
    [b'<s> <p> "o" .\n']
    """
    return [line for line, _ in groupby(line[: line.rindex(b" <")] + b" .\n" for line in lines)]


def triples_of(lines: Iterable[bytes]) -> Iterator[Triple]:
    """Parse lines of N-Triples as they come; a few thousand are held at once."""
    iterator = iter(lines)
    while batch := b"".join(islice(iterator, _BATCH)):
        for quad in parse(batch, RdfFormat.N_TRIPLES):
            yield quad.triple


def graph_of(line: bytes) -> bytes:
    """Return the graph of a line of N-Quads, in angle brackets."""
    return line[line.rindex(b" <") + 1 : -3]


def parts(lines: Iterable[bytes], triples: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Return the lines of each part: its nodes' own, and the labels of what they name.

    `lines` may be quads or triples; `triples` is the merge that says of which class a node is.
    """
    part_of = _part_of(triples)
    own: dict[str, list[bytes]] = {part: [] for part in PARTS}
    named: dict[str, set[bytes]] = {part: set() for part in PARTS}
    labels: list[tuple[bytes, bytes]] = []
    for line in lines:
        subject, predicate, rest = line.split(b" ", 2)
        part = part_of.get(subject)
        if part:
            own[part].append(line)
            if rest.startswith(b"<"):
                named[part].add(rest[: rest.index(b" ")])
        if b" %b " % predicate in _LABELS:
            labels.append((subject, line))
    return {part: sorted(own[part] + _labels_of(named[part], labels, part, part_of)) for part in PARTS}


def _part_of(triples: Iterable[bytes]) -> dict[bytes, str]:
    part_by_class = {f"{PAR[name]}".encode(): part for part, names in PARTS.items() for name in names}
    found: dict[bytes, str] = {}
    for line in triples:
        if _TYPE in line:
            subject, _, object_ = line.split(b" ", 2)
            part = part_by_class.get(object_[:-3])
            if part:
                found[subject] = part
    return found


def _labels_of(
    named: Collection[bytes], labels: Iterable[tuple[bytes, bytes]], part: str, part_of: dict[bytes, str]
) -> list[bytes]:
    return [line for subject, line in labels if subject in named and part_of.get(subject) != part]
