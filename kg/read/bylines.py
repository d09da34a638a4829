"""Who wrote the page, as its bylines say, and the paragraphs that tell who that is."""

import re
from collections.abc import Iterable

_NAME = r"(?![a-z])[^\W\d_][\w'’.-]*(?:\s+(?![a-z])[^\W\d_][\w'’.-]*){1,4}?"
_BYLINE = re.compile(
    r"\s*[\[*(]*(?i:by|about(?: the)?(?: author)?|author|(?:written|posted|story|reporting|text) by)\s*:?\s*[\[*(]*"
    rf"(?P<name>{_NAME})\s*(?:[|,/;(\])–—*]|\b(?i:in|for|and|is)\b|\Z)"
)
_SIGNED = re.compile(rf"(?:\b(?i:by)\s+(?P<last>{_NAME})\s*\Z|\A\s*(?P<first>{_NAME})\s*[·•|/])")
_INTRODUCED = re.compile(rf"[*_(\s]*[Bb][Yy]\s+(?P<name>{_NAME}),\s+(?:an?|the|our)\s+[^.]{{5,200}}\.?\s*\Z")
_TELLS = re.compile(
    rf"[*_(\s]*(?P<name>{_NAME}),?\s+(?:is|was|are|has|covers|covered|writes|wrote|reports|reported|serves|served|works"
    r"|worked|joined|teaches|leads|edits)\b"
)

_ALONE = re.compile(rf"\s*{_NAME}\s*")
_JOURNALIST = re.compile(r"\b(?:columnist|correspondent|editor|journalist|reporter|writer)\b")
_ROOM = 60  # characters after the verb in which it is told what somebody is


def authors(lines: Iterable[str], stamps: Iterable[str] = ()) -> frozenset[str]:
    """Return the names in bylines, and those beside the day in the `stamps` of a page, in small letters.

    >>> sorted(authors(["By Peregrin Took in Osgiliath", "The king has left."]))
    ['peregrin took']
    """
    bylines = {_folded(found["name"]) for line in lines if (found := _BYLINE.match(line[:200]))}
    signed = {_folded(found["last"] or found["first"]) for line in stamps if (found := _SIGNED.search(line))}
    return frozenset(bylines | signed)


def introduced(lines: Iterable[str]) -> frozenset[str]:
    """Return the names that stand alone on a line and are told to be a journalist's, in small letters.

    >>> sorted(introduced(["Peregrin Took", "It rained.", "Peregrin Took is a reporter covering the Shire."]))
    ['peregrin took']
    """
    alone, told = set[str](), set[str]()
    for line in lines:
        if _ALONE.fullmatch(line):
            alone.add(_folded(line))
        elif (found := _TELLS.match(line)) and _JOURNALIST.search(line[: found.end() + _ROOM]):
            told.add(_folded(found["name"]))
    return frozenset(alone & told)


def tells_of(line: str, names: frozenset[str]) -> bool:
    """Say whether `line` tells who one of those named is, or is a byline that tells it.

    >>> tells_of("Peregrin Took is the Shire correspondent of the Herald.", frozenset({"peregrin took"}))
    True
    """
    found = _TELLS.match(line)
    return _INTRODUCED.match(line) is not None or (found is not None and _folded(found["name"]) in names)


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
