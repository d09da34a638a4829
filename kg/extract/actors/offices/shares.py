"""Which countries a document speaks of without their names: by its dateline, by bodies and towns of theirs."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.actors.countries import find_towns
from kg.extract.actors.reading import KeyOf, NameKind, Reading
from kg.lexicon.countries import Wording, country_words
from kg.model import ActorKey, CountryCode

_DOMESTIC = frozenset({"state", "group"})  # kinds of known bodies that are spoken of where their country is
_DATELINE = re.compile(r"^\W{0,3}([A-Z]{2}[A-Z' ]{2,24}?)(?:,| \(| ?[—–:-])", re.MULTILINE)


def dateline_of(reading: Reading) -> CountryCode | None:
    """Return the country of the capital in the document's dateline."""
    for match in _DATELINE.finditer(reading.annotation.text):
        city = match.group(1).strip().title()
        for wording in country_words().get(city.split()[0].lower(), ()):
            if wording.text == city and wording.wording is Wording.SEAT:
                return CountryCode(wording.code) if wording.code else None
    return None


def stood_for(reading: Reading) -> Iterator[CountryCode]:
    """Yield the countries of states' bodies, parties and towns whose names do not say them: "Kremlin", "Lagos"."""
    for name in reading.names(NameKind.ORGANIZATION):
        domestic = name.known is not None and name.known.kind in _DOMESTIC
        if domestic and name.country is not None and reading.country_at.covering(name.first) is None:
            yield name.country
    yield from _of_towns(reading)


def _of_towns(reading: Reading) -> Iterator[CountryCode]:
    """Yield the country of every town, province and region that the text names."""
    for town in find_towns(reading.words):
        if reading.person_at(town.first) is None and reading.country_at.covering(town.first) is None:
            yield town.country


def named_beside(reading: Reading, key_of: KeyOf) -> dict[ActorKey | None, Counter[CountryCode]]:
    """Count the countries that are named in the sentences of each person."""
    named: dict[int, list[CountryCode]] = {}
    last = None
    for i, word in enumerate(reading.words):
        mention = reading.country_at.covering(i)
        if mention is not None and mention is not last and mention.code:
            named.setdefault(word.sentence, []).append(mention.code)
        last = mention
    found: dict[ActorKey | None, Counter[CountryCode]] = {}
    for name in reading.names(NameKind.PERSON):
        found.setdefault(key_of(name), Counter()).update(named.get(reading.words[name.first].sentence, ()))
    return found
