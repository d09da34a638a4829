"""Which persons of different documents are one."""

from collections import defaultdict
from collections.abc import Sequence

from kg.resolve.clusters import Clusters
from kg.resolve.names import parse_person
from kg.resolve.occurrences import Occurrence


def same_persons(occurrences: Sequence[Occurrence]) -> list[list[int]]:
    """Return sets of numbers of occurrences, each set one person."""
    clusters = Clusters(len(occurrences))
    full: dict[str, int] = {}
    held: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, occurrence in enumerate(occurrences):
        name = parse_person(occurrence.name)
        if not name.single:
            clusters.join(full.setdefault(name.sound, number), number)
            for office in occurrence.offices:
                held[parse_person(name.words[-1]).sound, office].add(number)
    for number, occurrence in enumerate(occurrences):
        name = parse_person(occurrence.name)
        if name.single:
            keys = [(name.sound, office) for office in occurrence.offices]
            holders = {clusters.find(other) for key in keys for other in held[key]}
            if len(holders) == 1:
                clusters.join(holders.pop(), number)
    return list(clusters.sets())
