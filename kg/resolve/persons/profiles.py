"""What the occurrences of one supposed person have in common with those of another, and what speaks against it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.model.facts import CountryCode
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.occurrences import Occurrence
from kg.resolve.persons.names import PersonName, parse_person
from kg.resolve.persons.namesakes import Bearers

# Longer than most ministers stay: a surname and an office so far apart may be father and son.
_SAME_HOLDER_DAYS = 10 * 366
_ANY_DAY = (date.max, date.min)


@dataclass(slots=True)
class Profile:
    """All that is known of one cluster; it grows as others are joined to it.

    `number` is that of an occurrence and stands for the cluster; `name` is the full name given most often, or the
    single one; `styles` stand before any of the names ("King Elessar"). `offices` maps each to the first and last day
    of documents that show it (`date.max`, `date.min` where none has a date); `context` are the countries that its
    documents speak of; `common` names are borne by many, `compound` ones hold a second given name, `unmistakable` ones
    can be one person's only.
    """

    number: int
    name: PersonName
    single: bool
    styles: set[str]
    numerals: set[str]
    countries: set[CountryCode]
    offices: dict[EntityId, tuple[date, date]]
    documents: set[DocId]
    context: set[CountryCode]
    common: bool
    compound: bool
    unmistakable: bool

    def absorb(self, other: "Profile") -> None:
        """Take in all that is known of `other`."""
        self.styles |= other.styles
        self.numerals |= other.numerals
        self.countries |= other.countries
        self.documents |= other.documents
        self.context |= other.context
        for office, days in other.offices.items():
            self.offices[office] = _hull(self.offices.get(office, _ANY_DAY), days)


def profile(numbers: Sequence[int], occurrences: Sequence[Occurrence], bearers: Bearers) -> Profile:
    """Return the profile of the occurrences with these numbers, which are in order."""
    group = [occurrences[n] for n in numbers]
    forms = Counter(parse_person(o.name) for o in group)
    offices: dict[EntityId, tuple[date, date]] = {}
    for occurrence in group:
        day = occurrence.rank[0]
        for office in occurrence.offices:
            offices[office] = _hull(offices.get(office, _ANY_DAY), _ANY_DAY if day == date.max else (day, day))
    name = min(forms, key=lambda f: (f.single, -forms[f], -len(f.words), f.printed))
    return Profile(
        number=numbers[0],
        name=name,
        single=all(form.single for form in forms),
        styles={form.style for o in group for form in map(parse_person, o.names) if form.style},
        numerals={form.numeral for form in forms if form.numeral},
        countries={c for o in group for c in o.countries},
        offices=offices,
        documents={o.doc for o in group},
        context={c for o in group for c in o.context},
        common=bearers.common(name),
        compound=bearers.compound(name),
        unmistakable=bearers.unmistakable(name),
    )


def _hull(a: tuple[date, date], b: tuple[date, date]) -> tuple[date, date]:
    return min(a[0], b[0]), max(a[1], b[1])


def shared_offices(a: Profile, b: Profile) -> list[EntityId]:
    """Return the offices that both hold, at times that one holder's years can span."""
    small, large = sorted((a.offices, b.offices), key=len)
    return sorted(o for o in small if o in large and _near(small[o], large[o]))


def _near(a: tuple[date, date], b: tuple[date, date]) -> bool:
    if _ANY_DAY in (a, b):
        return True
    return max((b[0] - a[1]).days, (a[0] - b[1]).days) <= _SAME_HOLDER_DAYS


def evidence(a: Profile, b: Profile) -> tuple[str, ...]:
    """Return the offices and countries that both have, for people to read."""
    countries = (f"country {code}" for code in sorted(a.countries & b.countries))
    return (*(f"office {office.removeprefix('office/')}" for office in shared_offices(a, b)), *countries)


def objection(a: Profile, b: Profile) -> str | None:
    """Return what speaks against two profiles being one person, or None."""
    if a.numerals and b.numerals and a.numerals != b.numerals:
        return f"different regnal numbers: {', '.join(sorted(a.numerals | b.numerals))}"
    if a.countries and b.countries and not a.countries & b.countries and not shared_offices(a, b):
        return f"offices of different countries: {', '.join(sorted(a.countries | b.countries))}"
    both = a.documents & b.documents
    fewer = min(len(a.documents), len(b.documents))
    apart = 2 * len(both) > fewer  # else those few documents are misread, which take two spellings for two persons
    return f"{min(both)} tells them apart" if apart else None
