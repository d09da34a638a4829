"""Organisations: known ones by name, others by the word that heads their name ("High Coordinating Committee")."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.words import STOP
from kg.lexicon import words as word_list
from kg.lexicon.organizations import KnownOrganization, known_organizations, organization_words
from kg.model import CountryCode

_MINISTRY = frozenset({"ministry", "ministries"})
_PORTFOLIO_HOLDERS = frozenset({"minister", "ministers", "secretary", "ministry"})
_LINKS = frozenset({"of", "for", "on", "against", "to", "in"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]{1,5}s?|[A-Z]{2,8}(?:-[A-Z]{1,4})?|(?:[A-Z]\.){2,}")


def claim_organizations(reading: Reading) -> None:
    """Claim the names of organisations and, so that no part is taken for a person, those of events and buildings."""
    for step in (_credits, _coalitions, _known, _ministries, _headed, _acronyms, _cited, _again):
        for name in step(reading):
            reading.claim(name)


def _known(reading: Reading) -> Iterator[Name]:
    """Find the organisations of the list, with the country before a state's institution ("U.S. Senate")."""
    index, known = organization_words(), known_organizations()
    words = reading.words
    for i, word in enumerate(words):
        if word is STOP or not word.is_word:
            continue
        first = re.split(r"[\W_]", word.lower, maxsplit=1)[0]
        for text in index.get(first, ()):
            end = word.start + len(text)
            if words.text.startswith(text, word.start) and not words.text[end : end + 1].isalnum():
                last = words.at(end - 1) + 1
                if words[last - 1].end == end and not _goes_on(reading, last, text):
                    yield _known_name(reading, i, _with_agency(reading, last, known[text]), known[text])
                break


def _with_agency(reading: Reading, last: int, known: KnownOrganization) -> int:
    """Return the end of the name, with the agency after "UN" ("UN Food and Agriculture Organization")."""
    if known.name != "United Nations" or not reading.words[last].capital:
        return last
    start = reading.words[last].start
    for text in organization_words().get(reading.words[last].lower, ()):
        if reading.words.text.startswith(text, start):
            return reading.words.at(start + len(text) - 1) + 1
    return last


def _goes_on(reading: Reading, last: int, text: str) -> bool:
    """Tell whether the match begins a longer name with a head of its own."""
    following = reading.words[last]
    head = last
    while reading.words[head].capital and head < last + 3 and reading.words[head].text not in _heads():
        head += 1  # "United Nations Integrated Mission"
    if reading.words[head].text in _heads() and reading.words[head].text not in text.split():
        return True
    return " " not in text and text.istitle() and following.capital and following.text in _other_heads()


def _known_name(reading: Reading, first: int, last: int, known: KnownOrganization) -> Name:
    if reading.words[last].lower in {"charter", "resolution", "resolutions"} and known.name == "United Nations":
        return Name(first, last, NameKind.OTHER, "document")
    country = CountryCode(known.country) if known.country else None
    if known.kind == "state":
        before = reading.country_before(first)
        if before and before[0].code:
            first, country = before[1], before[0].code
    return Name(first, last, NameKind.ORGANIZATION, "known organization", country, known)


def _credits(reading: Reading) -> Iterator[Name]:
    """Find credits, which name nobody who acts: "(Photo by ...)", the agency of a dateline: "(MNA) –", "/TASS/"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.text in {"(", "/"}:
            end, close = i + 1, ")" if word.text == "(" else "/"
            while words[end] is not STOP and words[end].text != close:
                end += 1
            credit = words[i + 1].lower in word_list("credits.txt")
            if credit or (end == i + 2 and _dateline(reading, i, end)):
                yield Name(i + 1, end, NameKind.OTHER, "credit")
        elif word.text in {"—", "–"} and words[i + 2] is STOP and words[i + 1].text.isupper():
            yield Name(i + 1, i + 2, NameKind.OTHER, "credit")


def _dateline(reading: Reading, opening: int, closing: int) -> bool:
    words = reading.words
    if words[opening].text == "/":
        return words[closing].text == "/" and not words[opening - 1].is_word
    return words[closing + 1].text in {"–", "—", "-", ":"} and words[opening + 1].text.isupper()


def _coalitions(reading: Reading) -> Iterator[Name]:
    """Find "anti-Mordor coalition" and "Defend Gondor coalition"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.lower == "coalition":
            first = i
            while (
                words[first - 1].is_word
                and any(map(str.isupper, words[first - 1].text))
                and not _bars(reading, first - 1)
            ):
                first -= 1
            if first < i and words[i].lower == "coalition" and not reading.country_before(i):
                yield Name(first, i + 1, NameKind.ORGANIZATION, "organization head")


def _headed(reading: Reading) -> Iterator[Name]:
    """Find runs of capitalised words with a head word, from the last head back and through "of", "for"."""
    words = reading.words
    done = -1
    for i, word in enumerate(words):
        if i < done or reading.name_at(i) or not _is_head(reading, i):
            continue
        kind = NameKind.OTHER if word.text in _other_heads() else NameKind.ORGANIZATION
        first, country = _left(reading, i, kind)
        last, of_country = _right(reading, i + 1)
        if last - first >= 2:
            done = last
            if _within_organization(reading, first):
                kind = NameKind.OTHER
            yield Name(first, last, kind, "organization head", country or of_country)


