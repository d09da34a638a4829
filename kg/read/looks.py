"""What each paragraph of a page looks like by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from kg.model import Span
from kg.read.bylines import authors, introduced, tells_of
from kg.read.datelines import find_dateline
from kg.read.dates import is_clock, is_date_line, leading_date
from kg.read.furniture import is_furniture, without_tail
from kg.read.one_line import Line, page_on_a_line
from kg.read.paragraphs import is_signed, paragraphs_of

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…:;,][\"”’»')\]]*\Z|[\"”»]\Z")
_RUN_IN_HEADLINE = re.compile(r"(?P<words>[^\W\d_](?:[^.!?\n]|\.(?=\S)){20,110})\.\s+(?=[A-Z\"“])")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_RUN_TOGETHER = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")  # menus lose the space between their entries
_JOINTS = 0.2  # for each word of a menu
_MARKED = re.compile(r"(?:(?:#{1,6}|>)\s+)*(?P<marks>[*_]{0,3})(?P<words>[^*_#\s].*?)(?P=marks)\s*", re.DOTALL)
_QUESTION = re.compile(r"[^.!?\"“”]+\?")  # alone on its line: the headline of another page, or a subhead
_ASKED = re.compile(r"(?:Question|Q|Answer|A)(?: \([^()]{2,40}\))?: ")  # in a transcript
_SENTENCE_WORDS = 4
_PROSE_WORDS = 25  # so many words are a sentence even without a full stop
_CAPTION_WORDS = 7
_TEASER_WORDS = 60  # an article that breaks off is longer
_HEADLINE_WORDS = 4
_HEADLINE_LONGEST = 22  # words
_TITLE_CASE = 0.85  # share of the words of three letters and more with a capital
_TWO_SENTENCES = re.compile(r"(?<!\b[A-Z])[.!?][\"”’]?\s+[A-Z\"“]")
_DECK_WORDS = 8


class Look(Enum):
    """What a paragraph looks like by itself; a stamp says when a page was made."""

    SENTENCE = "sentence"
    HEADING = "heading"
    FURNITURE = "furniture"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`whole` as printed, `core` without dateline and credits."""

    whole: Span
    core: Span
    look: Look
    words: int


def with_looks(text: str) -> list[Paragraph]:
    """Return the paragraphs of a page, in their order."""
    paragraphs = [p for i, span in enumerate(paragraphs_of(text)) for p in _parts(text, span, first=i == 0)]
    _mark_headline_with_stop(text, paragraphs)
    names = authors(
        (p.whole.of(text) for p in paragraphs if p.look is not Look.SENTENCE or tells_of(p.core.of(text), frozenset())),
        (p.whole.of(text) for p in paragraphs if p.look is Look.STAMP),
    ) | introduced(p.whole.of(text) for p in paragraphs)
    return [replace(p, look=Look.FURNITURE) if tells_of(p.core.of(text), names) else p for p in paragraphs]


def _parts(text: str, span: Span, *, first: bool) -> Iterator[Paragraph]:
    """Yield the paragraph; a page on one line that begins with a day and a headline is two."""
    start = leading_date(text, span) if first else span.start
    headline = _RUN_IN_HEADLINE.match(text, start, span.end) if start > span.start else None
    if headline:
        core = Span(start, headline.end("words"))
        yield Paragraph(Span(span.start, core.end + 1), core, Look.HEADING, _count(core.of(text)))
        yield _paragraph(text, Span(headline.end(), span.end).trimmed(text), None)
    elif (page := page_on_a_line(text, span)) is None:
        yield _paragraph(text, span, start)
    else:
        yield from _parts_of_page(text, span, page)


def _parts_of_page(text: str, whole: Span, page: Line) -> Iterator[Paragraph]:
    named = ((page.headline, Look.HEADING), (page.stamp, Look.STAMP), *((part, None) for part in page.article))
    done = whole.start
    for part, look in (*named, (Span(whole.end, whole.end), None)):
        if part is None:
            continue
        between = Span(done, part.start).trimmed(text)
        for span, kind in ((between, Look.FURNITURE), (part, look)):
            if len(span):
                yield Paragraph(span, span, kind, _count(span.of(text))) if kind else _paragraph(text, span, None)
        done = part.end


def _paragraph(text: str, span: Span, start: int | None) -> Paragraph:
    dateline = find_dateline(text, span)
    start = dateline.span.end if dateline else span.start if start is None else start
    core = without_tail(text, _unmarked(text, Span(start, span.end)))
    line = core.of(text)
    count = _count(line)
    lines = {span.of(text), line}
    if is_date_line(span.of(text)) or is_clock(span.of(text)):
        look = Look.STAMP
    elif not line or any(is_furniture(each) for each in lines):
        look = Look.FURNITURE
    else:
        look = _look(line, count, captioned=core.end < span.end)
    return Paragraph(span, core, look, count)


def _unmarked(text: str, line: Span) -> Span:
    """Return `line` without what Markdown puts round headings and emphasis."""
    found = _MARKED.fullmatch(text, line.start, line.end)
    return Span(*found.span("words")) if found else line


def _count(line: str) -> int:
    return sum(1 for _ in _WORD.finditer(line))


def _look(line: str, count: int, *, captioned: bool) -> Look:
    if (_CUT_OFF.search(line) and count < _TEASER_WORDS) or len(_RUN_TOGETHER.findall(line)) > max(1, count * _JOINTS):
        return Look.FURNITURE
    if _QUESTION.fullmatch(line) and count <= _HEADLINE_LONGEST and not _ASKED.match(line):
        return Look.HEADING
    if line[0] in "-–—" and count >= _DECK_WORDS:
        return Look.SENTENCE  # an item of a list
    if (count >= _PROSE_WORDS // 2 and _TWO_SENTENCES.search(line)) or is_signed(line):
        return Look.SENTENCE  # with a subhead or a signature on its line
    if (
        count >= _PROSE_WORDS
        or (count >= _SENTENCE_WORDS and _STOP.search(line))
        or (captioned and count >= _CAPTION_WORDS)
    ):
        return Look.SENTENCE
    return Look.HEADING


def _mark_headline_with_stop(text: str, paragraphs: list[Paragraph]) -> None:
    """Make a heading of a headline that ends with a full stop: in title case, or above a dateline or a label."""
    index = next((i for i, p in enumerate(paragraphs) if p.look is not Look.FURNITURE), len(paragraphs))
    if index + 1 >= len(paragraphs):
        return
    line, below = paragraphs[index], paragraphs[index + 1]
    printed = line.core.of(text)
    alone = line.core == line.whole and line.words <= _HEADLINE_LONGEST and not _TWO_SENTENCES.search(printed)
    dated = below.core.start > below.whole.start
    labelled = below.words < _HEADLINE_WORDS and any(p.look is Look.SENTENCE for p in paragraphs[index + 1 :])
    above_prose = below.look is Look.SENTENCE and (dated or _is_title_case(printed))
    if alone and (above_prose or (below.look is Look.HEADING and labelled)):
        paragraphs[index] = replace(line, look=Look.HEADING)


def _is_title_case(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) > 2]
    return len(long) > _HEADLINE_WORDS and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)
