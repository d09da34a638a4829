"""A line of text with the names in it, as every corpus of names is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name over the words `[start, end)` of its line."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its words, whether a space follows each, and the names in it."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[Name, ...]
