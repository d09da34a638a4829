"""What documents share, and what they say only together, in the whole graph."""

from dataclasses import replace

from pyoxigraph import NamedNode, Store

from kg.merged import merged, names
from kg.ns import PAR
from kg.validate.core import check_core
from kg.validate.report import Report, Result
from kg.validate.shapes import Scope, shapes_of
from kg.validate.sparql import check_sparql


def validate_graph(store: Store) -> Report:
    """Check actors, offices, resolved meetings and all rules that compare documents; `derive` must have run.

    The rules for a document's own graph are those of `validate_document`; a graph that passes both breaks no shape.
    """
    shapes = shapes_of(Scope.DATASET)
    queried = {name for constraint in shapes.sparql for name in names(constraint.query)}
    together = merged(store, shapes.classes | shapes.properties | queried)
    found = [*check_core(shapes, together, lambda _: True), *check_sparql(shapes, together)]
    return Report(tuple(replace(result, document=_document(together, result)) for result in found))


def _document(store: Store, result: Result) -> str:
    """Return the document that the node belongs to, or the first in order that attests it."""
    node = NamedNode(result.node)
    attesting = [quad.subject for quad in store.quads_for_pattern(None, PAR.attests, node)]
    found = [
        str(getattr(quad.object, "value", ""))
        for subject in (node, *attesting)
        for quad in store.quads_for_pattern(subject, PAR.document, None)
    ]
    return min(found, default="")
