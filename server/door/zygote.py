"""The parent of query workers: loads one snapshot, then forks a worker for each web process that connects.

Single-threaded, so that forking is safe; workers share the loaded store copy-on-write. Of a large graph clerks read the
store on disk, even where workers read one in memory. It reaps them and tells their web processes how they ended. Told
to stop, it serves who is already waiting and stays until its last worker is gone.
"""

import contextlib
import gc
import os
import resource
import selectors
import signal
import socket
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Store

from kg.snapshot import Snapshot
from server.config import MEGABYTE, Settings
from server.door import wire
from server.door.child import Function, Limits, work
from server.express import clerk
from server.functions import functions

_CACHE = 96 * MEGABYTE  # what RocksDB holds of a store on disk, with a little to spare
Loaded = tuple[Store, Mapping[NamedNode, Function]]


class Zygote:
    """One snapshot's parent of workers, listening at `address`."""

    def __init__(self, snapshot: Snapshot, address: Path, settings: Settings, *, in_memory: bool) -> None:
        self.snapshot, self._name = snapshot, address.name
        before = _resident()
        self._on_disk = snapshot.manifest.store
        self._store = snapshot.load(in_memory=True) if in_memory or not self._on_disk else None
        self._limits = Limits(
            memory=_share(settings) + max(0, _resident() - before),
            spool=settings.spool_size * MEGABYTE,
            cache=_CACHE if self._on_disk else 0,
        )
        self._listener = socket.socket(socket.AF_UNIX)
        os.chdir(address.parent)  # a socket's path may be of 107 bytes only
        self._listener.bind(address.name)
        self._listener.listen(128)
        self._listener.settimeout(0)
        self._fates: dict[int, int] = {}
        self._selector = selectors.DefaultSelector()
        gc.collect()
        gc.freeze()

    def serve(self, lifeline: int) -> None:
        """Fork workers until told to stop or until `lifeline` is closed."""
        self._wakeup = _signals()
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        self._selector.register(self._wakeup, selectors.EVENT_READ, self._woken)
        self._selector.register(lifeline, selectors.EVENT_READ, self._stop)
        while self._fates or self._listener.fileno() >= 0:
            for key, _ in self._selector.select():
                key.data()

    def _accept(self) -> None:
        with contextlib.suppress(BlockingIOError):
            connection, _ = self._listener.accept()
            reading, writing = os.pipe()
            pid = os.fork()
            if pid == 0:
                self._become_worker(connection, reading)
            os.close(reading)
            connection.close()
            self._fates[pid] = writing

    def _become_worker(self, connection: socket.socket, fate: int) -> None:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._selector.close()
            self._listener.close()
            for descriptor in (*self._fates.values(), self._wakeup):
                os.close(descriptor)
            with Path(os.devnull).open("wb") as nothing:
                os.dup2(nothing.fileno(), 2)  # Rust's last words before an abort
            connection.settimeout(None)
            self._work(connection, fate)
            status = 0
        finally:
            os._exit(status)

    def _work(self, connection: socket.socket, fate: int) -> None:
        """Become what the web process wants; it goes away unheard if it has asked for nothing."""
        data, files, _, _ = socket.recv_fds(connection, 65536, 3)
        for kind, body in wire.Frames().feed(data):
            if kind == wire.CLERK:
                order = clerk.Order(Settings.from_json(body), *files)
                store = self._store if self._store and not self._on_disk else self.snapshot.load()
                clerk.work(connection, order, self.snapshot.id, store, self._limits)
            else:
                hello = {"parent": self._name, "snapshot": self.snapshot.id, "folder": str(self.snapshot.folder)}
                work(connection, self._load, self._limits, hello, fate)

    def _load(self) -> Loaded:
        """Return what a worker reads; a store on disk is opened by each for itself."""
        return self._store or self.snapshot.load(), functions(self.snapshot.folder)

    def _woken(self) -> None:
        os.read(self._wakeup, 1024)
        self._reap()

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                writing = self._fates.pop(pid)
                with contextlib.suppress(BrokenPipeError):
                    os.write(writing, b"%d" % os.waitstatus_to_exitcode(status))
                os.close(writing)

    def _stop(self) -> None:
        if self._listener.fileno() < 0:
            return
        for key in list(self._selector.get_map().values()):
            if key.data != self._woken:
                self._selector.unregister(key.fileobj)
        while _waiting(self._listener):
            self._accept()
        self._listener.close()


def _share(settings: Settings) -> int:
    """Return the bytes that one query may take of those that all together may."""
    children = (settings.query_workers + settings.clerks) * settings.web_processes
    return settings.query_memory * MEGABYTE // children


def _waiting(listener: socket.socket) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        return bool(selector.select(0))


def _signals() -> int:
    """Have the end of a worker (SIGCHLD) written to a pipe; return its reading end."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return reading


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
