"""The ids of shared actors: functions of the documents alone, so that no order of building changes them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model.world import EntityId
from kg.resolve.occurrences import Rank


@dataclass(frozen=True, slots=True)
class Claim:
    """What one occurrence of the actor numbered `actor` would call it: `slugs` from the shortest to one that is unique.

    A `partial` name gives way to full ones.
    """

    actor: int
    partial: bool
    rank: Rank
    slugs: tuple[str, ...]


def mint(
    folder: str, claims: Iterable[Claim], fixed: Mapping[int, EntityId]
) -> tuple[dict[int, EntityId], dict[EntityId, EntityId]]:
    """Return the id of each actor, and where the other ids lead that its documents would have given it.

    An actor is named by the first of its documents (by day of issue, then id), so that later documents do not rename
    it. Of two actors of one name the first has it; the other's is lengthened. `fixed` are ids that the registry holds.
    """
    by_actor: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.partial, c.rank, c.slugs)):
        by_actor[claim.actor].append(claim)
    ids, taken = dict(fixed), set(fixed.values())
    for actor, found in by_actor.items():  # in the order of their first claims
        if actor not in ids:
            ids[actor] = next(i for i in _ids(folder, found[0]) if i not in taken)
            taken.add(ids[actor])
    return ids, _redirects(folder, by_actor, ids)


def _ids(folder: str, claim: Claim) -> list[EntityId]:
    return [EntityId(f"{folder}/{each}") for each in claim.slugs]


def _redirects(
    folder: str, by_actor: Mapping[int, Sequence[Claim]], ids: Mapping[int, EntityId]
) -> dict[EntityId, EntityId]:
    taken = set(ids.values())
    wanted: dict[EntityId, set[EntityId]] = defaultdict(set)
    for actor, found in by_actor.items():
        for claim in found:
            wanted[_ids(folder, claim)[0]].add(ids[actor])
    # An id that two actors might have had leads to neither.
    return {old: min(new) for old, new in wanted.items() if old not in taken and len(new) == 1}
