"""Settings of the server: from the environment (`PARLEY_...`), with defaults that are safe on a public address."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kg.config import DEFAULT_BASE
from kg.errors import ConfigError

MEGABYTE = 1024 * 1024
_SWITCHES: Mapping[str, bool | None]
_SWITCHES = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False,
             "auto": None}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """What the server needs to know; each field is the variable `PARLEY_` + its name in capitals.

    `data` is the folder that holds the snapshots, `base` the IRI under which the data's IRIs are minted. Times are in
    seconds, sizes in bytes unless the name says megabytes.
    """

    data: Path = Path("data")
    base: str = DEFAULT_BASE
    host: str = "127.0.0.1"
    port: int = 8000
    web_processes: int = max(1, (os.cpu_count() or 2) // 2)
    """Processes that speak HTTP; they hold no store. The other half of the processors is for queries."""
    threads: int = 32
    """Requests that one web process handles at a time."""

    query_time: float = 30.0
    """After so long a query is ended; a request's `timeout` may only shorten it."""
    query_memory: int = 768
    """Megabytes that all running queries together may take beside the store; each may also take the store's size."""
    query_size: int = 32 * 1024
    query_depth: int = 100
    """How deep braces, brackets and parentheses of a query may nest."""
    query_workers: int = 6
    """Queries that run at a time in one web process."""
    clerks: int = 2
    """Processes that answer light queries for one web process, without a worker."""
    query_wait: float = 10.0
    """After so long in the queue for a worker a request is told to come again later."""
    query_grace: float = 0.5
    """A query that ran so long gives way when others wait and no worker is free; it is asked again, and then stays."""
    spool_size: int = 1024
    """Megabytes of one result that may wait on disk for a slow reader."""

    in_memory: bool | None = None
    """Whether workers read a large graph from memory, too; None (`auto`) where the machine has room for it."""
    cache_size: int = 64
    """Megabytes of serialised answers that a web process keeps."""
    poll: float = 0.5
    """How often a newly published snapshot is looked for."""

    rate_limit: str = ""
    """Requests allowed to one client, as `100/minute`; empty: no limit."""
    proxies: int = 0
    """Reverse proxies in front whose `X-Forwarded-For` is believed."""
    access_log: str = "-"
    """File that takes a line for each request; `-` is standard error, empty none."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read every setting that `environ` names; a value of the wrong kind raises ConfigError.

        >>> Settings.from_environ({"PARLEY_QUERY_TIME": "5"}).query_time
        5.0
        """
        given: dict[str, Any] = {}
        for field in fields(cls):
            variable = f"PARLEY_{field.name.upper()}"
            if variable in environ:
                given[field.name] = _value(variable, environ[variable], field.default)
        return cls(**given)

    def to_json(self) -> bytes:
        """Return the settings as `from_json` reads them."""
        return json.dumps(asdict(self), default=str).encode()

    @classmethod
    def from_json(cls, text: bytes | str) -> "Settings":
        """Read settings that another process of this server has written."""
        given = json.loads(text)
        return cls(**given | {"data": Path(given["data"])})


def _value(variable: str, text: str, default: object) -> object:
    if default is None:
        if text.lower() not in _SWITCHES:
            raise ConfigError(f"{variable}: {text!r} is not 1, 0 or auto")
        return _SWITCHES[text.lower()]
    try:
        return type(default)(text)  # type: ignore[call-arg]  # int, float, str and Path all take a string
    except ValueError:
        raise ConfigError(f"{variable}: {text!r} is not {'a number' if default else 'usable'}") from None
