"""The connections and queries under way in the main loop of a web process."""

import itertools
import logging
import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from server.access import AccessLog, Record
from server.config import Settings
from server.door import Adopted, Door, wire
from server.door.query import Answer
from server.door.worker import Worker, WorkerGone
from server.errors import Refusal
from server.express.plan import Plan, Planner
from server.express.reply import Clock, coded, head
from server.media import GRAPHS, RESULTS
from server.metrics import Metrics

log = logging.getLogger("parley.express")

_PIECE = 64 * 1024
_MEDIA = {media.name.encode(): media for media in (*RESULTS, *GRAPHS)}
_CLIENT_EVENTS = select.EPOLLIN | select.EPOLLRDHUP


class Connection(Protocol):
    """gunicorn's connection, as far as it is used here."""

    sock: socket.socket
    client: Any


@dataclass(slots=True, eq=False)
class Visit:
    """A client's connection while it is here."""

    connection: Connection
    used: float
    flight: "Flight | None" = None
    ahead: bytes = b""


@dataclass(slots=True, eq=False)
class Flight:
    """A query that a worker is at."""

    visit: Visit
    plan: Plan
    request: bytes
    worker: Worker
    record: Record
    frames: list[wire.Frame] = field(default_factory=list)


class Exits(NamedTuple):
    """Where a connection goes from here.

    `hand_over` takes it and the bytes read from it to a thread; `close` ends it; `send_rest` takes it and what its
    socket has not taken yet to a thread.
    """

    hand_over: Callable[[Any, bytes], None]
    close: Callable[[Any], None]
    send_rest: Callable[[Any, bytes], None]


