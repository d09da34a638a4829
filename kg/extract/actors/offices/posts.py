"""The kind of office that a title means, told apart by its object: an ambassador to Gondor is not one to Rohan."""

import re
from functools import cache

from kg.iris import slug
from kg.lexicon.countries import countries
from kg.lexicon.offices import british, kind_of

_WORDS = re.compile(r"\w+")
_OBJECT = re.compile(r" (?:to|for|in|on) (?:the )?(.+)$")
_MINISTER_OF = re.compile(r"(deputy )?minister (?:of|for) (?!state\b)(.+)")
_PRESIDED = re.compile(r"(?:(?:vice[- ])?president|prime minister|emir|king|queen|ruler|sultan) of (?:the )?(.+)$")
_NATIONAL = re.compile(r"(?!.*regional).* government")  # "the transitional government"
_STATES = frozenset(
    {
        "hashemite kingdom",
        "kingdom",
        "country",
        "federation",
        "government",
        "islamic republic",
        "nation",
        "republic",
        "state",
        "union",
    }
)
_SENT = frozenset({"ambassador", "special-envoy", "charge-d-affaires"})


def post_kind(title: str, country: str | None = None) -> str:
    """Return the id of the office kind in a country, followed by whom or what it is for where that makes another.

    A place is spelled as its country, so that the ambassador "to Hanoi" is the one "to Vietnam".

    >>> post_kind("ambassador to hanoi"), post_kind("deputy foreign minister for economic diplomacy")
    ('ambassador-to-vietnam', 'deputy-foreign-minister-for-economic-diplomacy')
    >>> post_kind("minister for foreign affairs"), post_kind("vice president for lore"), post_kind("chief beekeeper")
    ('foreign-minister', 'vice-president-for-lore', 'chief-beekeeper')
    >>> post_kind("president of the assembly"), post_kind("president of the republic")
    ('president-of-assembly', 'president')
    >>> post_kind("prime minister of the region"), post_kind("prime minister of the transitional government")
    ('prime-minister-of-region', 'prime-minister')
    """
    kind = kind_of(title, country)
    if kind is None or in_some_part(title) or title.startswith("deputy for "):  # somebody's, and of no parliament
        return slug(_worded(title))
    found = _OBJECT.search(title)
    if found is None:
        return kind
    if kind in _SENT:
        return f"{kind}-to-{slug(_places().get(found.group(1).lower(), found.group(1)))}"
    if kind.startswith(("deputy-", "vice-")) and " for " in title:
        return f"{kind}-for-{slug(found.group(1))}"
    return kind


def _worded(title: str) -> str:
    """Return a title that is no listed kind in one wording: "minister of the hives" is a "hives minister"."""
    plain = british(title).replace(" the ", " ")
    minister = _MINISTER_OF.fullmatch(plain)
    return f"{minister.group(1) or ''}{minister.group(2)} minister" if minister else plain


def in_some_part(title: str) -> bool:
    """Tell whether somebody presides over a part of the state: "president of the assembly", not "of the republic"."""
    presided = _PRESIDED.match(title)
    part = presided.group(1) if presided is not None else "state"
    return part not in _STATES and not _NATIONAL.fullmatch(part)


@cache
def _places() -> dict[str, str]:
    return {
        wording.lower(): country.label
        for country in countries().values()
        for wording in (*country.names, *country.seats)
    }


def shortens(short: str, kind: str) -> bool:
    """Tell whether a kind of office is the other, or that cut short: "trade minister", "trade and mints minister"."""
    own, other = _WORDS.findall(short), _WORDS.findall(kind)
    return set(own) <= set(other) and own[-1:] == other[-1:] and (own == other or len(own) > 1)
