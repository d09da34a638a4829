"""The lines of a page, with the parts of a hard-wrapped paragraph joined."""

import re
from itertools import pairwise

from kg.model import Span
from kg.read.furniture import is_furniture

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WRAPPED_AT = 40  # characters from which a line can be the part of a wrapped paragraph
_ENDS = re.compile(r"[.!?:;…\"”’)\]»|]\Z")
_BYLINE = re.compile(r"by (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:,? \d[^.!?]{,40})?")
_SIGNED = re.compile(
    r"[\"”]\s*[-–—]+ ?[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|bin|de|van|von|al)){1,6}(?:, [^\n]*[^.!?])?\Z"
)


def paragraphs_of(text: str) -> list[Span]:
    r"""Return the paragraphs without the white space round them.

    >>> text = "The king of Gondor met the lords of all the\nwestern lands.\nHe left."
    >>> [span.of(text) for span in paragraphs_of(text)]
    ['The king of Gondor met the lords of all the\nwestern lands.', 'He left.']
    """
    lines = [line for match in _LINE.finditer(text) if (line := Span(*match.span()).trimmed(text))]
    if not lines:
        return []
    starts = [lines[0].start, *(b.start for a, b in pairwise(lines) if not _goes_on(text, a, b))]
    ends = [*(a.end for a, b in pairwise(lines) if not _goes_on(text, a, b)), lines[-1].end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def is_signed(line: str) -> bool:
    """Tell whether a dash and the name of who said it close a quotation: '"Q." - Eomer, Marshal of the Mark'."""
    return _SIGNED.search(line) is not None


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Say whether `following` carries on the sentence of `line`, below it in lower case, or signs its quotation."""
    if is_signed(text[line.end - 1 : following.end]):
        return True
    if len(line) < _WRAPPED_AT or not text[following.start].islower():
        return False
    if _BYLINE.fullmatch(following.of(text)):
        return False
    below = text.count("\n", line.end, following.start) <= 1
    return below and not _ENDS.search(text, line.end - 1, line.end) and not is_furniture(following.of(text))
