"""Heads of state and government and foreign ministers, by whom "President Macron" is told to be France's."""

from collections.abc import Sequence
from functools import cache

from kg.lexicon import table
from kg.lexicon.spelling import sound


def countries_led(kind: str, name: Sequence[str]) -> frozenset[str]:
    """Return the ISO codes of the countries that somebody of the name (its words, the surname last or alone) has led.

    A full name must share a given name with the listed one; `kind` is the id of a kind of office.

    >>> countries_led("president", ["Macron"]), countries_led("president", ["Frodo", "Macron"])
    (frozenset({'FR'}), frozenset())
    """
    sounds = [sound(word) for word in name]
    given = frozenset(sounds[:-1])
    listed = _leaders().get((kind, sounds[-1]), ()) or (_leaders().get((kind, sounds[0]), ()) if given else ())
    return frozenset(code for code, words in listed if not given or len(words & set(sounds)) > 1)


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
    for country, kind, names, *_ in table("leaders.tsv"):
        for name in names.split("|"):
            sounds = [sound(word) for word in name.split()]
            found.setdefault((kind, sounds[-1]), []).append((country, frozenset(sounds)))
    return found
