"""Whether two tellings of a meeting can be one: a wrong merge is worse than two nodes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum

from kg.model.facts import MeetingKind
from kg.model.world import EntityId
from kg.resolve.meetings.encounters import Encounter

_PAIR = 2
_SHORT_WINDOW = 7  # days: no longer than news takes
_EDITIONS = 1  # days between the documents of one event where neither gives a day nor a place


class Verdict(IntEnum):
    """How sure it is that two tellings are of one meeting."""

    NO = 0
    POSSIBLE = 1
    LIKELY = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Company:
    """Who takes part in both tellings: `persons` by name, `others` by office or as a group.

    `left` counts those in the smaller telling that the other does not have. `abroad` is true where two tellings name
    at most one participant, the same, and the same countries.
    """

    persons: int
    others: int
    left: int
    abroad: bool

    @property
    def agrees(self) -> bool:
        return (self.persons + self.others >= _PAIR and self.persons > 0) or self.abroad


def company(a: Encounter, b: Encounter, offices_of: Mapping[EntityId, Collection[EntityId]]) -> Company:
    """Compare who takes part.

    An office without a name is whoever holds it by any document; a bare surname is whoever in the other telling bears
    it, in this company.
    """
    persons, groups, offices = a.persons & b.persons, a.groups & b.groups, a.offices & b.offices
    by_office = sum(_fills(x, y, offices_of) for x, y in ((a, b), (b, a)))
    by_surname = sum(_bears(x, y) for x, y in ((a, b), (b, a)))
    others = len(groups) + len(offices) + by_office + by_surname
    sizes = (len(each.persons) + len(each.groups) + len(each.offices) for each in (a, b))
    abroad = a.lone and b.lone and _cast(a) == _cast(b) and len(a.countries) >= _PAIR and a.kind is b.kind
    return Company(len(persons), others, max(0, min(sizes) - len(persons) - others), abroad)


def _cast(told: Encounter) -> tuple[frozenset[str], ...]:
    return told.persons, told.groups, told.offices, told.countries


def _fills(a: Encounter, b: Encounter, offices_of: Mapping[EntityId, Collection[EntityId]]) -> int:
    """Count the offices in `a` that somebody whom only `b` names holds."""
    free = b.persons - a.persons
    return sum(any(office in offices_of.get(person, ()) for person in free) for office in a.offices - b.offices)


def _bears(a: Encounter, b: Encounter) -> int:
    """Count the bare surnames in `a` that exactly one of those has whom only `b` names in full."""
    free = b.persons - a.persons - b.bare
    bearers = (sum(not a.surnames[bare].isdisjoint(b.surnames[p]) for p in free) for bare in a.bare - b.persons)
    return sum(count == 1 for count in bearers)


def contradiction(a: Encounter, b: Encounter) -> bool:
    """Return whether the tellings cannot be of one meeting: another kind, day or place, or two in one document."""
    return a.doc == b.doc or _other_kind(a, b) or _other_day(a, b) or _other_place(a, b)


def _other_kind(a: Encounter, b: Encounter) -> bool:
    if MeetingKind.SUMMIT in {a.kind, b.kind}:  # two who meet beside a summit are not the summit
        return a.kind is not b.kind and a.persons != b.persons
    return (a.kind is MeetingKind.PHONE_CALL) is not (b.kind is MeetingKind.PHONE_CALL)


def _other_day(a: Encounter, b: Encounter) -> bool:
    one, other = a.window, b.window
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _other_place(a: Encounter, b: Encounter) -> bool:
    if a.country and b.country and a.country != b.country:
        return True
    return a.site is not None and b.site is not None and a.site != b.site


def same_place(a: Encounter, b: Encounter) -> bool:
    """Return whether both tellings give the place, and the same one as far as they are precise."""
    if a.site and b.site:
        return a.site == b.site
    return a.country is not None and a.country == b.country


def compare(a: Encounter, b: Encounter, who: Company, *, corroborated: bool) -> Verdict:
    """Weigh two tellings of the company `who`; `corroborated` where their documents report the same words of it."""
    if not who.agrees or contradiction(a, b):
        return Verdict.NO
    here = same_place(a, b)
    if (who.abroad and not here) or _other_parties(a, b):
        return Verdict.POSSIBLE if here else Verdict.NO
    if a.exact and b.exact and (who.left == 0 or (here and who.persons >= _PAIR)):
        return Verdict.SAME
    if who.left:
        return Verdict.NO
    if corroborated or (_short(a) and _short(b) and (here or _same_news(a, b))):
        return Verdict.LIKELY
    return Verdict.POSSIBLE if here else Verdict.NO


def _other_parties(a: Encounter, b: Encounter) -> bool:
    """Return whether one telling has a country more: two may meet alone beside a meeting of three."""
    return a.persons != b.persons and bool(a.countries and b.countries) and a.countries != b.countries


def _short(encounter: Encounter) -> bool:
    window = encounter.window
    return window is not None and (window[1] - window[0]).days <= _SHORT_WINDOW


def _same_news(a: Encounter, b: Encounter) -> bool:
    """Return whether both documents came out at the time, so that they need not say where."""
    if a.issued is None or b.issued is None:
        return False
    near = abs((a.issued - b.issued).days)
    return near <= _EDITIONS or ((a.exact or b.exact) and near <= _SHORT_WINDOW)
