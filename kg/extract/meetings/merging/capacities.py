"""In which office, and for which country, an actor takes part."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.extract.meetings.party import Party
from kg.lexicon import any_of
from kg.model import ActorKey, Actors, CountryCode, Office, Participant, Role, RoleStatus, Span

_LONGEST = 40  # characters of "'s Lieutenant General "
_OF = re.compile(r" of (?:the )?")


class Capacities:
    """The offices that a document, whose text is `text`, gives to its actors."""

    def __init__(self, text: str, actors: Actors, roles: tuple[Role, ...]) -> None:
        self._offices: Mapping[ActorKey, Office] = {office.key: office for office in actors.offices}
        self._countries = {organization.key: organization.country for organization in actors.organizations}
        self._countries |= dict(_claimed(text, actors))
        self._roles: dict[ActorKey, list[Role]] = {}
        self._former: dict[ActorKey, list[Role]] = {}
        for role in roles:
            held = self._former if role.status is RoleStatus.FORMER else self._roles
            held.setdefault(role.holder, []).append(role)

    def role(self, actor: ActorKey, near: Iterable[Span]) -> Role | None:
        """Return the role in which `actor` acts: the one told nearest to the spans `near`, else the first."""
        spans = list(near)
        return min(self._roles.get(actor, ()), key=lambda role: _distance(role.evidence, spans), default=None)

    def in_office(self, actor: ActorKey) -> bool:
        """Whether `actor` is an office or holds one."""
        return actor in self._offices or actor in self._roles

    def behalf(self, actor: ActorKey, role: Role | None) -> ActorKey | None:
        """Return the country or organisation for which `actor` takes part."""
        office = self._offices.get(role.office if role is not None else actor)
        if office is not None:
            return ActorKey(f"country:{office.country}") if office.country else office.organization
        country = self._countries.get(actor)
        return ActorKey(f"country:{country}") if country else None

    def country(self, actor: ActorKey) -> CountryCode | None:
        """Return the country that `actor` stands for; a former minister stands for his own."""
        if actor.startswith("country:"):
            return CountryCode(actor.partition(":")[2])
        for role in self._roles.get(actor) or self._former.get(actor) or (None,):
            behalf = self.behalf(actor, role)
            if behalf is not None:
                kind, _, code = behalf.partition(":")
                return CountryCode(code) if kind == "country" else self._countries.get(behalf)
        return None

    def participant(self, parties: tuple[Party, ...], confidence: float) -> Participant:
        """Return the part that one actor takes; `parties` are all places where the text says so."""
        actor, spans = parties[0].actor, tuple(sorted({party.span for party in parties}))
        role = self.role(actor, spans)
        return Participant(
            actor=actor,
            evidence=spans,
            confidence=confidence,
            capacity=role.office if role is not None else None,
            on_behalf_of=self.behalf(actor, role),
        )


def _claimed(text: str, actors: Actors) -> Iterator[tuple[ActorKey, CountryCode]]:
    """Yield whom the text calls a country's: "Gondor's Faramir", "Gondorian Gen. Faramir", "Faramir of Gondor"."""
    persons = {person.key for person in actors.persons}
    lands = [mention for mention in actors.mentions if mention.actor.startswith("country:")]
    starts = {mention.span.start: mention.actor for mention in lands}
    ends = {mention.span.end: mention.actor for mention in lands}
    for mention in actors.mentions:
        if mention.actor in persons:
            before = text[max(0, mention.span.start - _LONGEST) : mention.span.start]
            between = _ranked().search(before)
            of = _OF.match(text, mention.span.end)
            country = ends.get(mention.span.start - len(between[0])) if between else None
            country = country or (starts.get(of.end()) if of else None)
            if country:
                yield mention.actor, CountryCode(country.partition(":")[2])


@cache
def _ranked() -> re.Pattern[str]:
    """Return what stands between a country and somebody of it: "'s", ranks."""
    several = rf"(?: ?\b(?:{any_of('persons/ranks.txt')}))+"
    return re.compile(rf"(?:['’]s{several}|['’]s|{several}) $", re.IGNORECASE)


def _distance(evidence: tuple[Span, ...], spans: list[Span]) -> int:
    return min((abs(e.start - s.start) for e in evidence for s in spans), default=0)
