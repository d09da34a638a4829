"""The ids of shared actors: functions of the documents alone, so that no order of building changes them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.iris import digest
from kg.model.facts import ActorKey
from kg.model.text import DocId
from kg.model.world import EntityId


@dataclass(frozen=True, slots=True)
class Claim:
    """One document's suggestion for the id of the actor numbered `actor`; `origin` tells namesakes apart.

    `rank` begins with 0 for a full name and 1 for a single one, then day of issue, document and key.
    """

    actor: int
    rank: tuple[int, date, DocId, ActorKey]
    slug: str
    origin: str


def mint(
    folder: str, claims: Iterable[Claim], fixed: Mapping[int, EntityId]
) -> tuple[list[EntityId], dict[EntityId, EntityId]]:
    """Return the id of each actor and where the other ids lead that its documents suggest.

    An actor is named by the first of its documents (by day of issue, then id), which stays the same as later documents
    come in; the names that the others would have given lead to it. Of two actors with one name the later one's id is
    lengthened by its origin. `fixed` are ids that the registry holds.
    """
    by_actor: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.rank, c.slug)):
        by_actor[claim.actor].append(claim)
    ids = dict(fixed)
    taken = set(fixed.values())
    for actor, suggested in sorted(by_actor.items(), key=lambda item: item[1][0].rank):
        if actor not in ids:
            ids[actor] = _free(folder, suggested[0], taken)
            taken.add(ids[actor])
    return [ids[actor] for actor in sorted(by_actor)], _redirects(folder, by_actor, ids, taken)


def _free(folder: str, claim: Claim, taken: set[EntityId]) -> EntityId:
    stem = f"{folder}/{claim.slug}"
    choices = (stem, f"{stem}-{claim.origin}", f"{stem}-{digest(*map(str, claim.rank))}")
    return EntityId(next(choice for choice in choices if choice not in taken))


def _redirects(
    folder: str, by_actor: Mapping[int, Sequence[Claim]], ids: Mapping[int, EntityId], taken: set[EntityId]
) -> dict[EntityId, EntityId]:
    wanted: dict[EntityId, set[EntityId]] = defaultdict(set)
    for actor, suggested in by_actor.items():
        for claim in suggested:
            wanted[EntityId(f"{folder}/{claim.slug}")].add(ids[actor])
    # An id that two actors might have had leads to neither.
    return {old: next(iter(new)) for old, new in sorted(wanted.items()) if old not in taken and len(new) == 1}
