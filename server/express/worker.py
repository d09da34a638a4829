"""gunicorn's threaded worker with the express lane in its main loop."""

import selectors
import socket
import time
from concurrent.futures import Future
from functools import partial
from typing import Any

from flask import Flask
from gunicorn.workers.gthread import TConn, ThreadWorker

from server.express.lane import Exits, Lane

_ACCEPTED = 64  # connections taken in one turn
_STALLED = 120_000  # milliseconds for which a client may take nothing of what it is sent
_LONG = 0.25  # seconds after which a query lets others run first
_SOON = 0.01  # seconds between looks at queries that wait for a worker
_LINGER = 0.5  # seconds that an idle connection stays open once the server stops


class ExpressWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Accepts connections into the lane; what the lane does not answer goes to the threads, and comes back after."""

    def run(self) -> None:
        app: Flask = self.wsgi
        tools = (app.extensions["access log"], app.extensions["metrics"])
        settings, self._door = app.extensions["settings"], app.extensions["door"]
        exits = Exits(self._hand_over, self._close, self._send_rest)
        self._lane = Lane(settings, self._door, tools, exits)
        self._looked = 0.0
        self.poller.register(self._lane.epoll, selectors.EVENT_READ, self._lane.turn)
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
            self._lane.watch(TConn(self.cfg, accepted, address, listener.getsockname()))

    def finish_request(self, conn: TConn, fs: "Future[Any]") -> None:
        """Take a connection back from a thread."""
        self._door.abandon(conn.sock)
        keep = not fs.cancelled() and fs.exception() is None and fs.result()
        if not keep or not self.alive:
            self._close(conn)
        elif conn.parser is not None and conn.parser.unreader.buf.getvalue():
            self.enqueue_req(conn)
        else:
            conn.sock.settimeout(0)
            self._lane.watch(conn)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Wait for less where a query waits in the lane, which looks after it in its turns."""
        if self._lane.waiting:
            super().wait_for_and_dispatch_events(min(timeout, _SOON))
            self._lane.turn()
        else:
            super().wait_for_and_dispatch_events(timeout)

    def murder_keepalived(self, force: bool = False) -> None:  # noqa: FBT001, FBT002  # gunicorn's signature
        now = time.monotonic()
        if now - self._looked > _LONG:
            self._looked = now
            self._door.pool.step_back(_LONG)
        self._lane.sweep(self.cfg.keepalive if self.alive else 0.0 if force else _LINGER)

    def _hand_over(self, conn: TConn, data: bytes) -> None:
        """Have a thread handle the request that begins with `data`."""
        conn.init()
        conn.parser.unreader.unread(data)
        conn.data_ready = True
        self.enqueue_req(conn)

    def _close(self, conn: TConn) -> None:
        """Close a connection; in a thread, since that waits for what the client is still sending."""
        self.nr_conns -= 1
        self.tpool.submit(conn.close, graceful=True)

    def _send_rest(self, conn: TConn, data: bytes) -> None:
        done = self.tpool.submit(self._send, conn, data)
        done.add_done_callback(lambda future: self.method_queue.defer(partial(self.finish_request, conn, future)))

    def _send(self, conn: TConn, data: bytes) -> bool:
        conn.sock.settimeout(None)
        conn.sock.sendall(data)
        return True
