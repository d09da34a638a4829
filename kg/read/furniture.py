"""What on a page is not the article: lines and line ends known by their wording."""

import re
from functools import cache

from kg.lexicon import words
from kg.model import Span

_TAIL = 400  # characters in which a line's end is looked for: lines may be long
_HEAD = 400


@cache
def _pattern(name: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format("|".join(f"(?:{entry})" for entry in sorted(words(name)))), re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Say whether `line` is navigation, sharing, comments, cookies, credits and the like.

    >>> is_furniture("Leave a Reply"), is_furniture("Leave Gondor, the king told them.")
    (True, False)
    """
    return len(line) <= _HEAD and _pattern("boilerplate_lines.txt", "(?:{})").match(line) is not None


def ends_page(line: str) -> bool:
    """Say whether nothing of the article follows `line`."""
    return _pattern("page_ends.txt", "(?:{})").match(line[:_HEAD]) is not None


def without_tail(text: str, line: Span) -> Span:
    """Return `line` without what follows its last sentence: credits, initials, licence."""
    start, end = line.start, line.end
    while True:
        found = _pattern("boilerplate_tails.txt", r"(?:{})\s*\Z").search(text[max(start, end - _TAIL) : end])
        if found is None:
            return Span(start, end)
        end = max(start, end - _TAIL) + found.start()
        while end > start and text[end - 1].isspace():
            end -= 1
