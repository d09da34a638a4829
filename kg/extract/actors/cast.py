"""The document's cast: its named actors with their keys, and the offices that its titles give."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.actors.bodies import identify_organizations
from kg.extract.actors.holders import Held, find_holders
from kg.extract.actors.holders.counterparts import spell_counterparts
from kg.extract.actors.holders.leads import name_leads
from kg.extract.actors.holders.lists import part_titles
from kg.extract.actors.holders.trails import name_trails
from kg.extract.actors.identities import Identity
from kg.extract.actors.offices.employers import name_employers
from kg.extract.actors.offices.fuller import fill_vacant, spell_out
from kg.extract.actors.offices.homes import of_only_country, place_offices
from kg.extract.actors.offices.posts import post_kind
from kg.extract.actors.organizations import (
    claim_officed_organizations,
    claim_organizations,
    claim_voted_organizations,
)
from kg.extract.actors.people import identify_persons
from kg.extract.actors.persons import claim_persons
from kg.extract.actors.persons.things import doubtful, places, things
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title, find_titles
from kg.lexicon.confidence import confidence_of
from kg.lexicon.offices import kind_of
from kg.model import ActorKey, Annotation, CountryCode, Office, Organization, Person


@lru_cache(maxsize=1)
def cast_of(annotation: Annotation) -> "Cast":
    """Return the document's cast; the last one is kept, as actors and roles are both read from it."""
    return Cast(annotation)


class Cast:
    """Everybody named in one document.

    `held` are its titles, each with the country of the office where that can be told, and its holder's name.
    """

    def __init__(self, annotation: Annotation) -> None:
        self.reading = reading = Reading(annotation)
        claim_organizations(reading)
        titles = find_titles(reading)
        if claim_officed_organizations(reading, titles):
            titles = find_titles(reading)
        reading.title_heads = frozenset(title.head for title in titles)
        reading.title_words = frozenset(i for title in titles for i in range(title.first, title.last))
        claim_persons(reading, titles)
        claim_voted_organizations(reading)
        titles = find_titles(reading)  # again, now that bodies are known by the model's vote too
        reading.drop_countries_in(reading.names(NameKind.PERSON))
        held = find_holders(reading, titles)
        people = identify_persons(reading, reading.names(NameKind.PERSON), _offices_told(held))
        bodies = identify_organizations(reading, reading.names(NameKind.ORGANIZATION))
        self._keys: dict[int, ActorKey] = {}
        self.persons = tuple(self._person(n, person) for n, person in enumerate(people, 1))
        self.organizations = tuple(self._organization(n, body) for n, body in enumerate(bodies, 1))
        held = name_employers(reading, part_titles(reading, held))
        led = self._led([of_only_country(each) for each in fill_vacant(held, self.key_of)])
        placed = place_offices(reading, led, self.key_of)
        spelled = spell_counterparts(reading, placed, self.key_of)
        self.held: Sequence[Held] = spell_out(self._led(spelled), self.key_of)
        self.countries = self._countries()
        self.things = tuple(sorted(things(reading) | places(reading) | doubtful(reading)))
        self._offices = self._make_offices()
        self.offices = tuple(self._offices.values())

    def _led(self, held: Sequence[Held]) -> Sequence[Held]:
        """Return the titles with the holders that the text names some sentences after or before them."""
        return name_trails(self.reading, name_leads(self.reading, held, self.key_of), self.key_of)

    def key_of(self, name: Name | None) -> ActorKey | None:
        """Return whom a name names."""
        return None if name is None else self._keys.get(name.first)

    @property
    def held_offices(self) -> frozenset[ActorKey]:
        """The offices that named persons hold."""
        keys = (self.office_of(held.title) for held in self.held if held.holder is not None)
        return frozenset(key for key in keys if key is not None)

    def office_of(self, title: Title) -> ActorKey | None:
        """Return the office that a title means; None where neither country nor organisation is known."""
        key = self._office_key(title)
        return key if key in self._offices else None

    def _person(self, number: int, person: Identity) -> Person:
        key = ActorKey(f"person:{number}")
        self._keys |= {name.first: key for name in person.names}
        forms = [self._form(name, person) for name in person.names]
        rules = {name.rule for name in person.names}
        fullest = self._phrase(person.fullest)
        return Person(key, fullest, _distinct([fullest, *forms]), max(map(confidence_of, rules)))

    def _form(self, name: Name, person: Identity) -> str:
        """Return the name as printed, with the style if a single given name has one ("King Faramir")."""
        words = self.reading.words
        if name.last - name.first == 1 and words[name.first - 1].lower == person.style:
            return words.phrase(name.first - 1, name.last)
        return self._phrase(name)

    def _phrase(self, name: Name) -> str:
        return self.reading.words.phrase(name.first, name.last)

    def _organization(self, number: int, body: Identity) -> Organization:
        key = ActorKey(f"organization:{number}")
        self._keys |= {name.first: key for name in body.names}
        first = body.names[0]
        fullest = self._phrase(body.fullest)
        return Organization(
            key=key,
            name=fullest,
            names=_distinct([form for name in (body.fullest, *body.names) for form in _forms(self._phrase(name))]),
            confidence=max(confidence_of(name.rule) for name in body.names),
            country=next((name.country for name in body.names if name.country), None),
            outlet=first.rule == "cited outlet" or (first.known is not None and first.known.kind == "outlet"),
        )

    def _countries(self) -> tuple[CountryCode, ...]:
        codes = (mention.code for mention in self.reading.countries if mention.code is not None)
        return tuple(dict.fromkeys(codes))

    def _make_offices(self) -> dict[ActorKey, Office]:
        offices: dict[ActorKey, Office] = {}
        for held in self.held:
            key = self._office_key(held.title)
            if key is None or held.title.plural:
                continue
            known = offices.get(key)
            if known is None:
                offices[key] = self._office(key, held.title)
            else:
                offices[key] = replace(known, title=max(known.title, held.title.title, key=len))
        return offices

    def _office(self, key: ActorKey, title: Title) -> Office:
        kind, body = key.rpartition("/")[2], self.key_of(title.organization)
        return Office(key=key, kind=kind, title=title.title, country=title.country, organization=body)

    def _office_key(self, title: Title) -> ActorKey | None:
        kind = post_kind(title.title, title.country)
        if title.organization is not None:
            body = self.key_of(title.organization)
            return ActorKey(f"office:{body}/{kind}") if body else None
        return ActorKey(f"office:{title.country}/{kind}") if title.country else None


def _offices_told(held: Sequence[Held]) -> dict[int, str]:
    """Return the kind of the office that is told with a name, by the name's first word."""
    return {
        each.holder.first: kind_of(each.title.title) or each.title.title for each in held if each.holder is not None
    }


def _forms(phrase: str) -> tuple[str, ...]:
    """Return the name of an organisation, and an agency's without its noun: "Palantir" of "Palantir news agency"."""
    return tuple(dict.fromkeys((phrase, phrase.removesuffix(" news agency"))))


def _distinct(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))
