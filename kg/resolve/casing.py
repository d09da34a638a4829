"""Capitals for titles, which are kept in lower case, where people read them."""

import re
from functools import cache

from kg.lexicon import words
from kg.lexicon.countries import countries
from kg.lexicon.organizations import known_organizations
from kg.lexicon.towns import place_names

_LONGEST = 6  # words of a name
_PLACING = frozenset("at for in of to".split())
"""Words behind which a name is a place: elsewhere a town may be a word like any other."""
_MARKS = re.compile(r"(?:['’]s)?[,.;)]*$")  # behind a name


def cased(title: str) -> str:
    """Return a title in lower case with the names within it as they are written.

    >>> cased("deputy ambassador to south korea for un affairs")
    'deputy ambassador to South Korea for UN affairs'
    """
    tokens = title.split(" ")
    at = 0
    while at < len(tokens):
        for end in range(min(len(tokens), at + _LONGEST), at, -1):
            name = _name(" ".join(tokens[at:end]), tokens[at - 1] if at else "")
            if name:
                tokens[at:end] = name.split(" ")
                at = end - 1
                break
        at += 1
    return " ".join(tokens)


def _name(folded: str, before: str) -> str | None:
    """Return the name as written, whatever marks stand behind it; of one word also where it is joined to others."""
    bare = _MARKS.sub("", folded)
    found = _names().get(bare) or (_places().get(bare) if before in _PLACING else None)
    if found is None and "-" in bare and " " not in bare:
        found = "-".join(_names().get(part, part) for part in bare.split("-"))
    return found + folded[len(bare) :] if found and found != bare else None


@cache
def _names() -> dict[str, str]:
    """Return names of countries and their people, organisations and other proper words, by their lower case."""
    printed = [name for country in countries().values() for name in (*country.names, *country.demonyms)]
    printed += [name for name, known in known_organizations().items() if known.kind != "outlet" and _telling(name)]
    return {name.lower(): name for name in (*printed, *words("proper_words.txt")) if len(name) > 1}


def _telling(name: str) -> bool:
    """Tell whether a name of an organisation is nothing else: "Congress" and "Parliament" may be anybody's."""
    return name.isupper() or " " in name


@cache
def _places() -> dict[str, str]:
    seats = (name for country in countries().values() for name in country.seats)
    return {name.lower(): name for name in (*place_names(), *seats)}
