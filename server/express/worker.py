"""gunicorn's threaded worker with the express lane in its main loop."""

import selectors
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from flask import Flask
from gunicorn.workers.gthread import TConn, ThreadWorker

from server.access import AccessLog
from server.config import Settings
from server.door import Answer, Door
from server.door.house import snapshot_of
from server.errors import Refusal
from server.express.clerks import Clerk, Returned
from server.express.errand import Errands
from server.express.lane import Lane, Visit, Ways
from server.express.plan import Plan
from server.metrics import Metrics

_ACCEPTED = 64  # connections taken in one turn
_STALLED = 120_000  # milliseconds for which a client may take nothing of what it is sent
_LONG = 0.25  # seconds after which a query lets others run first, and between looks at clerks
_LINGER = 0.5  # seconds that an idle connection stays open once the server stops


class _Connection(TConn):  # type: ignore[misc]  # gunicorn has no types
    """A client's connection; `lendable` for its next request, `suspect` for good once it has ended a clerk."""

    lendable = True
    suspect = False


class ExpressWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Accepts connections into the lane; what the lane does not answer goes to the threads, and comes back after."""

    def run(self) -> None:
        app: Flask = self.wsgi
        self._settings: Settings = app.extensions["settings"]
        self._door: Door = app.extensions["door"]
        self._log: AccessLog = app.extensions["access log"]
        self._metrics: Metrics = app.extensions["metrics"]
        self._lane = Lane(self._settings, Ways(self._kept, self._leave), self._log, self._metrics.count)
        self._errands = Errands(self._door, self._log, self._metrics)
        self._clerks: dict[int, Clerk | None] = {}
        self._looked = 0.0
        self.poller.register(self._lane.epoll, selectors.EVENT_READ, lambda _: self._lane.turn())
        super().run()

    def accept(self, listener: socket.socket) -> None:
        for _ in range(_ACCEPTED):
            try:
                accepted, address = listener.accept()
            except OSError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if hasattr(socket, "TCP_USER_TIMEOUT"):
                accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _STALLED)
            self.nr_conns += 1
            self._watch(_Connection(self.cfg, accepted, address, listener.getsockname()))

    def finish_request(self, conn: _Connection, fs: "Future[Any]") -> None:
        """Take a connection back from a thread."""
        failure = None if fs.cancelled() else fs.exception()
        if failure:
            self.log.error("a request failed", exc_info=failure)
        keep = not fs.cancelled() and failure is None and fs.result()
        if not keep or not self.alive:
            self._close(conn)
        elif conn.parser is not None and conn.parser.unreader.buf.getvalue():
            self.enqueue_req(conn)
        else:
            conn.lendable = not conn.suspect
            self._watch(conn)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        super().wait_for_and_dispatch_events(min(timeout, _LONG))

    def murder_keepalived(self, force: bool = False) -> None:  # noqa: FBT001, FBT002  # gunicorn's signature
        now = time.monotonic()
        if now - self._looked > _LONG:
            self._looked = now
            self._door.pool.step_back(_LONG)
            self._look_at_clerks()
        for visit in self._lane.sweep(self.cfg.keepalive if self.alive else 0.0 if force else _LINGER):
            self._close(visit.of)

    def _watch(self, conn: _Connection) -> None:
        conn.sock.settimeout(0)
        self._lane.watch(Visit(conn.sock, conn.client[0], of=conn))

    def _kept(self, _visit: Visit, plan: Plan) -> Answer | None:
        try:
            return self._door.kept(self._door.snapshot, plan.query)
        except Refusal:
            return None

    def _leave(self, visit: Visit, plan: Plan | None, rest: bytes) -> None:
        """Send a connection on: to a clerk if its request is light and none has given it back, else to a thread."""
        conn: _Connection = visit.of
        if rest:
            self._in_thread(conn, self._send, conn, rest)
        elif plan is None:
            conn.data_ready = True
            self.enqueue_req(conn)
        elif not (plan.query.light and conn.lendable and self._lend(conn)):
            self._in_thread(conn, self._errands.run, visit, plan)

    def _lend(self, conn: _Connection) -> bool:
        snapshot = self._door.snapshot
        clerks = [clerk for clerk in self._clerks.values() if clerk and clerk.snapshot == snapshot]
        return bool(clerks) and min(clerks, key=lambda clerk: clerk.load).lend(conn)

    def _look_at_clerks(self) -> None:
        """Have those go that answer from an old snapshot, or when the server stops; have new ones start."""
        snapshot = snapshot_of(self._door.house.parent()) if self.alive else ""
        for number in range(0 if self._settings.rate_limit else self._settings.clerks):
            clerk = self._clerks.get(number)
            if clerk and clerk.snapshot != snapshot:
                clerk.dismiss()
            elif snapshot and number not in self._clerks:
                self._clerks[number] = None
                started = self.tpool.submit(self._start_clerk, number)
                started.add_done_callback(lambda done, n=number: self.method_queue.defer(self._welcome, n, done))

    def _start_clerk(self, number: int) -> Clerk:
        with self._metrics.file(f"{self.pid}-{number}") as counters:
            log = [self._log.descriptor] if self._log.descriptor >= 0 else []
            return Clerk(self._door.house.address, self._settings, [counters.fileno(), *log])

    def _welcome(self, number: int, started: "Future[Clerk]") -> None:
        if started.exception() is not None:
            del self._clerks[number]  # to be tried again
            return
        clerk = self._clerks[number] = started.result()
        self.poller.register(clerk.connection, selectors.EVENT_READ, lambda _: self._hear_clerk(number, clerk))

    def _hear_clerk(self, number: int, clerk: Clerk) -> None:
        returned = clerk.returned()
        if returned is None:
            self.poller.unregister(clerk.connection)
            del self._clerks[number]
            returned = clerk.left_behind()
        for back in returned:
            self._take_back(back)

    def _take_back(self, back: Returned) -> None:
        conn = back.connection
        conn.suspect |= back.suspect
        conn.lendable = back.lendable and not conn.suspect
        if back.rest:
            self._in_thread(conn, self._send, conn, back.rest)
        else:
            self._watch(conn)

    def _close(self, conn: _Connection) -> None:
        """Close a connection; in a thread, since that waits for what the client is still sending."""
        self.nr_conns -= 1
        self.tpool.submit(conn.close, graceful=True)

    def _in_thread(self, conn: _Connection, do: Callable[..., bool], *what: Any) -> None:
        """Do something with a connection in a thread, and take it back."""
        done = self.tpool.submit(do, *what)
        done.add_done_callback(lambda future: self.method_queue.defer(self.finish_request, conn, future))

    def _send(self, conn: _Connection, data: bytes) -> bool:
        conn.sock.settimeout(None)
        conn.sock.sendall(data)
        return True
