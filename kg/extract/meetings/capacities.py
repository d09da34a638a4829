"""In which office, and for which country, an actor takes part."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.meetings.party import Party
from kg.model import ActorKey, Actors, CountryCode, Office, Participant, Role, RoleStatus, Span


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
    """Yield whom the text calls a country's by name: "Gondor's Faramir"."""
    persons = {person.key for person in actors.persons}
    ends = {m.span.end: m.actor for m in actors.mentions if m.actor.startswith("country:")}
    for mention in actors.mentions:
        country = ends.get(mention.span.start - len("'s "))
        if mention.actor in persons and country and text.startswith("'s ", mention.span.start - len("'s ")):
            yield mention.actor, CountryCode(country.partition(":")[2])


def _distance(evidence: tuple[Span, ...], spans: list[Span]) -> int:
    return min((abs(e.start - s.start) for e in evidence for s in spans), default=0)
