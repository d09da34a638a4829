"""What a document's graph must be seen with to be checked on its own."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.triples.sink import type_

Term = NamedNode | BlankNode | Literal | Triple


class Context:
    """Quads outside the documents' graphs (reference data, shared actors and meetings), by subject."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._about: dict[Term, list[Quad]] = defaultdict(list)
        for quad in quads:
            self._about[quad.subject].append(quad)

    def of(self, quads: Iterable[Quad]) -> list[Quad]:
        """Return all that is shared about the subjects of `quads`, and the types of the nodes that either name."""
        subjects, objects = set[Term](), set[Term]()
        for quad in quads:
            subjects.add(quad.subject)
            objects.add(quad.object)
        about = self._about
        full = [quad for node in subjects for quad in about.get(node, ())]
        named = objects.union(quad.object for quad in full) - subjects
        return full + [quad for node in named for quad in about.get(node, ()) if quad.predicate == type_]
