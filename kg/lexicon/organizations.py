"""Organisations known world-wide, by every name that news calls them."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table

_FIRST_WORD = re.compile(r"\w+")
_SPOKEN = re.compile(r"[A-Z]{4,}")  # an acronym that is spoken as a word


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """`kind` is body, state, outlet, group, firm or aid; `country` (ISO alpha-2) where it belongs to one."""

    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None


@cache
def known_organizations() -> dict[str, KnownOrganization]:
    """Return the organisations by each of their names; "NATO" is "Nato" in British and African outlets."""
    found: dict[str, KnownOrganization] = {}
    for row in table("organizations/known.tsv"):
        name, others, kind, country, *_ = (*row, "", "")
        names = (name, *filter(None, others.split("|")))
        entry = KnownOrganization(name, names, kind, country or None)
        for each in names:
            found.setdefault(each, entry)
            if kind == "body" and _SPOKEN.fullmatch(each):
                found.setdefault(each.capitalize(), entry)
    return found


@cache
def organization_words() -> dict[str, tuple[str, ...]]:
    """Return the names by their first word in lower case, the longest first."""
    index: dict[str, list[str]] = {}
    for name in known_organizations():
        match = _FIRST_WORD.search(name)
        if match:
            index.setdefault(match.group().lower(), []).append(name)
    return {first: tuple(sorted(names, key=lambda name: -len(name))) for first, names in index.items()}


@cache
def shared_names() -> dict[str, tuple[KnownOrganization, ...]]:
    """Return the names that organisations of several countries bear, with the known ones of them."""
    known = known_organizations()
    return {
        row[0]: tuple(known[name] for name in row if name != "-") for row in table("organizations/shared_names.tsv")
    }
