"""A meeting as one document tells it, made comparable with the tellings of others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kg.iris import slug
from kg.lexicon.countries import countries
from kg.model.facts import ActorKey, CountryCode, Facts, Meeting, MeetingKey, MeetingKind, MeetingStatus, PartialDate
from kg.model.facts import Place as PrintedPlace
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.persons import parse_person

# News of a meeting comes out on its day or soon after.
_NEWS_DAYS = 3
_OFFICE, _PERSON = "office/", "person/"


@dataclass(frozen=True, slots=True)
class Encounter:
    """One telling. `persons` and `groups` are the named ones who take part, `offices` those without a name.

    `surnames` are the forms by which a text may call each person; `bare` those whom this one calls nothing else;
    `countries` those whose officials take part.
    `site` is the slug of a place below country
    level, `country` where it lies, `told_date` as precise as the text.
    """

    doc: DocId
    key: MeetingKey
    issued: date | None
    kind: MeetingKind
    status: MeetingStatus
    persons: frozenset[EntityId]
    groups: frozenset[EntityId]
    offices: frozenset[EntityId]
    surnames: Mapping[EntityId, frozenset[str]]
    bare: frozenset[EntityId]
    countries: frozenset[CountryCode]
    told_date: PartialDate | None
    site: str | None
    country: CountryCode | None

    @property
    def name(self) -> tuple[DocId, MeetingKey]:
        return self.doc, self.key

    @property
    def rank(self) -> tuple[date, DocId, int]:
        return self.issued or date.max, self.doc, int(self.key.partition(":")[2])

    @property
    def lone(self) -> bool:
        """Whether it names one participant at most, so that only countries tell with whom the meeting was."""
        return len(self.persons) + len(self.groups) + len(self.offices) <= 1

    @property
    def exact(self) -> bool:
        return self.told_date is not None and self.told_date.day is not None

    @property
    def window(self) -> tuple[date, date] | None:
        """The days on which it may have been: by its date, else shortly before the document came out."""
        if self.told_date:
            return self.told_date.earliest, self.told_date.latest
        if self.issued and self.status is MeetingStatus.HELD:
            return self.issued - timedelta(days=_NEWS_DAYS), self.issued
        return None


def encounters(facts: Iterable[Facts], actor_of: Mapping[tuple[DocId, ActorKey], EntityId]) -> Iterator[Encounter]:
    """Yield every meeting of every document."""
    for each in facts:
        for meeting in each.meetings:
            yield _encounter(each, meeting, actor_of)


def _encounter(facts: Facts, meeting: Meeting, actor_of: Mapping[tuple[DocId, ActorKey], EntityId]) -> Encounter:
    document = facts.document
    keys = ((document.id, participant.actor) for participant in meeting.participants)
    present = frozenset(actor_of[key] for key in keys if key in actor_of)
    persons = frozenset(each for each in present if each.startswith(_PERSON))
    offices = frozenset(each for each in present if each.startswith(_OFFICE))
    names = {
        actor_of[document.id, person.key]: parse_person(person.name)
        for person in facts.actors.persons
        if actor_of[document.id, person.key] in persons
    }
    site, country = _where(meeting.place)
    return Encounter(
        doc=document.id,
        key=meeting.key,
        issued=document.issued,
        kind=meeting.kind,
        status=meeting.status,
        persons=persons,
        groups=present - persons - offices,
        offices=offices,
        surnames={entity: name.surnames for entity, name in names.items()},
        countries=frozenset(meeting.countries),
        bare=frozenset(entity for entity, name in names.items() if name.single),
        told_date=meeting.date,
        site=site,
        country=country,
    )


def _where(place: PrintedPlace | None) -> tuple[str | None, CountryCode | None]:
    """Return the place below country level, and its country; a country's own name is no more than the country."""
    if place is None:
        return None, None
    country = _countries_by_name().get(place.name.removeprefix("the "))
    return (None, country) if country else (slug(place.name), place.country or _country_of_seat().get(place.name))


@cache
def _countries_by_name() -> dict[str, CountryCode]:
    return {name: CountryCode(country.code) for country in countries().values() for name in country.names}


@cache
def _country_of_seat() -> dict[str, CountryCode]:
    return {seat: CountryCode(country.code) for country in countries().values() for seat in country.seats}
