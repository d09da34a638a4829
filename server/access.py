"""The access log: one line of JSON for each request, with what became of its query."""

import os
import secrets
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from json.encoder import encode_basestring as _text

from flask import Flask, Response, current_app, g, request

from server.config import Settings
from server.metrics import Metrics

_SHOWN = 500  # characters of a query that the log shows


@dataclass(slots=True)
class Record:
    """What is known of a request when it is over; `rows` is -1 where there are none to count."""

    id: str = field(default_factory=lambda: secrets.token_hex(6))
    started: float = field(default_factory=time.perf_counter)
    client: str = ""
    method: str = ""
    path: str = ""
    status: int = 0
    query: str = ""
    rows: int = -1
    verdict: str = ""

    def line(self, seconds: float) -> str:
        """Return the line for the log."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        known = (
            f'{{"time":"{now}","id":"{self.id}","client":{_text(self.client)},"method":{_text(self.method)},'
            f'"path":{_text(self.path)},"status":{self.status},"milliseconds":{seconds * 1000:.2f}'
        )
        if not self.query:
            return f"{known}}}\n"
        asked = f'"verdict":{_text(self.verdict)},"rows":{self.rows},"query":{_text(self.query[:_SHOWN])}'
        return f"{known},{asked}}}\n"


class AccessLog:
    """Appends lines to an open file, to nothing if `descriptor` is -1; lines of several processes do not mix."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._held: deque[str] = deque()

    @classmethod
    def opened(cls, where: str) -> "AccessLog":
        """Open the log that the setting `access_log` names."""
        if where == "-":
            return cls(sys.stderr.fileno() if sys.stderr else -1)
        return cls(os.open(where, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640) if where else -1)

    def write(self, record: Record) -> float:
        """Write a request that is over now; return the seconds it took."""
        seconds = self.add(record)
        self.flush()
        return seconds

    def add(self, record: Record) -> float:
        """Have a request that is over now written by the next `flush`; return the seconds it took."""
        seconds = time.perf_counter() - record.started
        if self.descriptor >= 0:
            self._held.append(record.line(seconds))
        return seconds

    def flush(self) -> None:
        """Write what was added."""
        if not self._held:
            return
        lines = []
        with suppress(IndexError):
            while True:
                lines.append(self._held.popleft())
        if lines:
            with suppress(OSError):  # a full disk stops no answer
                os.write(self.descriptor, "".join(lines).encode("utf-8", "replace"))


def record() -> Record:
    """Return the record of the present request."""
    found: Record = g.record
    return found


def install(app: Flask) -> None:
    """Have `app` write a line for each request and count it."""
    settings: Settings = app.extensions["settings"]
    log = app.extensions["access log"] = AccessLog.opened(settings.access_log)
    metrics: Metrics = app.extensions["metrics"]

    def begin() -> None:
        g.record = Record(client=request.remote_addr or "", method=request.method, path=request.path)

    def end(response: Response) -> Response:
        entry = record()
        entry.status = response.status_code
        response.headers["Query-Id"] = entry.id
        response.call_on_close(lambda: metrics.count(entry, log.write(entry)))
        return response

    app.before_request(begin)
    app.after_request(end)


def present_settings() -> Settings:
    """Return the settings of the application that handles the present request."""
    found: Settings = current_app.extensions["settings"]
    return found
