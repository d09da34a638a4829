"""Starting the keeper of the query workers, and knowing where it serves."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server.config import Settings
from server.errors import Unavailable

SERVING = "serving"
"""The link in the run folder that leads to the socket of the present parent of workers."""
_PAUSE = 0.01
_MEMORY = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=200:glibc.malloc.hugetlb=1"}
"""Freed blocks of each size that glibc keeps at hand, 7 unless told: even a short query takes and frees hundreds. And
huge pages, where the kernel has them: with them a worker of a large store is forked in half the time."""


class House:
    """The run folder of a keeper, and the keeper's process once it is started.

    The keeper ends when the process that started it does, and with all that were forked from that one.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._keeper: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self.run = Path(tempfile.mkdtemp(prefix="parley-"))
        atexit.register(self.close)

    @property
    def address(self) -> Path:
        """Where to connect for a query worker."""
        return self.run / SERVING

    def start(self) -> None:
        """Start the keeper if nobody has."""
        if self._keeper is None:
            command = [sys.executable, "-m", "server.door", str(self.run), self._settings.to_json().decode()]
            # Of its own, so that Ctrl-C reaches the web processes only: they still need it to finish.
            self._keeper = subprocess.Popen(  # noqa: S603  # ours
                command, stdin=subprocess.PIPE, start_new_session=True, env=_MEMORY | os.environ
            )

    def wait(self, patience: float) -> None:
        """Wait until a snapshot is in service; raises Unavailable after `patience` seconds."""
        deadline = time.monotonic() + patience
        while not self.address.is_symlink():
            if time.monotonic() > deadline or not (self._settings.data / "current").exists():
                raise Unavailable(f"{self._settings.data}: no snapshot is in service yet", retry=5)
            time.sleep(_PAUSE)

    def parent(self) -> str:
        """Return the name of the present parent of workers, `SNAPSHOT.NUMBER.STORE`; empty where there is none yet."""
        try:
            return os.readlink(self.address)  # noqa: PTH115  # on every request: five times faster
        except OSError:
            return ""

    def close(self) -> None:
        """Let the keeper end and remove the run folder; does nothing in a process forked from the keeper's owner."""
        if self._keeper is None or self._owner != os.getpid():
            return
        assert self._keeper.stdin
        self._keeper.stdin.close()
        self._keeper.wait()
        self._keeper = None
        shutil.rmtree(self.run, ignore_errors=True)


def snapshot_of(parent: str) -> str:
    """Return the id of the snapshot that a parent of workers holds.

    >>> snapshot_of("4f3a.2.memory")
    '4f3a'
    """
    return parent.partition(".")[0]


def store_of(parent: str) -> str:
    """Return where the workers of a parent read the graph: `memory` or `disk`.

    >>> store_of("4f3a.2.memory")
    'memory'
    """
    return parent.rpartition(".")[2]
