"""Pages that scraping left on one line: where the article begins and ends within it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations, takewhile

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


_LABELLED = re.compile(
    r"(?P<words>[^\W\d_]\S*(?: [^\s|]+){3,21}?)\s+(?:Source\s*:|By [A-Z]|Published|PUBLISHED|Updated|Posted|\|)"
)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”’)])\s+(?={'|'.join(sorted(entries('line_ends.txt')))})")


@dataclass(frozen=True, slots=True)
class Line:
    """A page on one line: what is None it does not have."""

    headline: Span | None
    stamp: Span | None
    article: Span
    end: Span


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
    headline = _headline(text, Span(line.start, stamp.start)) if stamp else None
    return Line(headline, stamp, trimmed(text, start, end), trimmed(text, end, line.end))


def _headline(text: str, head: Span) -> Span | None:
    """Return what the head prints twice, or else what stands before its first label."""
    found = _LABELLED.match(text, head.start, head.end)
    headline = _printed_twice(text, head) or (Span(*found.span("words")) if found else None)
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
    found = _ends().search(text, line.start + int(_MAIN_PART * len(line)), line.end)
    return found.start() if found else line.end
