"""Full text search over a snapshot: names, aliases, and the words of statements and documents, in SQLite's FTS5."""

import math
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.ns import DCTERMS, PAR, RDF, RDFS, SKOS

INDEX = "search.sqlite"

_LABELS = {RDFS.label, SKOS.prefLabel, DCTERMS.title}
_ALIASES = {SKOS.altLabel, SKOS.notation, DCTERMS.identifier}
_TYPES = ("Person", "Organization", "Country", "Office", "Place", "Meeting", "Statement", "Document", "UnnamedActor")
_ABOUT = (PAR.mentions, PAR.speaker, PAR.participant, PAR.holder, PAR.office, PAR.place)
"""Properties that lead to whom or what a fact is about: the more do, the better known a node is."""
_SCHEMA = """
CREATE TABLE entry (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, type TEXT NOT NULL, renown REAL NOT NULL DEFAULT 1);
CREATE VIRTUAL TABLE words USING fts5(label, aliases, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
"""
_LIKENESS = "-bm25(words, 10.0, 5.0, 1.0)"
_RENOWNED = f"{_LIKENESS} * renown"
_SEARCH = """
WITH best AS (
  SELECT entry.id, iri, type, {score} AS score FROM words JOIN entry ON entry.id = words.rowid
  WHERE words MATCH :pattern AND (:type = '' OR type = :type) ORDER BY score DESC, iri LIMIT :limit OFFSET :offset
)
SELECT iri, type, label, aliases, snippet(words, -1, char(2), char(3), ' … ', 24), score
FROM words JOIN best ON best.id = words.rowid WHERE words MATCH :pattern ORDER BY score DESC, iri
"""
_BETWEEN = " · "  # aliases
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A node found.

    `aliases` are its other names; `snippet` marks the words found with the control characters STX and ETX; a higher
    `score` is a better match.
    """

    iri: str
    type: str
    label: str
    aliases: tuple[str, ...]
    snippet: str
    score: float


def write_index(path: Path, triples: Iterable[Triple | Quad]) -> None:
    """Write the index of `triples`, those of a subject in one run, to the new file `path`.

    The same triples give the same bytes (with the same SQLite).
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        connection.execute("BEGIN")
        facts: Counter[str] = Counter()
        for number, (iri, type_, *words) in enumerate(_entries(triples, facts), 1):
            connection.execute("INSERT INTO entry (id, iri, type) VALUES (?, ?, ?)", (number, iri, type_))
            connection.execute("INSERT INTO words (rowid, label, aliases, text) VALUES (?, ?, ?, ?)", (number, *words))
        connection.execute("CREATE INDEX by_iri ON entry (iri)")
        renown = ((1 + math.log1p(count), iri) for iri, count in facts.items())
        connection.executemany("UPDATE entry SET renown = ? WHERE iri = ?", renown)
        connection.execute("DROP INDEX by_iri")
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _entries(triples: Iterable[Triple | Quad], facts: Counter[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield IRI, class, label, aliases and text of each node to be found; count in `facts` those about any node."""
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        values: dict[NamedNode, list[str]] = defaultdict(list)
        for triple in group:
            term = triple.object
            values[triple.predicate].append(term.value if isinstance(term, Literal | NamedNode) else "")
        facts.update(iri for about in _ABOUT for iri in values.get(about, ()))
        types = {value.removeprefix(PAR.base) for value in values[RDF["type"]]}
        type_ = next((name for name in _TYPES if name in types), None)
        if type_ and isinstance(subject, NamedNode):
            label = next((v for p in sorted(_LABELS, key=str) for v in values[p]), "")
            aliases = _BETWEEN.join(v for p in sorted(_ALIASES, key=str) for v in sorted(values[p]))
            yield subject.value, type_, label, aliases, " ".join(values[PAR.text])


class Index:
    """The index of one snapshot, opened read only; one object may serve many threads."""

    def __init__(self, folder: Path) -> None:
        self._address = f"file:{folder / INDEX}?mode=ro&immutable=1"

    def search(self, words: str, type_: str = "", limit: int = 20, offset: int = 0) -> list[Hit]:
        """Return the nodes that hold all the words, the last of which may be the beginning of one.

        Those come first in which the words are rarer and more of the whole, and which more facts are about.
        """
        return self._matching(match_pattern(words), type_, _RENOWNED, limit, offset)

    def named_like(self, name: str, type_: str = "", limit: int = 20) -> list[Hit]:
        """Return the nodes one of whose names holds any word of `name`, those with more and rarer ones first."""
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(name))
        return self._matching(f"{{label aliases}} : ({words})" if words else "", type_, _LIKENESS, limit)

    def _matching(self, pattern: str, type_: str, score: str, limit: int, offset: int = 0) -> list[Hit]:
        if not pattern:
            return []
        connection = sqlite3.connect(self._address, uri=True)
        try:
            asked = {"pattern": pattern, "type": type_, "limit": limit, "offset": offset}
            rows = connection.execute(_SEARCH.format(score=score), asked).fetchall()
        finally:
            connection.close()
        return [
            Hit(iri, kind, label, tuple(filter(None, aliases.split(_BETWEEN))), snippet, score)
            for iri, kind, label, aliases, snippet, score in rows
        ]


def match_pattern(words: str) -> str:
    """Return what FTS5 is asked for `words`: each quoted, so that nothing in them is an operator.

    The last one counts twice where it is a whole word.

    >>> match_pattern('Tehran "talks OR')
    '"Tehran" AND "talks" AND ("OR" OR "OR"*)'
    """
    *whole, last = (f'"{word}"' for word in _WORD.findall(words) or [""])
    return " AND ".join([*whole, f"({last} OR {last}*)"]) if last != '""' else ""
