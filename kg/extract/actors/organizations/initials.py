"""Acronyms that no brackets define, known by their letters: "EBG" is the "Export Bank of Gondor" of the document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.actors.organizations.brackets import ACRONYM
from kg.extract.actors.reading import Name, NameKind, Reading

_FEWEST = 2  # words that an acronym stands for


def spelled_out(reading: Reading, names: Iterable[Name]) -> dict[str, Name]:
    """Return, by its letters, the one organisation named in full that an acronym can stand for."""
    found: dict[str, dict[str, Name]] = {}
    for name in names:
        for letters in _letters(reading, name):
            found.setdefault(letters, {}).setdefault(reading.phrase(name), name)
    return {letters: next(iter(full.values())) for letters, full in found.items() if len(full) == 1}


def letters_of(reading: Reading, names: Iterable[Name]) -> frozenset[str]:
    """Return the acronyms that can stand for any of the names."""
    return frozenset(letters for name in names for letters in _letters(reading, name))


def initialed(reading: Reading) -> Iterator[Name]:
    """Find the acronyms of organisations wherever they stand."""
    full = spelled_out(reading, reading.names(NameKind.ORGANIZATION))
    for letters, name in full.items():
        for i in reading.words.starting(letters):
            yield Name(i, i + 1, NameKind.ORGANIZATION, "acronym", name.country, name.known)


def _letters(reading: Reading, name: Name) -> Sequence[str]:
    """Return the initials of the words, with and without those of small words; none for a name that is one already.

    A country at the end of the name may be left out: "EP" is the "Ent Party of Gondor".
    """
    ending = reading.country_before(name.last)
    short = replace(name, last=ending[1] - 1) if ending and reading.words[ending[1] - 1].lower == "of" else None
    further = _initials(reading, short) if short is not None and short.last - short.first > _FEWEST else ()
    return (*_initials(reading, name), *further)


def _initials(reading: Reading, name: Name) -> Sequence[str]:
    words = [reading.words[i] for i in range(name.first, name.last) if reading.words[i].is_word]
    parts = [part for word in words for part in word.text.split("-") if part]
    own = [part for part in parts if part[0].isupper()]
    if len(own) < _FEWEST or any(ACRONYM.fullmatch(part) for part in own):
        return ()
    every = "".join(part[0].upper() for part in parts)
    return tuple({"".join(part[0] for part in own), every})
