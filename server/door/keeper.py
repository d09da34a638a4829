"""The process that keeps a parent of query workers alive for the snapshot in service, and changes it for the next.

Run as `python -m server.door`; it holds no store. In its run folder the link `serving` leads to the socket of the
present parent, whose name begins with the snapshot's id; switching is one rename, so that who connects at any moment
reaches the old parent or the new one. It ends, and its processes with it, when its standard input is closed.
"""

import contextlib
import logging
import os
import select
import sys
import time
from pathlib import Path

from kg.errors import ParleyError
from server.config import Settings
from server.door import zygote
from server.door.house import SERVING

_RETRY = 5.0  # seconds before a snapshot that could not be loaded is tried again
log = logging.getLogger("parley.keeper")


class Keeper:
    """Watches the data folder and holds the present parent of workers in the folder `run`."""

    def __init__(self, run: Path, settings: Settings) -> None:
        self._run, self._settings, self._data = run, settings, settings.data.absolute()
        self._pid = 0
        self._lifeline = -1
        self._served = self._failed = ""
        self._retry = 0.0
        self._count = 0

    def look(self) -> None:
        """Start a parent for the snapshot in service if that is not the one served or its parent is gone."""
        self._reap()
        target = self._target()
        if target and target != self._served and (target != self._failed or time.monotonic() > self._retry):
            self._change(target)

    def stop(self) -> None:
        """Let the present parent stop."""
        if self._pid:
            os.close(self._lifeline)
            self._pid = 0

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while pid := os.waitpid(-1, os.WNOHANG)[0]:
                if pid == self._pid:
                    log.error("the parent of the query workers died; starting another")
                    self._pid, self._served = 0, ""

    def _target(self) -> str:
        try:
            return str((self._data / "current").readlink())
        except OSError:
            return ""

    def _change(self, target: str) -> None:
        self._count += 1
        pid, lifeline, name = self._start(self._data / target)
        if not name:
            self._failed, self._retry = target, time.monotonic() + _RETRY
            os.close(lifeline)
            return
        fresh = self._run / f"{SERVING}.new"
        fresh.symlink_to(name)
        fresh.rename(self._run / SERVING)
        self.stop()
        self._pid, self._lifeline, self._served = pid, lifeline, target
        log.info("serving snapshot %s", name.partition(".")[0][:12])

    def _start(self, folder: Path) -> tuple[int, int, str]:
        """Fork a parent of workers and wait until it is ready; an empty name means that it could not load."""
        ready, ready_writing = os.pipe()
        lifeline_reading, lifeline = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ready)
            os.close(lifeline)
            if self._lifeline >= 0 and self._pid:
                os.close(self._lifeline)
            self._be_parent(folder, ready_writing, lifeline_reading)
        os.close(ready_writing)
        os.close(lifeline_reading)
        with os.fdopen(ready, "rb") as told:
            return pid, lifeline, told.read().decode()

    def _be_parent(self, folder: Path, ready: int, lifeline: int) -> None:
        status = 1
        try:
            address = self._run / f"{{}}.{self._count}"
            zygote.run(folder, address, self._settings, ready, lifeline)
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
