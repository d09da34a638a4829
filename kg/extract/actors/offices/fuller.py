"""Shorter wordings of an office that the document spells out: "Minister Denethor" is "the minister of trade"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.holders import Held
from kg.extract.actors.offices.posts import shortens
from kg.extract.actors.reading import KeyOf
from kg.extract.actors.titles import Title
from kg.lexicon.offices import kind_of
from kg.model import ActorKey

_SHORTENED = frozenset({"minister", "official", "diplomat", "general", "spokesperson"})
"""Groups whose titles are often cut to their head; a leader's never are."""


def spell_out(held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles, each as fully worded as the one office of its holder that goes on from it, if there is one."""
    titles: dict[ActorKey | None, dict[str, Title]] = {}
    for each in held:
        person = key_of(each.holder)
        if person is not None:
            titles.setdefault(person, {}).setdefault(each.title.title, each.title)
    return [_fuller(each, titles.get(key_of(each.holder), {})) for each in held]


def fill_vacant(held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles; one cut to its head ("Spokesman Denethor") is the one fuller title that nobody holds.

    One that is fuller itself has the country of the only one of its kind that nobody holds: "Gondor's trade minister".
    """
    taken = {each.title.title for each in held if each.holder is not None}
    vacant = {each.title.title: each.title for each in held if each.holder is None and not each.title.plural}
    free = {title: other for title, other in vacant.items() if title not in taken}
    told = {(key_of(each.holder), each.title.group) for each in held if " " in each.title.title}  # whose own it is
    own = [" " not in each.title.title and (key_of(each.holder), each.title.group) in told for each in held]
    filled = [
        each if each.holder is None or each.title.placed or known else _fuller(each, free)
        for each, known in zip(held, own, strict=True)
    ]
    return [_placed(each, free) for each in filled]


def _placed(held: Held, others: dict[str, Title]) -> Held:
    """Return a minister's title with the country of the one title of the others that it goes on from."""
    title = held.title
    if held.holder is None or title.placed or title.group != "minister":
        return held
    countries = {other.country for other in others.values() if other.country and _cuts(other, title)}
    return replace(held, title=replace(title, country=next(iter(countries)))) if len(countries) == 1 else held


def _cuts(short: Title, full: Title) -> bool:
    return shortens(short.title, full.title) and short.title != full.title


def _fuller(held: Held, others: dict[str, Title]) -> Held:
    short = held.title
    if short.group not in _SHORTENED:
        return held
    found = {kind_of(title) or title: other for title, other in others.items() if _shortens(short, other)}
    if len(found) != 1:
        return held
    full = next(iter(found.values()))
    body = short.organization or full.organization
    return replace(held, title=replace(short, title=full.title, country=full.country, organization=body))


def _shortens(short: Title, full: Title) -> bool:
    """Tell whether the title is the other one cut short, and nothing of the two disagrees."""
    cut = full.title.startswith(tuple(f"{short.title} {link} " for link in ("of", "for", "to")))
    cut = cut or (full.title == f"{full.title.split()[0]} {short.title}" and short.bare)
    cut = cut or (short.bare and short.group in {"minister", "official"} and full.title.endswith(f" {short.title}"))
    same = short.status == full.status and short.country in {None, full.country}
    return cut and same and not _other_rank(full.title, short.title)


def _other_rank(full: str, short: str) -> bool:
    """Tell whether the first word makes the office another one: a prime minister is never called "Minister"."""
    return full.startswith(("deputy ", "vice ", "assistant ", "prime ")) and full.endswith(short)
