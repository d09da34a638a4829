"""The flow of resolution: organisations, offices, persons, what is only weighed, tenures, meetings, statements."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count

from kg.iris import slug
from kg.model.facts import Facts
from kg.model.world import ActorType, EntityId, SharedActor, World
from kg.resolve.actors import Keys, Known, Shared, share_organizations, share_persons
from kg.resolve.company import companies
from kg.resolve.meetings import Descriptions, Meetings, encounters
from kg.resolve.naming import Published
from kg.resolve.nobodies import without_nobodies
from kg.resolve.occurrences import PUBLISHER, organizations, persons
from kg.resolve.offices import share_offices
from kg.resolve.registry import Registry
from kg.resolve.statements import Wordings, echoes, together, utterances
from kg.resolve.tenures import offices_of, renamed_tenures, share_tenures, yielded_tenures
from kg.resolve.weighed import correct


def resolve(facts: Iterable[Facts], registry: Registry | None = None, published: Published | None = None) -> World:
    """Return the world that the documents speak of, the same in whatever order they come.

    `registry` holds what people have decided about identities; it overrules the evidence of names and offices.
    `published` are ids that earlier builds gave (`World.named_by`): no other actor will get them.
    """
    with _uncollected():
        return _resolved(facts, registry, published)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away: none are made here, and it looks at all facts again for every few new ones."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _resolved(facts: Iterable[Facts], registry: Registry | None, published: Published | None) -> World:
    given = sorted(facts, key=lambda each: each.document.id)
    read = without_nobodies(given)
    known = Known(registry or Registry(), published or {})
    gathered = gather(read, known)
    corrected = correct(read, gathered.actor_of)
    ordered, cast = corrected.facts, replace(gathered, actor_of=gathered.actor_of | corrected.keys)
    labels = {actor.id: actor.label for actor in cast.actors}
    tenure_of, tenures = share_tenures(ordered, cast.actor_of)
    publisher_of = {doc: entity for (doc, key), entity in cast.organizations.keys.items() if key == PUBLISHER}
    wordings = Wordings(utterances(ordered, cast.actor_of), publisher_of)
    same_words = wordings.same_words()
    echoed = echoes(same_words, ordered, cast.actor_of)
    offices = offices_of(tenures)
    merged = Meetings(encounters(ordered, cast.actor_of), offices, echoed).merge()
    meeting_of = merged.ids()
    descriptions = Descriptions(ordered, cast.actor_of, labels, offices)
    replaced = (
        cast.persons.replaced
        | cast.organizations.replaced
        | renamed_tenures(tenure_of, cast.actor_of, cast.persons)
        | yielded_tenures(corrected.yielded, cast.actor_of, tenures)
        | merged.replaced()
        | _merged(known.registry, labels)
    )
    return World(
        actors=cast.actors,
        tenures=tuple(tenures),
        meetings=tuple(sorted(map(descriptions.shared, merged.meetings), key=lambda meeting: meeting.id)),
        corroborations=together(same_words, wordings.same_occasion(meeting_of)),
        close_meetings=merged.close,
        replaced=dict(sorted(replaced.items())),
        actor_of=cast.actor_of,
        tenure_of=tenure_of,
        meeting_of=meeting_of,
        publisher_of=publisher_of,
        corrected={o.document.id: o for o, each in zip(ordered, given, strict=True) if o is not each},
        named_by=dict(sorted((cast.persons.named_by | cast.organizations.named_by).items())),
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the documents: `actor_of` maps their keys to `actors`."""

    persons: Shared
    organizations: Shared
    actors: tuple[SharedActor, ...]
    actor_of: Keys


def gather(facts: Sequence[Facts], known: Known) -> Cast:
    """Resolve organisations, then offices in them, then persons by their names and offices."""
    groups = share_organizations(organizations(facts), known)
    office_of, offices = share_offices(facts, groups.keys, {actor.id: actor.label for actor in groups.actors})
    people = share_persons(persons(facts, office_of, companies(facts, groups.keys)), known)
    unnamed_of, unnamed = _unnamed(facts)
    actors = sorted([*people.actors, *groups.actors, *offices, *unnamed], key=lambda a: a.id)
    named = {key: entity for key, entity in groups.keys.items() if key[1] != PUBLISHER}
    return Cast(people, groups, tuple(actors), named | office_of | people.keys | unnamed_of)


def _merged(registry: Registry, labels: Mapping[EntityId, str]) -> dict[EntityId, EntityId]:
    merges = {i.id: registry.final(i.id) for i in registry.identities.values() if i.merged_into}
    return {old: new for old, new in merges.items() if new in labels}


def _unnamed(facts: Iterable[Facts]) -> tuple[Keys, list[SharedActor]]:
    """Return the actors without name and office: each document's own, numbered where it describes two alike."""
    ids: Keys = {}
    actors: dict[EntityId, SharedActor] = {}
    for each in facts:
        doc = each.document.id
        for actor in sorted(each.actors.unnamed, key=lambda a: a.key):
            stem = f"unnamed/{slug(doc)}-{slug(actor.description)}"
            entity = next(i for i in map(EntityId, _numbered(stem)) if i not in actors)
            ids[doc, actor.key] = entity
            actors[entity] = SharedActor(entity, ActorType.UNNAMED_ACTOR, actor.description, country=actor.country)
    return ids, list(actors.values())


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
