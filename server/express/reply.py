"""Writing an HTTP response by hand: the same headers that Flask's way sends."""

import time
from email.utils import formatdate
from http import HTTPStatus

from server.compress import SMALLEST, compress
from server.door.query import Answer
from server.errors import Refusal
from server.express.plan import Plan
from server.headers import COMMON, caching
from server.media import PLAIN

LONGEST = 64 * 1024
"""Bytes of an answer that are compressed in the main loop; longer ones take a thread."""
_FIXED = "Server: gunicorn\r\nConnection: keep-alive\r\n" + "".join(f"{name}: {value}\r\n" for name, value in COMMON)


def coded(plan: Plan, answer: Answer) -> tuple[bytes, str] | None:
    """Return the body in the coding that the client takes, and its name; None where that is too much work for here."""
    assert answer.whole is not None
    coding = plan.headers.coding
    if not coding or len(answer.whole) < SMALLEST:
        return answer.whole, ""
    body = answer.coded.get(coding)
    if body is None:
        if len(answer.whole) > LONGEST:
            return None
        body = answer.coded[coding] = compress(answer.whole, coding)
    return body, coding


def head(plan: Plan, answer: Answer, body: bytes, coding: str) -> bytes:
    """Return status line and headers but those that differ each time; kept in `plan` for the same answer."""
    if plan.head_of != (answer.snapshot, len(body)):
        plan.head = success_head(plan, answer, f"Content-Length: {len(body)}", coding)
        plan.head_of = (answer.snapshot, len(body))
    return plan.head


def success_head(plan: Plan, answer: Answer, framing: str, coding: str) -> bytes:
    """Return the same, `framing` being the header that says where the body ends."""
    cached = "".join([f"{name}: {value}\r\n" for name, value in caching(plan.query, answer.snapshot).items()])
    encoded = f"Content-Encoding: {coding}\r\n" if coding else ""
    media = answer.media.content_type
    head = f"HTTP/1.1 200 OK\r\n{_FIXED}Content-Type: {media}\r\n{framing}\r\n{encoded}{cached}"
    return head.encode("latin-1")


def refusal_head(refusal: Refusal, length: int) -> bytes:
    """Return status line and headers of a refusal as `headers.plain` has them."""
    headers = {"Content-Type": PLAIN.content_type, "Cache-Control": "no-store", **refusal.headers}
    listed = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    status = f"{refusal.status} {HTTPStatus(refusal.status).phrase}"
    return f"HTTP/1.1 {status}\r\n{_FIXED}Content-Length: {length}\r\n{listed}".encode("latin-1")


class Clock:
    """The Date header, made once a second."""

    def __init__(self) -> None:
        self._second, self._line = 0, b""

    def line(self) -> bytes:
        """Return the header's line for now."""
        second = int(time.time())
        if second != self._second:
            self._second, self._line = second, f"Date: {formatdate(second, usegmt=True)}\r\n".encode()
        return self._line
