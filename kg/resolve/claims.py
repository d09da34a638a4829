"""What the registry decides about the occurrences in documents: some before the evidence is weighed, some after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.iris import digest, slug
from kg.model.world import EntityId
from kg.resolve.clusters import Clusters
from kg.resolve.naming import Minted
from kg.resolve.occurrences import Occurrence
from kg.resolve.organizations import is_generic
from kg.resolve.persons import parse_person
from kg.resolve.registry import Identity, Registry


@dataclass(frozen=True, slots=True)
class Decided:
    """The occurrences in the order of their documents, and what the registry says of them before any evidence.

    `clusters` keeps apart what different entries claim. `identity_of` gives the occurrences that entries claim for
    single documents, by number; those in `closed` are these: no evidence joins anything to them.
    """

    folder: str
    occurrences: Sequence[Occurrence]
    clusters: Clusters
    identity_of: Mapping[int, EntityId]

    @property
    def closed(self) -> frozenset[int]:
        return frozenset(self.identity_of)


def suggested_slugs(occurrence: Occurrence, folder: str) -> tuple[str, ...]:
    """Return the ids that the occurrence might give its actor, without the folder: the plain one first.

    What identifies nobody never stands without its country, or its document's digest.
    """
    stem = slug(occurrence.name)
    mark = digest(occurrence.doc, occurrence.key)
    marked = [f"{stem}-{country.lower()}" for country in sorted(occurrence.countries)] + [f"{stem}-{mark}"]
    return tuple(marked) if is_partial(occurrence.name, folder) else (stem, *marked)


def is_partial(name: str, folder: str) -> bool:
    """Return whether the name identifies nobody: a single name, or one that any country's institution may have."""
    return parse_person(name).single if folder == "person" else is_generic(name)


def decide(occurrences: Iterable[Occurrence], folder: str, registry: Registry) -> Decided:
    """Give the occurrences that registry entries of `folder` claim to them.

    Those of one entry for single documents are joined; those that an entry claims by name are only kept from others'.
    """
    ordered = sorted(occurrences, key=lambda o: o.rank)
    claims = _Claims(folder, registry)
    clusters = Clusters(len(ordered))
    _part_who_meet(ordered, clusters)
    first: dict[EntityId, int] = {}
    identity_of: dict[int, EntityId] = {}
    for number, occurrence in enumerate(ordered):
        identity = claims.of(occurrence)
        if identity:
            final = registry.final(identity.id)
            clusters.give(number, final)
            if identity.documents:
                identity_of[number] = final
                clusters.join(first.setdefault(final, number), number)
    return Decided(folder, ordered, clusters, identity_of)


def _part_who_meet(occurrences: Sequence[Occurrence], clusters: Clusters) -> None:
    numbers = {(o.doc, o.key): number for number, o in enumerate(occurrences)}
    for number, occurrence in enumerate(occurrences):
        for other in sorted(occurrence.beside):
            if (occurrence.doc, other) in numbers:
                clusters.part(number, numbers[occurrence.doc, other])


def settle(folder: str, minted: Minted, fixed: Mapping[int, EntityId], registry: Registry) -> dict[int, EntityId]:
    """Return the actors that the registry knows: those whom an entry's id, label or alias means.

    A name means whom the id made of it leads to, so that an entry for one of two namesakes does not take the other.
    """
    meant = {entity: actor for actor, entity in minted.ids.items()}
    meant |= {old: meant[new] for old, new in minted.replaced.items()}
    known = dict(fixed)
    for identity in registry.identities.values():
        if identity.id.startswith(f"{folder}/") and not identity.documents:
            for name in sorted(identity.slugs):
                actor = meant.get(EntityId(f"{folder}/{name}"))
                if actor is not None:
                    known.setdefault(actor, registry.final(identity.id))
    return known


class _Claims:
    """Looks up the entry that claims an occurrence: one for its document before one for its name."""

    def __init__(self, folder: str, registry: Registry) -> None:
        self.folder = folder
        self.by_slug: dict[str, list[Identity]] = defaultdict(list)
        for identity in registry.identities.values():
            if identity.id.startswith(f"{folder}/"):
                for each in identity.slugs:
                    self.by_slug[each].append(identity)

    def of(self, occurrence: Occurrence) -> Identity | None:
        if not self.by_slug:
            return None
        names = map(slug, _identifying(occurrence))
        # The longest first: an id that was lengthened to tell namesakes apart says more than the name.
        wanted = dict.fromkeys([*reversed(suggested_slugs(occurrence, self.folder)), *names])
        found = [identity for each in wanted for identity in self.by_slug.get(each, ())]
        mine = [i for i in found if occurrence.doc in i.documents]
        return next(iter(mine + [i for i in found if not i.documents]), None)


def _identifying(occurrence: Occurrence) -> list[str]:
    """Return the names that an entry may claim: the fullest, and the others unless they are single."""
    return [n for n in occurrence.names if n == occurrence.name or not parse_person(n).single]
