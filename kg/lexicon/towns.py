"""Places below countries: which names are theirs, and in which country they lie."""

from collections.abc import Mapping
from functools import cache

from kg.lexicon import table, words


@cache
def towns() -> Mapping[str, str]:
    """Return the code of the country (ISO 3166-1 alpha-2) of each town, province or region that lies in one.

    >>> towns()["Cape Town"]
    'ZA'
    """
    return {name.strip(): code for code, names in table("places/towns.tsv") for name in names.split(",")}


@cache
def place_names() -> frozenset[str]:
    """Return the names of all places that are no country and no seat of a government."""
    return frozenset(towns()) | words("places/cities.txt")
