"""What stands before a quotation that is a clause of its own: the start, a comma or colon, "that", a reporting verb."""

import re

from kg.annotate.inflection import quoting_forms

_PAUSE = re.compile(r"(?:\A|[,:;.!?…\n–—\"')\]-])\s*\Z")
_LAST_WORD = re.compile(r"(\w+)\s*\Z")
_CONJUNCTIONS = frozenset({"that", "because", "whether", "but", "and", "so", "while"})
_NEAR = 24  # characters before the quotation that are looked at


def is_introduced(text: str, position: int) -> bool:
    """Say whether what stands in `text` before `position` lets a clause follow.

    >>> is_introduced("Denethor said ", 14), is_introduced("praised the ", 12)
    (True, False)
    """
    before = text[max(0, position - _NEAR) : position]
    if _PAUSE.search(before):
        return True
    word = _LAST_WORD.search(before)
    return word is not None and (word[1].lower() in _CONJUNCTIONS or word[1].lower() in quoting_forms())
