"""The one door to the data: every read of the graph, by whatever page or protocol, goes through here."""

import contextlib
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from flask import current_app
from pyoxigraph import QuerySolutions, RdfFormat, Triple, parse, parse_query_results

from server.config import MEGABYTE, Settings
from server.door.cache import Cache
from server.door.evaluate import ClientGone, Evaluation, GaveWay
from server.door.house import House, snapshot_of, store_of
from server.door.pool import NoWorker, Pool
from server.door.query import Answer, Broken, Query, Term
from server.door.worker import Worker, WorkerGone
from server.errors import Busy, MemoryLimit, Refusal, TimeLimit, Unavailable
from server.media import GRAPHS, JSON, N_TRIPLES, RESULTS

__all__ = ["Answer", "Broken", "ClientGone", "Door", "Query", "Row", "Term", "door"]

Row = Mapping[str, Term]

_START = 60.0  # seconds that the first request waits for the store to be loaded
_FRESH = 0.02  # seconds for which the parent of workers is not looked up again
_REMEMBER = 60.0  # seconds for which a query that hit a limit is not tried again
_REMEMBERED = 4096


class Door:
    """Answers queries over the snapshot in service; holds no data but answers."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cache: Cache[Answer] = Cache(settings.cache_size * MEGABYTE)
        self.house = House(settings)
        self.pool = Pool(self._connect, settings.query_workers, settings.query_grace, settings.query_wait)
        self._failures: dict[object, tuple[float, TimeLimit | MemoryLimit]] = {}
        self._parent, self._looked = "", 0.0
        self._folder: tuple[str, Path] = ("", Path())
        self._lock = threading.Lock()

    @property
    def snapshot(self) -> str:
        """The id of the snapshot in service; raises Unavailable where there is none."""
        now = time.monotonic()
        if now - self._looked > _FRESH:
            self._parent, self._looked = self.house.parent(), now
        if not self._parent:
            self.start()
            self._parent = self.house.parent()
        return snapshot_of(self._parent)

    @property
    def store(self) -> str:
        """Where workers read that snapshot: `memory` or `disk`."""
        return store_of(self._parent)

    @property
    def folder(self) -> Path:
        """The folder of the snapshot in service: dumps, search index, manifest."""
        snapshot = self.snapshot
        if self._folder[0] != snapshot:
            worker = self.pool.take(self._parent)
            self._folder = (worker.snapshot, worker.folder)
            self.pool.give_back(worker, fit=True)
        return self._folder[1]

    def start(self) -> None:
        """Start the keeper of the workers and wait until a snapshot is in service."""
        with self._lock:
            self.house.start()
        self.house.wait(_START)

    def close(self) -> None:
        """Let workers and keeper go."""
        self.pool.close()
        self.house.close()

    def answer(self, query: Query, client: socket.socket | None = None) -> Answer:
        """Answer `query`, from the cache where it can; raises Refusal, or ClientGone when `client` hangs up.

        The answer is wholly from one snapshot, which it names.
        """
        snapshot = self.snapshot
        if kept := self.kept(snapshot, query):
            return kept
        if failure := self.failed(snapshot, query):
            raise failure
        try:
            answer = self._evaluate(query, client)
        except (TimeLimit, MemoryLimit) as error:
            self._remember(snapshot, query, error)
            raise
        if answer.whole is not None and not query.volatile:
            self.keep(query, answer, answer.whole)
        return answer

    def kept(self, snapshot: str, query: Query) -> Answer | None:
        """Return the answer if it is in the cache."""
        return None if query.volatile else self.cache.get((snapshot, query.key))

    def keep(self, query: Query, answer: Answer, whole: bytes) -> Answer:
        """Keep an answer for the next who asks the same of the same snapshot; return it as it is kept."""
        kept = Answer(answer.media, answer.snapshot, whole, rows=answer.rows, cached=True)
        self.cache.put((answer.snapshot, query.key), kept, len(whole) + 2 * len(query.text) + 500)
        return kept

    def failed(self, snapshot: str, query: Query) -> Refusal | None:
        """Return what to tell the client whose query hit a limit moments ago, since it would do so again."""
        until, error = self._failures.get((snapshot, query.key, query.limit), (0.0, None))
        left = until - time.monotonic()
        if error is None or left <= 0:
            return None
        return type(error)(f"{error}; so it did moments ago, and is not tried again yet", retry=max(1, round(left)))

    def rows(self, query: str, terms: Mapping[str, Term] | None = None) -> list[Row]:
        """Return the rows of a SELECT of the server's own, each variable in `terms` taken for its term.

        Unbound variables are left out of a row.
        """
        result = parse_query_results(self._own(query, terms), JSON.writer)  # type: ignore[arg-type]  # not RdfFormat
        assert isinstance(result, QuerySolutions)
        names = [variable.value for variable in result.variables]
        return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in result]

    def triples(self, query: str, terms: Mapping[str, Term] | None = None) -> list[Triple]:
        """Return what a CONSTRUCT or DESCRIBE of the server's own makes."""
        quads = parse(self._own(query, terms), RdfFormat.N_TRIPLES)
        return [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]

    def graph(self, query: str, format: RdfFormat, terms: Mapping[str, Term] | None = None) -> bytes:  # noqa: A002
        """Return the same, serialised."""
        media = next(media for media in GRAPHS if media.writer == format)
        return self._whole(
            Query(query, JSON, media, terms=tuple((terms or {}).items()), limit=self.settings.query_time)
        )

    def _own(self, query: str, terms: Mapping[str, Term] | None) -> bytes:
        limit = self.settings.query_time
        return self._whole(Query(query, RESULTS[0], N_TRIPLES, terms=tuple((terms or {}).items()), limit=limit))

    def _whole(self, query: Query) -> bytes:
        answer = self.answer(query)
        return answer.whole if answer.whole is not None else b"".join(answer.pieces)

    def _evaluate(self, query: Query, client: socket.socket | None) -> Answer:
        answer: Answer

        def keep(whole: bytes) -> None:
            if not query.volatile:
                self.keep(query, answer, whole)

        def ask(worker: Worker) -> Answer:
            return Evaluation(query, worker, self.pool, client).answer(self.settings.base, keep)

        try:
            answer = ask(self._worker())
        except GaveWay:
            answer = ask(self._worker(stays=True))
        return answer

    def _worker(self, *, stays: bool = False) -> Worker:
        try:
            return self.pool.take(self._parent, stays=stays)
        except NoWorker:
            raise Busy(f"the server is busy: no query worker was free for {self.settings.query_wait:g} s") from None
        except (OSError, WorkerGone):
            raise Unavailable("the query workers are being started again", retry=2) from None

    def _connect(self) -> Worker:
        """Connect for a new worker; once more where the parent of workers has just been changed."""
        with contextlib.suppress(OSError):
            return Worker(self.house.address)
        self.start()
        return Worker(self.house.address)

    def _remember(self, snapshot: str, query: Query, error: TimeLimit | MemoryLimit) -> None:
        if len(self._failures) >= _REMEMBERED:
            self._failures.clear()
        self._failures[snapshot, query.key, query.limit] = (time.monotonic() + _REMEMBER, error)


def door() -> Door:
    """Return the door of the application that handles the present request."""
    found: Door = current_app.extensions["door"]
    return found
