"""Organisations that a noun beside the name tells: "the rebel movement Uruk", "the Palantir newspaper"."""

from collections.abc import Iterator
from functools import cache

from kg.extract.actors.organizations.boundaries import bars
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import heads as titles_heads
from kg.lexicon import table
from kg.lexicon.towns import place_names

CALLED = "noun beside it"
"""The rule for names that such a noun tells."""

_SAMPLING = ("such", "as")
_LONGEST = 6  # words of a name
_VOTES = frozenset({"ORG", "LOC"})  # what the language model takes such names for


def called(reading: Reading) -> Iterator[Name]:
    """Find the names beside nouns for organisations, and wherever else the same words stand.

    What the language model takes them for counts only before the noun and behind "such as": people may be meant there.
    """
    phrases: dict[str, set[str]] = {}
    for noun, word in enumerate(reading.words):
        sides = _nouns().get(word.text)
        if sides is None or reading.name_at(noun) is not None:
            continue
        for first, last in (_behind(reading, noun), _before(reading, noun) if "before" in sides else (0, 0)):
            beside = first == noun + 1 and not word.text.endswith("s")
            apposed = reading.words[noun + 1].text == "," and last - first == 1  # "the company, Palantir, said"
            beside = beside or apposed
            if last > first and _is_name(reading, first, last, any_vote=beside):
                phrases.setdefault(reading.words[first].text, set()).add(reading.words.phrase(first, last))
    for start, wanted in phrases.items():
        for i in reading.words.starting(start):
            yield from _printed(reading, i, wanted)


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns and their plurals, each with where the name may stand."""
    found: dict[str, tuple[str, ...]] = {}
    for noun, *sides in table("organizations/naming_nouns.tsv"):
        found[noun] = tuple(sides)
        found[f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"] = ("behind",)
    return found


def _behind(reading: Reading, noun: int) -> tuple[int, int]:
    """Return the name in "the daily Palantir" or "groups such as Uruk Hai"."""
    first = noun + 1
    first += 2 * ((reading.words[first].lower, reading.words[first + 1].lower) == _SAMPLING)
    apposed = reading.words[first].text == ","
    first += apposed
    last = first
    while last - first < _LONGEST and _inside(reading, last):
        last += 1
    return (first, last) if not apposed or reading.words[last].text == "," else (noun, noun)


def _before(reading: Reading, noun: int) -> tuple[int, int]:
    """Return the name in "the Palantir newspaper"."""
    first = noun
    while noun - first < _LONGEST and _inside(reading, first - 1):
        first -= 1
    return (first, noun) if reading.words[first - 1].lower == "the" else (noun, noun)


def _inside(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    title = word.lower in titles_heads()
    return word.proper and not (title or reading.country_at.covering(i) or bars(reading, i))


def _is_name(reading: Reading, first: int, last: int, *, any_vote: bool) -> bool:
    votes, phrase = {reading.entity(i) for i in range(first, last)}, reading.words.phrase(first, last)
    told = votes != {"NORP"} if any_vote else bool(votes & _VOTES)  # "the militia Gondorian riders built"
    return told and len(phrase) > 1 and phrase not in place_names()


def _printed(reading: Reading, first: int, wanted: set[str]) -> Iterator[Name]:
    """Yield the longest of the names that begins at the word and does not go on."""
    last = first
    while last - first < _LONGEST and _inside(reading, last):
        last += 1
    if reading.words.phrase(first, last) in wanted:
        yield Name(first, last, NameKind.ORGANIZATION, CALLED)
