"""Rows of the server's own queries, as templates draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.ns import SCHEMA
from server.door import Term, door
from server.names import page_path
from server.pages.sections import Section, query_text

PAGE = 50
_LABEL = "Label"
_ADDRESS, _WEB = SCHEMA.URL, ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where it leads."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A section with its rows, by column; `more` where there are further ones."""

    section: Section
    columns: Sequence[str]
    rows: Sequence[Mapping[str, Cell]]
    page: int
    more: bool

    @property
    def name(self) -> str:
        return self.section.query


def fill(section: Section, this: NamedNode | None = None, page: int = 1) -> Filled:
    """Ask the section's query about `this` and return page `page` (from 1) of the answer."""
    found = ask(section.query, this, limit=PAGE + 1, offset=(page - 1) * PAGE)
    shown = _described(section.described_by, found[:PAGE]) if section.described_by else found[:PAGE]
    rows = [{name: cell(name, row) for name in row if not name.endswith(_LABEL)} for row in shown]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return Filled(section, columns, rows, page, len(found) > PAGE)


def _described(query: str, found: Sequence[Mapping[str, Term]]) -> list[Mapping[str, Term]]:
    """Return a row of the query file `query` for each of the nodes in the first column of `found`, in their order.

    Asked for so few nodes, it need not be evaluated for all that a long list could show.
    """
    nodes = [term for row in found for term in list(row.values())[:1] if isinstance(term, NamedNode)]
    text = query_text(query).replace("?these", " ".join(map(str, nodes)))
    rows = {next(iter(row.values())): row for row in reversed(list(door().rows(text)))} if nodes else {}
    return [rows[node] for node in nodes if node in rows]


def ask(
    query: str, this: NamedNode | None = None, limit: int | None = None, offset: int = 0
) -> list[Mapping[str, Term]]:
    """Return the rows of the query file `query`, with `this` in the place of `?this`."""
    text = query_text(query)
    if this is not None:
        text = text.replace("?this", f"<{this.value}>")
    if limit is not None:
        text = f"{text} LIMIT {limit} OFFSET {offset}"
    return list(door().rows(text))


def cell(name: str, row: Mapping[str, Term]) -> Cell:
    """Return the cell of a column: a node leads to its page, an address on the web to itself."""
    term, label = row[name], row.get(name + _LABEL)
    if isinstance(term, NamedNode):
        return Cell(value(label) if label is not None else short(term), page_path(term.value))
    address = isinstance(term, Literal) and term.datatype == _ADDRESS and term.value.startswith(_WEB)
    return Cell(value(term), value(term) if address else None)


def value(term: Term) -> str:
    """Return a term's text without datatype and language."""
    return str(term) if isinstance(term, BlankNode) else term.value


def short(node: NamedNode) -> str:
    """Return the part of an IRI that people read: behind the last `/` or `#`.

    >>> short(NamedNode("https://w3id.org/parley/ns#Meeting"))
    'Meeting'
    """
    return node.value.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def language_of(term: Term) -> str | None:
    return term.language if isinstance(term, Literal) else None
