"""What brackets and credits tell: acronyms, agencies that nobody asked."""

import re
from collections.abc import Iterator

from kg.extract.actors.organizations.boundaries import bars, other_heads
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import heads as title_heads
from kg.extract.actors.words import STOP
from kg.lexicon import words as word_list
from kg.lexicon.organizations import known_organizations

ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]{1,5}s?|[A-Z]{2,8}(?:-[A-Z]{1,4})?|(?:[A-Z]\.){2,}")
_SYSTEMS = frozenset({"Scheme", "Solution", "Strategy", "System"})
_BETWEEN = frozenset({"and", "for", "of", "on"})
_LONGEST = 40  # words of a credit


def credits_(reading: Reading) -> Iterator[Name]:
    """Find credits, which name nobody who acts: "(Photo by ...)", the agency of a dateline ("(MNA) –", "/TASS/")."""
    words = reading.words
    for i, word in enumerate(words):
        if word.text in {"(", "/"}:
            end, close = i + 1, ")" if word.text == "(" else "/"
            while end < i + _LONGEST and words[end] is not STOP and words[end].text != close:
                end += 1
            credit = words[i + 1].lower in word_list("outlets/credits.txt") or _of_agency(reading, i + 1, end)
            if credit or (end == i + 2 and (_dateline(reading, i, end) or _signed(reading, i))):
                yield Name(i + 1, end, NameKind.OTHER, "credit")


def _of_agency(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are an agency's name, a stroke and its photographer's: "(Palantir/Bilbo Baggins)"."""
    words = reading.words
    stroke = next((i for i in range(first, last) if words[i].text == "/"), last)
    agency = known_organizations().get(words.phrase(first, stroke)) if first < stroke < last - 1 else None
    return agency is not None and agency.kind == "outlet"


def _signed(reading: Reading, opening: int) -> bool:
    """Tell whether it is an outlet's name alone behind a sentence: "Denethor shakes hands in Osgiliath. (Palantir)"."""
    words = reading.words
    body = known_organizations().get(words[opening + 1].text)
    stops = words[opening - 1] is STOP or words[opening - 1].text in {".", "!", "?"}
    return stops and body is not None and body.kind == "outlet"


def _dateline(reading: Reading, opening: int, closing: int) -> bool:
    words = reading.words
    if words[opening].text == "/":
        town = words[opening - 2] is STOP and words[opening - 1].capital  # "Osgiliath /PALANTIR/"
        return words[closing].text == "/" and (town or not words[opening - 1].is_word)
    return words[closing + 1].text in {"–", "—", "-", ":"} and words[opening + 1].text.isupper()


def spelled(reading: Reading) -> Iterator[Name]:
    """Find names whose initials stand in brackets behind them, where the language model votes for these."""
    words = reading.words
    for i, word in enumerate(words):
        letters = words[i + 1].text
        if word.text != "(" or words[i + 2].text != ")" or not ACRONYM.fullmatch(letters) or letters in other_heads():
            continue
        votes = [reading.entity(j) for j in words.starting(letters)]
        first = _spelling(reading, i, letters)
        parts = [part for j in range(first, i) if words[j].proper for part in words[j].text.split("-")]
        own = sorted(part[0].upper() for part in parts) == sorted(letters)
        if (
            own
            and words[first].lower not in title_heads()
            and words[i - 1].text not in other_heads() | _SYSTEMS
            and votes.count("ORG") * 2 > len(votes)
        ):
            yield Name(first, i, NameKind.ORGANIZATION, "acronym")


def _spelling(reading: Reading, end: int, letters: str) -> int:
    """Return the first of the capitalised words before `end` that may spell the letters, small ones between them."""
    words, first, left = reading.words, end, len(letters)
    while left > 0:
        small = words[first - 1].lower in _BETWEEN
        before = first - 1 - small
        if not words[before].proper or bars(reading, before):
            break
        first, left = before, left - len(words[before].text.split("-"))
    return first


def acronyms(reading: Reading) -> Iterator[Name]:
    """Find acronyms in brackets after the name of an organisation."""
    words = reading.words
    for i, word in enumerate(words):
        short = words[i + 1].text
        if word.text == "(" and words[i + 2].text == ")" and ACRONYM.fullmatch(short) and short not in other_heads():
            owner = reading.body_at(i - 2 if words[i - 1].text == "'s" else i - 1)
            if owner:
                yield Name(i + 1, i + 2, NameKind.ORGANIZATION, "acronym", owner.country, owner.known)


def again(reading: Reading) -> Iterator[Name]:
    """Find the acronyms defined in brackets wherever else they stand."""
    words = reading.words
    short = (name for name in reading.names(NameKind.ORGANIZATION) if name.last == name.first + 1)
    defined = {words[name.first].text: name for name in short if name.rule == "acronym"}
    if defined:
        for i, word in enumerate(words):
            name = defined.get(word.text)
            if name and not _ends_name(reading, i):
                yield Name(i, i + 1, NameKind.ORGANIZATION, "acronym", name.country, name.known)


def _ends_name(reading: Reading, i: int) -> bool:
    """Tell whether the acronym ends a longer name: "Bree SSS" is one of many "State Secondary Schools (SSS)"."""
    before = reading.words[i - 1]
    return before.capital and reading.name_at(i - 1) is None and reading.entity(i - 1) in {"ORG", "LOC"}
