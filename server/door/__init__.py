"""The one door to the data: every read of the graph, by whatever page or protocol, goes through here."""

from collections.abc import Mapping
from pathlib import Path

from flask import current_app
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples, RdfFormat, Store, Triple, Variable

from kg.snapshot import Snapshot, open_snapshot
from server.config import Settings

Term = NamedNode | BlankNode | Literal
Row = Mapping[str, Term]


class Door:
    """Answers queries over the snapshot in service."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._store: tuple[Snapshot, Store] | None = None

    @property
    def snapshot(self) -> str:
        """The id of the snapshot in service."""
        return self._open()[0].id

    @property
    def folder(self) -> Path:
        """The folder of the snapshot in service: dumps, search index, manifest."""
        return self._open()[0].folder

    def rows(self, query: str, terms: Mapping[str, Term] | None = None) -> list[Row]:
        """Return the rows of a SELECT of the server's own, each variable in `terms` taken for its term.

        Unbound variables are left out of a row.
        """
        result = self._run(query, terms)
        assert isinstance(result, QuerySolutions)
        names = [variable.value for variable in result.variables]
        return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in result]

    def triples(self, query: str, terms: Mapping[str, Term] | None = None) -> list[Triple]:
        """Return what a CONSTRUCT or DESCRIBE of the server's own makes."""
        result = self._run(query, terms)
        assert isinstance(result, QueryTriples)
        return list(result)

    def graph(self, query: str, format: RdfFormat, terms: Mapping[str, Term] | None = None) -> bytes:  # noqa: A002
        """Return the same, serialised."""
        result = self._run(query, terms)
        assert isinstance(result, QueryTriples)
        return result.serialize(format=format) or b""

    def _run(self, query: str, terms: Mapping[str, Term] | None) -> object:
        substitutions = {Variable(name): term for name, term in (terms or {}).items()}
        return self._open()[1].query(query, substitutions=substitutions)  # type: ignore[arg-type]

    def _open(self) -> tuple[Snapshot, Store]:
        if self._store is None:
            snapshot = open_snapshot(self.settings.data)
            self._store = (snapshot, snapshot.load())
        return self._store


def door() -> Door:
    """Return the door of the application that handles the present request."""
    found: Door = current_app.extensions["door"]
    return found
