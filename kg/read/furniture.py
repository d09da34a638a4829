"""What on a page is not the article: lines and line ends known by their wording."""

import re
from functools import cache

from kg.lexicon import words
from kg.model import Span

_TAIL = 400  # characters in which a line's end is looked for: lines may be long
_HEAD = 400
_ENTRY = re.compile(r"[^\W\d_][\w-]+")
_LABEL = 4  # words of a label at most
_MENU = 4  # entries that make a menu
_STOPS = (".", "!", "?", ":", "”", '"')
_LINK = re.compile(r"\[[^\]\[]*\]\([^()\s]*\)")


@cache
def _pattern(name: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format("|".join(f"(?:{entry})" for entry in sorted(words(name)))), re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Say whether `line` is navigation, sharing, comments, cookies, credits and the like.

    >>> is_furniture("Leave a Reply"), is_furniture("Leave Gondor, the king told them.")
    (True, False)
    """
    known = len(line) <= _HEAD and _pattern("pages/boilerplate_lines.txt", "(?:{})").match(line) is not None
    return known or _is_menu(line) or _is_links(line)


def _is_menu(line: str) -> bool:
    entries = _ENTRY.findall(line.lower()) if len(line) <= _HEAD and not line.endswith(_STOPS) else []
    return len(entries) >= _MENU and sum(e in words("pages/section_names.txt") for e in entries) >= len(entries) / 2


def _is_links(line: str) -> bool:
    """Say whether most of `line` is links in Markdown."""
    return "](" in line and sum(len(found[0]) for found in _LINK.finditer(line)) > len(line) / 2


def ends_page(line: str) -> bool:
    """Say whether nothing of the article follows `line`."""
    return _pattern("pages/ends.txt", "(?:{})").match(line[:_HEAD]) is not None


def names_others(line: str) -> bool:
    """Say whether `line` is a label of other pages' titles.

    >>> names_others("See also:"), names_others("See also the king's letter to the lords of the west.")
    (True, False)
    """
    return len(line.split()) <= _LABEL and _pattern("pages/labels.txt", r"\W*(?:{})\b").match(line) is not None


def without_tail(text: str, line: Span) -> Span:
    """Return `line` without what follows its last sentence: credits, initials, licence."""
    start, end = line.start, line.end
    while True:
        found = _pattern("pages/boilerplate_tails.txt", r"(?:{})\s*\Z").search(text[max(start, end - _TAIL) : end])
        if found is None:
            return Span(start, end)
        end = Span(start, max(start, end - _TAIL) + found.start()).trimmed(text).end
