"""Serving in production: gunicorn, with the query workers' keeper beside it."""

import os
import socket
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from kg.errors import ConfigError
from kg.snapshot import open_snapshot
from server import create_app
from server.config import Settings
from server.door import Door
from server.express.worker import ExpressWorker

_SHARED_MEMORY = "/dev/shm"  # noqa: S108  # for gunicorn's heartbeat files, whose names it makes safely
_GRACE = 35  # seconds that requests under way have when the server stops: a query's time limit and a little


class _Gunicorn(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with its options from here instead of its command line."""

    def __init__(self, app: Flask, options: dict[str, Any]) -> None:
        self._app, self._options = app, options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._app


def serve(host: str, port: int, data: Path, settings: Settings | None = None) -> None:
    """Serve the snapshots of `data` until told to stop by SIGTERM or SIGINT; requests under way are finished.

    Raises ConfigError if the address cannot be had, SnapshotError if there is nothing to serve.
    """
    settings = replace(settings or Settings.from_environ(), host=host, port=port, data=data)
    if sys.platform != "linux":
        raise ConfigError(
            "the server needs Linux, whose kernel bounds and ends its query workers (epoll, pidfd, seccomp)"
        )
    open_snapshot(data, verify=False)
    listener = _listen(host, port)
    app = create_app(settings)
    door: Door = app.extensions["door"]
    try:
        door.start()
        host_, port_ = listener.getsockname()[:2]
        print(f"parley: serving on http://{host_}:{port_}/", file=sys.stderr, flush=True)  # noqa: T201  # asked to say so
        _Gunicorn(app, _options(settings, listener)).run()
    finally:
        door.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server(
            (host, port), backlog=512, family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise ConfigError(f"cannot listen on {host}:{port}: {reason}") from None


def _options(settings: Settings, listener: socket.socket) -> dict[str, Any]:
    return {
        "bind": f"fd://{listener.fileno()}",
        "workers": settings.web_processes,
        "worker_class": ExpressWorker,
        "threads": settings.threads,
        "worker_connections": 1000,
        "keepalive": 30,
        "timeout": 0,  # threads outlive no request: queries have their own limit
        "graceful_timeout": max(_GRACE, round(settings.query_time) + 5),
        "limit_request_line": 0,  # our own bound on queries answers with a sentence
        "proc_name": "parley",
        "loglevel": "warning",
        "worker_tmp_dir": _SHARED_MEMORY if Path(_SHARED_MEMORY).is_dir() else None,
        "forwarded_allow_ips": "*" if settings.proxies else "127.0.0.1",
    }
