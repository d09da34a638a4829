"""Counting the rows of a serialised answer as it passes, for the access log."""

from server.media import CSV, JSON, TSV, XML, Media

# What begins a row or parts it from the one before. JSON escapes the quotation marks of values: none can hold these.
_MARKS = {JSON.name: (b'}},{"', b'"bindings":[{'), XML.name: (b"<result>",), CSV.name: (b"\r\n",), TSV.name: (b"\n",)}
_STATEMENT = (b" .\n",)
_HEADS = {CSV.name, TSV.name}


class RowCounter:
    """Counts the rows of a SELECT and, about, the statements of a graph; no more of a row in a cell with line ends."""

    __slots__ = ("_counts", "_head", "_marks", "_tail")

    def __init__(self, media: Media) -> None:
        self._marks = _MARKS.get(media.name, _STATEMENT)
        self._head = media.name in _HEADS
        self._counts = [0] * len(self._marks)
        self._tail = b""

    @property
    def rows(self) -> int:
        """The rows so far."""
        return max(0, sum(self._counts) - self._head)

    def feed(self, piece: bytes) -> None:
        """Take the next piece, of whatever length."""
        text = self._tail + piece
        longest = max(map(len, self._marks))
        self._tail = text[-longest + 1 :] if longest > 1 else b""
        for at, mark in enumerate(self._marks):
            self._counts[at] += text.count(mark) - self._tail.count(mark)  # the tail is counted with the next piece


def count(media: Media, whole: bytes) -> int:
    """Return the rows of a whole answer."""
    counter = RowCounter(media)
    counter.feed(whole)
    return counter.rows
