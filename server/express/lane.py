"""The connections and queries under way in the main loop of a web process."""

import itertools
import logging
import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from server.access import AccessLog, Record
from server.config import Settings
from server.door import Adopted, Door, wire
from server.door.query import Answer
from server.door.worker import WorkerGone
from server.errors import Refusal
from server.express.flights import Flight, Flights
from server.express.plan import Plan, Planner
from server.express.reply import Clock, coded, head
from server.media import GRAPHS, RESULTS
from server.metrics import Metrics

log = logging.getLogger("parley.express")

_PIECE = 64 * 1024
_TURN, _MOMENT = 0.005, 0.001  # seconds of one turn at most, and to wait in it for the next event
_WHOLE = ([wire.BEGIN, wire.DATA, wire.END], [wire.BEGIN, wire.END])
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
    flight: Flight | None = None
    ahead: bytes = b""


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
        self._flights = Flights(door, self.epoll)
        self._clock = Clock()
        self._prefix = os.urandom(3).hex()
        self._count = itertools.count()

    @property
    def waiting(self) -> bool:
        """Whether a query waits for a worker."""
        return self._flights.waiting

    def watch(self, connection: Connection) -> None:
        """Listen to an idle connection."""
        descriptor = connection.sock.fileno()
        self._visits[descriptor] = Visit(connection, time.monotonic())
        self.epoll.register(descriptor, _CLIENT_EVENTS)

    def turn(self, _: object = None) -> None:
        """Handle what is ready, and what becomes ready at once after: most answers take less time than a way round."""
        until = time.monotonic() + _TURN
        events = self.epoll.poll(0)
        while events:
            for descriptor, _events in events:
                self._handle(descriptor)
            left = until - time.monotonic()
            events = self.epoll.poll(_MOMENT) if left > 0 else []
        for flight in self._flights.overdue():
            self._flights.end(flight)
            self._leave(flight)
        self._log.flush()

    def _handle(self, descriptor: int) -> None:
        flight = self._flights.of(descriptor)
        if flight is not None:
            self._land(flight)
        elif descriptor in self._visits:
            self._hear(self._visits[descriptor])

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
        self._flights.end(flight)
        if flight.worker is not None:
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
        client = plan.headers.client or visit.connection.client[0]
        id_ = f"{self._prefix}{next(self._count):06x}"
        record = Record(id_, client=client, method=plan.method, path="/sparql", query=plan.query.text)
        kept = self._door.kept(snapshot, plan.query)
        if kept is not None:
            return self._reply(visit, plan, kept, record, "cached")
        if self._door.failed(snapshot, plan.query):
            return False
        flight = Flight(visit, plan, data, record)
        if not self._flights.start(flight, snapshot):
            return False
        visit.flight = flight
        return True

    def _land(self, flight: Flight) -> None:
        """Take what a worker says; a small answer that is whole is sent, anything else goes to a thread."""
        assert flight.worker is not None
        try:
            flight.frames += flight.worker.receive()
        except WorkerGone as gone:
            self._pass_on(flight, gone)
            return
        kinds = [kind for kind, _ in flight.frames]
        end = wire.read_end(flight.frames[-1][1]) if kinds in _WHOLE else None
        if end is None or end.spooled:
            if kinds not in ([], [wire.BEGIN]):
                self._pass_on(flight, None)
            return
        self._flights.end(flight)
        whole = flight.frames[1][1] if len(kinds) == 3 else b""
        answer = Answer(_MEDIA[flight.frames[0][1]], flight.worker.snapshot, whole, rows=end.rows)
        self._door.pool.give_back(flight.worker, fit=end.fit)
        self._flights.next(self._door.snapshot)
        if not flight.plan.query.volatile:
            answer = self._door.keep(flight.plan.query, answer, whole)
        if not self._reply(flight.visit, flight.plan, answer, flight.record, "ok"):
            self._leave(flight)

    def _pass_on(self, flight: Flight, gone: WorkerGone | None) -> None:
        """Have a thread go on with a query that a worker is at."""
        self._flights.end(flight)
        assert flight.worker is not None
        adopted = Adopted(flight.plan.query, flight.worker, flight.frames, gone)
        self._door.adopt(flight.visit.connection.sock, adopted)
        self._leave(flight)

    def _leave(self, flight: Flight) -> None:
        """Have a thread handle the request of a flight."""
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
