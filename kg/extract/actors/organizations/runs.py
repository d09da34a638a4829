"""Organisations whose names hold joints, as far as the language model sees one name: "Small and Large Mints Union"."""

from collections.abc import Iterator

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.organizations.boundaries import (
    HOLDERS,
    LINKS,
    ROYAL,
    bars,
    heads,
    is_country,
    of_affairs,
    other_heads,
    portfolio,
    portfolio_joint,
)
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.lexicon.countries import Wording

_JOINTS = LINKS | {"and", "&", "'"}
_LONGEST = 12  # words of a name


def runs(reading: Reading) -> Iterator[Name]:
    """Find what the language model takes for one name of an organisation, if words like "and" and "of" stand inside.

    A word of the lists must head it; one that heads events and treaties makes the name nobody's.
    """
    words = reading.words
    for start, word in enumerate(words):
        if not word.capital or not _begins(reading, start):
            continue
        royal = words[start - 1].text in ROYAL  # the model leaves out the "King" of "King Thengel University"
        i, last = start + (word.lower == "the") - royal, _end(reading, start)
        joined = any(words[j].lower in _JOINTS for j in range(i, last))
        if (
            not joined
            or is_country(reading, i, last)
            or of_affairs(reading, i, last)
            or not HOLDERS.isdisjoint({words[last].lower, words[last + 1].lower})
            or any(bars(reading, j) for j in range(i, last) if words[j].capital)
        ):
            continue
        kind = _kind(reading, i, last)
        if kind is not None:
            country = reading.country_at.covering(i) or reading.country_at.covering(last - 1) or _owner(reading, i)
            yield Name(i, last, kind, "organization head", country.code if country else None)


def _begins(reading: Reading, i: int) -> bool:
    token = reading.token(i)
    return token is not None and token.entity == "ORG" and token.entity_start


def _end(reading: Reading, first: int) -> int:
    last = first + 1
    while last - first < _LONGEST and reading.entity(last) == "ORG" and not _begins(reading, last):
        if reading.words[last].text == "(":
            break
        last += 1
    while not reading.words[last - 1].capital:
        last -= 1  # "Mint Committee of the"
    if any(reading.words[i].text == "," for i in range(first, last)) and (joint := portfolio_joint(reading, last)):
        last += joint + 1  # the last of a list: "Chamber of Mints, Mines, and Trade"
    cut = reading.country_at.covering(last - 1)
    while cut is not None and reading.country_at.covering(last) is cut:
        last += 1  # "Council of Mordor and the Ents", of which the model sees "Council of Mordor"
    last = next(_countries_within(reading, first, last), last)
    return next((i for i in range(first + 1, last) if _parts(reading, first, i, last)), last)


def _parts(reading: Reading, first: int, joint: int, last: int) -> bool:
    """Tell whether "and" parts two bodies: "Mint Commission and Ent Inc.", "University of Ents and Mint University"."""
    words = reading.words
    left, right = words[joint - 1].text, words[last - 1].text
    placed = reading.country_before(joint) is not None and words[joint - 2].lower == "of"
    linked = any(words[i].text in heads() and words[i + 1].lower in LINKS for i in range(first, joint))
    single = left in heads() and not left.endswith("s") and not portfolio(reading, joint - 1)  # no "Mints and"
    return words[joint].lower == "and" and (single or placed or (linked and right in heads()))


def _countries_within(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Yield where a name ends for a country that it is of, no joint follows: "Mint School of Gondor Bilbo Baggins"."""
    for i in range(first + 1, last):
        found = reading.country_at.starting(i) if reading.words[i - 1].lower == "of" else None
        if found and found[1] < last and found[0].wording is not Wording.DEMONYM and reading.words[found[1]].capital:
            yield found[1]


def _kind(reading: Reading, first: int, last: int) -> NameKind | None:
    """Return what the head makes of the name: the last listed word before "of" or "for"."""
    words = reading.words
    end = next((j for j in range(first, last) if words[j].lower in LINKS), last)
    for j in reversed(range(first, end)):
        if words[j].text in other_heads():
            return NameKind.OTHER
        if words[j].text in heads():
            return NameKind.ORGANIZATION
    return None


def _owner(reading: Reading, first: int) -> CountryMention | None:
    """Return the country of "Gondor's" or "Gondorian" before the name."""
    found = reading.owner_before(first)
    return found[0] if found else None
