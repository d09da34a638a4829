"""Which country an office belongs to where its title does not say: "Foreign Minister Faramir"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.actors.evidence import SIDES, Evidence, KeyOf
from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Reading
from kg.extract.actors.titles import Title
from kg.lexicon import table
from kg.lexicon.offices import kind_of
from kg.model import CountryCode

# What speaks for a country, and against it.
_OWN_SIDE = 4.0  # "on the Gondorian side" in the sentence
_UNHELD = 3.0  # an office of this kind is called that country's elsewhere, and nobody is named to hold it
_SHARE = 3.0  # times the country's share of all mentions
_BESIDE = 1.0  # times its share of the mentions in the sentences of the holder
_BEFORE = 2.0  # the last country before the title in its sentence
_HOME = 3.3  # the dateline's country, or the publisher's
_FIRST = 0.8  # the first country that the text names
_OTHER_SIDE = -3.0  # another minister or leader in the sentence is that country's
_SERVED = 4.0  # the same, where the office serves a president
_COUNTERPART = -9.0  # the holder's counterpart is that country's
_UNREAD = frozenset({"of", "at", "for", "with"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_MARGIN = 1.0  # by which the best must lead


def place_offices(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles with the country of each office, as said beside it, for its holder elsewhere, or by context."""
    found = [_said_after_name(reading, each) for each in held]
    evidence = Evidence(reading, found, key_of)
    owned = [_of_owner(reading, each, evidence, key_of) for each in found]
    return list(_placed(reading, owned, Evidence(reading, owned, key_of), key_of))


def _placed(reading: Reading, held: Sequence[Held], evidence: Evidence, key_of: KeyOf) -> Iterator[Held]:
    for each in held:
        person = key_of(each.holder)
        if each.title.country is not None or person is None or not _may_be_a_states(reading, each.title):
            yield each
            continue
        country, rule = evidence.of_person.get(person), each.rule
        if country is None:
            country, rule = _by_context(each, evidence, key_of), "role-by-context"
        if country is not None:
            evidence.of_person.setdefault(person, country)
        yield replace(each, title=replace(each.title, country=country), rule=rule)


def _may_be_a_states(reading: Reading, title: Title) -> bool:
    """Tell whether the office can be a country's: nobody's aide, not of something that could not be read."""
    if title.article in _POSSESSIVES or reading.words[title.last].lower in _UNREAD:
        return False
    return title.organization is None or title.organization.known is None


def _said_after_name(reading: Reading, held: Held) -> Held:
    """Read the country of "Prime Minister Faramir of Gondor"."""
    title, name = held.title, held.holder
    if title.country is not None or name is None or reading.words[name.last].lower != "of":
        return held
    at = name.last + 2 if reading.words[name.last + 1].lower == "the" else name.last + 1
    country = reading.country_at.starting(at)
    return replace(held, title=replace(title, country=country[0].code)) if country else held


def _of_owner(reading: Reading, held: Held, evidence: Evidence, key_of: KeyOf) -> Held:
    """Give "Denethor's adviser" the country of Denethor."""
    title = held.title
    if title.owner is None or title.country is not None:
        return held
    owner = key_of(reading.name_at(title.owner))
    country = evidence.of_person.get(owner) if owner else None
    return replace(held, title=replace(title, country=country)) if country else held


def _by_context(held: Held, evidence: Evidence, key_of: KeyOf) -> CountryCode | None:
    """Weigh what speaks for each country; None if two are as likely."""
    kind = kind_of(held.title.title) or held.title.title
    others, rivals = evidence.other_sides(held), evidence.counterparts(key_of(held.holder))
    own, before = evidence.own_side(held.title), evidence.last_before(held.title)
    beside = evidence.beside(key_of(held.holder))
    presidential = held.title.title.startswith("presidential ")
    scores: dict[CountryCode, float] = {}
    for country, share in evidence.shares.items():
        possible = _possible(kind, country) and _possible(held.title.title, country)
        if possible and not (_single(held.title) and evidence.taken(kind, country)):
            scores[country] = (
                _SHARE * share
                + _BESIDE * beside.get(country, 0)
                + _OWN_SIDE * (country == own)
                + _UNHELD * evidence.unheld(kind, country)
                + _BEFORE * (country == before)
                + _HOME * (country == evidence.home)
                + _FIRST * (country == evidence.first)
                + (_SERVED if presidential else _OTHER_SIDE) * (country in others)
                + _COUNTERPART * (country in rivals)
            )
    return _clear_best(scores)


def _clear_best(scores: dict[CountryCode, float]) -> CountryCode | None:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] <= 0:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _MARGIN else None


def _single(title: Title) -> bool:
    """Tell whether a country has one such office at a time: one president, but many deputies."""
    return title.group in SIDES and not title.title.startswith("deputy")


def _possible(kind: str, country: CountryCode) -> bool:
    only, never = _limits().get(kind, (frozenset(), frozenset()))
    return (not only or country in only) and country not in never


@cache
def _limits() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the countries that alone have an office of a kind, and those that have none."""
    return {
        kind: (frozenset(only.split()) - {"-"}, frozenset(never.split()) - {"-"})
        for kind, only, never in table("office_limits.tsv")
    }
