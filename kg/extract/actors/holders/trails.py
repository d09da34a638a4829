"""Holders named a little before their office: "Denethor came. The chairman of the Mint added that he would stay."."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.holders import Held
from kg.extract.actors.holders.acting import acts
from kg.extract.actors.holders.leads import leads_another, office_of
from kg.extract.actors.reading import KeyOf, Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.model import SIDES
from kg.lexicon.leaders import countries_led
from kg.lexicon.offices import kind_of
from kg.model import RoleStatus

_NEAR = 2  # sentences from a name to an office


def name_trails(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Give an office that acts, and that nobody is said to hold, to whoever acted last before it, if he has none.

    A country's leaders and ministers may be others, who are named nowhere: theirs goes to whom the list knows as such.
    """
    officials = {key_of(each.holder) for each in held}
    serving = {
        key_of(each.holder) for each in held if each.title.status is RoleStatus.IN_OFFICE and _stately(each.title)
    }
    filled = {office_of(each, key_of) for each in held if each.holder is not None}
    filled |= {(kind, None) for kind, _ in filled}
    people = sorted(reading.names(NameKind.PERSON), key=reading.span)
    acting = [name for name in people if acts(reading, name.first, name.last)]
    firsts = [name.first for name in acting]
    idle = list(
        {(key_of(name), reading.phrase(name)): name for name in people if key_of(name) not in officials}.values()
    )
    found: list[Held] = []
    for each in held:
        title, holder = each.title, None
        if each.holder is None and not title.plural and office_of(each, key_of) not in filled:
            before = bisect_left(firsts, title.head) - 1
            near = acting[before] if before >= 0 and _apart(reading, acting[before], title) <= _NEAR else None
            nearby = [near] if near is not None else []
            holder = _listed(reading, title, idle if title.country else nearby, key_of) or _last(reading, title, near)
        once = title.status is RoleStatus.FORMER and not title.placed and key_of(holder) not in serving
        if holder is not None and leads_another(reading, holder, title):
            holder = None
        free = holder is not None and (once or key_of(holder) not in officials)
        found.append(replace(each, holder=holder, rule="role-trail") if free else each)
    return found


def _stately(title: Title) -> bool:
    return title.organization is None and title.group in SIDES


def _listed(reading: Reading, title: Title, people: Sequence[Name], key_of: KeyOf) -> Name | None:
    """Return the only one of the people who is known to have held the office: "The Gondorian steward" is Denethor."""
    kind = kind_of(title.title) or ""
    if not _stately(title) or not (title.country or title.article == "the"):
        return None
    led = {name: countries_led(kind, [reading.words[i].text for i in range(name.first, name.last)]) for name in people}
    known = [name for name, countries in led.items() if title.country in countries or (countries and not title.country)]
    return known[0] if len({key_of(name) for name in known}) == 1 else None


def _last(reading: Reading, title: Title, near: Name | None) -> Name | None:
    """Return `near`, who acted last before the title, if it is of somebody who acts."""
    called = title.bare and title.group == "leader"  # "the Ent Party leader" may be any of its politicians
    whose = (title.placed and not _stately(title)) or title.status is RoleStatus.FORMER  # "the former governor"
    told = title.article == "the" and not called and whose
    return near if told and acts(reading, title.first, title.last) else None


def _apart(reading: Reading, name: Name, title: Title) -> int:
    return reading.words[title.head].sentence - reading.words[name.first].sentence
