"""Which country an outlet writes from, as its name or its page's address tells."""

import re
from functools import cache

from kg.lexicon import any_of, table, words
from kg.lexicon.countries import countries, country_words
from kg.lexicon.organizations import known_organizations
from kg.lexicon.spelling import unmarked

ORGANS = "ministry|department|president|presidency|government|embassy"
"""Words in the names of parts of a state, for a pattern."""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_SECOND_LEVEL = frozenset({"com", "co", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})
_SPELLED = {"uk": "GB", "gov": "US", "mil": "US"}
_LONG = 5  # letters of an outlet's name that is told where it begins another
_SHORTEST = 4  # letters of a country's name inside an outlet's


def publisher_country(publisher: str | None) -> str | None:
    """Return the ISO code of the country that a publisher (a name or a host) writes from, if there is a sign of it.

    The signs are, in this order: a national domain; a known outlet; the name of a country or its capital beside words
    of outlets' names; a known outlet that begins a longer name; a known outlet in another part of the host. The section
    of the address tells what the page is about, and not where it is from.

    >>> publisher_country("palantir.co.za"), publisher_country("Mali Daily Herald"), publisher_country("palantir.tv")
    ('ZA', 'ML', None)
    """
    labels = (publisher or "").lower().split(".")
    domain = labels[-1] if len(labels) > 1 else ""
    code = _SPELLED.get(domain, domain.upper())
    if code in countries() and domain not in words("outlets/shared_domains.txt"):
        return code
    name = _own_label(labels) if domain else _fold(publisher or "")
    hosted = next(filter(None, (_outlets().get(_fold(label)) for label in labels[:-1])), None) if domain else None
    whole = _outlets().get(_fold(publisher or ""))  # "herald.news" of the Herald News
    return _outlet_country(name) or whole or _named_in(name) or _begun(name) or hosted


def names_outlet(line: str) -> bool:
    """Tell whether a line is the name of an outlet or of a part of a state, and no mere country's.

    >>> names_outlet("Mali Daily Herald"), names_outlet("Ministry of Foreign Affairs of Mali"), names_outlet("Mali")
    (True, True, False)
    """
    name = _fold(line)
    found = _form().fullmatch(name)
    return _outlet_country(name) is not None or (found is not None and len(found["place"]) + len("the") < len(name))


def is_official(publisher: str | None) -> bool:
    """Tell whether a publisher is part of a state: a ministry, a presidency, a state's news agency.

    >>> is_official("Ministry of Foreign Affairs of Mali"), is_official("Mali Daily Herald")
    (True, False)
    """
    body = known_organizations().get((publisher or "").removeprefix("The "))
    official = re.search(rf"\b(?:{ORGANS})\b", (publisher or "").lower())
    agency = publisher in words("outlets/state_agencies.txt")
    return agency or official is not None or (body is not None and body.kind == "state")


def _own_label(labels: list[str]) -> str:
    """Return the part of a host that is the outlet's own: "herald" of "english.herald.com"."""
    rest = labels[:-1]
    if len(rest) > 1 and rest[-1] in _SECOND_LEVEL:
        rest = rest[:-1]
    return _fold(rest[-1])


def _begun(name: str) -> str | None:
    """Return the country of the outlet that begins a folded name: "Daily Palantir and agencies"."""
    return next(filter(None, (_outlets().get(name[:end]) for end in range(len(name), _LONG, -1))), None)


def _named_in(name: str) -> str | None:
    found = _form().fullmatch(name)
    return _places()[found["place"]] if found else None


def _outlet_country(name: str) -> str | None:
    return _outlets().get(name) or _outlets().get(name.removeprefix("the"))


@cache
def _outlets() -> dict[str, str]:
    entries = known_organizations().items()
    known = {_fold(name): body.country for name, body in entries if body.kind in {"outlet", "state"} and body.country}
    return {_fold(name): code for code, names in table("outlets/known.tsv") for name in names.split("|")} | known


@cache
def _places() -> dict[str, str]:
    """Return the countries by their names, demonyms and capitals, in small letters without spaces."""
    found: dict[str, str] = {}
    for wordings in country_words().values():
        for wording in wordings:
            place = _fold(wording.text)
            if wording.code and len(place) >= _SHORTEST:
                found.setdefault(place, wording.code)
    return found


@cache
def _form() -> re.Pattern[str]:
    places = "|".join(sorted(_places(), key=lambda place: (-len(place), place)))
    others = any_of("outlets/words.txt")
    return re.compile(rf"(?:{others})*(?P<place>{places})(?:{others})*")


def _fold(text: str) -> str:
    return _NOT_LETTERS.sub("", unmarked(text.casefold()))