class Lane:
    """Listens to idle connections and to the workers of queries under way."""

    def __init__(
        self,
        settings: Settings,
        door: Door,
        tools: tuple[AccessLog, Metrics],
        exits: Exits,
    ) -> None:
        self.epoll = select.epoll()
        self._door, self._settings = door, settings
        self._log, self._metrics = tools
        self._planner = Planner(settings)
        self._hand_over, self._close, self._send_rest = exits
        self._visits: dict[int, Visit] = {}
        self._flights: dict[int, Flight] = {}
        self._clock = Clock()
        self._prefix = os.urandom(3).hex()
        self._count = itertools.count()

    def watch(self, connection: Connection) -> None:
        """Listen to an idle connection."""
        descriptor = connection.sock.fileno()
        self._visits[descriptor] = Visit(connection, time.monotonic())
        self.epoll.register(descriptor, _CLIENT_EVENTS)

    def turn(self, _: object = None) -> None:
        """Handle whatever is ready."""
        for descriptor, _events in self.epoll.poll(0):
            flight = self._flights.get(descriptor)
            if flight is not None:
                self._land(flight)
            elif descriptor in self._visits:
                self._hear(self._visits[descriptor])
        self._log.flush()

    def sweep(self, idle: float) -> None:
        """Close the connections that were not used for `idle` seconds."""
        oldest = time.monotonic() - idle
        for visit in [visit for visit in self._visits.values() if visit.flight is None and visit.used <= oldest]:
            self._close(self._forget(visit))

    def _forget(self, visit: Visit) -> Connection:
        descriptor = visit.connection.sock.fileno()
        self.epoll.unregister(descriptor)
        del self._visits[descriptor]
        return visit.connection

    def _hear(self, visit: Visit) -> None:
        try:
            data = visit.connection.sock.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if visit.flight is not None:
            self._hear_early(visit, data)
        elif not data:
            self._close(self._forget(visit))
        else:
            self._begin(visit, data)

    def _hear_early(self, visit: Visit, data: bytes) -> None:
        """Take what comes while a query is under way: the next request, or the client's leaving."""
        assert visit.flight
        if data:
            visit.ahead += data
            self.epoll.modify(visit.connection.sock.fileno(), 0)
            return
        flight = visit.flight
        self._end(flight)
        self._door.pool.give_back(flight.worker, fit=False)
        self._write_log(flight.record, "client left", 499)
        self._close(self._forget(visit))

    def _begin(self, visit: Visit, data: bytes) -> None:
        plan = None if self._settings.rate_limit else self._planner.plan(data)  # Flask's side counts requests
        if plan is None or not self._try(visit, plan, data):
            self._hand_over(self._forget(visit), data)

    def _try(self, visit: Visit, plan: Plan, data: bytes) -> bool:
        """Answer from the cache or ask a worker; return False where neither can be done at once."""
        try:
            snapshot = self._door.snapshot
        except Refusal:
            return False
        record = Record(id=f"{self._prefix}{next(self._count):06x}", client=visit.connection.client[0],
                        method=plan.method, path="/sparql", query=plan.query.text)  # fmt: skip
        kept = self._door.kept(snapshot, plan.query)
        if kept is not None:
            return self._reply(visit, plan, kept, record, "cached")
        worker = None if self._door.failed(snapshot, plan.query) else self._door.pool.take_idle(snapshot)
        if worker is None:
            return False
        try:
            worker.ask(plan.query.ask(self._settings.base))
        except WorkerGone:
            self._door.pool.give_back(worker, fit=False)
            return False
        visit.flight = Flight(visit, plan, data, worker, record)
        descriptor = worker.connection.fileno()
        self._flights[descriptor] = visit.flight
        self.epoll.register(descriptor, select.EPOLLIN)
        return True

    def _end(self, flight: Flight) -> None:
        descriptor = flight.worker.connection.fileno()
        self.epoll.unregister(descriptor)
        del self._flights[descriptor]
        flight.visit.flight = None

    def _land(self, flight: Flight) -> None:
        """Take what a worker says; a small answer that is whole is sent, anything else goes to a thread."""
        gone: WorkerGone | None = None
        try:
            flight.frames += flight.worker.receive()
        except WorkerGone as error:
            gone = error
        kinds = [kind for kind, _ in flight.frames]
        if gone is None and (not kinds or (wire.END not in kinds and kinds == [wire.BEGIN])):
            return
        self._end(flight)
        if gone is not None or kinds not in ([wire.BEGIN, wire.DATA, wire.END], [wire.BEGIN, wire.END]):
            self._pass_on(flight, gone)
            return
        end = wire.read_end(flight.frames[-1][1])
        if end.spooled:
            self._pass_on(flight, gone)
            return
        whole = flight.frames[1][1] if len(kinds) == 3 else b""
        answer = Answer(_MEDIA[flight.frames[0][1]], flight.worker.snapshot, whole, rows=end.rows)
        self._door.pool.give_back(flight.worker, fit=end.fit)
        if not flight.plan.query.volatile:
            answer = self._door.keep(flight.plan.query, answer, whole)
        if not self._reply(flight.visit, flight.plan, answer, flight.record, "ok"):
            self._hand_over(self._forget(flight.visit), flight.request + flight.visit.ahead)

    def _pass_on(self, flight: Flight, gone: WorkerGone | None) -> None:
        """Have a thread go on with a query under way."""
        adopted = Adopted(flight.plan.query, flight.worker, flight.frames, gone)
        self._door.adopt(flight.visit.connection.sock, adopted)
        self._hand_over(self._forget(flight.visit), flight.request + flight.visit.ahead)

    def _reply(self, visit: Visit, plan: Plan, answer: Answer, record: Record, verdict: str) -> bool:
        ready = coded(plan, answer)
        if ready is None:
            return False
        body, coding = ready
        top = head(plan, answer, body, coding)
        data = b"%sQuery-Id: %s\r\n%s\r\n%s" % (top, record.id.encode(), self._clock.line(), body)
        record.rows = answer.rows
        self._write_log(record, verdict, 200)
        self._send(visit, data)
        return True

    def _send(self, visit: Visit, data: bytes) -> None:
        visit.used = time.monotonic()
        try:
            sent = visit.connection.sock.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            self._close(self._forget(visit))
            return
        if sent < len(data):
            self._send_rest(self._forget(visit), data[sent:])
        elif visit.ahead:
            ahead, visit.ahead = visit.ahead, b""
            self.epoll.modify(visit.connection.sock.fileno(), _CLIENT_EVENTS)
            self._begin(visit, ahead)

    def _write_log(self, record: Record, verdict: str, status: int) -> None:
        record.verdict, record.status = verdict, status
        self._metrics.count(record, self._log.add(record))
