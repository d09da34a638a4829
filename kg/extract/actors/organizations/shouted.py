"""Acronyms and shouted words that the language model takes for organisations, and that are things."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract.actors.organizations.boundaries import heads, other_heads
from kg.extract.actors.reading import Name, Reading
from kg.lexicon import words as word_list

_LONGEST = 8  # words that an acronym stands for
_TELLING = 3  # letters of an acronym that words in small letters spell by no chance
_SHOUTED = 6  # letters from which capitals are more often an ordinary word than an acronym
_TREATIES = ("FTA",)  # end the acronyms of agreements
_MODEL = re.compile(r"[A-Z][a-z]+-\d+")  # "Durin-2"
_MEMBERS = frozenset({"Democrat", "Republican"})
_SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})  # parts of speech of no acronym
_PROPER = frozenset({"PROPN", "NOUN", ""})


def is_thing(reading: Reading, name: Name) -> bool:
    """Tell whether a run is no organisation's name: counted ("an ICBM", "20 TEU"), or what it stands for is a thing.

    So is what such an acronym in brackets follows, a weapon, and somebody called by his party.
    """
    words, word = reading.words, reading.words[name.first]
    if words[name.last].text == "(" and words[name.last + 1].text in other_heads():
        return True
    if name.last - name.first > 1:
        return words[name.last - 1].text in _MEMBERS
    acronym = word.text.removesuffix("s")
    if _MODEL.fullmatch(word.text):
        return True
    if not acronym.isupper() or len(acronym) < 2:
        return False
    plural = acronym != word.text or acronym.endswith(_TREATIES)
    counted = words[name.first - 1].lower in {"a", "an"} or words[name.first - 1].text[:1].isdigit()
    shouted = reading.tag(name.first) not in _PROPER and (len(acronym) >= _SHOUTED or reading.tag(name.first) in _SMALL)
    return plural or counted or shouted or acronym in _spelled_small(reading) or acronym in _offices(reading)


@lru_cache(maxsize=1)
def _offices(reading: Reading) -> frozenset[str]:
    """Return the initials of the titles in the text: "LG" of "Lieutenant Governor"."""
    found: set[str] = set()
    for head in reading.title_heads:
        first = head
        last = head + 1 + (reading.words[head + 1].text == "General")
        while first - 1 in reading.title_words and reading.words[first - 1].is_word:
            first -= 1
            found.add("".join(reading.words[i].text[0].upper() for i in range(first, last)))
    return frozenset(found)


@lru_cache(maxsize=1)
def _spelled_small(reading: Reading) -> frozenset[str]:
    """Return the acronyms in brackets that words in small letters spell out, of which none heads organisations."""
    words = reading.words
    inside = (i for i, word in enumerate(words) if words[i - 1].text == "(" and words[i + 1].text == ")")
    found = ((i, words[i].text.removesuffix("s")) for i in inside)
    bracketed = {acronym for i, acronym in found if acronym.isupper() and _spells(reading, i, acronym)}
    return frozenset(bracketed | set(_initials(reading)))


def _initials(reading: Reading) -> Iterator[str]:
    """Yield the initials of three and more nouns and adjectives in small letters, unless one of them heads bodies.

    So PHC is "primary health care".
    """
    for i in range(len(reading.words)):
        letters = ""
        for j in range(i, i + _LONGEST):
            word = reading.words[j]
            bodily = word.text.capitalize() in heads()
            if bodily or word.capital or reading.tag(j) not in {"ADJ", "NOUN"}:
                break
            letters += word.text[0].upper()
            if len(letters) >= _TELLING:
                yield letters


def _spells(reading: Reading, at: int, acronym: str) -> bool:
    parts = list(_parts_before(reading, at - 1))[: len(acronym)]
    initials = ["".join(part[0] for part in reversed(parts[:n])) for n in (len(acronym), len(acronym) - 1)]
    bodily = any(part.capitalize() in heads() for part in parts)
    return any(_letters_of(each, acronym.lower()) for each in initials) and not bodily


def _letters_of(initials: str, acronym: str) -> bool:
    """Tell whether the acronym is made of the initials, in order, with one further letter at most ("ICBM")."""
    rest = iter(acronym)
    return len(initials) >= max(len(acronym) - 1, 3) and all(c in rest for c in initials)


def _parts_before(reading: Reading, end: int) -> Iterator[str]:
    """Yield the parts of the words before `end` in small letters, from the last one back; "of" and the like aside."""
    for i in range(end - 1, end - _LONGEST, -1):
        word = reading.words[i]
        if not word.is_word or word.capital:
            return
        if word.lower not in word_list("function_words.txt"):
            yield from reversed(word.lower.split("-"))
