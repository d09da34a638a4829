"""The answer of a query worker on its way to the web process: in frames, and into a spool past a slow reader."""

import fcntl
import socket
import struct
import termios
import time
from typing import IO

from server.door import wire
from server.media import Media

IN_FLIGHT = 256 * 1024
"""Bytes a reader may be behind before the rest goes to the spool."""
_FRAME = 64 * 1024
_PATIENCE = 0.25  # seconds to wait for a slow reader before that


class Output:
    """Takes what the serialiser writes and sends it on in frames; the first is held until it is full or the last.

    So a query that fails before its first rows are out fails as a whole. Once the reader is far behind and stays so,
    the rest goes to the spool, and the worker is free of the reader's pace.
    """

    def __init__(self, connection: socket.socket, spool: IO[bytes]) -> None:
        self.begun = False
        self.spooled = 0
        self._connection = connection
        self._spool = spool
        self._head = b""
        self._held = bytearray()

    def begin(self, media: Media) -> None:
        """Say in which format the answer will be."""
        self._head = wire.frame(wire.BEGIN, media.name.encode())

    def write(self, piece: bytes) -> int:
        self._held += piece
        if len(self._held) >= _FRAME:
            self._send(self._take())
        return len(piece)

    def flush(self) -> None:
        """Do nothing: frames are passed on when they are full."""

    def finish(self, *, fit: bool) -> None:
        data = self._take()
        end = wire.end(self.spooled, fit=fit)
        self._connection.sendall(self._head + data + end)

    def fail(self, error: Exception) -> None:
        content = {"kind": type(error).__name__, "message": str(error)}
        self._connection.sendall(wire.message(wire.FAILED, content))

    def _take(self) -> bytes:
        """Return the frame of what is held, or put it into the spool and return nothing."""
        piece = bytes(self._held)
        self._held.clear()
        if self.spooled or (self.begun and not self._room()):
            self._spool.write(piece)
            self.spooled += len(piece)
            return b""
        return wire.frame(wire.DATA, piece) if piece else b""

    def _send(self, data: bytes) -> None:
        if data:
            self._connection.sendall(self._head + data)
            self._head, self.begun = b"", True

    def _room(self) -> bool:
        deadline = time.monotonic() + _PATIENCE
        while _unread(self._connection) > IN_FLIGHT - _FRAME:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.001)
        return True


def _unread(connection: socket.socket) -> int:
    """Return the bytes sent that the other side has not yet read."""
    return int(struct.unpack("i", fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0\0\0\0"))[0])
