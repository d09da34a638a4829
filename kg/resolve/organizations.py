"""Which organisations of different documents are one: by name whatever its wording, and by acronym."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kg.lexicon import table, words
from kg.lexicon.organizations import known_organizations
from kg.model.facts import CountryCode
from kg.resolve.clusters import Clusters
from kg.resolve.folding import fold
from kg.resolve.labels import part_countries
from kg.resolve.links import Link, Relation
from kg.resolve.occurrences import Occurrence

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z.&-]{1,9}")
_SITE = re.compile(r"(?:www\.)?([a-z0-9-]{3,})(?:\.[a-z]{2,4}){1,2}", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=s)['’](?!\w)|['’]s\b")
_INITIALS = 3  # an acronym of two letters stands for too many names
_FEW = 5  # times more documents may print an acronym than the name that it may stand for

OrganizationName = tuple[tuple[str, ...], CountryCode | None]
"""The telling words in alphabetical order, and the country that the name holds; several countries are telling."""


@cache
def _wordings() -> dict[str, str]:
    return {word: row[0] for row in table("organizations/words.txt") for word in row}


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((phrase, wording) for phrase, wording in _wordings().items() if " " in phrase)


@lru_cache(maxsize=100_000)
def organization_name(printed: str) -> OrganizationName:
    """Return what the wordings of one organisation's name have in common.

    >>> organization_name("Ministry of Defense of Mali")
    (('defence', 'ministry'), 'ML')
    """
    known = known_organizations().get(printed)
    folded = f" {fold(_POSSESSIVE.sub('', known.name if known else printed))} "
    for phrase, wording in _phrases():
        folded = folded.replace(f" {phrase} ", f" {wording} ")
    tokens, countries = part_countries(folded.split())
    telling = [word for word in (_wordings().get(token, token) for token in tokens) if word != "-"]
    country = countries[0] if len(set(countries)) == 1 else None
    shared = () if country else sorted(set(countries))
    return (*sorted(telling or tokens or fold(printed).split()), *shared), country


def is_acronym(printed: str) -> bool:
    """Return whether the name is one of capitals: FAMa, U.N., AT&T.

    >>> [is_acronym(name) for name in ("FAMa", "U.N.", "Tasnim", "Arab News")]
    [True, True, False, False]
    """
    return _ACRONYM.fullmatch(printed) is not None and sum(c.isupper() for c in printed) * 2 > len(printed) - 2


def initials(printed: str) -> set[str]:
    """Return the acronyms that the name can have, with and without its small words.

    >>> sorted(initials("Bank of the Shire Lands"))
    ['botsl', 'bsl']
    """
    parts = [p for p in re.split(r"[\s-]+", printed) if p]
    return {"".join(fold(p)[:1] for p in parts), "".join(fold(p)[:1] for p in parts if p[0].isupper())}


def _letters(printed: str) -> str:
    return fold(printed).removeprefix("the ").replace(" ", "")


def is_generic(printed: str) -> bool:
    """Return whether any country's institution may be called so.

    >>> [is_generic(name) for name in ("the Foreign Ministry", "Malian Foreign Ministry", "Guild of Pelargir")]
    [True, False, False]
    """
    telling, country = organization_name(printed)
    return country is None and words("organizations/generic.txt").issuperset(telling)


class Organizations:
    """Joins the `occurrences` that are one organisation; `links` records the acronyms that were weighed.

    `clusters` hold what the registry has decided already; occurrences in `closed` take nothing further in.
    """

    def __init__(self, occurrences: Sequence[Occurrence], clusters: Clusters, closed: frozenset[int]) -> None:
        self.occurrences, self.clusters = occurrences, clusters
        self.links: list[Link] = []
        self._open = [n for n in range(len(occurrences)) if n not in closed]

    def join(self) -> list[list[int]]:
        """Return sets of numbers of occurrences, each set one organisation."""
        self._join_same_names()
        self._join_sites()
        self._join_acronyms()
        return list(self.clusters.sets())

    def _join_same_names(self) -> None:
        first: dict[tuple[tuple[str, ...], str], int] = {}
        for number in self._open:
            telling, country = organization_name(self.occurrences[number].name)
            generic = words("organizations/generic.txt").issuperset(telling)
            where = country or (min(self.occurrences[number].countries, default="") if generic else "")
            # What any country's institution may be called says nothing without the country.
            if where or not generic:
                self.clusters.join(first.setdefault((telling, where), number), number)

    def _join_sites(self) -> None:
        """Join an outlet known by its site's address with the one whose name has the same letters."""
        lettered: dict[str, list[int]] = defaultdict(list)
        for number in self._open:
            lettered[_letters(self.occurrences[number].name)].append(number)
        for number in self._open:
            site = _SITE.fullmatch(self.occurrences[number].name)
            if site:
                self._join_only(number, lettered[_letters(site[1])], Relation.SITE)

    def _join_acronyms(self) -> None:
        meant = self._meant()
        for number in self._open:
            if is_acronym(self.occurrences[number].name):
                self._join_only(number, *meant[self._folded(number)])

    def _meant(self) -> dict[str, tuple[list[int], Relation]]:
        """Return whom each acronym may mean: what documents call so, or else what could be so called."""
        printed, spelled = self._printed_acronyms(), self._spelled_acronyms()
        countries: dict[str, set[CountryCode]] = defaultdict(set)
        for number in self._open:
            countries[self._folded(number)] |= self.occurrences[number].countries
        found: dict[str, tuple[list[int], Relation]] = {}
        for acronym, documents in Counter(map(self._folded, self._open)).items():
            if called := printed[acronym]:
                fitting = [n for n in called if acronym in initials(self.occurrences[n].name)]
                found[acronym] = fitting or called, Relation.ALIAS
            else:
                likely = spelled[acronym] if len(spelled[acronym]) * _FEW >= documents else []
                fitting = [n for n in likely if not self._is_of_others(n, countries[acronym])]
                found[acronym] = fitting, Relation.ACRONYM
        return found

    def _folded(self, number: int) -> str:
        return fold(self.occurrences[number].name).replace(" ", "")

    def _is_of_others(self, number: int, countries: set[CountryCode]) -> bool:
        _, country = organization_name(self.occurrences[number].name)
        return bool(country and countries) and country not in countries

    def _join_only(self, number: int, candidates: Sequence[int], relation: Relation) -> None:
        roots = self._roots(candidates)
        if not roots - {self.clusters.find(number)}:
            return
        refused = "several candidates" if len(roots) > 1 else None
        if refused is None and not self.clusters.join(number, candidates[0]):
            refused = "the registry, or a meeting of both, keeps them apart"
        one, other = self.occurrences[number], self.occurrences[candidates[0]]
        names, documents = (one.name, other.name), (one.doc, other.doc)
        self.links.append(Link(number, candidates[0], names, documents, relation, (), refused))

    def _roots(self, numbers: Iterable[int]) -> set[int]:
        return {self.clusters.find(n) for n in numbers}

    def _printed_acronyms(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number in self._open:
            occurrence = self.occurrences[number]
            for name in occurrence.names[1:]:
                if is_acronym(name):
                    found[fold(name).replace(" ", "")].append(number)
        return found

    def _spelled_acronyms(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number in self._open:
            name = self.occurrences[number].name
            for acronym in () if is_acronym(name) else initials(name):
                if len(acronym) >= _INITIALS:
                    found[acronym].append(number)
        return found
