"""What documents were found to say, kept from build to build: a document that has not changed is not read again.

The cache is a file of the data folder, written and read by this program alone. It is thrown away whenever the program,
its word lists or the language model change, and when it is damaged: losing it costs time and nothing else.
"""

import hashlib
import pickle
import sqlite3
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.model import Document, Facts
from kg.resources import resource

_PACKAGE = Path(__file__).parent
_SCHEMA = "CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, version TEXT NOT NULL, value BLOB NOT NULL)"
_COMMIT = 50  # documents


@cache
def _program() -> str:
    """Return a hash of everything that extraction depends on but the documents: code, word lists, reference data."""
    files = [*_PACKAGE.rglob("*"), *resource("ontology/reference").rglob("*")]
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class FactsCache:
    """Facts by document; a context manager, which on leaving forgets the documents that were not asked for."""

    def __init__(self, path: Path, model: str | None) -> None:
        self._path = path
        self._version = f"{_program()} {model or ''}"
        self._used: set[str] = set()
        self._added = 0

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError:
            self._path.unlink()
            self._connection = self._open()
        return self

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            connection.execute(_SCHEMA)
            connection.execute("DELETE FROM facts WHERE version != ?", (self._version,))
            connection.commit()
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            kept = {key for (key,) in self._connection.execute("SELECT key FROM facts")}
            self._connection.executemany("DELETE FROM facts WHERE key = ?", [(key,) for key in kept - self._used])
        self._connection.commit()
        self._connection.close()

    def find(self, documents: Iterable[Document]) -> dict[Document, Facts]:
        """Return the facts of those documents that are known."""
        found = {}
        for document in documents:
            key = self._key(document)
            row = self._connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
            if row:
                found[document] = pickle.loads(zlib.decompress(row[0]))  # noqa: S301 - our own file
        return found

    def add(self, facts: Facts) -> None:
        """Keep the facts; a build that is killed loses those of the last few documents at most."""
        value = zlib.compress(pickle.dumps(facts, pickle.HIGHEST_PROTOCOL), 1)
        row = (self._key(facts.document), self._version, value)
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", row)
        self._added += 1
        if self._added % _COMMIT == 0:
            self._connection.commit()

    def _key(self, document: Document) -> str:
        """Return a hash of all that is known of the document, its id included; it is kept if asked for."""
        key = hashlib.sha256(repr(document).encode("utf-8", "surrogatepass")).hexdigest()
        self._used.add(key)
        return key
