"""Persons, organisations and outlets: from occurrences in documents to shared actors with ids, labels, aliases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model.facts import ActorKey
from kg.model.text import DocId
from kg.model.world import ActorType, EntityId, SharedActor
from kg.resolve.claims import Decided, decide, is_partial, settle, suggested_slugs
from kg.resolve.labels import by_frequency
from kg.resolve.links import Link
from kg.resolve.naming import Claim, Minted, Published, mint
from kg.resolve.occurrences import Occurrence
from kg.resolve.organizations import Organizations, is_acronym
from kg.resolve.persons import Persons, parse_person
from kg.resolve.registry import Registry

Keys = dict[tuple[DocId, ActorKey], EntityId]


@dataclass(frozen=True, slots=True)
class Known:
    """What is settled before any document is read: the registry's decisions, and the ids already public."""

    registry: Registry
    published: Published


@dataclass(frozen=True, slots=True)
class Shared:
    """Actors of one folder: which one each occurrence is, ids that lead to others, and the links weighed.

    `suggested` is the id that each occurrence's document alone would give.
    """

    occurrences: Sequence[Occurrence]
    entities: Sequence[EntityId]
    actors: tuple[SharedActor, ...]
    replaced: dict[EntityId, EntityId]
    named_by: dict[EntityId, tuple[DocId, str]]
    suggested: Sequence[EntityId]
    links: Sequence[Link]

    @property
    def keys(self) -> Keys:
        return {(o.doc, o.key): entity for o, entity in zip(self.occurrences, self.entities, strict=True)}


def share_persons(occurrences: Iterable[Occurrence], known: Known) -> Shared:
    """Return the persons that the occurrences are."""
    decided = decide(occurrences, "person", known.registry)
    joining = Persons(decided.occurrences, decided.clusters, decided.closed)
    return _share(decided, joining.join(), joining.links, known, _person)


def share_organizations(occurrences: Iterable[Occurrence], known: Known) -> Shared:
    """Return the organisations and outlets that the occurrences are."""
    decided = decide(occurrences, "org", known.registry)
    joining = Organizations(decided.occurrences, decided.clusters, decided.closed)
    return _share(decided, joining.join(), joining.links, known, _organization)


def _share(
    decided: Decided,
    groups: Iterable[Sequence[int]],
    links: Sequence[Link],
    known: Known,
    make: Callable[[EntityId, Sequence[Occurrence]], SharedActor],
) -> Shared:
    occurrences, folder = decided.occurrences, decided.folder
    minted, actor_of = _mint(decided, groups, known)
    entities = [minted.ids[actor_of[number]] for number in range(len(occurrences))]
    members: dict[EntityId, list[Occurrence]] = {}
    for occurrence, entity in zip(occurrences, entities, strict=True):
        members.setdefault(entity, []).append(occurrence)
    actors = [_as_registered(make(entity, group), known.registry) for entity, group in sorted(members.items())]
    suggested = [EntityId(f"{folder}/{suggested_slugs(o, folder)[0]}") for o in occurrences]
    return Shared(occurrences, entities, tuple(actors), minted.replaced, minted.named_by, suggested, links)


def _mint(decided: Decided, groups: Iterable[Sequence[int]], known: Known) -> tuple[Minted, list[int]]:
    """Return the actors' ids, and which actor each occurrence is once the registry has joined what it knows as one."""
    actor_at = {number: actor for actor, group in enumerate(groups) for number in group}
    actor_of = [actor_at[number] for number in range(len(actor_at))]
    fixed = {actor_of[number]: entity for number, entity in decided.identity_of.items()}
    minted = mint(decided.folder, _claims(decided, actor_of), fixed, known.published)
    settled = settle(decided.folder, minted, fixed, known.registry)
    if settled == fixed:
        return minted, actor_of
    first: dict[EntityId, int] = {}
    joined = {actor: first.setdefault(entity, actor) for actor, entity in sorted(settled.items())}
    actor_of = [joined.get(actor, actor) for actor in actor_of]
    fixed = {actor: entity for entity, actor in first.items()}
    return mint(decided.folder, _claims(decided, actor_of), fixed, known.published), actor_of


def _claims(decided: Decided, actor_of: Sequence[int]) -> list[Claim]:
    return [_claim(actor, o, decided.folder) for actor, o in zip(actor_of, decided.occurrences, strict=True)]


def _claim(actor: int, occurrence: Occurrence, folder: str) -> Claim:
    return Claim(actor, is_partial(occurrence.name, folder), occurrence.rank, suggested_slugs(occurrence, folder))


def _as_registered(actor: SharedActor, registry: Registry) -> SharedActor:
    """Give the actor the label, aliases and links that the registry holds, beside the names that documents print."""
    identity = registry.identities.get(actor.id)
    if identity is None:
        return actor
    merged = [i for i in registry.identities.values() if i.merged_into and registry.final(i.id) == actor.id]
    label = identity.label or actor.label
    given = [name for i in (identity, *merged) for name in (i.label, *i.aliases) if name]
    aliases = {actor.label, *actor.aliases, *given} - {label}
    return replace(actor, label=label, aliases=tuple(sorted(aliases)), same_as=identity.same_as)


def _person(entity: EntityId, group: Sequence[Occurrence]) -> SharedActor:
    """Label a person by the commonest full name.

    A bare surname is an alias only where a document has no other name for the person, so that everybody can be found by
    what each document prints. Somebody known by a single name has it with its style: `King Elessar`.
    """
    printed = [parse_person(name) for o in group for name in o.names]
    telling = {n.printed for n in printed if not n.single} or {n.printed for n in printed if n.style}
    called = [o.name for o in group if o.name in telling] or [
        name for o in group for name in o.names if name in telling
    ]
    label = by_frequency(called or [o.name for o in group])[0]
    aliases = telling.union(o.name for o in group) - {label}
    return SharedActor(entity, ActorType.PERSON, label, tuple(sorted(aliases)))


def _organization(entity: EntityId, group: Sequence[Occurrence]) -> SharedActor:
    spelled = [o.name for o in group if not is_acronym(o.name)]
    label = by_frequency(spelled or [o.name for o in group])[0]
    return SharedActor(
        id=entity,
        type=ActorType.OUTLET if any(o.outlet for o in group) else ActorType.ORGANIZATION,
        label=label,
        aliases=tuple(sorted({name for o in group for name in o.names} - {label})),
        country=next(iter(by_frequency(country for o in group for country in o.countries)), None),
    )
