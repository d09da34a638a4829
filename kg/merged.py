"""The graph that queries over the whole see: each triple once, whatever number of documents say it.

Over named graphs taken together, Oxigraph counts a triple once for each graph it stands in: four patterns on a tenure
that a hundred documents attest give a hundred million rows instead of one.
"""

import re
from collections.abc import Iterable

from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.ns import RDF

_PREFIX = re.compile(r"PREFIX\s+(\w+):\s*<([^>]*)>", re.IGNORECASE)
_NAME = re.compile(r"\b(\w+):([A-Za-z][\w-]*)")
_TYPE = f"<{RDF['type'].value}>".encode()
_IRI = re.compile(r"<([^<>\s]+)>")


def merged(store: Store, terms: Iterable[str]) -> Store:
    """Return, as a default graph, what `store` holds of the properties and the instances of classes in `terms`."""
    wanted = {f"<{term}>".encode() for term in terms}
    result = Store()
    result.bulk_load(b"".join(_triples(store, wanted)), RdfFormat.N_TRIPLES)
    return result


def names(query: str) -> set[str]:
    """Return the IRIs that a query names, in full or by a prefix.

    >>> sorted(names("PREFIX ex: <http://example.org/> ASK { ?s ex:p <http://example.org/o> }"))
    ['http://example.org/', 'http://example.org/o', 'http://example.org/p']
    """
    prefixes = dict(_PREFIX.findall(query))
    short = {prefixes[prefix] + local for prefix, local in _NAME.findall(query) if prefix in prefixes}
    return short | set(_IRI.findall(query))


def _triples(store: Store, terms: set[bytes]) -> set[bytes]:
    found = set()
    for graph in (DefaultGraph(), *store.named_graphs()):
        for line in (store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b"").splitlines(keepends=True):
            _, predicate, rest = line.split(b" ", 2)
            if predicate in terms or (predicate == _TYPE and rest[:-3] in terms):
                found.add(line)
    return found
