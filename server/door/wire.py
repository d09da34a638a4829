"""What web processes say over a socket to query workers and clerks: frames of a kind, a length and a body.

The first frame of a web process says which of the two it wants: WORKER or CLERK.

To a worker it sends one ASK frame (marshalled: fast, and safe towards a worker, which trusts the web process). The
worker answers BEGIN (the name of the media type), any number of DATA and one END, or in place of any of these FAILED
(JSON). To a clerk it sends a LEND frame and a descriptor for each connection, and has each BACK.
"""

import json
import marshal
import socket
import struct
from typing import Any, NamedTuple

HELLO, ASK, BEGIN, DATA, END, FAILED = b"H", b"Q", b"B", b"D", b"E", b"F"
WORKER, CLERK, LEND, BACK = b"W", b"C", b"L", b"R"

_HEAD = struct.Struct("!cI")
_END = struct.Struct("!q?")
_CHUNK = 64 * 1024

Frame = tuple[bytes, bytes]


def frame(kind: bytes, body: bytes) -> bytes:
    """Return the bytes of one frame."""
    return _HEAD.pack(kind, len(body)) + body


class End(NamedTuple):
    """How an answer ended: bytes of it that lie in the spool, whether the worker can take another query."""

    spooled: int
    fit: bool


def end(spooled: int, *, fit: bool) -> bytes:
    """Return the bytes of an END frame."""
    return frame(END, _END.pack(spooled, fit))


def read_end(body: bytes) -> End:
    """Return what an END frame says."""
    return End(*_END.unpack(body))


def ask(content: dict[str, Any]) -> bytes:
    """Return the bytes of an ASK frame."""
    return frame(ASK, marshal.dumps(content))


def read_ask(body: bytes) -> dict[str, Any]:
    """Return what an ASK frame asks."""
    content: dict[str, Any] = marshal.loads(body)  # noqa: S302  # made by our own web process
    return content


def message(kind: bytes, content: dict[str, Any]) -> bytes:
    """Return the bytes of one frame whose body is JSON."""
    return frame(kind, json.dumps(content).encode())


class Frames:
    """Parts a stream of bytes into frames, whatever pieces it comes in."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> list[Frame]:
        """Take the next piece; return the frames that it completes."""
        buffer = self._buffer
        buffer += piece
        found, at = [], 0
        while len(buffer) - at >= _HEAD.size:
            kind, length = _HEAD.unpack_from(buffer, at)
            end = at + _HEAD.size + length
            if end > len(buffer):
                break
            found.append((kind, bytes(buffer[at + _HEAD.size : end])))
            at = end
        del buffer[:at]
        return found


def receive(connection: socket.socket, frames: Frames) -> list[Frame] | None:
    """Wait for bytes and return the frames they complete, perhaps none yet; None at the end of the stream."""
    piece = connection.recv(_CHUNK)
    return frames.feed(piece) if piece else None
