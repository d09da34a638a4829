"""Countries as texts call them: by name, by demonym, by the city that stands for the government."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.lexicon import table, words
from kg.lexicon.turtle import Values, read_reference

_FIRST_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


class Wording(StrEnum):
    """How words name a country."""

    NAME = "name"  # Mali
    DEMONYM = "demonym"  # Malian, Malians
    SEAT = "seat"  # Bamako


@dataclass(frozen=True, slots=True)
class Country:
    """`code` is ISO 3166-1 alpha-2 (XK for Kosovo); `seats` spell its capital and other seats."""

    code: str
    label: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryWords:
    """Words for a country, as printed; `code` is None for words that several countries share, `among`, or none has."""

    text: str
    code: str | None
    wording: Wording
    among: frozenset[str] = frozenset()


@cache
def countries() -> dict[str, Country]:
    """Return every country by its code."""
    seats: dict[str, list[str]] = {}
    for place in read_reference("places").values():
        for country in place.get("country", ()):
            seats.setdefault(country, []).extend((*place["label"], *place.get("altLabel", ())))
    nodes = read_reference("countries").items()
    return {country.code: country for country in (_country(node, seats.get(path, [])) for path, node in nodes)}


def _country(node: Values, seats: list[str]) -> Country:
    return Country(
        code=node["identifier"][0],
        label=node["label"][0],
        names=(*node["label"], *node.get("altLabel", ())),
        demonyms=node.get("P1549", ()),
        seats=tuple(seats),
    )


@cache
def country_words() -> dict[str, tuple[CountryWords, ...]]:
    """Return all wordings by their first word in lower case, the longest first.

    Words that only look like a country's ("Indian Ocean") are among them, without a code, so that they are found first.

    >>> [found.code for found in country_words()["malian"]]
    ['ML']
    >>> {found.code for found in country_words()["korean"]}
    {None}
    """
    index: dict[str, dict[str, CountryWords]] = {}
    for entry in _entries():
        match = _FIRST_WORD.search(entry.text)
        if match is None:
            continue
        same = index.setdefault(match.group().casefold(), {})
        known = same.get(entry.text)
        if known is None:
            same[entry.text] = entry
        elif known.wording == entry.wording and known.code != entry.code:
            among = known.among | {code for code in (known.code, entry.code) if code}
            same[entry.text] = CountryWords(entry.text, None, entry.wording, among)
    return {first: tuple(sorted(same.values(), key=lambda entry: -len(entry.text))) for first, same in index.items()}


def _entries() -> Iterator[CountryWords]:
    """Yield names before demonyms before seats: a word that is two of them counts as the first."""
    skipped = words("places/not_alone.txt")
    for text in words("places/not_countries.txt"):
        yield CountryWords(text, None, Wording.NAME)
    for code, text in table("offices/country_styles.tsv"):
        yield CountryWords(text, code, Wording.NAME)
    for wording, attribute in ((Wording.NAME, "names"), (Wording.DEMONYM, "demonyms"), (Wording.SEAT, "seats")):
        for country in countries().values():
            for text in getattr(country, attribute):
                if text not in skipped:
                    yield CountryWords(text, country.code, wording)
                if _INITIALS.fullmatch(text):  # "U. S."
                    yield CountryWords(text.replace(".", ". ").strip(), country.code, wording)


@cache
def nationals() -> frozenset[str]:
    """Return the demonyms that mean people of a country, not the country: "Malians", "Swedes"."""
    demonyms = {demonym for country in countries().values() for demonym in country.demonyms}
    names = {name for country in countries().values() for name in country.names}
    return frozenset(demonym + "s" for demonym in demonyms if demonym + "s" in demonyms) - names


@cache
def kingdoms() -> frozenset[str]:
    """Return the codes of the countries that their own press calls "the Kingdom"."""
    return frozenset(row[0] for row in table("places/kingdoms.tsv"))
