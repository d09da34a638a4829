"""Persons called by their initials: "Denethor bin Ecthelion ... DBE said"."""

from collections.abc import Iterator

from kg.extract.actors.identities import initials, lower_words
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.lexicon.organizations import known_organizations

_TELLING = 3  # letters from which initials are hardly another's


def called_by_initials(reading: Reading) -> Iterator[Name]:
    """Find the initials of full names already found, but for those that are a well-known organisation's."""
    full = (initials(lower_words(reading, name)).upper() for name in reading.names(NameKind.PERSON))
    known = {letters for letters in full if len(letters) >= _TELLING} - known_organizations().keys()
    for i, word in enumerate(reading.words):
        if word.text in known:
            yield Name(i, i + 1, NameKind.PERSON, "initials of a full name")
