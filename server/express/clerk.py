"""A clerk: a process that holds the store, to which a web process lends the connections of clients with light queries.

It evaluates on its own, sealed as query workers are, without anybody between it and the client. Whatever else comes it
leaves in the connection, which it gives back. The kernel ends it where a query is not as light as it looked; the web
process then takes its connections back, finds the requests that were not answered still in them, and has them answered
by query workers.
"""

import contextlib
import mmap
import resource
import select
import signal
import socket
import time
from dataclasses import replace
from typing import IO, NamedTuple, cast

from pyoxigraph import QueryTriples, Store

from server.access import AccessLog
from server.config import MEGABYTE, Settings
from server.door import wire
from server.door.cache import Cache
from server.door.child import QUICK, Limits, confine, peak
from server.door.query import Answer
from server.door.rows import count
from server.door.seal import seal
from server.express.clerks import NOBODY
from server.express.lane import Count, Lane, Visit, Ways
from server.express.plan import Plan
from server.metrics import Counters

LONGEST = 64 * 1024
"""Bytes of an answer past which a query is none for a clerk."""
_PROCESSOR_TIME, _TIME = 0.05, 1.0  # seconds that a query may take; the second where it waits for a disk
_CACHE = 8 * MEGABYTE
_TURN = 1.0  # seconds between looks for idle connections
_IDLE = 5.0  # seconds after which a connection goes back to the web process, which closes those not used for longer


class _TooLong(Exception):
    """An answer is longer than `LONGEST`."""


class _Short:
    """Takes what the serialiser writes, as long as it is short."""

    def __init__(self) -> None:
        self.written = bytearray()

    def write(self, piece: bytes) -> int:
        self.written += piece
        if len(self.written) > LONGEST:
            raise _TooLong
        return len(piece)

    def flush(self) -> None:
        """Do nothing: all is taken at once."""


class Clerk:
    """The state of the process; `web` is its connection to the web process."""

    def __init__(self, web: socket.socket, order: "Order", snapshot: str, store: Store, limits: Limits) -> None:
        self._web, self._snapshot, self._store, self._settings = web, snapshot, store, order.settings
        self._notice = mmap.mmap(order.notice, len(NOBODY))
        self._frames = wire.Frames()
        self._cache: Cache[Answer] = Cache(_CACHE)
        self._limits, self._start, self._fit = limits, peak(), True

    def serve(self, log: AccessLog, count: Count) -> None:
        """Answer on what connections are lent until the web process closes `web`, or a query took too much memory."""
        self._lane = Lane(self._settings, Ways(self._answer, self._give_back), log, count)
        self._lane.epoll.register(self._web, select.EPOLLIN)
        swept = time.monotonic()
        while self._fit:
            if self._lane.turn(_TURN) and not self._take():
                return
            if time.monotonic() - swept > _TURN:
                swept = time.monotonic()
                for visit in self._lane.sweep(_IDLE):
                    self._give_back(visit, None, b"")

    def _take(self) -> bool:
        """Take the connections that are lent; return False where there will be no more."""
        data, descriptors, _, _ = socket.recv_fds(self._web, 4096, 64)
        for (_, body), descriptor in zip(self._frames.feed(data), descriptors, strict=True):
            sock = socket.socket(fileno=descriptor)
            client = ""
            with contextlib.suppress(OSError):  # it has left already
                client = str(sock.getpeername()[0])
            self._lane.watch(Visit(sock, client, of=body))
        return bool(data)

    def _give_back(self, visit: Visit, _plan: Plan | None, rest: bytes) -> None:
        visit.sock.close()
        self._web.sendall(wire.frame(wire.BACK, visit.of + rest))

    def _answer(self, visit: Visit, plan: Plan) -> Answer | None:
        query = plan.query
        if not query.light:
            return None
        key = query.key
        if kept := self._cache.get(key):
            kept.cached = True
            return kept
        self._notice[:] = visit.of
        started = time.perf_counter()
        signal.setitimer(signal.ITIMER_PROF, _PROCESSOR_TIME)
        signal.setitimer(signal.ITIMER_REAL, _TIME)
        try:
            answer = self._evaluate(plan)
        except (_TooLong, SyntaxError, ValueError, RuntimeError, OSError):
            return None  # whatever is to be said of it, a query worker will say
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            self._notice[:] = NOBODY
        if time.perf_counter() - started > QUICK and self._limits.outgrown(self._start):
            self._fit = False
        self._cache.put(key, answer, len(answer.whole or b"") + 2 * len(query.text) + 500)
        return answer

    def _evaluate(self, plan: Plan) -> Answer:
        result = self._store.query(plan.query.text, base_iri=self._settings.base)
        out = _Short()
        media = plan.query.graph if isinstance(result, QueryTriples) else plan.query.results
        result.serialize(cast("IO[bytes]", out), media.writer)  # type: ignore[arg-type]  # the one for its kind of result
        whole = bytes(out.written)
        return Answer(media, self._snapshot, whole, rows=count(media, whole))


class Order(NamedTuple):
    """What the web process gives a clerk: its settings, and the files of notice, counters and access log."""

    settings: Settings
    notice: int
    counters: int
    log: int = -1


def work(web: socket.socket, order: Order, snapshot: str, store: Store, limits: Limits) -> None:
    """Be a clerk for the web process at the other end of `web`; called in a fresh child process."""
    clerk = Clerk(web, order, snapshot, store, limits)
    confine(replace(limits, spool=resource.RLIM_INFINITY), stack=0)  # it appends to the access log
    seal()
    web.sendall(wire.frame(wire.HELLO, snapshot.encode()))
    clerk.serve(AccessLog(order.log), Counters(order.counters).count)
