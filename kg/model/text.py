"""A document and the regions of its text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

DocId = NewType("DocId", str)
"""A document's identifier, unique in a build: the stem of its file, or the `id` of its record."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of a document's stored text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> "Span":
        """Return the span without the white space of `text` at its ends; its empty end where there is nothing else."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class RegionKind(StrEnum):
    """What a stretch of a page is. Only boilerplate gives no fact."""

    HEADLINE = "headline"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Region:
    """One paragraph (or headline, or run of boilerplate) of the page; regions are in text order and do not overlap."""

    span: Span
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Document:
    """A news page as stored, with what the page says about itself.

    `text` keeps its original characters (no-break spaces too): every offset in the graph counts its code points.
    `sha256` is of the text in UTF-8. `language` is a BCP 47 tag; facts are extracted from English only.
    """

    id: DocId
    text: str
    sha256: str
    language: str
    regions: tuple[Region, ...]
    title: str | None = None
    issued: date | None = None
    publisher: str | None = None
    url: str | None = None
