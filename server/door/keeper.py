"""The process that keeps a parent of query workers alive for the snapshot in service, and changes it for the next.

Run as `python -m server.door`; it holds no store. In its run folder the link `serving` leads to the socket of the
present parent, whose name begins with the snapshot's id; switching is one rename, so that who connects at any moment
reaches the old parent or the new one. A large graph is served from disk at once; where there is room for it in memory,
a second parent reads it meanwhile and then takes the first one's place. The keeper ends, and its processes with it,
when its standard input is closed.
"""

import contextlib
import logging
import os
import select
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import ParleyError
from kg.snapshot import open_snapshot
from server.config import Settings
from server.door.house import SERVING, snapshot_of, store_of
from server.door.room import is_wanted_in_memory
from server.door.zygote import Zygote

_RETRY = 5.0  # seconds before a snapshot that could not be loaded is tried again
log = logging.getLogger("parley.keeper")


@dataclass
class _Parent:
    """A parent of workers for the snapshot at `target`; it stops once its lifeline is closed.

    It writes its name to the pipe that ends in `ready`, and closes that in any case.
    """

    target: str
    in_memory: bool
    pid: int
    lifeline: int
    ready: int = -1
    name: str = field(default="", init=False)

    def is_ready(self, *, wait: bool) -> bool:
        """Tell whether it has said its name, or ended without one."""
        if self.ready >= 0 and (wait or select.select([self.ready], [], [], 0)[0]):
            with os.fdopen(self.ready, "rb") as told:
                self.name = told.read().decode()
            self.ready = -1
        return self.ready < 0

    def let_go(self) -> None:
        """Let it stop when its last worker has; at once if it is not ready for any."""
        os.close(self.lifeline)
        if not self.is_ready(wait=False):
            os.kill(self.pid, signal.SIGKILL)
            os.close(self.ready)


class Keeper:
    """Watches the data folder and holds the present parent of workers in the folder `run`."""

    def __init__(self, run: Path, settings: Settings) -> None:
        self._run, self._settings, self._data = run, settings, settings.data.absolute()
        self._present: _Parent | None = None
        self._next: _Parent | None = None
        """Reads in memory what the present one serves from disk."""
        self._failed = self._too_large = ""
        self._retry = 0.0
        self._count = 0

    def look(self) -> None:
        """Start a parent for the snapshot in service if that is not the one served or its parent is gone."""
        self._reap()
        target = self._target()
        served = self._present.target if self._present else ""
        if target and target != served and (target != self._failed or time.monotonic() > self._retry):
            self._change(target)
        elif self._next and self._next.is_ready(wait=False):
            self._move()

    def stop(self) -> None:
        """Let the parents stop."""
        for parent in self._parents():
            parent.let_go()
        self._present = self._next = None

    def _parents(self) -> list[_Parent]:
        return [parent for parent in (self._present, self._next) if parent]

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while pid := os.waitpid(-1, os.WNOHANG)[0]:
                if self._present and pid == self._present.pid:
                    log.error("the parent of the query workers died; starting another")
                    if self._present.in_memory:
                        self._too_large = self._present.target
                    self._present.let_go()
                    self._present = None

    def _target(self) -> str:
        try:
            return str((self._data / "current").readlink())
        except OSError:
            return ""

    def _change(self, target: str) -> None:
        """Serve another snapshot, from disk if it is large."""
        if self._next:
            self._next.let_go()
            self._next = None
        parent = self._start(target, in_memory=False)
        parent.is_ready(wait=True)
        if not parent.name:
            parent.let_go()
            self._failed, self._retry = target, time.monotonic() + _RETRY
            return
        self._serve(parent)
        large = store_of(parent.name) == "disk" and target != self._too_large
        if large and is_wanted_in_memory(self._data / target, self._settings):
            self._next = self._start(target, in_memory=True)

    def _move(self) -> None:
        """Serve from memory what was served from disk."""
        assert self._next
        parent, self._next = self._next, None
        if parent.name:
            self._serve(parent)
        else:
            parent.let_go()
            log.error("the graph could not be read into memory; it is served from disk")

    def _serve(self, parent: _Parent) -> None:
        fresh = self._run / f"{SERVING}.new"
        fresh.symlink_to(parent.name)
        fresh.rename(self._run / SERVING)
        if self._present:
            self._present.let_go()
        self._present = parent
        log.info("serving snapshot %s from %s", snapshot_of(parent.name)[:12], store_of(parent.name))

    def _start(self, target: str, *, in_memory: bool) -> _Parent:
        """Fork a parent of workers."""
        self._count += 1
        ready, ready_writing = os.pipe()
        lifeline_reading, lifeline = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ready)
            os.close(lifeline)
            for parent in self._parents():
                os.close(parent.lifeline)
            self._be_parent(target, ready_writing, lifeline_reading, in_memory=in_memory)
        os.close(ready_writing)
        os.close(lifeline_reading)
        return _Parent(target, in_memory, pid, lifeline, ready)

    def _be_parent(self, target: str, ready: int, lifeline: int, *, in_memory: bool) -> None:
        status = 1
        try:
            snapshot = open_snapshot(self._data / target, verify=not in_memory)
            store = "disk" if snapshot.manifest.store and not in_memory else "memory"
            address = self._run / f"{snapshot.id}.{self._count}.{store}"
            zygote = Zygote(snapshot, address, self._settings, in_memory=in_memory)
            os.write(ready, address.name.encode())
            os.close(ready)
            zygote.serve(lifeline)
            status = 0
        except (ParleyError, OSError) as error:
            log.error("%s", error)  # noqa: TRY400  # one line is what there is to say
        finally:
            os._exit(status)


def keep(run: Path, settings: Settings) -> None:
    """Keep workers until standard input is closed."""
    keeper = Keeper(run, settings)
    while True:
        keeper.look()
        if select.select([sys.stdin], [], [], settings.poll)[0]:
            keeper.stop()
            return
