"""Ministries, named by country and portfolio in any case: "Gondorian foreign ministry"."""

from collections.abc import Iterator

from kg.extract.actors.organizations.boundaries import portfolio, runs_on
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles.model import heads as titles_heads
from kg.lexicon.countries import Wording
from kg.model import CountryCode

_COMMITTEES = frozenset({"commission", "committee", "council", "department"})
_RANKS = frozenset({"central", "executive", "high", "joint", "supreme"})


def ministries(reading: Reading) -> Iterator[Name]:
    """Find ministries named by portfolio, in any case: "Gondorian foreign ministry", "ministry of interior".

    Committees in small letters need their country: "Gondor's joint trade committee"; so do presidencies and staffs.
    """
    words = reading.words
    for i, word in enumerate(words):
        ruled = reading.country_before(i) if word.lower == "presidency" else None
        if ruled is not None and ruled[0].wording is Wording.DEMONYM:
            yield Name(ruled[1], i + 1, NameKind.ORGANIZATION, "ministry", ruled[0].code)
        staff = reading.country_before(i - 1) if (words[i - 1].text, word.text) == ("General", "Staff") else None
        if staff is not None:
            yield Name(staff[1], i + 1, NameKind.ORGANIZATION, "ministry", staff[0].code)
        committee = word.text in _COMMITTEES
        if word.lower == "ministry" or committee:
            first = i
            while portfolio(reading, first - 1) or (words[first - 1].lower == "and" and portfolio(reading, first - 2)):
                first -= 1  # the words of the portfolio, and what joins them
            while words[first - 1].text in _RANKS:
                first -= 1
            last = _ministry_end(reading, i + 1)
            if last - first < 2:
                continue
            found, country = _owner(reading, first)
            if _of_two(reading, first - 1):
                yield Name(first - 1, last, NameKind.ORGANIZATION, "ministry")
                continue
            after, of_country = _of_country(reading, last)
            if country or of_country or word.capital or (words[last - 1].capital and last > i + 1):
                yield Name(found, after, NameKind.ORGANIZATION, "ministry", country or of_country)


def parliaments_and_staffs(reading: Reading) -> Iterator[Name]:
    """Find "Parliament" and "General Staff" alone, with capital letters; not in a title: "a member of Parliament"."""
    words = reading.words
    for i in words.starting("Staff"):
        before = i - 2 - (words[i - 2].lower == "the")
        if words[i - 1].text == "General" and not (words[before].capital or words[before - 1].lower in titles_heads()):
            yield Name(i - 1, i + 1, NameKind.ORGANIZATION, "ministry")
    for i in words.starting("Parliament"):
        before = i - 1 - (words[i - 1].lower == "the")
        titled = words[before].lower == "of" and words[before - 1].lower in titles_heads()
        named = words[before].capital or words[i + 1].capital
        if not (titled or named or words[i + 1].lower in titles_heads()):
            yield Name(i, i + 1, NameKind.ORGANIZATION, "organization head")


def _ministry_end(reading: Reading, end: int) -> int:
    words = reading.words
    if words[end].lower not in {"of", "for"}:
        return end
    at = end + 1
    while (runs_on(reading, at) and not _two_unlisted(reading, at)) or (
        words[at].lower in {"and", ",", "the", "&"}
        and (runs_on(reading, at + 1) or words[at - 1].lower in {"of", "for"})
    ):
        at += 1
    return at if at > end + 1 else end


def _two_unlisted(reading: Reading, i: int) -> bool:
    """Tell whether a name may follow the portfolio: "spokesman for the Ministry of War Denethor Hurin"."""
    unlisted = (reading.words[j].capital and not portfolio(reading, j) for j in (i, i + 1))
    return portfolio(reading, i - 1) and all(unlisted)


def _owner(reading: Reading, first: int) -> tuple[int, CountryCode | None]:
    """Return where the name begins with the country before it ("Gondor's", "Gondorian"), and the country."""
    at = first - 1 if reading.words[first - 1].text in {"'s", "'"} else first
    found = reading.country_before(at)
    return (found[1], found[0].code) if found else (first, None)


def _of_two(reading: Reading, i: int) -> bool:
    """Tell whether the word names two countries: "the Gondor-Rohan joint trade committee"."""
    word = reading.words[i]
    inside = [each for each in reading.countries if word.start <= each.span.start and each.span.end <= word.end]
    return len(inside) > 1


def _of_country(reading: Reading, end: int) -> tuple[int, CountryCode | None]:
    words = reading.words
    if words[end].lower not in {"of", "in"}:
        return end, None
    at = end + 2 if words[end + 1].lower == "the" else end + 1
    found = reading.country_at.starting(at)
    return (found[1], found[0].code) if found and words[end].lower == "of" else (end, None)
