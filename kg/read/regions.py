"""Which stretches of a page are headline, body and boilerplate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from kg.model import Region, RegionKind, Span
from kg.read.datelines import find_dateline
from kg.read.dates import is_date_line, leading_date
from kg.read.furniture import ends_page, is_furniture, without_tail
from kg.read.paragraphs import paragraphs_of, trimmed
from kg.read.repetition import printed_twice, repetitions

LONGEST = 200_000
"""Characters of a page that are read."""

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…:;,][\"”’»')\]]*\Z|[\"”»]\Z")
_RUN_IN_HEADLINE = re.compile(r"(?P<words>[^\W\d_](?:[^.!?\n]|\.(?=\S)){20,110})\.\s+(?=[A-Z\"“])")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_SENTENCE_WORDS = 4
_PROSE_WORDS = 25  # so many words are a sentence even without a full stop
_HEADLINE_WORDS = 4
_HEADLINE_LONGEST = 22  # words
_TITLE_CASE = 0.85  # share of the words of three letters and more with a capital
_TWO_SENTENCES = re.compile(r"[.!?][\"”’]?\s+[A-Z\"“]")
_DECK_WORDS = 8
_LIST = 3  # so many headings in a row are a list of other pages
_MAIN_PART = 0.6  # share of the prose that must stand before what ends the page


class Role(Enum):
    """What a paragraph looks like by itself."""

    SENTENCE = "sentence"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`whole` as printed, `core` without dateline and credits."""

    whole: Span
    core: Span
    role: Role
    words: int


def regions_of(text: str) -> tuple[Region, ...]:
    """Return the regions of `text`, which cover every character that is no white space.

    A dateline and a credit on the line of a sentence are regions of their own. What stands beyond `LONGEST` is one
    region of boilerplate: no news page is so long, and its cost has to end somewhere.
    """
    end = len(text) if len(text) <= LONGEST else max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST), 0)
    read = text[: end or LONGEST]
    paragraphs = [p for i, span in enumerate(paragraphs_of(read)) for p in _parts(read, span, first=i == 0)]
    _mark_headline_with_stop(read, paragraphs)
    kinds = _kinds(read, paragraphs)
    regions = [region for p, kind in zip(paragraphs, kinds, strict=True) for region in _split(read, p, kind)]
    rest = trimmed(text, len(read), len(text))
    return (*regions, Region(rest, RegionKind.BOILERPLATE)) if rest else tuple(regions)


def _parts(text: str, span: Span, *, first: bool) -> Iterator[Paragraph]:
    """Yield the paragraph; a page on one line that begins with a day and a headline is two."""
    start = leading_date(text, span) if first else span.start
    headline = _RUN_IN_HEADLINE.match(text, start, span.end) if start > span.start else None
    if headline:
        core = Span(start, headline.end("words"))
        yield Paragraph(Span(span.start, core.end + 1), core, Role.HEADING, _count(core.of(text)))
        yield _paragraph(text, trimmed(text, headline.end(), span.end), None)
    else:
        yield _paragraph(text, span, start)


def _paragraph(text: str, span: Span, start: int | None) -> Paragraph:
    dateline = find_dateline(text, span)
    start = dateline.span.end if dateline else span.start if start is None else start
    core = without_tail(text, Span(start, span.end))
    line = core.of(text)
    count = _count(line)
    furniture = is_date_line(span.of(text)) or is_furniture(span.of(text)) or is_furniture(line) or not line
    role = Role.FURNITURE if furniture else _role(line, count, captioned=core.end < span.end)
    return Paragraph(span, core, role, count)


def _count(line: str) -> int:
    return sum(1 for _ in _WORD.finditer(line))


def _role(line: str, count: int, *, captioned: bool) -> Role:
    if _CUT_OFF.search(line) and not re.search(r"[.!?][\"”]?\s", line):
        return Role.FURNITURE  # a teaser
    if line[0] in "-–—" and count >= _DECK_WORDS:
        return Role.SENTENCE  # an item of a list
    if count >= _PROSE_WORDS or (count >= _SENTENCE_WORDS and _STOP.search(line)) or (captioned and count > 2 * _LIST):
        return Role.SENTENCE
    return Role.HEADING


