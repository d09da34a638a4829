"""Why documents speak of one person or organisation: which names in which documents, and what joined or parted them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.model.facts import Facts
from kg.model.text import DocId
from kg.model.world import EntityId, SharedActor
from kg.resolve.actors import Known, Shared
from kg.resolve.folding import fold
from kg.resolve.links import Link
from kg.resolve.naming import Published
from kg.resolve.nobodies import without_nobodies
from kg.resolve.registry import Identity, Registry
from kg.resolve.world import gather


@dataclass(frozen=True, slots=True)
class Appearance:
    """One document that speaks of the actor: the names it prints, and the offices that it gives.

    `weighed` are those of the `offices` whose country or organisation only its context suggests.
    """

    document: DocId
    issued: date | None
    names: tuple[str, ...]
    offices: tuple[EntityId, ...]
    weighed: frozenset[EntityId] = frozenset()

    def line(self) -> str:
        offices = (f"{o.removeprefix('office/')}{' (weighed)' if o in self.weighed else ''}" for o in self.offices)
        said = ", ".join([" · ".join(self.names), *offices])
        return f"{self.issued or 'undated'!s:10} {self.document}: {said}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that made one actor of many names.

    `joined` are the comparisons that did; occurrences of exactly one name need none. `refused` are near misses.
    `identities` are the registry's entries for it.
    """

    actor: SharedActor
    appearances: tuple[Appearance, ...]
    joined: tuple[Link, ...]
    refused: tuple[Link, ...]
    identities: tuple[Identity, ...]

    def lines(self) -> Iterator[str]:
        """Yield the explanation as lines for people to read."""
        yield f"{self.actor.label} ({self.actor.id})"
        for each in self.appearances:
            yield f"  {each.line()}"
        for identity in self.identities:
            yield f"  registry, line {identity.line}: {identity.id}"
        for link in self.joined:
            yield f"  joined: {_line(link)}"
        for link in self.refused:
            yield f"  apart:  {_line(link)}: {link.refused}"


def explain(
    facts: Iterable[Facts], registry: Registry, wanted: str, published: Published | None = None
) -> tuple[Explanation, ...]:
    """Return an explanation for each person and organisation that `wanted` names: an id, or a name of theirs.

    A part of a name is enough: "Camara" finds all Camaras. `published` are the ids that earlier builds gave.
    """
    read = without_nobodies(sorted(facts, key=lambda each: each.document.id))
    cast = gather(read, Known(registry, published or {}))
    return tuple(
        _explanation(actor, shared, registry)
        for shared in (cast.persons, cast.organizations)
        for actor in shared.actors
        if _is_named(actor, wanted)
    )


def _is_named(actor: SharedActor, wanted: str) -> bool:
    if wanted in {actor.id, actor.id.partition("/")[2]}:
        return True
    return any(f" {fold(wanted)} " in f" {fold(name)} " for name in (actor.label, *actor.aliases))


def _explanation(actor: SharedActor, shared: Shared, registry: Registry) -> Explanation:
    numbers = {number for number, entity in enumerate(shared.entities) if entity == actor.id}
    links = [link for link in shared.links if link.first in numbers or link.second in numbers]
    return Explanation(
        actor=actor,
        appearances=tuple(_appearance(shared, number) for number in sorted(numbers)),
        joined=tuple(link for link in links if link.refused is None),
        refused=tuple(link for link in links if link.refused is not None),
        identities=tuple(i for i in registry.identities.values() if registry.final(i.id) == actor.id),
    )


def _appearance(shared: Shared, number: int) -> Appearance:
    occurrence = shared.occurrences[number]
    day = occurrence.rank[0]
    issued = None if day == date.max else day
    weighed = occurrence.offices - occurrence.stated
    return Appearance(occurrence.doc, issued, occurrence.names, tuple(sorted(occurrence.offices)), weighed)


def _line(link: Link) -> str:
    because = f" ({', '.join(link.evidence)})" if link.evidence else ""
    return f"{link.names[0]} [{link.documents[0]}] – {link.names[1]} [{link.documents[1]}]: {link.relation}{because}"
