"""Reads the annotated newswire articles (BIO columns, no white space) into lines of text with names."""

from collections.abc import Iterator, Mapping
from zlib import crc32

from training.lines import Line, Name

LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "Facility": "LOC",
    "NORP": "NORP",
    "Date": "DATE",
}
CLOSING = ". , ; : ! ? % ) ] } 's n't 're 've 'll 'd 'm ..."
_NO_SPACE_BEFORE = frozenset(CLOSING.split())
_NO_SPACE_AFTER = frozenset("([{$£€#@")
_TENTHS = {0: "test", 1: "dev"}


def split(file_name: str) -> str:
    """Return "test", "dev" (a tenth of the articles each) or "train", by the file's name alone."""
    return _TENTHS.get(crc32(file_name.encode()) % 10, "train")


def lines(text: str) -> Iterator[Line]:
    """Yield the paragraphs of an article without the line that holds its address."""
    for block in text.split("\n\n"):
        rows = [row.split("\t") for row in block.splitlines() if "\t" in row]
        words = [row[0].replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"') for row in rows]
        if words and not words[0].startswith("http"):
            yield Line(tuple(words), tuple(spacing(words)), tuple(names([row[1] for row in rows], LABELS)))


def names(tags: list[str], labels: Mapping[str, str]) -> Iterator[Name]:
    """Yield the names of a column of BIO tags, labels folded by `labels`.

    >>> list(names(["O", "B-Person", "I-Person", "B-Money"], LABELS))
    [Name(start=1, end=3, label='PERSON')]
    """
    start = 0
    for at, tag in enumerate(tags):
        if tag.startswith("B-"):
            start = at
        label = labels.get(tag[2:])
        if label and (at + 1 == len(tags) or not tags[at + 1].startswith("I-")):
            yield Name(start, at + 1, label)


def spacing(words: list[str]) -> list[bool]:
    """Return whether a space followed each word in the text the words were cut from, as well as can be told.

    >>> spacing(["Doe", "-", "Roe", ",", "he"])
    [False, False, False, True, True]
    """
    spaces = [_between(left, right) for left, right in zip(words, [*words[1:], ""], strict=True)]
    _close_up(words, spaces, '"')
    _close_up(words, spaces, "'")
    for at in range(1, len(words) - 1):
        if words[at] == "'" and words[at + 1] in {"s", "t", "re", "ve", "ll", "d", "m"}:
            spaces[at - 1] = spaces[at] = False
            spaces[at + 1] = _between(words[at + 1], words[at + 2]) if at + 2 < len(words) else False
        elif words[at] == "." and len(words[at - 1]) == 1 and len(words[at + 1]) == 1 and words[at + 1].isupper():
            spaces[at] = False
        elif words[at] == "," and words[at - 1].isdigit() and words[at + 1][:3].isdigit():
            spaces[at] = len(words[at + 1]) != 3
        elif words[at] in {"-", "/"}:
            spaces[at - 1] = spaces[at] = words[at - 1] == "-" == words[at] or not _joins(words, at)
    return spaces


def _between(left: str, right: str) -> bool:
    return right not in _NO_SPACE_BEFORE and left not in _NO_SPACE_AFTER


def _joins(words: list[str], at: int) -> bool:
    return words[at - 1][-1].isalnum() and words[at + 1][0].isalnum()


def _close_up(words: list[str], spaces: list[bool], mark: str) -> None:
    """Set marks of quotation against what they enclose, opening and closing in turn."""
    opening = True
    for at, word in enumerate(words):
        if word != mark:
            continue
        apostrophe = mark == "'" and at > 0 and opening and _possessive(words, at)
        if opening and not apostrophe:
            spaces[at] = False
        elif at:
            spaces[at - 1] = False
        opening = opening if apostrophe else not opening


def _possessive(words: list[str], at: int) -> bool:
    return words[at - 1].endswith("s") or words[at + 1 : at + 2] in (["s"], ["t"], ["re"], ["ve"], ["ll"], ["d"], ["m"])
