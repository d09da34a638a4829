"""Outlets, by their names and by what they do: they are cited, they report, they quote."""

import re
from collections.abc import Iterator

from kg.extract.actors.organizations.boundaries import never_inside
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles.model import days
from kg.extract.actors.words import STOP
from kg.lexicon import words as word_list
from kg.lexicon.towns import place_names

_CHANNEL = re.compile(r"TV[A-Z]\w+|[A-Z]\w*TV")
_REPORTS = frozenset({"reported", "reports"})
_MOST_QUOTED = 14  # words from "quoted" to "saying"


def channels(reading: Reading) -> Iterator[Name]:
    """Find broadcasters by the "TV" in their one word ("TVHobbit", "ShireTV"), and "Channel 7 news"."""
    words = reading.words
    for i, word in enumerate(words):
        numbered = word.text == "Channel" and words[i + 1].text.isdigit()
        if numbered or _CHANNEL.fullmatch(word.text):
            last = i + 1 + numbered
            last += numbered and words[last].lower in {"news", "tv"}
            yield Name(i, last, NameKind.ORGANIZATION, "cited outlet")


def reporters(reading: Reading) -> Iterator[Name]:
    """Find outlets by what they report, wherever they are named: "..., Palantir reported on Friday."."""
    words = reading.words
    full = {
        words[name.last - 1].text: name for name in reading.names(NameKind.ORGANIZATION) if name.last - name.first > 1
    }
    for first, last in list(_reporting(reading)):
        phrase = words.phrase(first, last)
        owner = full.get(phrase)  # "the Palantir" is the "Osgiliath Palantir"
        for i in words.starting(words[first].text):
            if words.phrase(i, i + last - first) == phrase:
                known, country = (owner.known, owner.country) if owner else (None, None)
                yield Name(i, i + last - first, NameKind.ORGANIZATION, "cited outlet", country, known)


def _reporting(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the names before "reported" at the end of a sentence, and before "quoted Denethor as saying"."""
    words = reading.words
    for i, word in enumerate(words):
        if (word.lower in _REPORTS and _closes(reading, i + 1)) or (word.text == "quoted" and _as_saying(reading, i)):
            first = last = i - (words[i - 1].lower in {"has", "had", "also"})
            while words[first - 1].proper and words[first - 1].lower != "the" and not reading.name_at(first - 1):
                first -= 1
            before = words[first - 1 - (words[first - 1].lower == "the")]
            parted = before.text == "," or (before is STOP and word.text == "quoted")
            if parted and first < last and not (reading.country_at.starting(first) or _is_person(reading, first, last)):
                yield first, last


def _closes(reading: Reading, i: int) -> bool:
    """Tell whether the sentence ends here, a day aside: "reported.", "reported on Friday."."""
    words = reading.words
    i += words[i].lower == "on"
    return words[i + (words[i].lower in days())].text == "."


def _as_saying(reading: Reading, quoted: int) -> bool:
    words = reading.words
    found = (i for i in range(quoted + 2, quoted + _MOST_QUOTED) if words[i].lower in {"saying", "telling"})
    end = next(found, quoted)
    return words[end - 1].lower == "as" and all(words[i] is not STOP for i in range(quoted, end))


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name is somebody's: of two words before "quoted", or part of a longer one."""
    words = reading.words
    if last - first > 1:
        return words[last].text == "quoted"
    pairs = ((i, j) for i in words.starting(words[first].text) for j in (i - 1, i + 1) if words[j].capital)
    return any(reading.entity(i) == reading.entity(j) == "PERSON" for i, j in pairs)


def cited(reading: Reading) -> Iterator[Name]:
    """Find outlets by what is cited: "an article in Minas Tirith News", "a report at Al-Palantir"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.lower in word_list("outlets/cited_texts.txt") and words[i + 1].lower in {"in", "at", "from"}:
            first = i + 2 if words[i + 2].lower != "the" else i + 3
            last = first
            while words[last].capital and not reading.name_at(last) and words[last].lower not in never_inside():
                last += 1
            place = reading.country_at.starting(first) or words.phrase(first, last) in place_names()
            if last > first and not place and reading.entity(first) != "NORP":  # "reports in Western media"
                yield Name(first, last, NameKind.ORGANIZATION, "cited outlet")
