"""Which country an office belongs to where its title does not say: "Foreign Minister Faramir"."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.lexicon import table
from kg.lexicon.countries import Wording, country_words
from kg.lexicon.offices import kind_of
from kg.lexicon.organizations import known_organizations
from kg.model import ActorKey, CountryCode

KeyOf = Callable[[Name | None], ActorKey | None]

# What speaks for a country, in the order of how much it tells.
_UNHELD = 3.0  # an office of this kind is called that country's elsewhere, and nobody is named to hold it
_BEFORE = 2.0  # the last country before the title in its sentence
_SHARE = 3.0  # times the country's share of all mentions
_HOME = 2.0  # the dateline's country, or the publisher's
_DATELINE = 1.0  # the first country that the text names
_SIDE = 4.0  # "on the Gondorian side" in the sentence
_COUNTERPART = -5.0  # the holder's counterpart is that country's
_OTHER_SIDE = -3.0  # another minister or leader in the sentence is that country's
_DATED = re.compile(r"^\W{0,3}([A-Z]{2}[A-Z' ]{2,24}?)(?:,| \(| ?[—–:-])", re.MULTILINE)
_MARGIN = 0.3  # by which the best must lead
_SIDES = frozenset({"leader", "minister"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What the document's titles tell by themselves."""

    of_person: dict[ActorKey, CountryCode]
    sides: frozenset[ActorKey]
    unheld: frozenset[tuple[str, CountryCode]]
    shares: dict[CountryCode, float]
    first: CountryCode | None
    home: CountryCode | None


