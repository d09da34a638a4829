"""Queries that the express lane has under way: at a worker, or waiting for one that is about to be free."""

import select
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.access import Record
from server.door import Door, wire
from server.door.worker import Worker, WorkerGone
from server.express.plan import Plan

if TYPE_CHECKING:
    from server.express.lane import Visit

_PATIENCE = 0.02  # seconds to wait here for a worker; longer is a thread's business


@dataclass(slots=True, eq=False)
class Flight:
    """One query: whose it is, the request's bytes, and what the worker has said so far."""

    visit: "Visit"
    plan: Plan
    request: bytes
    record: Record
    worker: Worker | None = None
    frames: list[wire.Frame] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)


class Flights:
    """Takes off as workers become free; `epoll` listens to those at work."""

    def __init__(self, door: Door, epoll: select.epoll) -> None:
        self._door, self._epoll = door, epoll
        self._by_worker: dict[int, Flight] = {}
        self._waiting: deque[Flight] = deque()

    @property
    def waiting(self) -> bool:
        """Whether a query waits for a worker."""
        return bool(self._waiting)

    def of(self, descriptor: int) -> Flight | None:
        """Return the flight whose worker has this connection."""
        return self._by_worker.get(descriptor)

    def start(self, flight: Flight, snapshot: str) -> bool:
        """Have a worker answer, now or soon; False where none is likely to be free soon."""
        if not self._waiting and self._take_off(flight, snapshot):
            return True
        if not self._by_worker:
            return False
        self._waiting.append(flight)
        return True

    def end(self, flight: Flight) -> None:
        """Listen to the flight's worker no more, or wait for none."""
        flight.visit.flight = None
        if flight.worker is None:
            self._waiting.remove(flight)
        else:
            descriptor = flight.worker.connection.fileno()
            self._epoll.unregister(descriptor)
            del self._by_worker[descriptor]

    def next(self, snapshot: str) -> None:
        """Let who waits take off, as far as workers are idle."""
        while self._waiting and self._take_off(self._waiting[0], snapshot):
            self._waiting.popleft()

    def overdue(self) -> Iterator[Flight]:
        """Yield what has waited too long, or for workers of which none is under way any more; each is to be ended."""
        latest = time.monotonic() - _PATIENCE
        while self._waiting and (self._waiting[0].since < latest or not self._by_worker):
            yield self._waiting[0]

    def _take_off(self, flight: Flight, snapshot: str) -> bool:
        worker = self._door.pool.take_idle(snapshot)
        if worker is None:
            return False
        try:
            worker.ask(flight.plan.query.ask(self._door.settings.base))
        except WorkerGone:
            self._door.pool.give_back(worker, fit=False)
            return False
        flight.worker = worker
        descriptor = worker.connection.fileno()
        self._by_worker[descriptor] = flight
        self._epoll.register(descriptor, select.EPOLLIN)
        return True
