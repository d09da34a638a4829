"""Word lists and reference data that extraction reads: data files with comments, loaded once.

A list is a UTF-8 text file under `lists/`, in the folder of what it is about, one entry a line; `#` starts a comment; a
table's columns are parted by tabs. Countries, office kinds and topics come from the ontology folder's Turtle, so that
they are written down once.
"""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lists"


def _lines(name: str) -> tuple[str, ...]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].rstrip() for line in text.splitlines())
    return tuple(line for line in stripped if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of the list `name`, for example `words("persons/ranks.txt")`."""
    return frozenset(line.strip() for line in _lines(name))


@cache
def any_of(name: str) -> str:
    """Return a pattern of any entry of the list `name`, the longest where several fit."""
    return "|".join(sorted(map(re.escape, words(name)), key=lambda entry: (-len(entry), entry)))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name`, each a tuple of its columns."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _lines(name))
