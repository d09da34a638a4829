"""An actor as one document gives it, with what the document says that may tell whom it means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model.facts import WEIGHED, ActorKey, CountryCode, Facts, Office, Organization
from kg.model.text import DocId, Document
from kg.model.world import EntityId

Rank = tuple[date, DocId, ActorKey]
"""The order in which actors are named: by the day of their first document, undated ones last, then by its id."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One actor of one document. `offices` are the shared offices that the document gives a person.

    `stated` are those of them whose country or organisation the document says, not only its context: what is weighed
    may speak for two being one, and never tells them apart. `countries` are those of the stated offices, or an
    organisation's own; `context` all that the document speaks of.
    `names` begins with the fullest; `beside` are those whom the document has meet it; `company` whom it
    names that few documents do.
    """

    doc: DocId
    key: ActorKey
    rank: Rank
    names: tuple[str, ...]
    countries: frozenset[CountryCode]
    offices: frozenset[EntityId] = frozenset()
    stated: frozenset[EntityId] = frozenset()
    context: frozenset[CountryCode] = frozenset()
    beside: frozenset[ActorKey] = frozenset()
    company: frozenset[str] = frozenset()
    outlet: bool = False

    @property
    def name(self) -> str:
        return self.names[0]


def rank(document: Document, key: ActorKey) -> Rank:
    return (document.issued or date.max, document.id, key)


_MEETING = 50  # participants; a longer list names some of them twice, and their pairs are too many

PUBLISHER = ActorKey("publisher")
"""The key of a document's publisher among the organisations that occur in it."""


def organizations(facts: Iterable[Facts]) -> Iterator[Occurrence]:
    """Yield every organisation of every document, and its publisher."""
    for each in facts:
        if each.document.publisher:
            at = rank(each.document, PUBLISHER)
            yield Occurrence(each.document.id, PUBLISHER, at, (each.document.publisher,), frozenset(), outlet=True)
        beside = _beside(each)
        for organization in each.actors.organizations:
            yield Occurrence(
                doc=each.document.id,
                key=organization.key,
                rank=rank(each.document, organization.key),
                names=_names(organization.name, organization.names),
                countries=_countries(organization),
                outlet=organization.outlet,
                beside=beside.get(organization.key, frozenset()),
            )


def persons(
    facts: Iterable[Facts],
    office_of: Mapping[tuple[DocId, ActorKey], EntityId],
    company_of: Mapping[DocId, frozenset[str]],
) -> Iterator[Occurrence]:
    """Yield every person of every document, with the offices that it gives them."""
    for each in facts:
        doc = each.document.id
        offices = {office.key: office for office in each.actors.offices}
        context, beside = frozenset(each.actors.countries), _beside(each)
        held: dict[ActorKey, list[Office]] = defaultdict(list)
        stated: dict[ActorKey, list[Office]] = defaultdict(list)
        for role in each.roles:
            held[role.holder].append(offices[role.office])
            if role.rule != WEIGHED:
                stated[role.holder].append(offices[role.office])
        for person in each.actors.persons:
            yield Occurrence(
                doc=doc,
                key=person.key,
                rank=rank(each.document, person.key),
                names=_names(person.name, person.names),
                countries=frozenset(o.country for o in stated[person.key] if o.country),
                offices=frozenset(office_of[doc, o.key] for o in held[person.key]),
                stated=frozenset(office_of[doc, o.key] for o in stated[person.key]),
                context=context,
                beside=beside.get(person.key, frozenset()),
                company=company_of[doc],
            )


def _beside(facts: Facts) -> dict[ActorKey, frozenset[ActorKey]]:
    """Return for each actor those who take part in a meeting with it: they are somebody else."""
    found: dict[ActorKey, set[ActorKey]] = defaultdict(set)
    for meeting in facts.meetings:
        present = {participant.actor for participant in meeting.participants}
        for actor in present if len(present) <= _MEETING else ():
            found[actor] |= present - {actor}
    return {actor: frozenset(others) for actor, others in found.items()}


def _names(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return (name, *(other for other in dict.fromkeys(names) if other != name))


def _countries(organization: Organization) -> frozenset[CountryCode]:
    return frozenset([organization.country] if organization.country else ())
