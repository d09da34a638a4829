"""Pages that scraping left on one line: where the article begins and ends within it."""

import re
from functools import cache

from kg.lexicon import words
from kg.model import Span
from kg.read.dates import stamps
from kg.read.furniture import is_furniture
from kg.read.paragraphs import trimmed

_LONG = 1000  # characters from which a line may be a whole page
_HEAD = 1000  # characters in which the head of the page must end
_MAIN_PART = 0.4  # share of the line that stands before its end
_SENTENCE_END = re.compile(r"(?<=[a-z\d]{2})[.!?][\"”’]?\s+(?=[A-Z\"“])")
_REPEATED = re.compile(r"(?P<words>\b[^\W\d_][^|»›>]{19,160}?)\s+(?=(?P=words)(?:\W|\Z))")


_LABELLED = re.compile(
    r"(?P<words>[^\W\d_]\S*(?: [^\s|]+){3,21}?)\s+(?:Source\s*:|By [A-Z]|Published|PUBLISHED|Updated|Posted|\|)"
)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?\"”’)])\s+(?={'|'.join(sorted(words('line_ends.txt')))})")


def page_on_a_line(text: str, line: Span) -> tuple[Span, Span | None, Span] | None:
    """Return the article of a line that is a page, its headline (if it is known), and what follows.

    The head of the page ends with the day and the clock that stand before the first sentence; the article ends where
    wordings follow a full stop that stand below articles. A line without either is none: all of it may be article.
    """
    if len(line) < _LONG:
        return None
    start, end = _head(text, line), _end(text, line)
    if start == line.start and end == line.end:
        return None
    return trimmed(text, start, end), _headline(text, Span(line.start, start)), trimmed(text, end, line.end)


def _headline(text: str, head: Span) -> Span | None:
    """Return what the head prints twice, or else what stands before its first label."""
    found = _REPEATED.search(text, head.start, head.end) or _LABELLED.match(text, head.start, head.end)
    return None if found is None or is_furniture(found["words"]) else Span(*found.span("words"))


def _head(text: str, line: Span) -> int:
    limit = min(line.start + _HEAD, line.end)
    sentence = _SENTENCE_END.search(text, line.start, limit)
    return max(
        (s.end for s in stamps(text, Span(line.start, sentence.start() if sentence else limit))), default=line.start
    )


def _end(text: str, line: Span) -> int:
    found = _ends().search(text, line.start + int(_MAIN_PART * len(line)), line.end)
    return found.start() if found else line.end
