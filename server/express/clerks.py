"""The web process's side of its clerks: whom it lent which connection, and getting them back."""

import contextlib
import mmap
import os
import socket
import struct
from pathlib import Path
from typing import Any, NamedTuple

from server.config import Settings
from server.door import wire

_NAME = struct.Struct("!I")
NOBODY = _NAME.pack(0)
"""The name of no connection. A clerk gives notice, in memory that it shares, of the one whose request it is at."""


class Returned(NamedTuple):
    """A connection that comes back, with what of an answer its socket has not taken yet.

    `lendable` unless its clerk would not have the request that waits in it; `suspect` where that ended the clerk.
    """

    connection: Any
    rest: bytes = b""
    lendable: bool = False
    suspect: bool = False


class Clerk:
    """One clerk, and the connections that are lent to it by the number of their descriptor here."""

    def __init__(self, address: Path, settings: Settings, files: list[int]) -> None:
        """Have the parent of workers at `address` fork one; raises OSError where that is not possible.

        `files` are the descriptors of its counters' file and of the access log, if there is one.
        """
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(str(address))
        notice = os.memfd_create("notice")
        os.truncate(notice, len(NOBODY))
        self._notice = mmap.mmap(notice, len(NOBODY))
        socket.send_fds(self.connection, [wire.frame(wire.CLERK, settings.to_json())], [notice, *files])
        os.close(notice)
        self._frames = wire.Frames()
        received = wire.receive(self.connection, self._frames)
        if not received:
            raise ConnectionResetError(str(address))
        self.snapshot = received[0][1].decode()
        self._lent: dict[int, Any] = {}

    @property
    def load(self) -> int:
        """How many connections it has."""
        return len(self._lent)

    def lend(self, connection: Any) -> bool:
        """Lend a connection (gunicorn's); return False where the clerk does not take it."""
        descriptor = connection.sock.fileno()
        body = wire.frame(wire.LEND, _NAME.pack(descriptor))
        try:
            socket.send_fds(self.connection, [body], [descriptor], socket.MSG_DONTWAIT)
        except OSError:
            return False
        self._lent[descriptor] = connection
        return True

    def returned(self) -> list[Returned] | None:
        """Return the connections that have come back; None once the clerk is gone."""
        try:
            received = wire.receive(self.connection, self._frames)
        except OSError:
            received = None
        if received is None:
            return None
        return [Returned(self._lent.pop(_NAME.unpack_from(body)[0]), body[len(NOBODY) :]) for _, body in received]

    def dismiss(self) -> None:
        """Have the clerk finish the request that it is at, and go."""
        with contextlib.suppress(OSError):  # it is gone already
            self.connection.shutdown(socket.SHUT_WR)

    def left_behind(self) -> list[Returned]:
        """Return the connections that a clerk had when it went; the one that it was at may have ended it."""
        self.connection.close()
        (last,) = _NAME.unpack(self._notice[:])
        return [Returned(kept, lendable=True, suspect=name == last) for name, kept in self._lent.items()]
