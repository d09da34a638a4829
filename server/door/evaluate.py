"""One query on one worker: asking, waiting for the answer or for the client to leave, and passing it on."""

import json
import select
import signal
import socket
import time
from collections.abc import Callable, Iterator

from server.door import wire
from server.door.pool import Pool
from server.door.query import Answer, Broken, Query
from server.door.rows import RowCounter, count
from server.door.worker import Spool, Worker, WorkerGone
from server.errors import BadQuery, Busy, MemoryLimit, Refusal, TimeLimit
from server.media import GRAPHS, RESULTS
from server.syntax.mistake import explain

_AHEAD = 512 * 1024  # bytes of an answer that are taken from a worker before the client has read them
_OVERTIME = 2.0  # seconds after which the web process ends a worker whose own alarm did not


class ClientGone(Exception):
    """Who asked has hung up."""


class GaveWay(Exception):
    """The worker was ended for others who waited, before the client was told anything."""


class Evaluation:
    """A query under way on `worker`, which goes back to `pool` when all is said."""

    def __init__(self, query: Query, worker: Worker, pool: Pool, client: socket.socket | None) -> None:
        self._query, self._worker, self._pool, self._client = query, worker, pool, client
        self._frames: list[wire.Frame] = []
        self._held = True
        self._deadline = time.monotonic() + query.limit + _OVERTIME

    def answer(self, base: str, done: Callable[[bytes], None]) -> Answer:
        """Ask and wait for the first frames; raises Refusal where the query fails before its first bytes, or GaveWay.

        `done` is told the bytes of a whole answer that comes in pieces, if it is not too long to keep.
        """
        try:
            self._worker.ask(self._query.ask(base))
            begin, data, end = self._first()
        except WorkerGone as gone:
            self._release(fit=False)
            raise GaveWay if self._worker.gave_way else refusal(gone.signal, self._query, self._worker) from None
        except BaseException:
            self._release(fit=False)
            raise
        media = next(media for media in (*RESULTS, *GRAPHS) if media.name == begin)
        answer = Answer(media, self._worker.snapshot, close=lambda: self._release(fit=False))
        if end is not None and not end.spooled:
            self._release(fit=end.fit)
            answer.whole, answer.rows = data, count(media, data)
        else:
            answer.pieces = self._rest(answer, data, end, done)
        return answer

    def _first(self) -> tuple[str, bytes, wire.End | None]:
        """Return the format's name, the first data, and the end where the answer is that short."""
        begin, data = "", b""
        while True:
            kind, body = self._next()
            if kind == wire.BEGIN:
                begin = body.decode()
            elif kind == wire.DATA:
                data += body
                if not self._frames:
                    self._stay()
                    return begin, data, None
            elif kind == wire.END:
                return begin, data, wire.read_end(body)
            else:
                raise self._failed(json.loads(body))

    def _stay(self) -> None:
        """Wait until the query need not give way any more; raises WorkerGone where its worker ended before."""
        stays = self._pool.let_stay(self._worker)
        while not stays or (self._worker.ended and all(kind == wire.DATA for kind, _ in self._frames)):
            self._frames += self._worker.receive()

    def _failed(self, told: dict[str, str]) -> Refusal:
        self._release(fit=True)
        if told["kind"] == "OSError":
            return Busy(f"the query could not be evaluated: {told['message']}")
        return BadQuery(explain(self._query.text, told["message"]))

    def _next(self) -> wire.Frame:
        while not self._frames:
            self._wait()
            self._frames = self._worker.receive()
        return self._frames.pop(0)

    def _read_ahead(self) -> None:
        """Take what the worker has ready, so that it is not held by the time that the client takes to read."""
        while sum(len(body) for _, body in self._frames) < _AHEAD and self._worker.has_more():
            try:
                self._frames += self._worker.receive()
            except WorkerGone:
                return  # the next call waits, and hears of it

    def _wait(self) -> None:
        """Wait for the worker; ends it when the client leaves, or when its own alarm has failed."""
        waiting = select.poll()
        waiting.register(self._worker.connection, select.POLLIN)
        if self._client is not None:
            waiting.register(self._client, select.POLLIN | select.POLLRDHUP)
        while True:
            left = self._deadline - time.monotonic()
            ready = {descriptor for descriptor, _ in waiting.poll(max(0.0, left) * 1000)}
            if self._worker.connection.fileno() in ready:
                return
            if self._client is not None and ready:
                if _has_left(self._client):
                    raise ClientGone
                waiting.unregister(self._client)  # it has sent its next request already
            if left <= 0:
                self._worker.kill()

    def _rest(self, answer: Answer, first: bytes, end: wire.End | None, done: Callable[[bytes], None]
              ) -> Iterator[bytes]:  # fmt: skip
        """Yield the whole answer in pieces; the worker is free as soon as it has said all."""
        spool: Spool | None = None
        kept, counter = bytearray(first), RowCounter(answer.media)
        try:
            counter.feed(first)
            yield first
            while end is None:
                self._read_ahead()
                kind, body = self._next()
                if kind == wire.DATA:
                    kept += body if len(kept) < _KEEP else b""
                    counter.feed(body)
                    yield body
                elif kind == wire.END:
                    end = wire.read_end(body)
                else:
                    raise Broken(json.loads(body)["message"])
            spool = self._worker.spooled(end.spooled) if end.spooled else None
            self._release(fit=end.fit)
            for piece in spool or ():
                counter.feed(piece)
                yield piece
            answer.rows = counter.rows
            if not spool and len(kept) < _KEEP:
                done(bytes(kept))
        except (WorkerGone, ClientGone) as gone:
            raise Broken(type(gone).__name__) from None
        finally:
            if spool:
                spool.close()
            self._release(fit=False)

    def _release(self, *, fit: bool) -> None:
        if self._held:
            self._held = False
            self._pool.give_back(self._worker, fit=fit)


_KEEP = 8 * 1024 * 1024  # bytes past which an answer that comes in pieces is not collected for the cache


def _has_left(client: socket.socket) -> bool:
    try:
        return client.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def refusal(number: int, query: Query, worker: Worker) -> Refusal:
    """Return what to tell the client whose worker was ended by the signal `number`."""
    if number in {signal.SIGALRM, signal.SIGKILL} and time.monotonic() - worker.started >= query.limit:
        return TimeLimit(f"the query reached the time limit of {query.limit:g} s")
    if number == signal.SIGSEGV:
        return BadQuery("the query is too complex to be evaluated: its parts are chained or nested too deep")
    return MemoryLimit("the query reached the memory limit of its worker")
