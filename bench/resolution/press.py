"""Documents about the invented history, as outlets would tell it, given as the facts that extraction would find."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from history import Event, History, Human, Term
from spelling import Style, style

from kg.model import (
    ActorKey,
    Actors,
    CountryCode,
    DocId,
    Document,
    Facts,
    Meeting,
    MeetingKey,
    MeetingKind,
    MeetingStatus,
    Office,
    PartialDate,
    Participant,
    Person,
    Place,
    Role,
    RoleStatus,
    Span,
    Statement,
    StatementKind,
)  # fmt: skip

OUTLETS = 12


@dataclass(frozen=True, slots=True)
class Report:
    """A document's facts, and the truth: whom each person is, which meeting is told."""

    facts: Facts
    persons: dict[ActorKey, int]
    event: int


def press(rng: random.Random, past: History, documents: int) -> list[Report]:
    """Write `documents` reports: each event by one to five outlets, some of it left out or misread."""
    styles = [style(rng) for _ in range(OUTLETS)]
    reports: list[Report] = []
    while len(reports) < documents:
        event = past.events[len(reports) * len(past.events) // documents]
        for outlet in rng.sample(range(OUTLETS), rng.choice((1, 1, 2, 3, 4, 5))):
            writer = _Writer(rng, past, event, f"Outlet {outlet}", styles[outlet])
            reports.append(writer.report(f"d{len(reports):06}-{rng.randrange(10**6):06}"))
    return reports[:documents]


class _Writer:
    """Writes one document about one event."""

    def __init__(self, rng: random.Random, past: History, event: Event, outlet: str, spelling: Style) -> None:
        self.rng, self.past, self.event, self.outlet, self.spelling = rng, past, event, outlet, spelling
        self.persons: list[Person] = []
        self.truth: dict[ActorKey, int] = {}
        self.offices: dict[ActorKey, Office] = {}
        self.roles: list[Role] = []

    def report(self, name: str) -> Report:
        rng, event = self.rng, self.event
        keys = [self.participant(term) for term in event.terms]
        for other in rng.sample(self.past.bystanders, rng.randrange(3)):
            self.person(other, self.spelling.full(other.sounds, rng))
        text, statements = self.statements(keys)
        countries = tuple(sorted({CountryCode(term.human.country) for term in event.terms}))
        actors = Actors(tuple(self.persons), (), tuple(self.offices.values()), (), countries, ())
        document = Document(
            id=DocId(name), text=text, sha256="", language="en", regions=(), publisher=self.outlet,
            issued=event.day + timedelta(days=rng.choice((0, 0, 1, 1, 2))) if rng.random() < 0.92 else None,
        )  # fmt: skip
        meeting = self.meeting(keys)
        facts = Facts(document, actors, tuple(self.roles), (meeting,), tuple(statements), "bench")
        return Report(facts, self.truth, event.number)

    def participant(self, term: Term) -> ActorKey:
        """Name a participant in full, by surname and office, or by the office alone."""
        way = self.rng.random()
        office = self.office(term)
        if way < 0.06:
            return office
        sounds = term.human.sounds
        surname = self.spelling.surname(sounds, self.rng)
        name = surname if way < 0.14 else self.spelling.full(sounds, self.rng)
        key = self.person(term.human, name, *([] if name == surname else [surname]))
        if way > 0.08:  # now and then not even the office is given
            self.roles.append(Role(key, office, RoleStatus.IN_OFFICE, (), "bench", 0.9))
        return key

    def person(self, human: Human, *names: str) -> ActorKey:
        key = ActorKey(f"person:{len(self.persons)}")
        self.persons.append(Person(key, names[0], names, 0.9))
        self.truth[key] = human.number
        return key

    def office(self, term: Term) -> ActorKey:
        misread = self.rng.random() < 0.01
        country = "LU" if misread else term.human.country
        key = ActorKey(f"office:{country}/{term.kind}")
        title = term.kind.replace("-", " ")
        self.offices[key] = Office(key, term.kind, title, CountryCode(country))
        return key

    def meeting(self, keys: Sequence[ActorKey]) -> Meeting:
        event = self.event
        present = tuple(Participant(key, (), 0.9) for key in keys)
        countries = tuple(sorted({CountryCode(term.human.country) for term in event.terms}))
        kind = self.rng.choice((MeetingKind.MEETING, MeetingKind.TALKS))
        return Meeting(
            MeetingKey("meeting:1"), kind, MeetingStatus.HELD, present, countries, (), "bench", 0.9,
            place=self.place(), date=self.date(),
        )  # fmt: skip

    def place(self) -> Place | None:
        way = self.rng.random()
        if way < 0.7:
            return Place(self.event.city, CountryCode(self.event.country) if way < 0.4 else None)
        return None

    def date(self) -> PartialDate | None:
        way, day = self.rng.random(), self.event.day
        if way < 0.01:
            day += timedelta(days=1)  # misread
        if way < 0.75:
            return PartialDate(day.year, day.month, day.day)
        return PartialDate(day.year, day.month) if way < 0.78 else None

    def statements(self, keys: Sequence[ActorKey]) -> tuple[str, list[Statement]]:
        text, found = "", list[Statement]()
        for which, speech in self.event.said:
            words = [word for word in speech.split() if self.rng.random() > 0.08]
            content = " ".join(words)
            span = Span(len(text), len(text) + len(content))
            meeting = MeetingKey("meeting:1")
            found.append(Statement(keys[which], StatementKind.INDIRECT, (span,), "bench", 0.9, meeting=meeting))
            text += content + ". "
        return text, found
