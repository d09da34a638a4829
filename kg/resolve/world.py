"""The flow of resolution: organisations, offices, persons, tenures, meetings, statements."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.iris import digest, slug
from kg.model.facts import ActorKey, CountryCode, Facts
from kg.model.text import DocId
from kg.model.world import ActorType, EntityId, SharedActor, World
from kg.resolve.labels import commonest
from kg.resolve.meetings import share_meetings
from kg.resolve.names import parse_person
from kg.resolve.naming import Claim, mint
from kg.resolve.occurrences import Occurrence, organizations, persons
from kg.resolve.offices import share_offices
from kg.resolve.organizations import same_organizations
from kg.resolve.persons import same_persons
from kg.resolve.registry import Registry
from kg.resolve.tenures import share_tenures

_Keys = dict[tuple[DocId, ActorKey], EntityId]


def resolve(facts: Iterable[Facts], registry: Registry | None = None) -> World:
    """Return the world that the documents speak of, the same in whatever order they come.

    `registry` holds what people have decided about identities; it overrules the evidence of names and offices.
    """
    del registry
    ordered = sorted(facts, key=lambda each: each.document.id)
    replaced: dict[EntityId, EntityId] = {}
    groups, organization_of = _share(list(organizations(ordered)), same_organizations, _organization, "org", replaced)
    labels = {actor.id: actor.label for actor in groups}
    office_of, offices = share_offices(ordered, organization_of, labels)
    people, person_of = _share(list(persons(ordered, office_of)), same_persons, _person, "person", replaced)
    unnamed_of, unnamed = _unnamed(ordered)
    actors = [*people, *groups, *offices, *unnamed]
    actor_of = organization_of | office_of | person_of | unnamed_of
    labels = {actor.id: actor.label for actor in actors}
    tenure_of, tenures = share_tenures(ordered, actor_of)
    meeting_of, meetings = share_meetings(ordered, actor_of, labels)
    publisher_of, outlets = _publishers(ordered, groups)
    return World(
        actors=tuple(sorted({a.id: a for a in [*actors, *outlets]}.values(), key=lambda a: a.id)),
        tenures=tuple(tenures),
        meetings=tuple(meetings),
        corroborations=(),
        close_meetings=(),
        replaced=dict(sorted(replaced.items())),
        actor_of=actor_of,
        tenure_of=tenure_of,
        meeting_of=meeting_of,
        publisher_of=publisher_of,
    )


def _share(
    occurrences: Sequence[Occurrence],
    same: Callable[[Sequence[Occurrence]], list[list[int]]],
    make: Callable[[EntityId, Sequence[Occurrence]], SharedActor],
    folder: str,
    replaced: dict[EntityId, EntityId],
) -> tuple[list[SharedActor], _Keys]:
    groups = [[occurrences[n] for n in group] for group in same(occurrences)]
    claims = [_claim(number, each, folder) for number, group in enumerate(groups) for each in group]
    ids, redirects = mint(folder, claims, {})
    replaced.update(redirects)
    actors = [make(entity, group) for entity, group in zip(ids, groups, strict=True)]
    return actors, {(o.doc, o.key): e for e, group in zip(ids, groups, strict=True) for o in group}


def _claim(actor: int, occurrence: Occurrence, folder: str) -> Claim:
    origin = min(occurrence.countries, default=CountryCode("")).lower() or digest(occurrence.doc)
    name = slug(occurrence.name)
    if folder == "person" and parse_person(occurrence.name).single:
        return Claim(actor, (1, *occurrence.rank), f"{name}-{origin}", origin)
    return Claim(actor, (0, *occurrence.rank), name, origin)


def _organization(entity: EntityId, group: Sequence[Occurrence]) -> SharedActor:
    label = commonest(o.name for o in group)
    outlet = any(o.outlet for o in group)
    return SharedActor(
        id=entity,
        type=ActorType.OUTLET if outlet else ActorType.ORGANIZATION,
        label=label,
        aliases=tuple(sorted({name for o in group for name in o.names} - {label})),
        country=min((c for o in group for c in o.countries), default=None),
    )


def _person(entity: EntityId, group: Sequence[Occurrence]) -> SharedActor:
    full = [o for o in group if not parse_person(o.name).single]
    label = commonest(o.name for o in full or group)
    names = {name for o in group for name in o.names if not parse_person(name).single}
    return SharedActor(entity, ActorType.PERSON, label, tuple(sorted(names - {label})))


def _unnamed(facts: Iterable[Facts]) -> tuple[_Keys, list[SharedActor]]:
    ids: _Keys = {}
    actors: list[SharedActor] = []
    for each in facts:
        doc = each.document.id
        for actor in each.actors.unnamed:
            entity = EntityId(f"unnamed/{slug(doc)}-{slug(actor.description)}")
            ids[doc, actor.key] = entity
            actors.append(SharedActor(entity, ActorType.UNNAMED_ACTOR, actor.description, country=actor.country))
    return ids, actors


def _publishers(
    facts: Iterable[Facts], groups: Iterable[SharedActor]
) -> tuple[Mapping[DocId, EntityId], list[SharedActor]]:
    """Return the outlet that published each document, and those outlets."""
    known = {actor.id: actor for actor in groups}
    publisher_of: dict[DocId, EntityId] = {}
    outlets: dict[EntityId, SharedActor] = {}
    for each in facts:
        if each.document.publisher:
            entity = EntityId(f"org/{slug(each.document.publisher)}")
            publisher_of[each.document.id] = entity
            seen = known.get(entity)
            aliases, country = (seen.aliases, seen.country) if seen else ((), None)
            label = seen.label if seen else each.document.publisher
            outlets[entity] = SharedActor(entity, ActorType.OUTLET, label, aliases, country=country)
    return publisher_of, list(outlets.values())
