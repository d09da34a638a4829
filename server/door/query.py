"""What is asked through the door, and what comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from server.media import JSON, N_TRIPLES, Media

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Query:
    """A query and all that its answer depends on beside the snapshot.

    `results` writes the answer of SELECT and ASK, `graph` that of CONSTRUCT and DESCRIBE; `default` and `named` are the
    dataset's graphs, None where the request names none; `limit` is in seconds; `volatile` answers are never kept;
    `light` queries are most likely answered in a moment, and are tried by a clerk first.
    """

    text: str
    results: Media = JSON
    graph: Media = N_TRIPLES
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    terms: tuple[tuple[str, Term], ...] = ()
    limit: float = 30.0
    volatile: bool = False
    light: bool = False

    @property
    def key(self) -> tuple[Any, ...]:
        """What two queries share that have the same answer."""
        return (self.text, self.results.name, self.graph.name, self.default, self.named, self.terms)

    def etag(self, snapshot: str) -> str:
        """Return the entity tag of the answer from `snapshot`: weak, for rows without ORDER BY have no fixed order."""
        rest = repr((self.default, self.named, self.terms)) if self.default or self.named or self.terms else ""
        said = f"{snapshot}\0{self.results.name}\0{self.graph.name}\0{rest}\0{self.text}"
        return f'W/"{blake2b(said.encode(), digest_size=16).hexdigest()}"'

    def ask(self, base: str) -> dict[str, Any]:
        """Return the query as a worker takes it."""
        asked: dict[str, Any] = {
            "query": self.text,
            "results": self.results.name,
            "graph": self.graph.name,
            "limit": self.limit,
            "base": base,
        }
        if self.default is not None or self.named is not None:
            asked |= {"default": list(self.default or ()), "named": list(self.named or ())}
        if self.terms:
            asked["terms"] = {name: _parts(term) for name, term in self.terms}
        return asked


def _parts(term: Term) -> tuple[str, ...]:
    if isinstance(term, NamedNode):
        return "iri", term.value
    if isinstance(term, Literal) and term.language:
        return "text", term.value, term.language
    return "value", term.value, term.datatype.value if isinstance(term, Literal) else ""


@dataclass(slots=True)
class Answer:
    """The answer to a query: `whole` in one piece, or `pieces` as the worker makes them.

    `rows` is -1 until it is known. Who takes `pieces` reads them to the end or closes the answer; if it fails before
    its end, `pieces` raises Broken.
    """

    media: Media
    snapshot: str
    whole: bytes | None = None
    pieces: Iterator[bytes] = field(default_factory=lambda: iter(()))
    rows: int = -1
    cached: bool = False
    coded: dict[str, bytes] = field(default_factory=dict)
    """`whole` in content codings, as far as they have been asked for."""
    close: Callable[[], None] = lambda: None


class Broken(Exception):
    """An answer that failed after its first bytes were out; its message says why."""
