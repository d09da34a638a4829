"""The query workers of one web process: who is idle, who is busy, and who may have one next.

First come, first served. Where no worker is free and one has been busy for longer than the grace time, it gives way, so
that short queries are answered however many long ones come. That loses time only: the query is asked again, and then
stays until it is answered, as one does whose answer the client has begun to get, and those that have run longest. Those
that stay never have all workers.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from server.door.worker import Worker

_BEGUN = 5  # times the grace for a query that has an answer: to begin it again costs more
_OTHERS = 2  # workers that queries which stay leave to others
_LOOK = 0.05  # seconds between looks at a worker that nobody listens to


class NoWorker(Exception):
    """No worker became free within the time that a request may wait."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ticket:
    """A place in the queue, or of a worker that is starting; `stays` as its query is to."""

    stays: bool = False


class Pool:
    """At most `size` workers made by `connect`; a waiting request gives up after `patience` seconds."""

    def __init__(self, connect: Callable[[], Worker], size: int, grace: float, patience: float) -> None:
        self._connect = connect
        self._size, self._grace, self._patience = size, grace, patience
        self._most_staying = max(1, size - _OTHERS)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._starting: set[_Ticket] = set()
        self._queue: deque[_Ticket] = deque()
        self._changed = threading.Condition()

    def counts(self) -> tuple[int, int, int]:
        """Return how many workers are idle, how many busy, and how many requests wait."""
        with self._changed:
            self._let_ended_go()
            return len(self._idle), len(self._busy), len(self._queue)

    def take(self, parent: str, *, stays: bool = False) -> Worker:
        """Return a worker, waiting for one if need be; raises NoWorker or, where none can be started, OSError.

        A query that `stays` need not give way. Idle workers of another parent than `parent` are let go. Who takes must
        give back.
        """
        ticket, deadline = _Ticket(stays), time.monotonic() + self._patience
        with self._changed:
            self._queue.append(ticket)
            try:
                while ticket not in self._ready()[:1] or not (self._idle or self._room()):
                    self._wait(ticket, deadline)
                if worker := self._pop_idle(parent):
                    worker.stays = stays
                else:
                    self._starting.add(ticket)
            finally:
                self._queue.remove(ticket)
                self._changed.notify_all()
        return worker or self._start(ticket)

    def let_stay(self, worker: Worker) -> bool:
        """Have a query that has an answer stay, once there is room for it; return False where it has to give way."""
        with self._changed:
            worker.begun = True
            while not (worker.stays or worker.gave_way or worker.ended or self._may_stay()):
                self._changed.wait(_LOOK)
            worker.stays = not worker.gave_way
            return worker.stays

    def give_back(self, worker: Worker, *, fit: bool) -> None:
        """Hand a worker back; one that is not fit for another query is ended."""
        fit = fit and not worker.gave_way
        if not fit:
            worker.kill()
        with self._changed:
            self._busy.discard(worker)
            if fit:
                self._idle.append(worker)
            self._changed.notify_all()
        if not fit:  # not before: others look at the workers that are busy
            worker.close()

    def step_back(self, after: float) -> None:
        """Lower the priority of all that have been busy for more than `after` seconds."""
        now = time.monotonic()
        with self._changed:
            long = [worker for worker in self._busy if worker.started and now - worker.started > after]
        for worker in long:
            worker.step_back()

    def close(self) -> None:
        """Let all idle workers go."""
        with self._changed:
            while self._idle:
                self._idle.pop().close()

    def _room(self) -> bool:
        if len(self._busy) + len(self._idle) + len(self._starting) >= self._size:
            self._let_ended_go()
        return len(self._busy) + len(self._idle) + len(self._starting) < self._size

    def _may_stay(self) -> bool:
        self._let_ended_go()
        staying = sum(worker.stays for worker in self._busy) + sum(ticket.stays for ticket in self._starting)
        return staying < self._most_staying

    def _ready(self) -> list[_Ticket]:
        """Return the tickets of those who wait for nothing but a worker."""
        may_stay = any(ticket.stays for ticket in self._queue) and self._may_stay()
        return [ticket for ticket in self._queue if may_stay or not ticket.stays]

    def _let_ended_go(self) -> None:
        """Stop counting the workers that ended by themselves, their answer still with a slow reader."""
        self._busy -= {worker for worker in self._busy if worker.ended}

    def _pop_idle(self, parent: str) -> Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.parent == parent:
                worker.started = time.monotonic()
                self._busy.add(worker)
                return worker
            worker.close()
        return None

    def _start(self, ticket: _Ticket) -> Worker:
        try:
            worker = self._connect()
            assert worker.hello
        except BaseException:
            with self._changed:
                self._starting.remove(ticket)
                self._changed.notify_all()
            raise
        with self._changed:
            self._starting.remove(ticket)
            worker.started, worker.stays = time.monotonic(), ticket.stays
            self._busy.add(worker)
        return worker

    def _wait(self, ticket: _Ticket, deadline: float) -> None:
        now = time.monotonic()
        if now >= deadline:
            raise NoWorker
        pause = deadline - now
        ready = self._ready()
        if ticket in ready[:1]:
            pause = min(pause, self._make_way(now, len(ready)))
        self._changed.wait(max(pause, 0.01))

    def _make_way(self, now: float, waiting: int) -> float:
        """End queries past their grace, one for each who waits; those that have run longest stay while they may.

        Returns the seconds until the grace of the next one is over.
        """
        wanted = waiting - sum(worker.gave_way for worker in self._busy)
        others = sorted((w for w in self._busy if w.started and not w.gave_way and not w.stays), key=self._over)
        for worker in others:
            left = self._over(worker) - now
            if wanted <= 0 or left > 0:
                return max(left, 0.0) or self._grace
            if self._may_stay():
                worker.stays = True
            else:
                worker.gave_way = True
                worker.kill()
                wanted -= 1
        return self._grace

    def _over(self, worker: Worker) -> float:
        """Return when a query's grace is over; one that has an answer has a longer one."""
        return worker.started + self._grace * (_BEGUN if worker.begun else 1)