def _mark_headline_with_stop(text: str, paragraphs: list[Paragraph]) -> None:
    """Make a heading of a headline that ends with a full stop: in title case, or above a dateline."""
    index = next((i for i, p in enumerate(paragraphs) if p.role is not Role.FURNITURE), len(paragraphs))
    if index + 1 >= len(paragraphs):
        return
    line, below = paragraphs[index], paragraphs[index + 1]
    printed = line.core.of(text)
    alone = line.core == line.whole and line.words <= _HEADLINE_LONGEST and not _TWO_SENTENCES.search(printed)
    if alone and below.role is Role.SENTENCE and (below.core.start > below.whole.start or _is_title_case(printed)):
        paragraphs[index] = replace(line, role=Role.HEADING)


def _is_title_case(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) > 2]
    return len(long) > _HEADLINE_WORDS and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)


def _kinds(text: str, paragraphs: Sequence[Paragraph]) -> list[RegionKind]:
    end = _page_end(text, paragraphs)
    roles = [p.role if i < end else Role.FURNITURE for i, p in enumerate(paragraphs)]
    sentences = [i for i, role in enumerate(roles) if role is Role.SENTENCE]
    prose = _without_repetitions(text, paragraphs, sentences) or sentences[:1]
    first, last = (prose[0], prose[-1]) if prose else (len(roles), len(roles))
    title = _title(text, paragraphs, roles, first)
    headings = _headings(paragraphs, roles, title, range(first, last))
    kept = _without_repetitions(text, paragraphs, sorted({*prose, *headings}))
    kinds = [RegionKind.BOILERPLATE] * len(paragraphs)
    for i in kept:
        kinds[i] = RegionKind.HEADLINE if i in headings else RegionKind.BODY
    if title is not None:  # it stays, also where the lead repeats it: the convention counts both
        kinds[title] = RegionKind.HEADLINE
    return kinds


def _without_repetitions(text: str, paragraphs: Sequence[Paragraph], kept: Sequence[int]) -> list[int]:
    """Return those of the paragraphs numbered `kept` that say something which the others do not."""
    again = repetitions(text, [paragraphs[i].core for i in kept])
    return [i for position, i in enumerate(kept) if position not in again]


def _page_end(text: str, paragraphs: Sequence[Paragraph]) -> int:
    prose = sum(p.words for p in paragraphs if p.role is Role.SENTENCE)
    before = 0
    for index, paragraph in enumerate(paragraphs):
        if before and before >= _MAIN_PART * prose and ends_page(paragraph.whole.of(text)):
            return index
        before += paragraph.words if paragraph.role is Role.SENTENCE else 0
    return len(paragraphs)


def _headings(paragraphs: Sequence[Paragraph], roles: Sequence[Role], title: int | None, prose: range) -> set[int]:
    """Return the headline, its decks, and the headings amid the prose; lists of headings are other pages."""
    found = set() if title is None else {title}
    for run in _runs(roles):
        inside = run[0] in prose
        below_title = title is not None and title < run[-1] < prose.start
        shortest = 2 if inside or run[0] == title else _DECK_WORDS
        if len(run) < _LIST and (inside or below_title):
            found |= {i for i in run if paragraphs[i].words >= shortest}
    return found


def _title(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[Role], first: int) -> int | None:
    """Return the heading above the prose that is printed twice, or else the first long one."""
    before = [i for i in range(min(first, len(roles))) if roles[i] is Role.HEADING]
    twice = printed_twice(text, [paragraphs[i].core for i in before])
    long = [i for i in before if paragraphs[i].words >= _HEADLINE_WORDS]
    repeated = [i for position, i in enumerate(before) if position in twice]
    return next(iter(repeated or long or (before if len(before) == 1 else [])), None)


def _runs(roles: Sequence[Role]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, role in enumerate(roles):
        if role is Role.HEADING:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _split(text: str, paragraph: Paragraph, kind: RegionKind) -> Iterator[Region]:
    whole, core = paragraph.whole, paragraph.core
    if kind is RegionKind.BOILERPLATE:
        yield Region(whole, kind)
        return
    for span, part in (
        (trimmed(text, whole.start, core.start), RegionKind.BOILERPLATE),
        (core, kind),
        (trimmed(text, core.end, whole.end), RegionKind.BOILERPLATE),
    ):
        if span.start < span.end:
            yield Region(span, part)
