"""Quotations: marks paired by kind, across paragraphs and inside one another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.annotate.marks import Family, Mark, marks_in
from kg.model import Quotation, Span

_DEEPEST = 4  # marks nested deeper than this are rubbish, and would cost time without bound
_SENTENCE_END = frozenset(".!?…")
_MIXED = ({Family.SINGLE, Family.DOUBLE}, {Family.GUILLEMET, Family.DOUBLE})
_CUE_AFTER = re.compile(
    r"(?:he|she|they|(?:[A-Z][\w.'’-]+ ){1,3})\s?(?:also )?(?:said|says|added|told|asked|stated|noted)\b"
)
_CUE_BEFORE = re.compile(r"\b(?:said|says|added|stated|noted|asked|saying|adding|told [\w ]+)[,:]\s*\Z")
_CUE_INSIDE = re.compile(r"\b[A-Z][\w-]+ (?:also |further |then |had )*(?:said|added|stated|noted|stressed) that\b")
_LONGEST_CUE = 40  # characters
_BETWEEN_SENTENCES = re.compile(r"[.!?…](?=\s+[A-Z])")
_CLAUSE_END = frozenset(".!?…,;:—–")


@dataclass(slots=True)
class _Open:
    """A quotation that is being read; `end` is set once it is closed or given up."""

    mark: Mark
    printed: bool = True  # false where only the closing mark stands in this paragraph
    end: int = -1
    closing: Mark | None = None
    reopens: "_Open | None" = None

    @property
    def closed(self) -> bool:
        return self.closing is not None

    @property
    def inside(self) -> int:
        """Where the words begin."""
        return self.mark.end if self.printed else self.mark.position


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of `text`, by their start; none reaches beyond its paragraph.

    A mark that is not closed counts to the end of its paragraph, except a single one, which is then an apostrophe
    unless it opens the paragraph. Marks reopened while a quotation runs continue it.
    """
    found: list[_Open] = []
    running: _Open | None = None
    for paragraph in paragraphs:
        in_paragraph = _Paragraph(text, paragraph, running).pair()
        found += in_paragraph
        last = paragraph.trimmed(text).end
        running = next((o for o in reversed(in_paragraph) if not o.closed and o.end == last), None)
    return _as_quotations(text, found)


