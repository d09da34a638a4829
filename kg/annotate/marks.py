"""Quotation marks one by one: which may open, which may close, and which are apostrophes."""

import re
from dataclasses import dataclass
from enum import Enum

from kg.model import Span

# Two single marks typed for a double one are one mark; of three that close, the first ends the quotation inside.
_ANY_MARK = re.compile(r"""(?<=\S)'(?=''(?!'))|''|``|["“”„‟″＂«»'‘’‚‛‹›`´]""")
_BEFORE_OPENING = frozenset("([{—–-/|:")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/|")
_OPENERS = frozenset("\"“„‟«‘‚‛‹'`")
_CLOSERS = frozenset("\"”″»’'›´")
# 'em, 'til, '90s: an apostrophe at the start of a word.
_ELISION = re.compile(r".(?:em|til|till|twas|tis|cause|round|bout|n|\d\d(?:s|\b))\b", re.IGNORECASE)


class Family(Enum):
    """Marks that pair with one another."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"


_FAMILIES = {
    **dict.fromkeys((*'"“”„‟″＂', "''", "``"), Family.DOUBLE),
    **dict.fromkeys("'‘’‚‛`´", Family.SINGLE),
    **dict.fromkeys("«»‹›", Family.GUILLEMET),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at `position`, of one character or two; one that neither opens nor closes is not listed."""

    position: int
    char: str
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        return self.position + len(self.char)

    @property
    def family(self) -> Family:
        return _FAMILIES[self.char]


def marks_in(text: str, paragraph: Span) -> list[Mark]:
    """Return the marks of `paragraph`, in text order, without apostrophes."""
    found = (_classified(text, match, paragraph) for match in _ANY_MARK.finditer(text, paragraph.start, paragraph.end))
    return [mark for mark in found if mark.opens or mark.closes]


def _classified(text: str, match: re.Match[str], paragraph: Span) -> Mark:
    position, end, char = match.start(), match.end(), match.group()
    before = text[position - 1] if position > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    may_open = (before.isspace() or before in _BEFORE_OPENING or before in _OPENERS) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in _CLOSERS)
    if _FAMILIES[char] is Family.SINGLE:
        opens, closes = _single(text, position, may_open=may_open, may_close=may_close)
    else:
        opens, closes = _double(char, after, may_open=may_open, may_close=may_close)
    return Mark(position, char, opens, closes)


def _double(char: str, after: str, *, may_open: bool, may_close: bool) -> tuple[bool, bool]:
    match char:
        case "“":  # closes „such“, and where it was typed the wrong way round
            return True, may_close and not may_open
        case "”" | "″":
            return may_open and after.isalnum(), True
        case "„" | "‟":
            return True, False
        case "«" | "‹":
            return True, may_close and not may_open
        case "»" | "›":  # "Home » News" is neither
            return may_open, True
    return may_open or (not may_close and after.isalnum()), may_close or not may_open


def _single(text: str, position: int, *, may_open: bool, may_close: bool) -> tuple[bool, bool]:
    if may_open and _ELISION.match(text, position):
        return False, False
    match text[position]:
        case "‘" | "‚" | "‛":
            return may_open, False
        case "’" | "´":
            return False, may_close
    return may_open and not may_close, may_close and not may_open
