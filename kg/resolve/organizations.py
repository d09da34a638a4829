"""Which organisations of different documents are one."""

from collections import defaultdict
from collections.abc import Sequence

from kg.resolve.clusters import Clusters
from kg.resolve.names import fold
from kg.resolve.occurrences import Occurrence


def organization_key(name: str) -> str:
    """Return `name` folded, without a leading article.

    >>> organization_key("The Guild of Pelargir")
    'guild of pelargir'
    """
    return fold(name).removeprefix("the ")


def same_organizations(occurrences: Sequence[Occurrence]) -> list[list[int]]:
    """Return sets of numbers of occurrences, each set one organisation."""
    clusters = Clusters(len(occurrences))
    named: dict[tuple[str, str], int] = {}
    countries: dict[str, set[str]] = defaultdict(set)
    for occurrence in occurrences:
        countries[organization_key(occurrence.name)] |= occurrence.countries
    for number, occurrence in enumerate(occurrences):
        name = organization_key(occurrence.name)
        known = occurrence.countries or (countries[name] if len(countries[name]) == 1 else set())
        clusters.join(named.setdefault((name, min(known, default="")), number), number)
    return list(clusters.sets())
