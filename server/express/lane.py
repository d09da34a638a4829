"""Connections whose plain requests are answered in a main loop, be it a web process's or a clerk's."""

import itertools
import os
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from server.access import AccessLog, Record
from server.config import Settings
from server.door.query import Answer
from server.express.plan import Plan, Planner
from server.express.reply import Clock, coded, head

_PIECE = 64 * 1024


class Count(Protocol):
    """Counts a request that is over, and the seconds it took."""

    def __call__(self, request: Record, seconds: float, /) -> None: ...


@dataclass(slots=True, eq=False)
class Visit:
    """A client's connection while it is here; `of` is whatever its owner knows it by.

    `waiting` is how many bytes of it have been looked at, and are still there.
    """

    sock: socket.socket
    client: str
    of: Any
    waiting: int = 0
    used: float = field(default_factory=time.monotonic)


class Ways(NamedTuple):
    """What is done with a plain request, and with a connection whose next request is not to be answered here.

    `answer` returns None where it has none at once. `leave` takes the connection, the plan of the request that waits
    in it if it is a plain one, and what of an answer its socket has not taken yet.
    """

    answer: Callable[[Visit, Plan], Answer | None]
    leave: Callable[[Visit, Plan | None, bytes], None]


class Lane:
    """Listens to connections. A request stays in its socket until it is answered: so nobody's death loses one."""

    def __init__(self, settings: Settings, ways: Ways, log: AccessLog, count: Count) -> None:
        self.epoll = select.epoll()
        self._planner = None if settings.rate_limit else Planner(settings)  # Flask's side counts requests
        self._answer, self._leave = ways
        self._log, self._count = log, count
        self._visits: dict[int, Visit] = {}
        self._clock = Clock()
        self._prefix = os.urandom(3).hex()
        self._serial = itertools.count()

    def watch(self, visit: Visit) -> None:
        """Listen to an idle connection."""
        descriptor = visit.sock.fileno()
        self._visits[descriptor] = visit
        self.epoll.register(descriptor, select.EPOLLIN)

    def turn(self, patience: float = 0.0) -> list[int]:
        """Handle what is ready within `patience` seconds; return the descriptors that are none of the connections."""
        others = []
        for descriptor, _ in self.epoll.poll(patience):
            visit = self._visits.get(descriptor)
            if visit is None:
                others.append(descriptor)
            else:
                self._hear(visit)
        self._log.flush()
        return others

    def sweep(self, idle: float) -> list[Visit]:
        """Listen no more to the connections that were not used for `idle` seconds, and return them."""
        oldest = time.monotonic() - idle
        left = [visit for visit in self._visits.values() if visit.used <= oldest]
        for visit in left:
            self._forget(visit)
        return left

    def _forget(self, visit: Visit) -> None:
        descriptor = visit.sock.fileno()
        self.epoll.unregister(descriptor)
        del self._visits[descriptor]

    def _hear(self, visit: Visit) -> None:
        started = time.perf_counter()
        try:
            data = visit.sock.recv(_PIECE, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        visit.waiting = len(data)
        plan = self._planner.plan(data) if self._planner and data else None
        answer = self._answer(visit, plan) if plan else None
        ready = coded(plan, answer) if plan and answer else None
        if plan is None or answer is None or ready is None:
            self._forget(visit)
            self._leave(visit, plan, b"")
        else:
            visit.sock.recv(len(data))
            self._reply(visit, plan, answer, ready, started)

    def _reply(self, visit: Visit, plan: Plan, answer: Answer, ready: tuple[bytes, str], started: float) -> None:
        id_ = f"{self._prefix}{next(self._serial):06x}"
        body, coding = ready
        top = head(plan, answer, body, coding)
        self._send(visit, b"%sQuery-Id: %s\r\n%s\r\n%s" % (top, id_.encode(), self._clock.line(), body))
        record = Record(id_, started, plan.headers.client or visit.client, plan.method, "/sparql", 200,
                        plan.query.text, answer.rows, "cached" if answer.cached else "ok")  # fmt: skip
        self._count(record, self._log.add(record))

    def _send(self, visit: Visit, data: bytes) -> None:
        visit.used = time.monotonic()
        try:
            sent = visit.sock.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # the client has left, as the next event will say
        if sent < len(data):
            self._forget(visit)
            self._leave(visit, None, data[sent:])
