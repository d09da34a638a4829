"""Titles in the plural: one for each of those named beside them: "the stewards of Gondor and Rohan, A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.model import JOINTS, SIDES
from kg.extract.actors.titles.styles import APPOSING, holder_start, is_style, past_styles
from kg.lexicon.offices import equivalent_title
from kg.model import CountryCode

_LONGEST = 12  # words in brackets
_LONGEST_GROUP = 6  # words of "of the three countries"
_JOINTS = JOINTS | {"later", "then"}  # "by its chiefs Denethor and later Imrahil"
_OPENING = frozenset({":", "("})


def part_titles(reading: Reading, held: Sequence[Held]) -> list[Held]:
    """Return the titles, with one in the singular for each of several people whom one in the plural has beside it.

    If it is that of several countries, each is of one, in order; where the numbers differ, nobody is of any.
    """
    parted = [one for each in held for one in _each(reading, each)]
    doubled = {each.title.first for each, following in pairwise(parted) if each.holder == following.holder}
    found: list[Held] = []
    for each in parted:
        found.append(each)
        if each.title.first not in doubled:
            found.extend(_of_others(reading, each))
    return found


def _of_others(reading: Reading, held: Held) -> Iterator[Held]:
    """Yield the same office of others, by their countries alone: "Gondor's steward Denethor and Rohan's Theoden"."""
    stately = held.title.group in SIDES and held.title.country is not None and held.title.organization is None
    at = held.holder.last if held.holder is not None and stately else 0
    while reading.words[at].lower in _JOINTS:
        at = _past_joint(reading, at, 1)
        country = reading.country_at.starting(at)
        name = reading.person_at(country[1] + 1) if country and reading.words[country[1]].text == "'s" else None
        if country is None or name is None or name.first != country[1] + 1:
            break
        title = equivalent_title(held.title.title, country[0].code)
        yield Held(replace(held.title, title=title, country=country[0].code), name, "role-joined")
        at = name.last


def _each(reading: Reading, held: Held) -> list[Held]:
    if not held.title.plural or held.holder is not None:
        return [held]
    title, countries = _with_countries(reading, held.title)
    people, rule = _after(reading, title), "role-before-name"
    if len(people) < 2:
        people, rule = [(name, None) for name in _before(reading, title)], "role-after-name"
    single = replace(title, plural=False)
    if len(people) > 1 and all(country for _, country in people):
        countries = [country for _, country in people]
        single = replace(single, organization=None)  # "the Fellowship's envoys, Gimli of Erebor and Frodo of Bree"
    elif len(people) < 2 or (len(countries) > 1 and len(countries) != len(people)):
        return [held]
    codes = countries if len(countries) > 1 else [title.country] * len(people)
    return [Held(replace(single, country=code), name, rule) for code, (name, _) in zip(codes, people, strict=True)]


def _with_countries(reading: Reading, title: Title) -> tuple[Title, list[CountryCode | None]]:
    """Return the title with all the countries that "and" and commas join to its own, and these in text order."""
    words, first, last = reading.words, title.first, title.last
    own = reading.country_at.starting(first) or reading.country_before(last)
    codes = [own[0].code] if own is not None else []
    while reading.country_at.starting(first) and (before := reading.country_before(_past_joint(reading, first, -1))):
        first, codes = before[1], [before[0].code, *codes]
    while reading.country_before(last):
        at = _past_joint(reading, last, 1)
        following = reading.country_at.starting(at + (words[at].lower == "the"))
        if following is None:
            break
        last, codes = following[1], [*codes, following[0].code]
    return replace(title, first=first, last=last), codes


def _past_joint(reading: Reading, at: int, step: int) -> int:
    """Return the word boundary beyond the joint that ends, or begins, at `at`, or `at` itself."""
    word = at if step > 0 else at - 1
    while reading.words[word].lower in JOINTS:
        word += step
    return word if step > 0 else word + 1


def _after(reading: Reading, title: Title) -> list[tuple[Name, CountryCode | None]]:
    """Return the people named behind the title, each with the country that is told beside the name."""
    at = _past_group(reading, holder_start(reading, title))
    at = past_styles(reading, at + (reading.words[at].text in _OPENING))
    people: list[tuple[Name, CountryCode | None]] = []
    while (found := _with_country(reading, at)) is not None:
        name, country, end = found
        people.append((name, country))
        at = end
        while reading.words[at].lower in _JOINTS:
            at += 1
        if at == end:
            break
        at = past_styles(reading, at)
    return people


def _with_country(reading: Reading, at: int) -> tuple[Name, CountryCode | None, int] | None:
    """Return who is named at `at`, his country if it is told, and where that ends.

    As in "Gondor's Denethor", "Denethor of Gondor", "Denethor (Gondor)".
    """
    owner = reading.country_at.starting(at)
    owner = owner if owner is not None and reading.words[owner[1]].text == "'s" else None
    start = past_styles(reading, owner[1] + 1) if owner is not None else at
    name = reading.person_at(start)
    if name is None or name.first != start:
        return None
    bracketed = reading.country_at.starting(name.last + 1) if reading.words[name.last].text == "(" else None
    at = _past_brackets(reading, name.last)
    end = _past_country(reading, at)
    told = owner or bracketed or (reading.country_before(end) if end > at else None)
    return name, told[0].code if told is not None else None, end


def _past_group(reading: Reading, at: int) -> int:
    """Return where the people are named whose group the title is of: "ministers of the three countries, Denethor"."""
    if reading.words[at].lower != "of":
        return at
    closing = (i for i in range(at + 1, at + _LONGEST_GROUP) if reading.words[i].text in APPOSING | _OPENING)
    end = next(closing, at)
    return past_styles(reading, end + 1) if end > at and reading.person_at(end - 1) is None else at


def _before(reading: Reading, title: Title) -> list[Name]:
    """Return the people to whose names, joined by "and", the title stands in apposition."""
    names: list[Name] = []
    at = title.first - 1
    while reading.words[at].text in _JOINTS and (name := reading.person_at(at - 1)) is not None:
        names.append(name)
        at = name.first - 1
        while is_style(reading, at):
            at -= 1
        at -= reading.words[at].lower == "and" and reading.words[at - 1].text == ","
    joined = any(reading.words[name.last].lower in {"and", "&"} for name in names)
    return names[::-1] if joined and reading.words[title.first - 1].text == "," else []


def _past_country(reading: Reading, at: int) -> int:
    """Return the word after "of Gondor" at `at`, or `at`: "ministers Denethor of Gondor and Theoden of Rohan"."""
    found = reading.country_at.starting(at + 1 + (reading.words[at + 1].lower == "the"))
    return found[1] if found is not None and reading.words[at].lower == "of" else at


def _past_brackets(reading: Reading, at: int) -> int:
    """Return the word after brackets at `at`, or `at`: "Ministers Denethor (Defence) and Imrahil (Trade)"."""
    if reading.words[at].text != "(":
        return at
    return next((i + 1 for i in range(at + 1, at + _LONGEST) if reading.words[i].text == ")"), at)
