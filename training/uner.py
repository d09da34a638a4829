"""Reads Universal NER: sentences of a treebank with persons, organizations and locations."""

from collections.abc import Iterator

from training.lines import Line
from training.newswire import names

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
_TEXT = "# text = "


def lines(text: str) -> Iterator[Line]:
    """Yield the sentences of an IOB2 file, their white space taken from its `# text` comments."""
    for block in text.split("\n\n"):
        rows = [row.split("\t") for row in block.splitlines() if row[:1].isdigit()]
        source = next((row[len(_TEXT) :] for row in block.splitlines() if row.startswith(_TEXT)), "")
        if rows:
            words = [row[1] for row in rows]
            yield Line(tuple(words), tuple(spaces(words, source)), tuple(names([row[2] for row in rows], LABELS)))


def spaces(words: list[str], source: str) -> Iterator[bool]:
    """Yield whether a space follows each of `words` in `source`; true where a word is not found there.

    >>> list(spaces(["So", ",", "no"], "So, no"))
    [False, True, False]
    """
    at = 0
    for word in words:
        found = source.find(word, at)
        at = at if found < 0 else found + len(word)
        yield found < 0 or source[at : at + 1].isspace()
