"""Saying what is wrong with a query, and where."""

import re

from server.syntax.tokens import line_at

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def explain(query: str, message: str) -> str:
    """Return the message for a query that the parser refused with `message`: line, column, and the line itself."""
    match = _PLACE.match(message)
    if not match:
        return message
    line, column = int(match[1]), int(match[2])
    text = line_at(query, line)
    return f"line {line}, column {column}: {match[3]}\n{text}\n{' ' * (column - 1)}^"
