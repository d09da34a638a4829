"""What shared things are called for people to read, and country names within names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeVar

from kg.iris import slug
from kg.lexicon.countries import countries
from kg.lexicon.offices import office_kinds
from kg.model.facts import CountryCode, Office
from kg.resolve.casing import cased

_LONGEST = 6  # words of a country's name

Name = TypeVar("Name", bound=str)


def country_name(code: CountryCode) -> str:
    """Return the country's English name, or the code itself for one that the reference data do not hold.

    >>> country_name(CountryCode("ML"))
    'Mali'
    """
    country = countries().get(code)
    return country.label if country else code


def office_labels(office: Office, titles: Iterable[str], organization: str | None) -> list[str]:
    """Return `minister of defence of Mali`, then what else it is called with each of the printed `titles`.

    `organization` is the label of the one that the office is in; a title that names it or the country says so once.
    """
    kind = office_kinds().get(office.kind)
    of = organization or (country_name(office.country) if office.country else "")
    called = [kind.label if kind else cased(office.title), *map(cased, titles)]
    told = re.compile(rf"\b{re.escape(of)}\b")
    named = (title if told.search(title) else f"{title} of {of}" for title in called)
    return list(dict.fromkeys(named))


def by_frequency(names: Iterable[Name]) -> list[Name]:
    """Return each name once, that given most often first; of equals the longest, then in alphabetical order."""
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], -len(name), name))


@cache
def _country_forms() -> dict[tuple[str, ...], CountryCode]:
    """Return names and demonyms of countries, folded, and whose they are; shared ones are left out."""
    found: dict[tuple[str, ...], set[CountryCode]] = {}
    for country in countries().values():
        for printed in (*country.names, *country.demonyms):
            form = tuple(slug(printed.replace(".", "")).split("-"))
            found.setdefault(form, set()).add(CountryCode(country.code))
    return {form: min(codes) for form, codes in found.items() if len(codes) == 1}


def part_countries(tokens: Sequence[str]) -> tuple[list[str], list[CountryCode]]:
    """Part folded words into those that name no country and the countries that the others name.

    >>> part_countries("ministry of defence of the republic of mali".split())
    (['ministry', 'of', 'defence', 'of', 'the'], ['ML'])
    """
    rest, codes, at = list[str](), list[CountryCode](), 0
    while at < len(tokens):
        length = _country_length(tokens, at)
        if length:
            codes.append(_country_forms()[tuple(tokens[at : at + length])])
        else:
            rest.append(tokens[at])
        at += length or 1
    return rest, codes


def _country_length(tokens: Sequence[str], at: int) -> int:
    """Return how many words from `at` on name a country; the longest name wins."""
    lengths = range(_LONGEST, 0, -1)
    return next((n for n in lengths if tuple(tokens[at : at + n]) in _country_forms()), 0)
