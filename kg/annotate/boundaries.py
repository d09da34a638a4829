"""Where sentences start: by rule, since a treebank's parser splits at abbreviations and breaks long sentences."""

import re
from functools import cache

from kg.lexicon import table, words

_END = re.compile(
    r"""
    (?:[.!?]+|…)                       # the end of a sentence
    (?P<closing>["')\]]*)              # marks and brackets that close with it
    (?:\s+|(?<=[a-z0-9)]\.)(?=[A-Z][a-z]))  # a space, or none: "in the region.He said"
    (?=["'(\[]*(?:[^\W\d_]|\d))        # something that can open a sentence
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]) +(?=The [a-z]+ )")  # a subheading without a mark: "War is over The steward said"
_OPENING = re.compile(r"""["'(\[]*(?P<word>[^\W_]+)""")
_LAST_WORD = re.compile(r"[^\s\"'(\[]*\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_PLATFORM = re.compile(r"\b(?:on|via|platform|network|site) X\Z")  # where people post, no initial of a name
_LONGEST_WORD = 40


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in table("abbreviations.txt")}


def sentence_starts(text: str) -> list[tuple[int, bool]]:
    """Return where in `text` (one paragraph, folded) sentences start, and whether that is certain.

    It is not after `?"` and `!"`, where "Gandalf asked" may follow in the same sentence.

    >>> sentence_starts("Gen. Eomer met U.S. envoys. He left.")
    [(0, True), (28, True)]
    """
    first = len(text) - len(text.lstrip())
    found = [(match.end(), _is_certain(text, match)) for match in _END.finditer(text) if _ends_sentence(text, match)]
    glued = [(match.end(), True) for match in _GLUED.finditer(text)]
    return [(first, True), *sorted(found + glued)]


def _is_certain(text: str, match: re.Match[str]) -> bool:
    return match["closing"] == "" or text[match.start("closing") - 1] == "."


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    opening = _OPENING.match(text, match.end())
    word = opening["word"] if opening else ""
    if word.islower():
        return False
    if text[match.start()] != "." or match["closing"]:
        return True
    start = max(0, match.start() - _LONGEST_WORD)
    before = _LAST_WORD.search(text, start, match.start())
    return before is None or _may_end_with(before[0], word) or _PLATFORM.search(text, start, match.start()) is not None


def _may_end_with(abbreviation: str, following: str) -> bool:
    dotted = _DOTTED.fullmatch(abbreviation) and abbreviation != "I"
    habit = _abbreviations().get(abbreviation.lower(), "seldom" if dotted else "often")
    return habit == "often" or (habit == "seldom" and following in words("sentence_openers.txt"))
