"""Counters for Prometheus, summed over the web processes: each has its own file in the run folder, mapped into memory."""

import mmap
import os
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

_BOUNDS = (0.001, 0.005, 0.025, 0.1, 0.5, 2.0, 10.0, 30.0)
_VERDICTS = (
    "ok", "cached", "unchanged", "wrong", "refused", "time limit", "memory limit", "busy", "unavailable", "client left",
    "broken",
)  # fmt: skip
_STATUSES = ("2xx", "3xx", "4xx", "5xx")
_NAMES = (
    *(f'parley_requests_total{{status="{status}"}}' for status in _STATUSES),
    *(f'parley_queries_total{{verdict="{verdict}"}}' for verdict in _VERDICTS),
    *(f'parley_query_seconds_bucket{{le="{bound:g}"}}' for bound in _BOUNDS),
    'parley_query_seconds_bucket{le="+Inf"}',
    "parley_query_seconds_sum",
    "parley_query_seconds_count",
    "parley_query_rows_total",
)
_AT = {name: at for at, name in enumerate(_NAMES)}
_FORMAT = struct.Struct(f"{len(_NAMES)}d")
_HELP = {
    "parley_requests_total": ("counter", "Requests answered, by the first digit of the status."),
    "parley_queries_total": ("counter", "SPARQL queries, by what became of them."),
    "parley_query_seconds": ("histogram", "Time from a SPARQL request to the end of its answer."),
    "parley_query_rows_total": ("counter", "Rows and statements in answers to SPARQL queries."),
}


class Request(Protocol):
    """What is counted of a request."""

    status: int
    query: str
    verdict: str
    rows: int


class Metrics:
    """This process's counters, and the sum of all in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._owner = 0
        self._values: memoryview = memoryview(b"")

    def count(self, request: Request, seconds: float) -> None:
        """Count a request that is over."""
        status = f'parley_requests_total{{status="{request.status // 100}xx"}}'
        with self._lock:
            values = self._own()
            if status in _AT:
                values[_AT[status]] += 1
            if request.query:
                verdict = request.verdict.partition(":")[0]
                values[_AT[f'parley_queries_total{{verdict="{verdict if verdict in _VERDICTS else "refused"}"}}']] += 1
                for bound in _BOUNDS:
                    if seconds <= bound:
                        values[_AT[f'parley_query_seconds_bucket{{le="{bound:g}"}}']] += 1
                values[_AT['parley_query_seconds_bucket{le="+Inf"}']] += 1
                values[_AT["parley_query_seconds_sum"]] += seconds
                values[_AT["parley_query_seconds_count"]] += 1
                values[_AT["parley_query_rows_total"]] += max(0, request.rows)

    def lines(self) -> Iterator[str]:
        """Yield the counters of all processes in Prometheus's text format."""
        sums = [0.0] * len(_NAMES)
        for path in self._folder.glob("metrics-*"):
            for at, value in enumerate(_FORMAT.unpack(path.read_bytes())):
                sums[at] += value
        family = ""
        for name, value in zip(_NAMES, sums, strict=True):
            current = next(known for known in _HELP if name.startswith(known))
            if current != family:
                family = current
                kind, text = _HELP[family]
                yield f"# HELP {family} {text}"
                yield f"# TYPE {family} {kind}"
            yield f"{name} {value:.16g}"

    def _own(self) -> memoryview:
        """Return this process's counters; a process forked from one that has some begins with its own."""
        if self._owner != os.getpid():
            path = self._folder / f"metrics-{os.getpid()}"
            path.write_bytes(bytes(_FORMAT.size))
            with path.open("r+b") as file:
                self._values = memoryview(mmap.mmap(file.fileno(), _FORMAT.size)).cast("d")
            self._owner = os.getpid()
        return self._values
