"""The web process's side of its clerks: whom it lent which connection, and getting them back."""

import contextlib
import select
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from server.config import Settings
from server.door import wire

_NAME = struct.Struct("!I")


class Returned(NamedTuple):
    """A connection that comes back, with what of an answer its socket has not taken yet.

    `suspect` where its clerk died and a request waits in it: it may be the one that ended the clerk.
    """

    connection: Any
    rest: bytes = b""
    suspect: bool = False


class Clerk:
    """One clerk, and the connections that are lent to it by the number of their descriptor here."""

    def __init__(self, address: Path, settings: Settings, files: list[int]) -> None:
        """Have the parent of workers at `address` fork one; raises OSError where that is not possible.

        `files` are the descriptors of its counters' file and of the access log, if there is one.
        """
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(str(address))
        socket.send_fds(self.connection, [wire.frame(wire.CLERK, settings.to_json())], files)
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
        return [Returned(self._lent.pop(_NAME.unpack_from(body)[0]), body[_NAME.size :]) for _, body in received]

    def dismiss(self) -> None:
        """Have the clerk finish the request that it is at, and go."""
        with contextlib.suppress(OSError):  # it is gone already
            self.connection.shutdown(socket.SHUT_WR)

    def left_behind(self) -> Iterator[Returned]:
        """Yield the connections that a clerk had when it went; call it once it is gone."""
        self.connection.close()
        for connection in self._lent.values():
            waiting = select.poll()
            waiting.register(connection.sock, select.POLLIN)
            yield Returned(connection, suspect=bool(waiting.poll(0)))
