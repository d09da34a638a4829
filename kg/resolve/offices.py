"""Offices shared by documents: one for each kind in a country or organisation."""

from collections.abc import Iterable, Mapping

from kg.iris import slug
from kg.lexicon.offices import office_kinds
from kg.model.facts import ActorKey, Facts, Office
from kg.model.text import DocId
from kg.model.world import ActorType, EntityId, SharedActor
from kg.resolve.casing import cased
from kg.resolve.labels import by_frequency, office_labels


def office_id(office: Office, organization: EntityId | None) -> EntityId:
    """Return `office/ml/defence-minister`, or `office/org/white-council/chairman` for one in an organisation."""
    where = organization or (office.country or "").lower()
    return EntityId(f"office/{where}/{slug(office.kind)}")


def share_offices(
    facts: Iterable[Facts], organization_of: Mapping[tuple[DocId, ActorKey], EntityId], labels: Mapping[EntityId, str]
) -> tuple[dict[tuple[DocId, ActorKey], EntityId], list[SharedActor]]:
    """Return which shared office each document's office is, and the shared offices."""
    ids: dict[tuple[DocId, ActorKey], EntityId] = {}
    printed: dict[EntityId, list[Office]] = {}
    places: dict[EntityId, EntityId | None] = {}
    for each in facts:
        for office in each.actors.offices:
            organization = organization_of[each.document.id, office.organization] if office.organization else None
            entity = office_id(office, organization)
            ids[each.document.id, office.key] = entity
            printed.setdefault(entity, []).append(office)
            places[entity] = organization
    return ids, [_shared(entity, printed[entity], places[entity], labels) for entity in sorted(printed)]


def _shared(
    entity: EntityId, offices: list[Office], organization: EntityId | None, labels: Mapping[EntityId, str]
) -> SharedActor:
    titles = by_frequency(office.title for office in offices)
    office = min(offices, key=lambda o: (o.title != titles[0], o.country or "~", o.kind))
    label, *aliases = office_labels(office, titles, labels[organization] if organization else None)
    return SharedActor(
        id=entity,
        type=ActorType.OFFICE,
        label=label,
        aliases=tuple(aliases),
        country=office.country,
        organization=organization,
        office_kind=slug(office.kind),
        title=None if slug(office.kind) in office_kinds() else cased(titles[0]),
    )