def _is_head(reading: Reading, i: int) -> bool:
    """Tell whether the word heads a name: capitalised, no country, no portfolio of a title, not before another head."""
    word, following = reading.words[i], reading.words[i + 1]
    if not word.capital or (word.text not in _heads() and word.text not in _other_heads()):
        return False
    modifies = _portfolio(reading, i) or word.lower in word_list("title_modifiers.txt")
    if reading.country_at.ending(i) or (following.lower in _PORTFOLIO_HOLDERS and modifies):
        return False
    return not (following.capital and (following.text in _heads() or following.text in _other_heads()))


def _within_organization(reading: Reading, first: int) -> bool:
    """Tell whether the name is a part of another organisation: "Rohan Cavalry's Executive Committee"."""
    owner = reading.name_at(first - 2)
    return reading.words[first - 1].text == "'s" and owner is not None and owner.kind is NameKind.ORGANIZATION


def _left(reading: Reading, head: int, kind: NameKind) -> tuple[int, CountryCode | None]:
    """Return the first word of the name, and the country before it ("Gondor's" is not part of the name)."""
    words, first = reading.words, head
    while True:
        country = reading.country_before(first)
        before = words[first - 1]
        if country:
            return country[1], country[0].code
        if _joins(reading, first):
            first -= 2
        elif before.capital and before.is_word and (kind is NameKind.OTHER or not _bars(reading, first - 1)):
            if reading.name_at(first - 1) or _opens(reading, first - 1):
                return first, None
            first -= 1
        elif before.text == "'s":
            owner = reading.country_before(first - 1)
            return first, owner[0].code if owner else None
        else:
            return first, None


def _joins(reading: Reading, first: int) -> bool:
    """Tell whether "Justice and" stands before a part of a name."""
    words = reading.words
    left = words[first - 2]
    return (
        words[first - 1].lower in {"and", "&"}
        and left.capital
        and left.is_word
        and not _bars(reading, first - 2)
        and not reading.country_before(first - 1)
        and left.text not in _heads()
        and left.lower in word_list("portfolios.txt")
    )


def _bars(reading: Reading, i: int) -> bool:
    """Tell whether the capitalised word is no part of a name round it: a title, a day, another name's."""
    word, before = reading.words[i], reading.words[i - 1]
    if reading.name_at(i) is not None or word.lower in _never_inside():
        return True
    if word.lower == "general" and before.lower in word_list("ranks.txt"):
        return True
    return _opens(reading, i)


def _opens(reading: Reading, i: int) -> bool:
    """Tell whether the word is capitalised only because it opens a sentence."""
    before = reading.words[i - 1]
    opens = not before.is_word and before.text not in {"-", "&", "/"}
    return opens and reading.words[i].text in word_list("sentence_openers.txt")


def _right(reading: Reading, end: int) -> tuple[int, CountryCode | None]:
    """Follow "of the", "for", "and" as long as a capitalised word comes after."""
    words, country = reading.words, None
    while True:
        at = end
        if words[at].lower in _LINKS or (words[at].lower in {"and", "&", ","} and _continues(reading, at)):
            at += 1
        elif end == at and not words[at].capital:
            return end, country
        if words[at].lower == "the":
            at += 1
        found = reading.country_at.starting(at)
        if found and at > end:
            return found[1], found[0].code
        if not words[at].capital or _bars(reading, at) or (at == end and not _portfolio(reading, at)):
            return end, country
        end = at + 1


def _continues(reading: Reading, at: int) -> bool:
    """Tell whether the portfolio goes on after "and" or a comma ("Agriculture, Water and Energy")."""
    return _portfolio(reading, at - 1) and reading.words[at + 1].capital and _portfolio(reading, at + 1)


def _portfolio(reading: Reading, i: int) -> bool:
    return reading.words[i].lower in word_list("portfolios.txt")