def place_offices(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles with the country of each office, as said beside it, for its holder elsewhere, or by context."""
    found = [_said_after_name(reading, each) for each in held]
    known = _known(reading, found, key_of)
    found = [_of_owner(reading, each, known, key_of) for each in found]
    known = _known(reading, found, key_of)
    placed: list[Held] = []
    for each in found:
        title, person = each.title, key_of(each.holder)
        if title.country is None and _of_state(title) and person is not None:
            country = known.of_person.get(person) or _by_context(reading, each, found, known, key_of)
            each = replace(each, title=replace(title, country=country))
            if country:
                known.of_person.setdefault(person, country)
        placed.append(each)
    return placed


def _of_state(title: Title) -> bool:
    """Tell whether the office can be a country's: in no organisation, or in one that is not known to be of none."""
    return title.organization is None or title.organization.known is None


def _said_after_name(reading: Reading, held: Held) -> Held:
    """Read the country of "Prime Minister Faramir of Gondor"."""
    title, name = held.title, held.holder
    if title.country is not None or name is None or reading.words[name.last].lower != "of":
        return held
    at = name.last + 2 if reading.words[name.last + 1].lower == "the" else name.last + 1
    country = reading.country_at.starting(at)
    return replace(held, title=replace(title, country=country[0].code)) if country else held


def _of_owner(reading: Reading, held: Held, known: _Known, key_of: KeyOf) -> Held:
    """Give "Denethor's adviser" the country of Denethor."""
    title = held.title
    if title.owner is None or title.country is not None:
        return held
    owner = key_of(reading.name_at(title.owner))
    country = known.of_person.get(owner) if owner else None
    return replace(held, title=replace(title, country=country)) if country else held


def _known(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> _Known:
    of_person: dict[ActorKey, CountryCode] = {}
    offices: set[tuple[str, CountryCode]] = set()
    taken: set[tuple[str, CountryCode]] = set()
    sides: set[ActorKey] = set()
    for each in held:
        country, person = each.title.country, key_of(each.holder)
        if each.title.group == "counterpart" and person is not None and country is not None:
            of_person.setdefault(person, country)  # "Faramir is his Gondorian counterpart"
        if country is None or each.title.organization is not None or each.title.group == "counterpart":
            continue
        office = (kind_of(each.title.title) or each.title.title, country)
        offices.add(office)
        if person is not None:
            taken.add(office)
            of_person.setdefault(person, country)
            if each.title.group in _SIDES:
                sides.add(person)
    counts = Counter(mention.code for mention in reading.countries if mention.code)
    total = sum(counts.values())
    first = next((mention.code for mention in reading.countries if mention.code), None)
    shares = {country: count / total for country, count in counts.items() if country}
    return _Known(of_person, frozenset(sides), frozenset(offices - taken), shares, first, _home(reading))


def _home(reading: Reading) -> CountryCode | None:
    """Return the country of the dateline, else of the outlet that published the document, if it is a known one."""
    for match in _DATED.finditer(reading.annotation.text):
        city = match.group(1).strip().title()
        for wording in country_words().get(city.split()[0].lower(), ()):
            if wording.text == city and wording.wording is Wording.SEAT:
                return CountryCode(wording.code) if wording.code else None
    outlet = known_organizations().get(reading.annotation.document.publisher or "")
    return CountryCode(outlet.country) if outlet is not None and outlet.country else None


def _by_context(
    reading: Reading, held: Held, all_held: Sequence[Held], known: _Known, key_of: KeyOf
) -> CountryCode | None:
    """Weigh what speaks for each country; None if two are as likely."""
    kind = kind_of(held.title.title) or held.title.title
    scores = {country: _SHARE * share for country, share in known.shares.items() if _possible(kind, country)}
    for country in scores:
        scores[country] += _UNHELD * ((kind, country) in known.unheld) + _DATELINE * (country == known.first)
        scores[country] += _HOME * (country == known.home)
        scores[country] += _OTHER_SIDE * (country in _other_sides(reading, held, all_held, known, key_of))
        scores[country] += _SIDE * (country == _side_in(reading, held.title))
        scores[country] += _COUNTERPART * (country in _counterparts(reading, held, all_held, key_of))
        scores[country] += _BEFORE * (country == _last_before(reading, held.title, all_held))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return None
    return ranked[0][0]


def _possible(kind: str, country: CountryCode) -> bool:
    only, never = _limits().get(kind, (frozenset(), frozenset()))
    return (not only or country in only) and country not in never


@cache
def _limits() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {
        kind: (frozenset(only.split()) - {"-"}, frozenset(never.split()) - {"-"})
        for kind, only, never in table("office_limits.tsv")
    }


def _other_sides(
    reading: Reading, held: Held, all_held: Sequence[Held], known: _Known, key_of: KeyOf
) -> set[CountryCode]:
    """Return the countries of the other leaders and ministers named in the sentence."""
    sentence = reading.words[held.title.head].sentence
    sides: set[CountryCode] = set()
    for each in all_held:
        other = each.title
        if other is not held.title and reading.words[other.head].sentence == sentence and other.group in _SIDES:
            if other.country and key_of(each.holder) != key_of(held.holder):
                sides.add(other.country)
    for i in _sentence_words(reading, held.title):
        person = key_of(reading.name_at(i))
        if person in known.sides and person is not None and person != key_of(held.holder):
            sides.add(known.of_person[person])
    return sides


def _side_in(reading: Reading, title: Title) -> CountryCode | None:
    """Return the country of "on the Gondorian side" in the title's sentence."""
    for i in _sentence_words(reading, title):
        if reading.words[i].lower == "side":
            found = reading.country_before(i)
            if found and found[0].code:
                return found[0].code
    return None


def _counterparts(reading: Reading, held: Held, all_held: Sequence[Held], key_of: KeyOf) -> set[CountryCode]:
    """Return the countries of those who are called the holder's counterparts."""
    person, countries = key_of(held.holder), set()
    for each in all_held:
        title = each.title
        if title.group == "counterpart" and title.country is not None:
            at = title.owner if title.owner is not None else title.first - 1
            while (
                at > 0
                and reading.words[at].sentence == reading.words[title.head].sentence
                and not _is_person(reading, at)
            ):
                at -= 1
            if key_of(reading.name_at(at)) == person:
                countries.add(title.country)
    return countries


def _is_person(reading: Reading, i: int) -> bool:
    name = reading.name_at(i)
    return name is not None and name.kind is NameKind.PERSON


def _sentence_words(reading: Reading, title: Title) -> list[int]:
    sentence = reading.words[title.head].sentence
    first, last = title.head, title.head
    while reading.words[first - 1].sentence == sentence:
        first -= 1
    while reading.words[last + 1].sentence == sentence:
        last += 1
    return list(range(first, last + 1))


def _last_before(reading: Reading, title: Title, all_held: Sequence[Held]) -> CountryCode | None:
    """Return the last country that the sentence names before the title, other titles' countries aside."""
    inside = {i for each in all_held for i in range(each.title.first, each.title.last) if each.title is not title}
    for i in reversed(_sentence_words(reading, title)):
        if i < title.first and i not in inside:
            mention = reading.country_at.covering(i)
            if mention is not None and mention.code:
                return mention.code
    return None
