"""A plain request whose query takes a worker: a thread asks, waits and answers, without gunicorn's parser and Flask."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.access import AccessLog, Record
from server.compress import SMALLEST, compress, compress_pieces
from server.door import Answer, Broken, ClientGone, Door
from server.errors import Refusal
from server.express.lane import Visit
from server.express.plan import Plan
from server.express.reply import Clock, refusal_head, success_head
from server.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Errands:
    """What threads need to run them."""

    door: Door
    log: AccessLog
    metrics: Metrics
    clock: Clock = field(default_factory=Clock)

    def run(self, visit: Visit, plan: Plan) -> bool:
        """Answer the request that waits in the connection; return whether the connection may be used again."""
        record = Record(client=plan.headers.client or visit.client, method=plan.method, path="/sparql",
                        status=200, query=plan.query.text)  # fmt: skip
        visit.sock.settimeout(None)
        try:
            visit.sock.recv(visit.waiting, socket.MSG_WAITALL)
            return self._answer(visit.sock, plan, record)
        except OSError:
            record.verdict = "client left"
            return False
        finally:
            self.metrics.count(record, self.log.write(record))

    def _answer(self, sock: socket.socket, plan: Plan, record: Record) -> bool:
        try:
            answer = self.door.answer(plan.query, sock)
        except Refusal as refusal:
            record.status, record.verdict = refusal.status, refusal.verdict
            body = f"{refusal}\n".encode()
            self._send(sock, record, refusal_head(refusal, len(body)), body)
            return True
        except ClientGone:
            record.status, record.verdict = 499, "client left"
            return False
        record.verdict = "cached" if answer.cached else "ok"
        if answer.whole is None:
            return self._stream(sock, plan, answer, record)
        coding = plan.headers.coding if len(answer.whole) >= SMALLEST else ""
        body = compress(answer.whole, coding) if coding else answer.whole
        record.rows = answer.rows
        self._send(sock, record, success_head(plan, answer, f"Content-Length: {len(body)}", coding), body)
        return True

    def _stream(self, sock: socket.socket, plan: Plan, answer: Answer, record: Record) -> bool:
        """Send an answer as it comes; one that breaks lacks its last chunk, so that no part is taken for the whole."""
        coding = plan.headers.coding
        pieces: Iterator[bytes] = compress_pieces(answer.pieces, coding) if coding else answer.pieces
        try:
            self._send(sock, record, success_head(plan, answer, "Transfer-Encoding: chunked", coding), b"")
            for piece in pieces:
                if piece:
                    sock.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
            sock.sendall(b"0\r\n\r\n")
        except Broken as broken:
            record.verdict = f"broken: {broken}"
            return False
        finally:
            answer.close()
        record.rows = answer.rows
        return True

    def _send(self, sock: socket.socket, record: Record, head: bytes, body: bytes) -> None:
        sock.sendall(b"%sQuery-Id: %s\r\n%s\r\n%s" % (head, record.id.encode(), self.clock.line(), body))
