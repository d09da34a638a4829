"""Facts to quads: one named graph for each document, and the graphs of what documents share.

A document's graph holds what that document says. What resolution concluded from all of them (names and identity of
actors, the date of a meeting that several documents tell) stands in `graph/actors` and `graph/meetings`.
"""

from kg.triples.context import Context
from kg.triples.document import document_quads
from kg.triples.meta import provenance_quads
from kg.triples.reference import reference_quads
from kg.triples.shared import shared_quads, withdrawn_quads

__all__ = ["Context", "document_quads", "provenance_quads", "reference_quads", "shared_quads", "withdrawn_quads"]
