"""Persons of one name told apart by the countries that they serve."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.resolve.clusters import Clusters
from kg.resolve.occurrences import Occurrence

# A country that one document in five gives somebody whom the others place elsewhere is a misreading, not a namesake.
_MISREAD = 4


def split_namesakes(numbers: Sequence[int], occurrences: Sequence[Occurrence], *, common: bool) -> list[list[int]]:
    """Part occurrences of one name into persons.

    Those whose offices are of one country, or linked by somebody who serves two, are one. Where several remain, an
    occurrence without any country may be either and stays alone. Of a name that is not `common` in the documents, a
    country that very few give counts as misread.
    """
    parts = _by_country(numbers, occurrences)
    if len(parts) > 1 and not common:
        parts = _without_misread(parts)
    placed = {n for part in parts for n in part}
    unplaced = [n for n in numbers if n not in placed]
    if len(parts) <= 1:
        return [sorted([*unplaced, *(n for part in parts for n in part)])]
    return parts + [[n] for n in unplaced]


def _by_country(numbers: Iterable[int], occurrences: Sequence[Occurrence]) -> list[list[int]]:
    placed = [n for n in numbers if occurrences[n].countries]
    clusters, first = Clusters(len(placed)), dict[str, int]()
    for index, number in enumerate(placed):
        for country in occurrences[number].countries:
            clusters.join(first.setdefault(country, index), index)
    return [[placed[i] for i in part] for part in clusters.sets()]


def _without_misread(parts: list[list[int]]) -> list[list[int]]:
    largest = max(parts, key=len)
    kept: dict[bool, list[list[int]]] = defaultdict(list)
    for part in parts:
        kept[part is largest or len(part) * _MISREAD > len(largest)].append(part)
    absorbed = sorted([*largest, *(n for part in kept[False] for n in part)])
    return [absorbed if part is largest else part for part in kept[True]]
