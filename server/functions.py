"""Functions beside SPARQL's own that queries may call by IRI; query workers offer what is listed here."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.ns import PAR, XSD
from kg.snapshot import Index
from server.door.child import Function

MOST = 10_000
"""How many nodes one search inside a query considers, the best ones."""


def functions(folder: Path) -> Mapping[NamedNode, Function]:
    """Return the functions over the snapshot in `folder`: `par:relevance(?node, "words")`.

    The relevance is a decimal above 0, greater for a better match, and an error (unbound) where the node's names and
    words do not hold all the words. Called in each query worker before it is sealed: files are opened here, for
    reading, and not later.
    """
    index = Index(folder)

    @lru_cache(maxsize=16)
    def scores(words: str) -> Mapping[str, float]:
        return {hit.iri: hit.score for hit in index.search(words, limit=MOST)}

    def relevance(node: object, words: object) -> Literal | None:
        if not isinstance(node, NamedNode) or not isinstance(words, Literal):
            return None
        score = scores(words.value).get(node.value)
        return None if score is None else Literal(f"{score:.6f}", datatype=XSD.decimal)

    return {PAR.relevance: relevance}
