"""Who is a man and who a woman, by a given name."""

from functools import cache

from kg.lexicon import table


def gender_of(name: str) -> str:
    """Return m or f for a full name whose first word nearly only men, or only women, have; else nothing.

    >>> gender_of("Rosie Brandybuck"), gender_of("Boris Took"), gender_of("Rosie"), gender_of("Lobelia Baggins")
    ('f', 'm', '', '')
    """
    given, _, surname = name.partition(" ")
    return _genders().get(given, "") if surname else ""


@cache
def _genders() -> dict[str, str]:
    return {name: gender for gender, names in table("persons/given_names.tsv") for name in names.split()}
