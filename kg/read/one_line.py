"""Pages that scraping left on one line: where the article begins and ends within it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise, takewhile

from kg.lexicon import words as entries
from kg.model import Span
from kg.read.dates import stamps
from kg.read.furniture import is_furniture
from kg.read.paragraphs import trimmed

_LONG = 1000  # characters from which a line may be a whole page
_HEAD = 1000  # characters in which the head of the page must end
_MAIN_PART = 0.4  # share of the line that stands before its end
_SENTENCE_END = re.compile(r"(?<=[a-z\d]{2})[.!?][\"”’]?\s+(?=[A-Z\"“])")
_WORD = re.compile(r"\S+")
_HEADLINE_WORDS = 4
_WHOLE = range(_HEADLINE_WORDS, 17)  # words of a head that is nothing but a headline
_MENU = re.compile(r"[|/»>#@]|\d{3}")


_LABELLED = re.compile(
    r"(?P<words>[^\W\d_]\S*(?: [^\s|]+){3,21}?)\s+(?:Source\s*:|By [A-Z]|Published|PUBLISHED|Updated|Posted|\|)"
)


_OTHER_PAGE = re.compile(r"(?:Read|READ|Also|ALSO) (?:Also|ALSO|More|MORE|more|also|READ|Read)\s*[:|]")
_GOES_ON = 3  # sentences that follow the name of another page where the article goes on behind it


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”’)])\s+(?={'|'.join(sorted(entries('line_ends.txt')))})")


@dataclass(frozen=True, slots=True)
class Line:
    """A page on one line: what is None it does not have. `teasers` name other pages amid the article."""

    headline: Span | None
    stamp: Span | None
    article: Span
    end: Span
    teasers: tuple[Span, ...] = ()


def page_on_a_line(text: str, line: Span) -> Line | None:
    """Return the parts of a line that is a page.

    The head of the page ends with the day that stands before the first sentence, and the article ends where wordings
    follow a full stop that stand below articles. A line without either is none: all of it may be article.
    """
    if len(line) < _LONG:
        return None
    stamp, start = _head(text, line)
    end = _end(text, line)
    if stamp is None and end == line.end:
        return None
    headline = _headline(text, trimmed(text, line.start, stamp.start)) if stamp else None
    article = trimmed(text, start, end)
    return Line(headline, stamp, article, trimmed(text, end, line.end), tuple(_teasers(text, article)))


def _headline(text: str, head: Span) -> Span | None:
    """Return what the head prints twice, or else what stands before its first label, or a short head."""
    found = _LABELLED.match(text, head.start, head.end)
    headline = _printed_twice(text, head) or (Span(*found.span("words")) if found else None)
    headline = headline or (head if len(head.of(text).split()) in _WHOLE and not _MENU.search(head.of(text)) else None)
    return None if headline is None or is_furniture(headline.of(text)) else headline


def _printed_twice(text: str, head: Span) -> Span | None:
    """Return the last printing of the longest run of words that stands twice in the head."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text, head.start, head.end)]
    best = range(0)
    for first, second in combinations(range(len(words)), 2):
        length = sum(1 for _ in takewhile(_same, zip(words[first:second], words[second:], strict=False)))
        if length >= max(_HEADLINE_WORDS, len(best)):
            best = range(second, second + length)
    return Span(words[best.start][1], words[best.stop - 1][2]) if best else None


def _same(pair: tuple[tuple[str, int, int], tuple[str, int, int]]) -> bool:
    return pair[0][0] == pair[1][0]


def _head(text: str, line: Span) -> tuple[Span | None, int]:
    limit = min(line.start + _HEAD, line.end)
    sentence = _SENTENCE_END.search(text, line.start, limit)
    above = Span(line.start, sentence.start() if sentence else limit)
    return max(stamps(text, above), key=lambda found: found[1], default=(None, line.start))


def _end(text: str, line: Span) -> int:
    ends = [found.start() for found in _ends().finditer(text, line.start + int(_MAIN_PART * len(line)), line.end)]
    following = pairwise([*ends, line.end])
    return next((end for end, after in following if not _is_teaser(text, Span(end, after))), line.end)


def _is_teaser(text: str, part: Span) -> bool:
    """Tell whether another page is named, and then the article goes on: "Read also: Riders wait The king then said"."""
    name = _OTHER_PAGE.match(text, trimmed(text, part.start, part.end).start)
    return name is not None and len(list(_SENTENCE_END.finditer(text, part.start, part.end))) >= _GOES_ON


def _teasers(text: str, article: Span) -> Iterator[Span]:
    """Yield the names of other pages with the sentence that each runs into, as nothing tells where it ends."""
    for name in _OTHER_PAGE.finditer(text, article.start, article.end):
        sentence = _SENTENCE_END.search(text, name.end(), article.end)
        yield Span(name.start(), sentence.end() if sentence else article.end)
