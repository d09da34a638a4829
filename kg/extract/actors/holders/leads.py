"""Holders named a sentence after their office: "Gondor's steward says ... General Denethor told reporters ..."."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.holders import Held
from kg.extract.actors.holders.acting import acts
from kg.extract.actors.reading import KeyOf, Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.lexicon.leaders import countries_led_once
from kg.lexicon.offices import kind_of
from kg.model import ActorKey

_NEAR = 3  # sentences within which the holder is named
_SOON = 2  # sentences before the one that tells somebody's own office
_END = 1_000_000  # no sentence


def name_leads(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Give an office that acts, and that nobody is said to hold, to the next person introduced as acting without one.

    The person is new to the document there, and no other office of his is told so far or soon after.
    """
    held_offices = {office_of(each, key_of) for each in held if each.holder is not None}
    leaders = [each for each in held if each.holder is not None and each.title.group == "leader"]
    unplaced = {office_of(each, key_of)[0] for each in leaders if not each.title.placed}  # "Steward Denethor"
    held_offices |= {(kind, None) for kind, _ in held_offices}
    introduced = _introduced(reading, held, key_of)
    newcomers = [
        name
        for name in _newcomers(reading, key_of)
        if reading.words[name.first].sentence < introduced.get(key_of(name), _END)
    ]
    found: list[Held] = []
    for each in held:
        name = None
        office = office_of(each, key_of)
        vacant = office not in held_offices and office[0] not in unplaced
        if vacant and _told(each.title):
            name = _next(reading, each, [one for one in newcomers if not leads_another(reading, one, each.title)])
        if name is not None:
            held_offices.add(office_of(each, key_of))
            newcomers = [other for other in newcomers if other != name]
        found.append(replace(each, holder=name, rule="role-lead") if name is not None else each)
    return found


def leads_another(reading: Reading, name: Name, title: Title) -> bool:
    """Tell whether the name is that of whoever has led another country than the one that the title is of."""
    countries = countries_led_once(
        [word.text for word in map(reading.words.__getitem__, range(name.last - 2, name.last))]
    )
    return title.placed and bool(countries) and title.country not in countries


def _told(title: Title) -> bool:
    """Tell whether the title says whose office it is, is a minister's by its portfolio, or presents somebody.

    "Gondor's steward", "the trade minister", "a senior adviser"
    """
    whose = title.article in {"the", "its"}
    ministerial = title.group == "minister" and not title.bare and "prime" not in title.title and whose
    presented = not title.bare and title.article in {"a", "an"}
    return (title.placed or ministerial or presented) and not title.plural


def office_of(held: Held, key_of: KeyOf) -> tuple[str, str | None]:
    """Return the kind of the office and the body or country that it is in."""
    return kind_of(held.title.title) or held.title.title, key_of(held.title.organization) or held.title.country


def _introduced(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> dict[ActorKey | None, int]:
    """Return a little before which sentence each person is told to hold an office."""
    found: dict[ActorKey | None, int] = {}
    for each in held:
        if each.holder is not None:
            sentence = reading.words[each.title.head].sentence - _SOON
            found[key_of(each.holder)] = min(sentence, found.get(key_of(each.holder), sentence))
    return found


def _newcomers(reading: Reading, key_of: KeyOf) -> list[Name]:
    """Return the first name of each person, in text order."""
    first: dict[ActorKey | None, Name] = {}
    for name in sorted(reading.names(NameKind.PERSON), key=reading.span):
        first.setdefault(key_of(name), name)
    return list(first.values())


def _next(reading: Reading, held: Held, newcomers: Sequence[Name]) -> Name | None:
    title = held.title
    here = reading.words[title.head]
    told = not title.bare or title.organization is not None or kind_of(title.title) is not None
    quoted = reading.words[title.first - 1].lower == "to" and reading.words[title.first - 2].lower == "according"
    if not told or not (quoted or acts(reading, title.first, title.last)):
        return None
    for name in newcomers:
        there = reading.words[name.first]
        if there.start > here.start and there.sentence != here.sentence:
            near = there.sentence - here.sentence <= _NEAR
            return name if near and acts(reading, name.first, name.last) else None
    return None
