"""Pages that scraping left on one line: where the article begins and ends within it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, takewhile

from kg.lexicon import any_of
from kg.lexicon import words as entries
from kg.model import Span
from kg.read.dates import is_date_line, stamps
from kg.read.furniture import is_furniture

_LONG = 700  # characters from which a line may be a whole page
_HEAD = 1000  # characters in which the head of the page must end
_MAIN_PART = 0.4  # share of the line that stands before its end
_SENTENCE_END = re.compile(r"(?<=[a-z\d]{2})[.!?][\"”’]?\s+(?=[A-Z\"“])")
_WORD = re.compile(r"\S+")
_HEADLINE_WORDS = range(4, 23)
_AGENCY = re.compile(r"\s*(?P<name>\w+)\s+(?=[A-Z])")
_ADDRESSED = re.compile(r"(?P<words>[^\W\d_]\S*(?: \S+){3,21}?)\s+https?://\S+\s+(?P<stamp>\S.*)")
_INSERT_WORDS = re.compile(r"(?:\S+\s+){4}")  # a label and the least that a headline has

_LABELLED = re.compile(
    r"(?P<words>[^\W\d_]\S*(?: [^\s|]+){3,21}?)\s+(?:Source\s*:|By [A-Z]|Published|PUBLISHED|Updated|Posted|\|)"
)


@cache
def _wordings(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”’)])\s+(?={'|'.join(sorted(entries(name)))})")


@cache
def _openings() -> re.Pattern[str]:
    """Return where a sentence of the article starts behind the title of another page, which has no full stop."""
    return re.compile(rf"(?<=[.!?]\s)(?=[A-Z\"“])|(?<=[\w\"”’]\s)(?=(?:{any_of('sentence_openers.txt')})\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """A page on one line: what is None it does not have, and what is in none of them is furniture."""

    headline: Span | None
    stamp: Span | None
    article: tuple[Span, ...]


def page_on_a_line(text: str, line: Span) -> Line | None:
    """Return the parts of a line that is a page.

    The head of the page ends with the day that stands before the first sentence, and the article ends where wordings
    follow a full stop that stand below articles. Titles of other pages may stand amid the article, behind a label. A
    line without any of these is none: all of it may be article. A short one may be the head alone.
    """
    if len(line) < _LONG:
        head = _ADDRESSED.match(text, line.start, line.end)
        stamped = head is not None and is_date_line(head["stamp"].strip())
        return Line(Span(*head.span("words")), Span(*head.span("stamp")), ()) if head and stamped else None
    stamp, start = _head(text, line)
    article = tuple(_without_inserts(text, Span(start, _end(text, line, start))))
    if stamp is None and article == (line,):
        return None
    return Line(_headline(text, Span(line.start, stamp.start)) if stamp else None, stamp, article)


def _without_inserts(text: str, article: Span) -> Iterator[Span]:
    """Yield the article without the labelled titles amid it: each goes as far as the next sentence opens."""
    start = article.start
    while found := _wordings("pages/line_inserts.txt").search(text, start, article.end):
        yield Span(start, found.start()).trimmed(text)
        title = _INSERT_WORDS.match(text, found.end(), article.end)
        opening = _openings().search(text, title.end(), article.end) if title else None
        start = opening.start() if opening else article.end
    yield Span(start, article.end).trimmed(text)


def _headline(text: str, head: Span) -> Span | None:
    """Return what the head prints twice, or else what stands before its first label, or else its last sentence."""
    found = _LABELLED.match(text, head.start, head.end)
    headline = _printed_twice(text, head) or (Span(*found.span("words")) if found else _last_sentence(text, head))
    if headline is None or is_furniture(headline.of(text)):
        return None
    before, gap, _ = headline.of(text).partition("  ")  # "Gondor king leaves  Sam Gamgee | Osgiliath"
    named = gap and len(before.split()) in _HEADLINE_WORDS
    return Span(headline.start, headline.start + len(before)) if named else headline


def _last_sentence(text: str, head: Span) -> Span | None:
    stops = [found.end() for found in _SENTENCE_END.finditer(text, head.start, head.end)]
    last = Span(stops[-1] if stops else head.start, head.end).trimmed(text)
    return (
        Span(last.start, last.end - last.of(text).endswith("."))
        if len(last.of(text).split()) in _HEADLINE_WORDS
        else None
    )


def _printed_twice(text: str, head: Span) -> Span | None:
    """Return the last printing of the longest run of words that stands twice in the head."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text, head.start, head.end)]
    best = range(0)
    for first, second in combinations(range(len(words)), 2):
        length = sum(1 for _ in takewhile(_same, zip(words[first:second], words[second:], strict=False)))
        if length >= max(_HEADLINE_WORDS.start, len(best)):
            best = range(second, second + length)
    return Span(words[best.start][1], words[best.stop - 1][2]) if best else None


def _same(pair: tuple[tuple[str, int, int], tuple[str, int, int]]) -> bool:
    return pair[0][0] == pair[1][0]


def _head(text: str, line: Span) -> tuple[Span | None, int]:
    """Return the last day of the head of a line, and where the article starts: behind it and the agency's name."""
    limit = min(line.start + _HEAD, line.end)
    sentence = _SENTENCE_END.search(text, line.start, limit)
    above = sentence.start() if sentence else limit
    days = stamps(text, Span(line.start, limit))
    heads = ((day, end) for day, end in days if day.end <= above or text[: day.start].rstrip().endswith("."))
    stamp, start = max(heads, key=lambda found: found[1], default=(None, line.start))
    agency = _AGENCY.match(text, start, line.end) if stamp else None
    return stamp, agency.end() if agency and agency["name"] in entries("outlets/news_agencies.txt") else start


def _end(text: str, line: Span, start: int) -> int:
    """Return where the article that begins at `start` ends."""
    found = _wordings("pages/line_ends.txt").search(
        text, max(start, line.start + int(_MAIN_PART * len(line))), line.end
    )
    return found.start() if found else line.end
