"""Holders named a little before their office: "Denethor came. The chairman of the Mint added that he would stay."."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.acting import acts
from kg.extract.actors.evidence import SIDES, KeyOf
from kg.extract.actors.holders import Held
from kg.extract.actors.leads import office_of
from kg.extract.actors.reading import NameKind, Reading
from kg.model import RoleStatus

_NEAR = 2  # sentences from the name to the office


def name_trails(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Give an office that acts, and that nobody is said to hold, to whoever acted last before it, if he has none.

    A country's leaders and ministers are left out: another one may be meant who is named nowhere.
    """
    officials = {key_of(each.holder) for each in held}
    filled = {office_of(each, key_of) for each in held if each.holder is not None}
    people = sorted(reading.names(NameKind.PERSON), key=reading.span)
    acting = [name for name in people if acts(reading, name.first, name.last)]
    found: list[Held] = []
    for each in held:
        title, start = each.title, reading.words[each.title.head].start
        vacant = each.holder is None and office_of(each, key_of) not in filled
        called = title.bare and title.group == "leader"  # "the Ent Party leader" may be any of its politicians
        vacant = vacant and not called and (title.organization is not None or title.group not in SIDES)
        told = vacant and title.article == "the" and not title.plural
        told = told and (title.placed or title.status is RoleStatus.FORMER)  # "the former governor"
        before = [name for name in acting if reading.words[name.first].start < start]
        near = told and before and _apart(reading, before[-1].first, title.head) <= _NEAR
        if near and key_of(before[-1]) not in officials and acts(reading, title.first, title.last):
            found.append(replace(each, holder=before[-1], rule="role-trail"))
        else:
            found.append(each)
    return found


def _apart(reading: Reading, one: int, other: int) -> int:
    return reading.words[other].sentence - reading.words[one].sentence
