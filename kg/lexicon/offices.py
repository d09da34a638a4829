"""Kinds of office, and which kind a title means, however it is worded."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table, words
from kg.lexicon.turtle import read_reference

_DEPUTY = re.compile(r"(?:first[- ]|second |senior )?(?:deputy|vice|assistant|under(?!.secretary.general))[ -]")
_JOINT = re.compile(r",| and | for | of | to | in | at | on | responsible ")
_RANKS = re.compile(r"^(?:(?:acting|deputy|principal|senior) )+(?=\w+ secretary)| for .*$")
_SMALL = frozenset({"of", "the", "for", "and", "affairs", "affair", "a"})
_UNDER_MINISTERS = frozenset({"BD", "IN", "LK", "NP", "PK"})  # where a secretary is a ministry's first civil servant
_SPELLING = {"defense": "defence", "advisor": "adviser", "ministers": "minister", "labor": "labour"}


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """`wordings` begin with the preferred one; `for_country` where the holder speaks for the country."""

    id: str
    label: str
    wordings: tuple[str, ...]
    for_country: bool


@cache
def office_kinds() -> dict[str, OfficeKind]:
    """Return the office kinds by their ids."""
    nodes = read_reference("office-kinds")
    speaking = frozenset(nodes["id/office-kinds/for-the-country"]["member"])
    kinds: dict[str, OfficeKind] = {}
    for path, node in nodes.items():
        if any(value.endswith("#OfficeKind") for value in node["type"]):
            name = path.rpartition("/")[2]
            wordings = (*node["prefLabel"], *node.get("altLabel", ()))
            kinds[name] = OfficeKind(name, node["prefLabel"][0], wordings, path in speaking)
    return kinds


def kind_of(title: str, country: str | None = None) -> str | None:
    """Return the id of the office kind that `title` (without status) means in a country, or None.

    What follows a joint is dropped until the rest is known. A deputy has a kind of its own.

    >>> kind_of("Minister of Foreign Affairs and International Cooperation"), kind_of("ambassador to hanoi")
    ('foreign-minister', 'ambassador')
    >>> kind_of("deputy defense minister"), kind_of("under-secretary-general"), kind_of("beekeeper")
    ('deputy-defence-minister', None, None)
    >>> kind_of("foreign secretary", "GB"), kind_of("foreign secretary", "IN")
    ('foreign-minister', None)
    """
    plain = title.strip().casefold()
    if country in _UNDER_MINISTERS and plain.endswith(" secretary"):
        return None
    found = _known().get(_essence(plain))
    if found:
        return found
    joints = [match.start() for match in _JOINT.finditer(plain)]
    for end in reversed(joints):
        found = _known().get(_essence(plain[:end]))
        if found:
            return found
    deputy = _DEPUTY.match(plain)
    superior = kind_of(plain[deputy.end() :]) if deputy else None
    return f"deputy-{superior}" if superior else None


def equivalent_title(title: str, country: str | None) -> str:
    """Return what an office is called in a country: the US secretary of state is a foreign minister elsewhere.

    >>> equivalent_title("secretary of state", "FR"), equivalent_title("mayor", "FR")
    ('foreign minister', 'mayor')
    """
    kind = kind_of(title)
    if kind == "secretary-of-state" and country != "US":
        return "foreign minister"
    return "secretary of state" if kind == "foreign-minister" and country == "US" else title


def _essence(title: str) -> frozenset[str]:
    """Return the words that tell titles apart: "minister of foreign affairs" and "foreign minister" are the same."""
    found = re.findall(r"[\w']+", title.replace("-", " "))
    return frozenset(_SPELLING.get(word, word) for word in found if word not in _SMALL)


def british(title: str) -> str:
    """Return a title in lower case as British outlets spell it, for one minister.

    >>> british("advisor to the defense ministers")
    'adviser to the defence minister'
    """
    return " ".join(_SPELLING.get(word, word) for word in title.split())


def of_portfolios(word: str) -> bool:
    """Tell whether a word in lower case, or its singular, is one that portfolios are made of, hyphened or not.

    >>> of_portfolios("co-operation"), of_portfolios("mines"), of_portfolios("baggins")
    (True, True, False)
    """
    listed, word = words("offices/portfolios.txt"), word.replace("co-op", "coop")
    return word in listed or word.removesuffix("s") in listed


@cache
def _known() -> dict[frozenset[str], str]:
    return {_essence(wording.casefold()): kind.id for kind in office_kinds().values() for wording in kind.wordings}


def office_limits(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the countries that alone have an office of the kind or title, and those that have none.

    What a secretary is for, and that another has a deputy, tells of no other country.

    >>> office_limits("deputy assistant secretary of state for mints") == office_limits("assistant secretary of state")
    True
    >>> office_limits("supreme-leader")[0] == {"IR", "AF", "KP"}, office_limits("beekeeper")
    (True, (frozenset(), frozenset()))
    """
    if kind.startswith("secretary of state for "):
        return frozenset(), frozenset()  # a minister of Britain, France or Spain
    return _limits().get(kind) or _limits().get(_RANKS.sub("", kind), (frozenset(), frozenset()))


@cache
def _limits() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    rows = table("offices/limits.tsv")
    return {kind: (frozenset(only.split()) - {"-"}, frozenset(never.split()) - {"-"}) for kind, only, never in rows}
