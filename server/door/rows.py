"""Counting the rows of a serialised answer as it passes, for the access log."""

from server.media import CSV, JSON, TSV, XML, Media

# What parts two rows, and what to add for the row that nothing parts from a next one (or take off for the head).
_MARKS = {JSON.name: (b'}},{"', 1), XML.name: (b"<result>", 0), CSV.name: (b"\r\n", -1), TSV.name: (b"\n", -1)}
_STATEMENT = (b" .\n", 0)
_NO_ROWS = (b'"bindings":[]', b'"boolean":')


class RowCounter:
    """Counts rows of SELECT exactly where no cell holds a line's end, statements of graphs about."""

    __slots__ = ("_mark", "_tail", "rows")

    def __init__(self, media: Media) -> None:
        self._mark, self.rows = _MARKS.get(media.name, _STATEMENT)
        self._tail = b""

    def feed(self, piece: bytes) -> None:
        """Take the next piece, of whatever length."""
        if not self._tail and len(piece) < 4096 and any(sign in piece for sign in _NO_ROWS):
            self.rows = 0
        self._tail += piece
        self.rows += self._tail.count(self._mark)
        self._tail = self._tail[-len(self._mark) + 1 :] if len(self._mark) > 1 else b""