class _Paragraph:
    """Pairs the marks of one paragraph, one after the other, with a stack of those that are open."""

    def __init__(self, text: str, span: Span, running: _Open | None) -> None:
        self.text = text
        self.span = span
        self.running = running
        self.marks = marks_in(text, span)
        self.open: list[_Open] = []
        self.done: list[_Open] = []
        self.first = span.trimmed(text).start

    def pair(self) -> list[_Open]:
        following = _following(self.marks)
        for mark, (double, single) in zip(self.marks, following, strict=True):
            if (mark.closes or self._is_closed_late(mark)) and self._close(mark, double, single):
                continue
            if mark.opens:
                self._open(mark)
        while self.open:
            self._give_up(self.open[-1], self.span.end)
        return sorted(self.done, key=lambda o: o.mark.position)

    def _open(self, mark: Mark) -> None:
        entry = _Open(mark)
        same = next((o for o in reversed(self.open) if o.mark.family is mark.family), None)
        if mark.position == self.first and self.running and self.running.mark.family is mark.family:
            entry.reopens = self.running
        elif same is not None and self._ends_sentence_before(mark.position):
            told = self._told_between(same.mark.position, mark.position) if same is self.open[-1] else None
            while same in self.open:
                self._give_up(self.open[-1], told or mark.position)
            entry.reopens = same if told is None else None
        elif same is not None and same is self.open[-1] and self._opens_speech(mark.position):
            self._give_up(same, self._last_sentence_end(same.mark.position, mark.position))
        if len(self.open) < _DEEPEST:
            self.open.append(entry)

    def _close(self, mark: Mark, double: Mark | None, single: Mark | None) -> bool:
        """Close what `mark` closes, and say whether it was used up; `double` and `single` are the marks after it."""
        index = next((i for i in reversed(range(len(self.open))) if _pairs(self.open[i].mark, mark)), None)
        if index is None:
            return self._close_oddly(mark, double)
        if mark.family is Family.SINGLE and self._is_plural_possessive(mark, single):
            return True
        for entry in reversed(self.open[index + 1 :]):
            self._give_up(entry, mark.position)
        self._finish(self.open[index], mark.end, mark)
        return True

    def _is_closed_late(self, mark: Mark) -> bool:
        """Tell whether a space has slipped before the mark that closes: “We ride, "she said."""
        slipped = self.text[mark.position - 2 : mark.position] == ", " and mark.char == '"'
        return slipped and _CUE_AFTER.match(self.text, mark.position + 1) is not None

    def _close_oddly(self, mark: Mark, double: Mark | None) -> bool:
        """Accept “…’ and “… », and a closing mark alone in a paragraph that goes on with the quotation before it."""
        top = self.open[-1] if self.open else None
        if top is not None:
            crossed = {top.mark.family, mark.family} in _MIXED
            punctuated = self.text[self.span.start : mark.position].rstrip()[-1:] in _CLAUSE_END
            if crossed and punctuated and (double is None or not double.closes):
                self._finish(top, mark.end, mark)
                return True
        elif not mark.opens and not self.done and self.running and self.running.mark.family is mark.family:
            begin = Mark(self.first, mark.char, opens=True, closes=False)
            entry = _Open(begin, printed=False, reopens=self.running)
            self.open.append(entry)
            self._finish(entry, mark.end, mark)
            return True
        return not mark.opens

    def _is_plural_possessive(self, mark: Mark, single: Mark | None) -> bool:
        before, after = self.text[mark.position - 1], self.text[mark.position + 1 : mark.position + 3]
        lower_word = after[:1] == " " and after[1:].islower()
        return before == "s" and lower_word and single is not None and single.closes

    def _ends_sentence_before(self, position: int) -> bool:
        before = self.text[max(self.span.start, position - 8) : position].rstrip()
        return before[-1:] in _SENTENCE_END

    def _told_between(self, start: int, end: int) -> int | None:
        """Return where a sentence ends after which another one reports speech: the mark before was never closed."""
        ends = [match.end() for match in _BETWEEN_SENTENCES.finditer(self.text, start + 1, end)]
        between = pairwise([*ends, end])
        return next((first for first, last in between if _CUE_INSIDE.search(self.text, first, last)), None)

    def _opens_speech(self, position: int) -> bool:
        """Tell whether a cue stands before the mark; what is still open was never closed then ("“A. He said, “B")."""
        return _CUE_BEFORE.search(self.text, max(self.span.start, position - _LONGEST_CUE), position) is not None

    def _last_sentence_end(self, start: int, end: int) -> int:
        """Return where the last sentence between two marks that has another one behind it ends; else `end`."""
        ends = [match.end() for match in _BETWEEN_SENTENCES.finditer(self.text, start + 1, end)]
        return ends[-1] if ends else end

    def _give_up(self, entry: _Open, end: int) -> None:
        """Let `entry` run to `end` unclosed, or forget it if it was an apostrophe after all."""
        single = entry.mark.family is Family.SINGLE
        if single and not (entry.mark.position == self.first and entry.mark.char == "‘"):
            self.open.remove(entry)
        else:
            self._finish(entry, end)

    def _finish(self, entry: _Open, end: int, closing: Mark | None = None) -> None:
        while self.text[end - 1].isspace():
            end -= 1
        self.open.remove(entry)
        entry.end, entry.closing = end, closing
        self.done.append(entry)


def _pairs(opening: Mark, closing: Mark) -> bool:
    return opening.family is closing.family and (opening.family is not Family.GUILLEMET or opening.char != closing.char)


def _following(marks: list[Mark]) -> list[tuple[Mark | None, Mark | None]]:
    """Return, for each mark, the next double and the next single mark after it."""
    double: Mark | None = None
    single: Mark | None = None
    result: list[tuple[Mark | None, Mark | None]] = []
    for mark in reversed(marks):
        result.append((double, single))
        if mark.family is Family.DOUBLE:
            double = mark
        elif mark.family is Family.SINGLE:
            single = mark
    return result[::-1]


def _as_quotations(text: str, found: list[_Open]) -> tuple[Quotation, ...]:
    indices = {id(entry): index for index, entry in enumerate(found)}
    quotations: list[Quotation] = []
    around: list[Quotation] = []
    for index, entry in enumerate(found):
        start, end = entry.mark.position, entry.end
        while around and around[-1].span.end <= start:
            around.pop()
        quotation = Quotation(
            index=index,
            span=Span(start, end),
            content=Span(entry.inside, entry.closing.position if entry.closing else end).trimmed(text),
            closed=entry.closed,
            parent=around[-1].index if around else None,
            continues=indices.get(id(entry.reopens)) if entry.reopens else None,
        )
        around.append(quotation)
        quotations.append(quotation)
    return tuple(quotations)
