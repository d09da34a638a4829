"""Tenures: who holds which office, shown on the days of the documents that say so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.model.facts import ActorKey, Facts, Role, RoleStatus
from kg.model.text import DocId
from kg.model.world import EntityId, Tenure
from kg.resolve.actors import Shared

TenureKey = tuple[DocId, ActorKey, ActorKey, RoleStatus]
_ENDING = {RoleStatus.IN_OFFICE: "", RoleStatus.ACTING: "-acting", RoleStatus.FORMER: "-former"}


@dataclass(slots=True)
class _Days:
    attested: set[date] = field(default_factory=set)
    former: set[date] = field(default_factory=set)


def tenure_id(holder: EntityId, office: EntityId, status: RoleStatus) -> EntityId:
    """Return `tenure/sadio-camara/ml-defence-minister`, with `-acting` or `-former` where it is such.

    Two hyphens part a body from the office in it, `org-white-council--chairman`: no two offices share an id.
    """
    person, (place, *post) = holder.partition("/")[2], office.partition("/")[2].split("/")
    return EntityId(f"tenure/{person}/{place}-{'--'.join(post)}{_ENDING[status]}")


def share_tenures(
    facts: Iterable[Facts], actor_of: Mapping[tuple[DocId, ActorKey], EntityId]
) -> tuple[dict[TenureKey, EntityId], list[Tenure]]:
    """Return which tenure each document's role shows, and the tenures with the days that prove them."""
    ids: dict[TenureKey, EntityId] = {}
    days: dict[tuple[EntityId, EntityId, RoleStatus], _Days] = defaultdict(_Days)
    for each in facts:
        doc, issued = each.document.id, each.document.issued
        for role in each.roles:
            holder, office = actor_of[doc, role.holder], actor_of[doc, role.office]
            ids[doc, role.holder, role.office, role.status] = tenure_id(holder, office, role.status)
            shown = days[holder, office, role.status]
            if issued:
                (shown.former if role.status is RoleStatus.FORMER else shown.attested).add(issued)
    return ids, [_tenure(*key, shown) for key, shown in sorted(days.items())]


def renamed_tenures(
    tenure_of: Mapping[TenureKey, EntityId], actor_of: Mapping[tuple[DocId, ActorKey], EntityId], people: Shared
) -> dict[EntityId, EntityId]:
    """Return where the ids lead that tenures would have under the other ids of their holders."""
    suggested = {(o.doc, o.key): entity for o, entity in zip(people.occurrences, people.suggested, strict=True)}
    current = set(tenure_of.values())
    found: dict[EntityId, EntityId] = {}
    for (doc, holder, office, status), tenure in tenure_of.items():
        other = suggested[doc, holder]
        old = tenure_id(other, actor_of[doc, office], status)
        if other in people.replaced and old not in current:
            found[old] = tenure
    return found


def yielded_tenures(
    yielded: Iterable[tuple[DocId, Role, ActorKey | None]],
    actor_of: Mapping[tuple[DocId, ActorKey], EntityId],
    tenures: Iterable[Tenure],
) -> dict[EntityId, EntityId]:
    """Return where the ids of tenures lead whose office a document only weighed: to the right one, else to the holder.

    Before other documents stated the office, such a tenure may have been published.
    """
    current = {tenure.id for tenure in tenures}
    found: dict[EntityId, EntityId] = {}
    for doc, role, office in sorted(yielded, key=lambda each: (each[2] is None, each[0])):
        holder = actor_of[doc, role.holder]
        old = tenure_id(holder, actor_of[doc, role.office], role.status)
        if old not in current:
            found.setdefault(old, tenure_id(holder, actor_of[doc, office], role.status) if office else holder)
    return found


def _tenure(holder: EntityId, office: EntityId, status: RoleStatus, days: _Days) -> Tenure:
    return Tenure(
        id=tenure_id(holder, office, status),
        holder=holder,
        office=office,
        status=status,
        attested_on=tuple(sorted(days.attested)),
        ended_by=min(days.former, default=None),
    )


def offices_of(tenures: Iterable[Tenure]) -> dict[EntityId, frozenset[EntityId]]:
    """Return the offices that documents show each person to hold or to have held in their day."""
    held: dict[EntityId, set[EntityId]] = defaultdict(set)
    for tenure in tenures:
        if tenure.status is not RoleStatus.FORMER:
            held[tenure.holder].add(tenure.office)
    return {holder: frozenset(offices) for holder, offices in held.items()}
