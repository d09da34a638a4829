"""Which persons of different documents are one: precision first, so two candidates are none.

Names that sound alike are joined first, then a full name with a fuller one, then a single name with the holder of the
same office. Each step sees what the step before left, and compares only within small blocks: names of one sound,
holders of one office.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from kg.resolve.clusters import Clusters
from kg.resolve.links import Link, Relation
from kg.resolve.occurrences import Occurrence
from kg.resolve.persons.names import parse_person
from kg.resolve.persons.namesakes import Bearers, split_namesakes
from kg.resolve.persons.profiles import Profile, evidence, objection, profile
from kg.resolve.persons.weighing import (
    Pair,
    bare_surnames,
    beyond_doubt,
    fellow_singles,
    middle_names,
    parts,
    singles,
    spellings,
    styled_singles,
)

_PARTED = "the registry, or a meeting of both, keeps them apart"


class Persons:
    """Joins the `occurrences` that are one person, step by step; `links` records the pairs that were weighed.

    `clusters` hold what the registry has decided already; occurrences in `closed` take nothing further in.
    """

    def __init__(self, occurrences: Sequence[Occurrence], clusters: Clusters, closed: frozenset[int]) -> None:
        self.occurrences, self.clusters = occurrences, clusters
        self.links: list[Link] = []
        self._names = [parse_person(o.name) for o in occurrences]
        self._open = [n for n in range(len(occurrences)) if n not in closed]
        self._bearers = Bearers(())
        self._profiles: dict[int, Profile] = {}

    def join(self) -> list[list[int]]:
        """Return sets of numbers of occurrences, each set one person."""
        self._join_same_names()
        self._profile()
        for propose in (spellings, middle_names, parts):
            self._join_unique(propose(self._some(single=False)))
        self._join_unique(singles(self._some(single=False), self._some(single=True)))
        undecided = {link.first for link in self.links if link.refused}
        alone = [p for p in self._some(single=True) if p.number not in undecided]
        for pair in chain(fellow_singles(alone), styled_singles(alone)):
            self._join_pair(pair)
        weighed = {link.first for link in self.links}
        for pair, against in list(bare_surnames(self._some(single=False), self._some(single=True))):
            if pair.name.number not in weighed:
                if against is None:
                    self._join_pair(pair)
                else:
                    self._link_pair(pair, against)
        return list(self.clusters.sets())

    def _join_same_names(self) -> None:
        by_sound: dict[str, list[int]] = defaultdict(list)
        for number in self._open:
            if not self._names[number].single:
                by_sound[self._names[number].block].append(number)
        self._bearers = Bearers(self._names[group[0]] for group in by_sound.values())
        for group in by_sound.values():
            name = self._names[group[0]]
            if self._bearers.unmistakable(name):
                self._join_spellings(group)
                continue
            common, crowded = self._bearers.common(name), self._bearers.crowded(name)
            for part in split_namesakes(group, self.occurrences, common=common, crowded=crowded):
                self._join_spellings(part)

    def _join_spellings(self, numbers: Sequence[int]) -> None:
        """Join occurrences of one sound, with a link for each further way of writing it."""
        written = {self._names[numbers[0]].plain}
        for number in numbers[1:]:
            joined = self.clusters.join(numbers[0], number)
            if self._names[number].plain not in written or not joined:
                written.add(self._names[number].plain)
                self._link(numbers[0], number, Relation.TRANSLITERATION, (), None if joined else _PARTED)

    def _profile(self) -> None:
        groups: dict[int, list[int]] = defaultdict(list)
        for number in self._open:
            groups[self.clusters.find(number)].append(number)
        for root, group in groups.items():
            self._profiles[root] = profile(group, self.occurrences, self._bearers)

    def _some(self, *, single: bool) -> list[Profile]:
        return sorted((p for p in self._profiles.values() if p.single is single), key=lambda p: p.number)

    def _join_unique(self, pairs: Iterable[Pair]) -> None:
        """Join each name with its only candidate, as things stood before the step."""
        by_name: dict[int, dict[int, Pair]] = defaultdict(dict)
        for pair in pairs:
            by_name[pair.name.number].setdefault(pair.candidate.number, pair)
        verdicts = [(list(found.values()), *beyond_doubt(list(found.values()))) for found in by_name.values()]
        for found, accepted, against in verdicts:
            for pair in found:
                if pair is accepted:
                    self._join_pair(pair)
                else:
                    self._link_pair(pair, against[pair.candidate.number])

    def _join_pair(self, pair: Pair) -> None:
        """Join two profiles, unless what was joined to either meanwhile speaks against it."""
        roots = [self.clusters.find(p.number) for p in (pair.name, pair.candidate)]
        if roots[0] == roots[1]:
            return
        one, other = (self._profiles[root] for root in roots)
        against = objection(one, other)
        if against is None and not self.clusters.join(*roots):
            against = _PARTED
        self._link_pair(pair, against)
        if against is None:
            self._absorb(*roots)

    def _absorb(self, *roots: int) -> None:
        larger, smaller = sorted((self._profiles.pop(r) for r in roots), key=lambda p: (p.single, -len(p.documents)))
        larger.absorb(smaller)
        self._profiles[self.clusters.find(roots[0])] = larger

    def _link_pair(self, pair: Pair, against: str | None) -> None:
        found = evidence(pair.name, pair.candidate)
        self._link(pair.name.number, pair.candidate.number, pair.relation, found, against)

    def _link(self, first: int, second: int, relation: Relation, found: tuple[str, ...], against: str | None) -> None:
        a, b = self.occurrences[first], self.occurrences[second]
        self.links.append(Link(first, second, (a.name, b.name), (a.doc, b.doc), relation, found, against))
