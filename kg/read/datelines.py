"""Datelines: "OSGILIATH, May 29 (GNA) - The king ...": where and by whom, before the first sentence."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import any_of, table
from kg.lexicon.countries import countries
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` reaches to the first character of the sentence; `agency` is the one named in it."""

    span: Span
    agency: str | None


_LONGEST = 120
_AGENCIES = ("only", "first", "dated", "round", "slashed", "bare", "last")  # groups that name one
_LONGEST_HEADLINE = 90


@cache
def _form() -> re.Pattern[str]:
    months = "|".join(sorted({row[0] for row in table("times/months.tsv")}, key=len, reverse=True))
    agencies = any_of("outlets/news_agencies.txt")
    capitals = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}"
    name = r"[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){0,3}(?:[ ]\[[A-Z][^\[\]]{2,30}\])?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    day = rf"(?:(?i:{months})\.?\s+{number}|{number}\s+(?i:{months})\.?)(?:(?:,?\s+|/)\d{{4}})?"
    dash = r"\.?[-–—:]+"
    return re.compile(
        rf"""(?!\s*Question\b)\s*(?:
          (?P<only>{agencies})\s*{dash}                                        # SHAFAQNA –
        | \((?P<first>{agencies})\)\s*[-–—:]*                                  # (Reuters) -
        | {name}(?:,\s*{name})?,?\s*{day}\s*\((?P<dated>[^()]{{2,40}})\)          # Osgiliath, May 29 (PTI)
          \s*(?:{dash})?
        | {name}(?:,\s*{name})?(?:,?\s*{day})?[.,]?\s*                          # Osgiliath (GNA) –
          (?:\((?P<round>[^()]{{2,40}})\)\s*{dash}
            |/(?P<slashed>[^/\s][^/]{{,28}}[^/\s])/\.?\s*[-–—]*
            |,?\s*(?P<bare>(?i:{agencies}))\s*(?:{dash}|\.))
        | {capitals}\s*[-–—]\s*{day}:                                         # OSGILIATH – 5 May 2023:
        | {capitals}(?:,\s*{name})?(?:,?\s*{day})?[.,]?\s*{dash}                  # OSGILIATH —
        | {capitals}(?:,\s*{name})?,\s*{day}\.                                 # OSGILIATH, Gondor, May 5.
        | {name}(?:,\s*{name})?,\s*{day}                                      # Osgiliath, May 5 —
          (?:[.,]?\s*{dash}|,\s*(?P<last>(?i:{agencies}))(?:\.|\s*{dash}))     # Osgiliath, May 5, GNA.
        | (?P<place>{name})\s*{dash}                                           # Osgiliath:
        )(?:\s+|(?<=\s[-–—]))(?=["“‘'(]?[^\W\d_a-z]|\d)""",
        re.VERBOSE,
    )


def _is_place(name: str, sentence: int) -> bool:
    """Say whether `name` in small letters is a dateline: in "Elessar: ..." and in headlines it is a speaker."""
    return sentence > _LONGEST_HEADLINE and name in places()


@cache
def places() -> frozenset[str]:
    """Return the names of countries and of their capitals."""
    return frozenset(name for country in countries().values() for name in (*country.names, *country.seats))


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """Return the dateline that `paragraph` begins with, if it does.

    >>> find_dateline("MINAS TIRITH, May 29 (GNA) – The king left.", Span(0, 43))
    Dateline(span=Span(start=0, end=29), agency='GNA')
    """
    found = _form().match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST))
    if found is None or (found["place"] and not _is_place(found["place"], paragraph.end - found.end())):
        return None
    agency = next((found[name] for name in _AGENCIES if found[name]), None)
    return Dateline(Span(paragraph.start, found.end()), agency.strip() if agency else None)
