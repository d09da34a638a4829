"""Heads of state and government, foreign and defence ministers, by whom "President Macron" is told to be France's."""

from collections.abc import Sequence
from functools import cache

from kg.lexicon import table
from kg.lexicon.spelling import sound

_LEADING = ("president", "prime-minister", "chancellor")


def countries_led(kind: str, name: Sequence[str]) -> frozenset[str]:
    """Return the ISO codes of the countries that somebody of the name (its words, or the surname alone) has led.

    A full name must hold the surname of the listed one and one name more; `kind` is the id of a kind of office.

    >>> countries_led("president", ["Macron"]), countries_led("president", ["Frodo", "Macron"])
    (frozenset({'FR'}), frozenset())
    >>> countries_led("president", ["Emmanuel", "Macron", "Baggins"])
    frozenset({'FR'})
    """
    sounds = [sound(word) for word in name]
    listed = (leader for each in dict.fromkeys(sounds) for leader in _leaders().get((kind, each), ()))
    return frozenset(code for code, words in listed if len(sounds) == 1 or len(words & set(sounds)) > 1)


def country_led(surname: str) -> str | None:
    """Return the ISO code of the only country of whose heads of state and government one has the surname.

    >>> country_led("Macron"), country_led("Baggins")
    ('FR', None)
    """
    codes = frozenset[str]().union(*(countries_led(kind, [surname]) for kind in _LEADING))
    return next(iter(codes)) if len(codes) == 1 else None


def countries_led_once(name: Sequence[str]) -> frozenset[str]:
    """Return the ISO codes of the countries that somebody of the full name has led in whatever office.

    >>> countries_led_once(["Emmanuel", "Macron"]), countries_led_once(["Macron"])
    (frozenset({'FR'}), frozenset())
    """
    kinds = {kind for kind, _ in _leaders()} if len(name) > 1 else set[str]()
    return frozenset[str]().union(*(countries_led(kind, name) for kind in kinds))


@cache
def _leaders() -> dict[tuple[str, str], list[tuple[str, frozenset[str]]]]:
    """Return country and the sounds of all names of each leader, by kind of office and the sound of the surname."""
    found: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = {}
    for country, kind, names, *_ in table("offices/leaders.tsv"):
        for name in names.split("|"):
            sounds = [sound(word) for word in name.split()]
            found.setdefault((kind, sounds[-1]), []).append((country, frozenset(sounds)))
    return found
