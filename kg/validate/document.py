"""One document's graph, as it stands before anything is derived from it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.ns import OA, PAR, RDF, Namespace
from kg.validate.core import check_core
from kg.validate.report import Report
from kg.validate.shapes import Scope, shapes_of
from kg.validate.sparql import check_sparql

NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
_BEFORE = 1  # characters before a passage that a shape may look at


def validate_document(quads: Iterable[Quad], context: Iterable[Quad], text: str | None) -> Report:
    """Check all that one document says.

    `context` gives at least the rdf:type of the nodes that `quads` name and do not describe (actors, offices, runs);
    only nodes described in `quads` are checked. `text` is the document's, in which its passages must be found; it
    goes nowhere else; without it, what only the text can show is not checked.
    """
    said = list(quads)
    document = next((q.subject for q in said if q.predicate == RDF["type"] and q.object == PAR.Document), None)
    described = {str(getattr(quad.subject, "value", quad.subject)) for quad in said}
    together = said + list(context)
    shapes = shapes_of(Scope.DOCUMENT)
    anchors = [] if text is None else _anchors(said, text)
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in (*together, *anchors))
    found = [*check_core(shapes, together, described.__contains__), *check_sparql(shapes, store)]
    name = document.value if isinstance(document, NamedNode) else ""
    return Report(tuple(replace(result, document=name) for result in found if result.node in described))


def _anchors(quads: Iterable[Quad], text: str) -> Iterator[Quad]:
    """Cut what stands at each passage's offsets, and right before it, out of the text."""
    starts, ends = dict[NamedNode, int](), dict[NamedNode, int]()
    offsets = {OA.start: starts, OA.end: ends}
    for quad in quads:
        passage, offset = quad.subject, quad.object
        if quad.predicate in offsets and isinstance(passage, NamedNode) and isinstance(offset, Literal):
            offsets[quad.predicate][passage] = int(offset.value) if offset.value.isdecimal() else 0
    for passage, start in starts.items():
        end = ends.get(passage, start)
        yield Quad(passage, NIF.anchorOf, Literal(text[start:end]))
        yield Quad(passage, NIF.before, Literal(text[max(0, start - _BEFORE) : start]))
