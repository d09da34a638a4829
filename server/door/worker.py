"""The web process's side of one query worker."""

import contextlib
import json
import os
import select
import signal
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from server.door import wire

_FATE_WAIT = 2000  # milliseconds that the parent may take to tell how a worker ended


class WorkerGone(Exception):
    """The worker ended; `signal` is the signal that ended it, 0 where it is not known."""

    def __init__(self, number: int = 0) -> None:
        super().__init__(number)
        self.signal = number


class Worker:
    """One query worker: a connection to it, and the means to end it and to learn how it ended."""

    def __init__(self, address: Path) -> None:
        """Connect to the parent of workers at `address`, which forks one for this connection."""
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(str(address))
        self.connection.sendall(wire.frame(wire.WORKER, b""))
        self.frames = wire.Frames()
        self.started = 0.0
        self.gave_way = self.begun = self.stays = False
        self._descriptors: list[int] = []
        self._hello: Mapping[str, Any] = {}

    @property
    def hello(self) -> Mapping[str, Any]:
        """What the worker said of itself: pid, parent, snapshot, folder, sealed. Waits for it at first."""
        if not self._hello:
            data, self._descriptors, _, _ = socket.recv_fds(self.connection, 4096, 3)
            if len(self._descriptors) != 3:
                raise WorkerGone
            [(_, body)] = self.frames.feed(data)
            self._hello = json.loads(body)
        return self._hello

    @property
    def parent(self) -> str:
        """The name of the process that forked it."""
        return str(self.hello["parent"])

    @property
    def snapshot(self) -> str:
        """The id of the snapshot that it answers from."""
        return str(self.hello["snapshot"])

    @property
    def folder(self) -> Path:
        """The folder of that snapshot."""
        return Path(self.hello["folder"])

    def ask(self, ask: dict[str, Any]) -> None:
        """Send a query; the answer comes through `receive`."""
        self.started = time.monotonic()
        self.gave_way = self.begun = False
        try:
            self.connection.sendall(wire.ask(ask))
        except OSError:
            raise WorkerGone(self.fate()) from None

    def receive(self) -> list[wire.Frame]:
        """Wait for the next frames; raises WorkerGone where the worker has ended instead."""
        try:
            received = wire.receive(self.connection, self.frames)
        except ConnectionResetError:
            received = None
        if received is None:
            raise WorkerGone(self.fate())
        return received

    def fate(self) -> int:
        """Return the signal that ended the worker, 0 where there was none or it is not known."""
        _, fate, _ = self._descriptors or (-1, -1, -1)
        waiting = select.poll()
        waiting.register(fate, select.POLLIN)
        if fate < 0 or not waiting.poll(_FATE_WAIT):
            return 0
        told = os.read(fate, 16)
        return max(0, -int(told)) if told else 0

    @property
    def ended(self) -> bool:
        """Whether the process is gone; what it said may still be there to be read."""
        waiting = select.poll()
        waiting.register(self._descriptors[1], select.POLLIN)
        return bool(waiting.poll(0))

    def has_more(self) -> bool:
        """Tell whether `receive` would not wait."""
        waiting = select.poll()
        waiting.register(self.connection, select.POLLIN)
        return bool(waiting.poll(0))

    def spooled(self, size: int, piece: int = 65536) -> "Spool":
        """Return the `size` bytes that the worker put aside for a slow reader."""
        return Spool(os.dup(self._descriptors[2]), size, piece)

    def step_back(self) -> None:
        """Let others run before this query; its thread, that is, for priorities are not of processes."""
        main = str(self.hello["pid"])
        behind = os.getpriority(os.PRIO_PROCESS, 0) + 10
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{main}/task").iterdir():
                if thread.name != main:
                    os.setpriority(os.PRIO_PROCESS, int(thread.name), behind)

    def kill(self) -> None:
        """End the worker at once, whatever it is doing."""
        if self._descriptors:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptors[0], signal.SIGKILL)

    def close(self) -> None:
        """Let go of the worker; an idle one ends by itself."""
        self.connection.close()
        descriptors, self._descriptors = self._descriptors, []
        for descriptor in descriptors:
            os.close(descriptor)


class Spool:
    """Reads a spool in pieces, then lets go of it."""

    def __init__(self, descriptor: int, size: int, piece: int) -> None:
        self._descriptor, self._size, self._piece = descriptor, size, piece
        self._at = 0

    def __iter__(self) -> "Spool":
        return self

    def __next__(self) -> bytes:
        data = os.pread(self._descriptor, min(self._piece, self._size - self._at), self._at)
        self._at += len(data)
        if not data:
            raise StopIteration
        return data

    def close(self) -> None:
        os.close(self._descriptor)
