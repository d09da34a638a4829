"""Counters for Prometheus, summed over the web processes: each maps a file of its own in the run folder."""

import mmap
import os
import struct
import threading
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Protocol

_BOUNDS = (0.001, 0.005, 0.025, 0.1, 0.5, 2.0, 10.0, 30.0)
_VERDICTS = (
    "ok", "cached", "unchanged", "wrong", "refused", "time limit", "memory limit", "busy", "unavailable", "client left",
    "broken",
)  # fmt: skip
_STATUSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
_BUCKETS = (*(f"{bound:g}" for bound in _BOUNDS), "+Inf")

# Where the numbers stand in a process's file.
_AT_VERDICT = {verdict: len(_STATUSES) + at for at, verdict in enumerate(_VERDICTS)}
_AT_BUCKET = len(_STATUSES) + len(_VERDICTS)
_AT_SECONDS = _AT_BUCKET + len(_BUCKETS)
_AT_ROWS = _AT_SECONDS + 1
_FORMAT = struct.Struct(f"{_AT_ROWS + 1}d")


class Request(Protocol):
    """What is counted of a request."""

    status: int
    query: str
    verdict: str
    rows: int


class Counters:
    """The counters of one process, in a file that it maps."""

    def __init__(self, file: int) -> None:
        """Map the open `file`, of which no more is needed then."""
        self._values = memoryview(mmap.mmap(file, _FORMAT.size)).cast("d")

    def count(self, request: Request, seconds: float) -> None:
        """Count a request that is over."""
        values = self._values
        values[request.status // 100 - 1] += 1
        if request.query:
            values[_AT_VERDICT.get(request.verdict.partition(":")[0], _AT_VERDICT["refused"])] += 1
            values[_AT_BUCKET + bisect_left(_BOUNDS, seconds)] += 1
            values[_AT_SECONDS] += seconds
            values[_AT_ROWS] += max(0, request.rows)


class Metrics:
    """This process's counters, and the sum of all in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._owner = 0
        self._own: Counters

    def count(self, request: Request, seconds: float) -> None:
        """Count a request that is over; safe with threads."""
        with self._lock:
            if self._owner != os.getpid():  # a process forked from one that has counters begins with its own
                with self.file(str(os.getpid())) as file:
                    self._own = Counters(file.fileno())
                self._owner = os.getpid()
            self._own.count(request, seconds)

    def file(self, name: str) -> BinaryIO:
        """Open the file of the counters of a process, or of one after another that share a name."""
        path = self._folder / f"metrics-{name}"
        if not path.exists():
            fresh = self._folder / f"fresh-{name}"  # `lines` may read at any moment, and must find it whole
            fresh.write_bytes(bytes(_FORMAT.size))
            fresh.rename(path)
        return path.open("r+b")

    def lines(self) -> Iterator[str]:
        """Yield the counters of all processes in Prometheus's text format."""
        files = [_FORMAT.unpack(path.read_bytes()) for path in self._folder.glob("metrics-*")]
        sums = [sum(column) for column in zip(*files, strict=True)] or [0.0] * (_AT_ROWS + 1)
        yield from _head("parley_requests_total", "counter", "Requests answered, by the first digit of the status.")
        for status, value in zip(_STATUSES, sums, strict=False):
            yield f'parley_requests_total{{status="{status}"}} {value:.0f}'
        yield from _head("parley_queries_total", "counter", "SPARQL queries, by what became of them.")
        for verdict, at in _AT_VERDICT.items():
            yield f'parley_queries_total{{verdict="{verdict}"}} {sums[at]:.0f}'
        yield from _head("parley_query_seconds", "histogram", "Time from a SPARQL request to the end of its answer.")
        buckets = list(accumulate(sums[_AT_BUCKET:_AT_SECONDS]))
        for bound, value in zip(_BUCKETS, buckets, strict=True):
            yield f'parley_query_seconds_bucket{{le="{bound}"}} {value:.0f}'
        yield f"parley_query_seconds_sum {sums[_AT_SECONDS]:.6f}"
        yield f"parley_query_seconds_count {buckets[-1]:.0f}"
        yield from _head("parley_query_rows_total", "counter", "Rows and statements in answers to SPARQL queries.")
        yield f"parley_query_rows_total {sums[_AT_ROWS]:.0f}"


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"
