"""Pages about Middle-earth, written in short, as the facts that extraction would find."""

from collections.abc import Callable
from datetime import date

import pytest

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
    Mention,
    MentionForm,
    Office,
    Organization,
    PartialDate,
    Participant,
    Person,
    Place,
    Role,
    RoleStatus,
    Span,
    Statement,
    StatementKind,
)

_STATUS = {"former": RoleStatus.FORMER, "acting": RoleStatus.ACTING}


class Page:
    """Builds the facts of one document, call by call."""

    def __init__(self, doc: str, issued: str | None = None, publisher: str | None = None) -> None:
        self.doc, self.publisher, self.text = doc, publisher, ""
        self.issued = date.fromisoformat(issued) if issued else None
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Organization] = {}
        self.offices: dict[ActorKey, Office] = {}
        self.roles: list[Role] = []
        self.mentions: list[Mention] = []
        self.meetings: list[Meeting] = []
        self.statements: list[Statement] = []
        self.countries: tuple[CountryCode, ...] = ()

    def person(self, *names: str, holds: str = "") -> "Page":
        """Name a person; `holds` lists offices: `IS/king, former NO/envoy`, or `weighed IS/king` by context alone."""
        key = ActorKey(f"person:{len(self.people)}")
        self.people[names[0]] = Person(key, names[0], names, 0.9)
        for each in filter(None, holds.split(", ")):
            first, _, rest = each.partition(" ")
            status, office = _STATUS.get(first, RoleStatus.IN_OFFICE), rest if first in {*_STATUS, "weighed"} else each
            rule = "role-by-context" if first == "weighed" else "test"
            words = self._title(office, names[0], stated=first != "weighed")
            self.roles.append(Role(key, self.office(office), status, (words,), rule, 0.9))
        return self

    def _title(self, office: str, name: str, *, stated: bool) -> Span:
        """Print `IS king Frodo Baggins`, or `king Frodo Baggins` alone."""
        where, kind = office.split("/")
        start = len(self.text)
        if stated and where not in self.groups:
            country = Span(start, start + len(where))
            self.mentions.append(Mention(ActorKey(f"country:{where}"), country, MentionForm.NAME))
        self.text += f"{where} {kind} {name}\n" if stated else f"{kind} {name}\n"
        return Span(start, len(self.text) - 1)

    def organization(self, *names: str, country: str | None = None, outlet: bool = False) -> "Page":
        key = ActorKey(f"organization:{len(self.groups)}")
        code = CountryCode(country) if country else None
        self.groups[names[0]] = Organization(key, names[0], names, 0.9, code, outlet)
        return self

    def office(self, printed: str) -> ActorKey:
        """Make an office of `IS/foreign-minister`, or of `White Council/chairman` for one in an organisation."""
        where, kind = printed.split("/")
        group = self.groups.get(where)
        key = ActorKey(f"office:{group.key if group else where}/{kind}")
        country = None if group else CountryCode(where)
        title = kind.replace("-", " ")
        self.offices[key] = Office(key, kind, title, country, group.key if group else None)
        return key

    def speaks_of(self, *countries: str) -> "Page":
        self.countries = tuple(map(CountryCode, countries))
        return self

    def key(self, name: str) -> ActorKey:
        if name in self.people:
            return self.people[name].key
        return self.groups[name].key if name in self.groups else self.office(name)

    def meeting(
        self,
        *present: str,
        place: str = "",
        on: str = "",
        kind: str = "meeting",
        status: str = "held",
        countries: str = "",
    ) -> "Page":
        """Tell a meeting of persons, organisations and offices; `on` is a day, month or year."""
        where, _, country = place.partition(", ")
        self.meetings.append(
            Meeting(
                key=MeetingKey(f"meeting:{len(self.meetings) + 1}"),
                kind=MeetingKind(kind),
                status=MeetingStatus(status),
                participants=tuple(map(self._participant, present)),
                countries=tuple(map(CountryCode, countries.split())),
                evidence=(),
                rule="test",
                confidence=0.9,
                place=Place(where, CountryCode(country) if country else None) if where else None,
                date=PartialDate(*map(int, on.split("-"))) if on else None,
            )
        )
        return self

    def _participant(self, name: str) -> Participant:
        """Let one take part, in the first office that the page gives."""
        key = self.key(name)
        capacity = next((role.office for role in self.roles if role.holder == key), None)
        country = self.offices[capacity].country if capacity else None
        return Participant(key, (), 0.9, capacity, ActorKey(f"country:{country}") if country else None)

    def said(self, speaker: str, words: str, relay: str = "", *, there: bool = False) -> "Page":
        """Add a statement; `there` puts it at the last meeting told."""
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + "\n"
        meeting = self.meetings[-1].key if there else None
        via = self.key(relay) if relay else None
        key = ActorKey(speaker) if speaker.startswith("country:") else self.key(speaker)
        self.statements.append(
            Statement(key, StatementKind.INDIRECT, (span,), "test", 0.9, relayed_by=via, meeting=meeting)
        )
        return self

    def facts(self) -> Facts:
        people, groups = tuple(self.people.values()), tuple(self.groups.values())
        return Facts(
            document=Document(DocId(self.doc), self.text, "", "en", (), issued=self.issued, publisher=self.publisher),
            actors=Actors(people, groups, tuple(self.offices.values()), (), self.countries, tuple(self.mentions)),
            roles=tuple(self.roles),
            meetings=tuple(self.meetings),
            statements=tuple(self.statements),
            model="test",
        )


@pytest.fixture
def page() -> Callable[..., Page]:
    """Return the way to begin a page: `page("d1", issued="2020-05-01", publisher="The Prancing Pony")`."""
    return Page
