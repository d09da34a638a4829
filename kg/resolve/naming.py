"""The ids of shared actors: functions of the documents alone, so that no order of building changes them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.iris import digest
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.occurrences import Rank

Published = Mapping[EntityId, tuple[DocId, str]]
"""Ids that are public already, each with the document that it was named by and the slug of the name there."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one occurrence of the actor numbered `actor` would call it: `slugs` from the shortest to one that is unique.

    A `partial` name gives way to full ones.
    """

    actor: int
    partial: bool
    rank: Rank
    slugs: tuple[str, ...]

    @property
    def anchor(self) -> tuple[DocId, str]:
        return self.rank[1], self.slugs[0]


@dataclass(frozen=True, slots=True)
class Minted:
    """The id of each actor, where other ids lead, and what named each."""

    ids: Mapping[int, EntityId]
    replaced: dict[EntityId, EntityId]
    named_by: dict[EntityId, tuple[DocId, str]]


def mint(folder: str, claims: Iterable[Claim], fixed: Mapping[int, EntityId], published: Published) -> Minted:
    """Give every actor its id, `fixed` by the registry or taken from its documents.

    An actor is named by the first of its documents (by day of issue, then id), so that later documents do not rename
    it; the ids that its other documents would give lead to it. Of two actors of one name the first has the id; the
    other's is lengthened. An id in `published` stays with those who had it first, whatever documents come to light.
    """
    ordered = sorted(claims, key=lambda c: (c.partial, c.rank, c.slugs))
    by_actor: dict[int, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_actor[claim.actor].append(claim)
    owner = _owners(folder, ordered, fixed, published)
    ids = dict(fixed)
    for actor, found in by_actor.items():  # in the order of their first claims
        if actor not in ids:
            ids[actor] = _free(folder, found[0], owner)
    replaced = {old: ids[actor] for old, actor in owner.items() if old != ids[actor]}
    return Minted(ids, replaced, {ids[actor]: found[0].anchor for actor, found in by_actor.items()})


def _ids(folder: str, claim: Claim) -> list[EntityId]:
    return [EntityId(f"{folder}/{each}") for each in claim.slugs]


def _free(folder: str, claim: Claim, owner: dict[EntityId, int]) -> EntityId:
    last = EntityId(f"{folder}/{claim.slugs[-1]}-{digest(*claim.anchor)}")
    return next((i for i in _ids(folder, claim) if owner.setdefault(i, claim.actor) == claim.actor), last)


def _owners(
    folder: str, ordered: Sequence[Claim], fixed: Mapping[int, EntityId], published: Published
) -> dict[EntityId, int]:
    """Return to whom each id belongs: by the registry, by publication, or by the first document that suggests it."""
    owner = {entity: actor for actor, entity in fixed.items()}
    actor_at = {claim.anchor: claim.actor for claim in ordered}
    for entity, anchor in published.items():
        if entity.startswith(f"{folder}/") and anchor in actor_at:
            owner.setdefault(entity, actor_at[anchor])
    for claim in ordered:
        owner.setdefault(_ids(folder, claim)[0], claim.actor)
    return owner
