"""Holders named a little before their office: "Denethor came. The chairman of the Mint added that he would stay."."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.acting import acts
from kg.extract.actors.evidence import SIDES, KeyOf
from kg.extract.actors.holders import Held
from kg.extract.actors.leads import office_of
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.lexicon.leaders import countries_led
from kg.lexicon.offices import kind_of
from kg.model import RoleStatus

_NEAR = 2  # sentences from the name to the office


def name_trails(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Give an office that acts, and that nobody is said to hold, to whoever acted last before it, if he has none.

    A country's leaders and ministers may be others, who are named nowhere: theirs goes to whom the list knows as such.
    """
    officials = {key_of(each.holder) for each in held}
    filled = {office_of(each, key_of) for each in held if each.holder is not None}
    people = sorted(reading.names(NameKind.PERSON), key=reading.span)
    acting = [name for name in people if acts(reading, name.first, name.last)]
    found: list[Held] = []
    for each in held:
        vacant = each.holder is None and not each.title.plural and office_of(each, key_of) not in filled
        stately = each.title.organization is None and each.title.group in SIDES
        holder = None
        if vacant and stately:
            holder = _listed(reading, each.title, [name for name in people if key_of(name) not in officials], key_of)
        if vacant and holder is None:
            holder = _last(reading, each.title, acting)
        once = each.title.status is RoleStatus.FORMER and not each.title.placed
        free = holder is not None and (once or key_of(holder) not in officials)
        found.append(replace(each, holder=holder, rule="role-trail") if free else each)
    return found


def _listed(reading: Reading, title: Title, people: Sequence[Name], key_of: KeyOf) -> Name | None:
    """Return the only one of the people who is known to have held the office: "The Gondorian steward" is Denethor."""
    kind = kind_of(title.title) or ""
    known = [
        name
        for name in people
        if title.country in countries_led(kind, [reading.words[i].text for i in range(name.first, name.last)])
    ]
    return known[0] if len({key_of(name) for name in known}) == 1 else None


def _last(reading: Reading, title: Title, acting: Sequence[Name]) -> Name | None:
    """Return who acted last before the title, a sentence or two apart, if it is of somebody who acts."""
    called = title.bare and title.group == "leader"  # "the Ent Party leader" may be any of its politicians
    told = title.article == "the" and not called
    stately = title.organization is None and title.group in SIDES
    told = told and ((title.placed and not stately) or title.status is RoleStatus.FORMER)  # "the former governor"
    before = [name for name in acting if name.first < title.head]
    near = told and before and _apart(reading, before[-1].first, title.head) <= _NEAR
    return before[-1] if near and acts(reading, title.first, title.last) else None


def _apart(reading: Reading, one: int, other: int) -> int:
    return reading.words[other].sentence - reading.words[one].sentence
