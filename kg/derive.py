"""What follows from the graph: the CONSTRUCT rules of `ontology/rules`, in the order of their numbers.

Every rule reads the base graph only, never what another rule derived: so the result does not depend on their order, and
the derived graph is the rules' answer to the base graph and nothing else.
"""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Quad, QueryTriples, Store

from kg.iris import Iris
from kg.merged import merged, names
from kg.resources import resource


@cache
def rules() -> tuple[tuple[str, str], ...]:
    """Return name and query of each rule."""
    files = sorted(resource("ontology/rules").glob("*.rq"))
    return tuple((file.stem, file.read_text(encoding="utf-8")) for file in files)


def derive(store: Store, iris: Iris) -> Iterator[Quad]:
    """Yield `graph/derived` of what `store` holds, each quad once.

    The store should hold no derived graph yet; if it does, nothing new follows from it.
    """
    looked_at = {name for _, query in rules() for name in names(query)}
    base, graph = merged(store, looked_at), iris.graph("derived")
    seen: set[Quad] = set()
    for _, query in rules():
        triples = base.query(query)
        assert isinstance(triples, QueryTriples)
        for triple in triples:
            quad = Quad(triple.subject, triple.predicate, triple.object, graph)
            if quad not in seen:
                seen.add(quad)
                yield quad