def _ministries(reading: Reading) -> Iterator[Name]:
    """Find ministries named by portfolio, in any case: "Gondorian foreign ministry", "ministry of interior"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.lower in _MINISTRY and not reading.name_at(i):
            first = i
            while _portfolio(reading, first - 1) or (
                words[first - 1].lower == "and" and _portfolio(reading, first - 2)
            ):
                first -= 1  # the words of the portfolio, and what joins them
            last = _ministry_end(reading, i + 1)
            if last - first < 2:
                continue
            found, country = _owner(reading, first)
            after, of_country = _of_country(reading, last)
            if country or of_country or word.capital:
                yield Name(found, after, NameKind.ORGANIZATION, "ministry", country or of_country)


def _ministry_end(reading: Reading, end: int) -> int:
    words = reading.words
    if words[end].lower not in {"of", "for"}:
        return end
    at = end + 1
    while _portfolio(reading, at) or (
        words[at].lower in {"and", ",", "the"} and (_portfolio(reading, at + 1) or words[at - 1].lower in {"of", "for"})
    ):
        at += 1
    return at if at > end + 1 else end


def _owner(reading: Reading, first: int) -> tuple[int, CountryCode | None]:
    """Return where the name begins with the country before it ("Gondor's", "Gondorian"), and the country."""
    at = first - 1 if reading.words[first - 1].text in {"'s", "'"} else first
    found = reading.country_before(at)
    return (found[1], found[0].code) if found else (first, None)


def _of_country(reading: Reading, end: int) -> tuple[int, CountryCode | None]:
    words = reading.words
    if words[end].lower not in {"of", "in"}:
        return end, None
    at = end + 2 if words[end + 1].lower == "the" else end + 1
    found = reading.country_at.starting(at)
    return (found[1], found[0].code) if found and words[end].lower == "of" else (end, None)


def _acronyms(reading: Reading) -> Iterator[Name]:
    """Find acronyms in brackets after the name of an organisation."""
    words = reading.words
    for i, word in enumerate(words):
        if word.text == "(" and words[i + 2].text == ")" and _ACRONYM.fullmatch(words[i + 1].text):
            owner = reading.name_at(i - 1)
            if owner and owner.kind is NameKind.ORGANIZATION and not reading.name_at(i + 1):
                yield Name(i + 1, i + 2, NameKind.ORGANIZATION, "acronym", owner.country, owner.known)


def _again(reading: Reading) -> Iterator[Name]:
    """Find the acronyms defined in brackets wherever else they stand."""
    words = reading.words
    defined = {words[name.first].text: name for name in reading.names(NameKind.ORGANIZATION) if name.rule == "acronym"}
    if defined:
        for i, word in enumerate(words):
            name = defined.get(word.text)
            if name and not reading.name_at(i):
                yield Name(i, i + 1, NameKind.ORGANIZATION, "acronym", name.country, name.known)


def claim_voted_organizations(reading: Reading) -> None:
    """Claim runs of capitalised words that the language model takes for organisations wherever they stand."""
    runs: dict[str, list[Name]] = {}
    for i, word in enumerate(reading.words):
        if (
            word is not STOP
            and _may_begin(reading, i)
            and not (_may_begin(reading, i - 1) and reading.entity(i - 1) == "ORG")
        ):
            last = i + 1
            while _may_begin(reading, last) and reading.entity(last) == "ORG":
                last += 1
            country = reading.country_before(i)
            first = country[1] if country and reading.entity(country[1]) == "ORG" else i  # "Gondor Times"
            if _owned_body(reading, last):
                continue
            name = Name(first, last, NameKind.ORGANIZATION, "language model, organization")
            runs.setdefault(reading.words.phrase(i, last), []).append(name)
    for names in runs.values():
        if names[0].last - names[0].first == 1 and reading.words[names[0].first].text in _heads() | _other_heads():
            continue
        votes = sum(reading.entity(name.first) == "ORG" for name in names)
        if votes * 3 >= len(names) * 2 and (votes > 1 or _telling(reading, names[0])):
            for name in names:
                reading.claim(name)


def _owned_body(reading: Reading, end: int) -> bool:
    """Tell whether "'s" and another organisation follow: "Gondor's Grand Council" is one."""
    following = reading.name_at(end + 1)
    return reading.words[end].text == "'s" and following is not None and following.kind is NameKind.ORGANIZATION


def _may_begin(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return (
        word.capital
        and reading.name_at(i) is None
        and reading.country_at.covering(i) is None
        and word.lower not in _never_inside()
        and word.text not in word_list("sentence_openers.txt")
        and i not in reading.title_words
        and len(word.text) > 1
        and word.text not in word_list("cities.txt")
    )


def _telling(reading: Reading, name: Name) -> bool:
    """Tell whether a run that the model votes for only once looks like an organisation's name."""
    return name.last - name.first > 1 or bool(_ACRONYM.fullmatch(reading.words[name.first].text))


def _cited(reading: Reading) -> Iterator[Name]:
    """Find outlets by what is cited: "an article in Minas Tirith News", "a report at Al-Palantir"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.lower in word_list("cited_texts.txt") and words[i + 1].lower in {"in", "at", "from"}:
            first = i + 2 if words[i + 2].lower != "the" else i + 3
            last = first
            while words[last].capital and not reading.name_at(last) and words[last].lower not in _never_inside():
                last += 1
            if last > first and not reading.country_at.starting(first):
                yield Name(first, last, NameKind.ORGANIZATION, "cited outlet")


@cache
def _heads() -> frozenset[str]:
    return word_list("organization_heads.txt")


@cache
def _other_heads() -> frozenset[str]:
    return word_list("other_heads.txt")


@cache
def _never_inside() -> frozenset[str]:
    """Return capitalised words, in lower case, that a name of an organisation never takes in on its left."""
    return word_list("never_in_organizations.txt")
