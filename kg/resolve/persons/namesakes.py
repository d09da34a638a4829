"""Persons of one name told apart by the offices that they hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.model.world import EntityId
from kg.resolve.clusters import Clusters
from kg.resolve.occurrences import Occurrence
from kg.resolve.persons.names import PersonName, parse_person

# An office that one document in five gives somebody whom the others place elsewhere is a misreading, not a namesake.
_MISREAD = 4
_MISREAD_COMMON = 10  # of a name that many bear it may well be a namesake
# A given name and a surname each borne by more others than this are likely to meet in two persons.
_COMMON = 3
_ONE_IN = 10
_ONE_ONLY = 500  # one such pair in so many is chance
_SHORTEST = 2  # words: with a middle name it is hardly anybody else's
FAR_MORE = 25  # times more documents
_WELL_KNOWN = 10  # documents that place somebody: others than these mean him too


class Bearers:
    """How many of the names that documents hold share a given name or a surname."""

    def __init__(self, names: Iterable[PersonName]) -> None:
        distinct = sorted({name.sounds for name in names})
        self._names = len(distinct)
        self._given = Counter(sounds[0] for sounds in distinct)
        self._surname = Counter(sounds[-1] for sounds in distinct)

    def common(self, name: PersonName) -> bool:
        """Return whether two persons may well bear the name."""
        return self._given[name.sounds[0]] > _COMMON and self._surname[name.sounds[-1]] > _COMMON

    def crowded(self, name: PersonName) -> bool:
        """Return whether so many bear the given name, and others the surname, that one in ten such pairs is chance."""
        given, surname = self._given[name.sounds[0]], self._surname[name.sounds[-1]]
        borne = len(name.words) == _SHORTEST and given > _COMMON and surname > 1
        return borne and given * surname * _ONE_IN > self._names

    def unmistakable(self, name: PersonName) -> bool:
        """Return whether so few among many names share the given name, or the surname, that it can be only one's."""
        return self._given[name.sounds[0]] * self._surname[name.sounds[-1]] * _ONE_ONLY < self._names

    def compound(self, name: PersonName) -> bool:
        """Return whether a word inside the name is a given name of others: Ali Akbar and Ali are two given names."""
        return any(self._given[sound] for sound in name.sounds[1:-1])


def split_namesakes(
    numbers: Sequence[int], occurrences: Sequence[Occurrence], *, common: bool, crowded: bool = False
) -> list[list[int]]:
    """Part occurrences of one name into persons.

    Those whose offices are of one country, one organisation or one kind are one, and so are those whom somebody with
    two of these links. One without office belongs to the only person whose country its document speaks of, or to the
    only person of a name that is not `common`; else it stays with its like. In a `crowded` name it needs company: its
    document names others whom a document about the person names, or such an office.

    An office that very few give counts as misread.
    """
    parts = _by_office(numbers, occurrences, common=common)
    if len(parts) > 1:
        parts = _without_misread(parts, _MISREAD_COMMON if common else _MISREAD)
    placed = {number for part in parts for number in part}
    unplaced = [number for number in numbers if number not in placed]
    if crowded and all(len(part) < _WELL_KNOWN for part in parts):
        return _by_company(parts, unplaced, occurrences)
    if not parts or (len(parts) == 1 and not common):
        return [sorted([*unplaced, *placed])]
    return _with_unplaced(parts, unplaced, occurrences, crowded=crowded)


def _by_office(numbers: Iterable[int], occurrences: Sequence[Occurrence], *, common: bool) -> list[list[int]]:
    placed = [n for n in numbers if occurrences[n].stated]
    clusters, first = Clusters(len(placed)), dict[str, int]()
    for index, number in enumerate(placed):
        for key in _posts(occurrences[number], common=common):
            clusters.join(first.setdefault(key, index), index)
    return [[placed[i] for i in part] for part in clusters.sets()]


def _posts(occurrence: Occurrence, *, common: bool) -> Iterator[str]:
    """Yield what tells persons of one name apart: countries, organisations, and kinds of office.

    Who is president of two countries is one, misread; not so the bearers of a common name.
    """
    yield from occurrence.countries
    for office in occurrence.stated:
        yield office.rpartition("/")[0]
        if not common:
            yield _kind(office)


def _kind(office: EntityId) -> str:
    return office.rpartition("/")[2]


def _without_misread(parts: list[list[int]], times: int) -> list[list[int]]:
    """Take parts into the largest one that is so many `times` larger."""
    largest = max(parts, key=len)
    kept: dict[bool, list[list[int]]] = defaultdict(list)
    for part in parts:
        kept[part is largest or len(part) * times > len(largest)].append(part)
    absorbed = sorted([*largest, *(n for part in kept[False] for n in part)])
    return [absorbed if part is largest else part for part in kept[True]]


def _with_unplaced(
    parts: list[list[int]], unplaced: Sequence[int], occurrences: Sequence[Occurrence], *, crowded: bool
) -> list[list[int]]:
    countries = [{country for n in part for country in occurrences[n].countries} for part in parts]
    whole, alone, foreign = [list(part) for part in parts], list[list[int]](), list[int]()
    for number in unplaced:
        fitting = [i for i, known in enumerate(countries) if known & occurrences[number].context]
        if len(fitting) == 1:
            whole[fitting[0]].append(number)
        elif fitting:
            alone.append([number])
        else:
            foreign.append(number)
    if len(whole) == 1 and not crowded and len(foreign) * FAR_MORE <= len(whole[0]):
        return [sorted([*whole[0], *foreign]), *alone]  # of somebody so well known the news is from anywhere
    return [sorted(part) for part in whole] + alone + ([foreign] if foreign else [])


def _by_company(parts: list[list[int]], unplaced: Sequence[int], occurrences: Sequence[Occurrence]) -> list[list[int]]:
    """Join those without office who are in one company, and each such set with the only person who is in it, too."""
    clusters, first = Clusters(len(unplaced)), dict[str, int]()
    for index, number in enumerate(unplaced):
        for other in _company([number], occurrences):
            clusters.join(first.setdefault(other, index), index)
    whole, alone = [list(part) for part in parts], list[list[int]]()
    known = [_company(part, occurrences) for part in parts]
    for group in ([unplaced[i] for i in members] for members in clusters.sets()):
        own = _company(group, occurrences)
        fitting = [part for part, others in zip(whole, known, strict=True) if others & own]
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            alone.append(group)
    return [sorted(part) for part in whole] + alone


def _company(numbers: Iterable[int], occurrences: Sequence[Occurrence]) -> set[str]:
    """Return whom else documents name that name these, of one name, and the kinds of office that they are given."""
    found, own = set[str](), set[str]()
    for number in numbers:
        found |= occurrences[number].company
        found.update(map(_kind, occurrences[number].offices))
        own.add(parse_person(occurrences[number].name).block)
    return found - own
