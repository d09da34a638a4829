"""What class of office the noun of a description means: "the minister", "a colonel", "the diplomat"."""

from collections.abc import Set as AbstractSet
from functools import cache

from kg.lexicon import table, words
from kg.lexicon.offices import of_portfolios

_LEADING = frozenset({"minister", "leader"})


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the classes of office that a noun in the singular may mean; a rank is a class of its own."""
    rows = {word: row[0] for word, _, _, *row in table("offices/heads.tsv")}
    heads = {
        word: frozenset({group})
        for word, group in rows.items()
        if word.removesuffix("s") not in rows or word[-1] != "s"
    }
    ranks = {rank.lower(): frozenset({"rank"}) for rank in words("persons/ranks.txt")}
    return ranks | heads | {row[0]: frozenset(row[1].split()) for row in table("offices/actor_nouns.tsv")}


def leads(noun: str) -> bool:
    """Tell whether a text may mean whom it is about by the noun, though it says so nowhere ("the boxer").

    The noun of a lesser office ("the spokesman") means whoever holds it.
    """
    return noun not in classes() or not classes()[noun].isdisjoint(_LEADING)


def are_of_other_portfolios(told: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Tell whether the words round two ministers name different portfolios: "the health minister" and a foreign one."""
    first, second = set(filter(of_portfolios, told)), set(filter(of_portfolios, other))
    return bool(first) and bool(second) and first.isdisjoint(second)
