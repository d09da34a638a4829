"""What the language model reads: stretches of a document in which long quotations are a short clause.

A parser trained on a treebank breaks on a long quotation and takes the words round it along. So the model reads
`"We agree," he said.` for `"Three sentences of quotation ...," he said.`, and the quotation on its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.annotate.boundaries import sentence_starts
from kg.annotate.introductions import is_introduced
from kg.model import Quotation, Region, RegionKind, Span

LONGEST_FRAME = 1500
"""Characters; longer stretches are cut at the end of a sentence, so that memory stays bounded."""

_LONGEST_WORD = 100  # characters; what is longer is no word and is left out
_CLAUSE = 4  # words from which a quotation can be a clause
_LONG = 30  # words from which it stands in even where it is part of the sentence's grammar
_UNREADABLE = re.compile(rf"\s{{2,}}|[^\S ]|\S{{{_LONGEST_WORD + 1},}}")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_INNER_END = re.compile(r"[.!?]\s+[\"'(“‘]?[A-Z]")
_SENTENCE_END = re.compile(r"[.!?]\Z")
_FINAL = re.compile(r"[.,!?;:…]\Z")
_OPENING = "[(…. "  # what may stand before the first word: "[The king] rode"


@dataclass(frozen=True, slots=True)
class Piece:
    """From `at` on, the frame's characters are those of the document from `start` on, or stand in for `quotation`."""

    at: int
    start: int
    end: int
    quotation: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """`text` for the model to read, the `pieces` of the document it is made of, and where it stands."""

    text: str
    pieces: tuple[Piece, ...]
    paragraph: int
    region: RegionKind
    quotation: int | None


def with_stand_ins(text: str, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return `quotations` with `stands_in` set for those that are clauses of their own in `text`."""
    return tuple(replace(quotation, stands_in=_is_clause(text, quotation)) for quotation in quotations)


def _is_clause(text: str, quotation: Quotation) -> bool:
    content = quotation.content.of(text)
    words = _WORD.findall(content, 0, 2000)[: _LONG + 1]
    if not words:
        return False
    if len(words) > _LONG or not quotation.closed or _INNER_END.search(content):
        return True
    if len(words) >= 2 * _CLAUSE and content[0].isupper() and _SENTENCE_END.search(content):
        return True
    introduced = is_introduced(text, quotation.span.start)
    return introduced and (len(words) >= _CLAUSE or _FINAL.search(content) is not None)


def frames_of(text: str, regions: Sequence[Region], quotations: Sequence[Quotation]) -> Iterator[Frame]:
    """Yield what the model reads of `text` (folded): each paragraph, then each quotation in it that stands in."""
    waiting = list(reversed([q for q in quotations if q.stands_in]))
    for paragraph, region in enumerate(regions):
        inside: list[Quotation] = []
        while waiting and waiting[-1].span.start < region.span.end:
            inside.append(waiting.pop())
        if region.kind is RegionKind.BOILERPLATE:
            continue
        for stretch, pieces in _stretches(text, region.span, _outermost(region.span, inside, 0)):
            yield Frame(stretch, pieces, paragraph, region.kind, None)
        for following, place in enumerate(inside, 1):
            for stretch, pieces in _stretches(text, place.content, _outermost(place.content, inside, following)):
                yield Frame(stretch, pieces, paragraph, region.kind, place.index)


def _outermost(span: Span, quotations: Sequence[Quotation], first: int) -> Iterator[Quotation]:
    """Yield those of `quotations` (by start, from `first` on) in `span` that lie in no other."""
    end = span.start
    for index in range(first, len(quotations)):
        quotation = quotations[index]
        if quotation.span.start >= span.end:
            break
        if quotation.span.start >= end:
            yield quotation
            end = quotation.span.end


def _stretches(text: str, span: Span, parts: Iterable[Quotation]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield the text and pieces of `span`, whole or cut where it is too long."""
    builder = _Builder(text)
    at = span.start
    for part in parts:
        yield from builder.words(at, part.span.start)
        yield from builder.stand_in(part)
        at = part.span.end
    yield from builder.words(at, span.end)
    yield from builder.flush()


class _Builder:
    """Puts a frame together, piece by piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def words(self, start: int, end: int) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        """Add the readable words of `[start, end)`."""
        cuts = _sentences(self.text, start, end) if self.length + end - start > LONGEST_FRAME else [(start, end)]
        for first, last in cuts:
            within_sentence = first == start and self.length <= 2 * LONGEST_FRAME
            if self.length + last - first > LONGEST_FRAME and not within_sentence:
                yield from self.flush()
            at = first
            for unreadable in _UNREADABLE.finditer(self.text, first, last):
                self._add(self.text[at : unreadable.start()], at, unreadable.start())
                self._add(" ")
                at = unreadable.end()
            self._add(self.text[at:last], at, last)

    def stand_in(self, quotation: Quotation) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        """Add the clause that stands for `quotation`."""
        start, end = quotation.span.start, quotation.span.end
        if self.length > 2 * LONGEST_FRAME:
            yield from self.flush()
        if start and self.text[start - 1].isalnum():
            self._add(" ")
        self._add(_clause_for(self.text, quotation), start, end, quotation.index)
        if self.text[end : end + 1].isalnum():
            self._add(" ")

    def flush(self) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        """Yield what is there, if it is anything, and start anew."""
        text = "".join(self.parts)
        if text.strip():
            yield text, tuple(self.pieces)
        self.parts, self.pieces, self.length = [], [], 0

    def _add(self, words: str, start: int = -1, end: int = -1, quotation: int | None = None) -> None:
        if words and start >= 0:
            self.pieces.append(Piece(self.length, start, end, quotation))
        self.parts.append(words)
        self.length += len(words)


def _clause_for(text: str, quotation: Quotation) -> str:
    content = quotation.content.of(text)
    final = _FINAL.search(content)
    capital = content.lstrip(_OPENING)[:1].isupper()
    return f'"{"We" if capital else "we"} agree{final[0] if final else ""}"'


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `[start, end)`, those that are too long in parts."""
    for last in (*(start + offset for offset, _ in sentence_starts(text[start:end])[1:]), end):
        while last - start > LONGEST_FRAME:
            space = text.rfind(" ", start, start + LONGEST_FRAME)
            cut = space if space > start else start + LONGEST_FRAME
            yield start, cut
            start = cut
        yield start, last
        start = last
