"""Which words a person's name is made of."""

import re
from functools import cache

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.reading import Reading
from kg.extract.actors.titles import heads, honorifics
from kg.extract.actors.titles.styles import of_pair
from kg.extract.actors.words import ADJECTIVE, QUOTES, STOP
from kg.lexicon import table
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.lexicon.towns import place_names

LONGEST = 9  # words of a name, particles included
KIN = frozenset({"brother", "daughter", "father", "husband", "mother", "sister", "son", "spouse", "widow", "wife"})
"""Nouns for who is of somebody's family."""
_EZAFE = re.compile(r"(?<!^al)-y?e$")  # in Persian, what has an attribute, a place mostly: "Takht-e Rustam"

_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}ing")


def person_end(reading: Reading, start: int, *, voted: bool = False) -> int:
    """Return the word after the person's name that begins at `start`; `start` itself if none does."""
    words, end = reading.words, start
    if not _name_word(reading, start, first=True, voted=voted):
        return start
    end = start + 1
    if len(words[start].text) == 1 and not words[end].capital:
        return start  # "Mr X", "known as X"
    if words[start].text in place_names() and not (words[end].capital and reading.entity(end) == "PERSON"):
        return start
    while end - start < LONGEST:
        if words[end].text == "-" and words[end - 1].lower in {"al", "el"} and words[end + 1].capital:
            end += 2
        elif is_particle(reading, end) and _name_word(reading, _past_particles(reading, end), first=False, voted=False):
            end = _past_particles(reading, end) + 1
        elif _name_word(reading, end, first=False, voted=False):
            end += 1
        elif _nicknamed(reading, end):
            end += 4
        else:
            break
    return start if words.phrase(start, end) in place_names() else end


def _nicknamed(reading: Reading, i: int) -> bool:
    """Tell whether a nickname in quotation marks goes on with a name: Tuor "Elf" Baggins."""
    words = reading.words
    quoted = words[i].text in QUOTES and words[i + 1].capital and words[i + 2].text in QUOTES
    return quoted and _name_word(reading, i + 3, first=False, voted=False)


def _past_particles(reading: Reading, at: int) -> int:
    while is_particle(reading, at):
        at += 1
    return at


def is_particle(reading: Reading, i: int) -> bool:
    """Tell whether the word stands in small letters inside names: "bin", "de"."""
    return reading.words[i].lower in word_list("persons/name_particles_inside.txt") and not reading.words[i].capital


def _name_word(reading: Reading, i: int, *, first: bool, voted: bool) -> bool:
    """Tell whether the word can be part of a person's name."""
    word = reading.words[i]
    attributive = ADJECTIVE.search(word.text) or _EZAFE.search(word.lower)
    if (
        not word.is_word
        or attributive
        or of_pair(reading, i)
        or reading.name_at(i) is not None
        or i in reading.title_heads
    ):
        return False
    surname = word.lower in _surnames() and not first and _closes(reading, i)
    descent = word.capital and not first and is_particle(reading, i - 1)  # "bin Said"
    ranked = word.lower.removesuffix("s") in word_list("persons/ranks.txt")
    initial = len(word.text) == 1 and not first and reading.entity(i) == "PERSON"  # "Imrahil A Hurin"
    if (ranked or word.lower in never_in_persons()) and not (surname or descent or initial):
        return False
    if not word.capital:
        styled = first and word.lower in honorifics()  # "Hojjat al-Islam"
        return not styled and word.proper
    shouted = len(word.text) > 3 and word.text.isupper() and not voted
    if any(map(str.isdigit, word.text)) or (shouted and (first or reading.entity(i) != "PERSON")):
        return False
    if first and _opens_sentence(reading, i):
        return False
    country = reading.country_at.covering(i)
    return country is None or (_given_name(reading, i, country) if first else reading.entity(i) == "PERSON")


def _opens_sentence(reading: Reading, i: int) -> bool:
    """Tell whether the word has its capital from where it stands: "Sending Faramir", "Send Faramir"."""
    word = reading.words[i]
    return word.text in word_list("sentence_openers.txt") or (
        reading.words[i - 1] is STOP and _PARTICIPLE.fullmatch(word.text) is not None
    )


def _given_name(reading: Reading, i: int, country: CountryMention) -> bool:
    """Tell whether a country's or capital's name is somebody's given name here ("Jordan Baggins")."""
    whole = country.wording is not Wording.DEMONYM and country.span.end == reading.words[i].end
    return whole and reading.entity(i) == reading.entity(i + 1) == "PERSON"


def _closes(reading: Reading, i: int) -> bool:
    """Tell whether "Sheikh" ends a name rather than begins one, or is read as part of it ("Faramir Sheikh Hurin")."""
    return not reading.words[i + 1].capital or all(reading.entity(j) == "PERSON" for j in (i - 1, i, i + 1))


@cache
def _surnames() -> frozenset[str]:
    """Return styles that are surnames too, in lower case."""
    return frozenset(row[0] for row in table("persons/honorifics.tsv") if "keeps" in row)


@cache
def never_in_persons() -> frozenset[str]:
    """Return words, in lower case, that no name of a person holds: titles, styles, ranks, heads of other names."""
    others = {
        word.lower() for word in word_list("organizations/heads.txt") | word_list("organizations/other_heads.txt")
    }
    never = others.union(heads(), honorifics(), word_list("persons/never_in_persons.txt"))
    return frozenset(never - word_list("persons/also_names.txt"))


def bare(word: str) -> str:
    """Return the word, in lower case, without the Arabic article that one mention prints and the next leaves out.

    >>> bare("al-gondori"), bare("gondori")
    ('gondori', 'gondori')
    """
    return word.removeprefix("al-").removeprefix("el-")
