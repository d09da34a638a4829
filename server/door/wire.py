"""What web processes and query workers say to each other over a socket: frames of a kind, a length and a body.

A web process sends one ASK frame, JSON. The worker answers BEGIN (the name of the media type), any number of DATA and
one END (JSON: rows, bytes spooled), or in place of any of these FAILED (JSON: kind, message).
"""

import json
import socket
import struct
from typing import Any

HELLO, ASK, BEGIN, DATA, END, FAILED = b"H", b"Q", b"B", b"D", b"E", b"F"

_HEAD = struct.Struct("!cI")
_CHUNK = 256 * 1024

Frame = tuple[bytes, bytes]


def frame(kind: bytes, body: bytes) -> bytes:
    """Return the bytes of one frame."""
    return _HEAD.pack(kind, len(body)) + body


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
