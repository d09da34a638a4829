"""Organisations, events and buildings by the word that heads their name: "High Coordinating Committee"."""

import re
from collections.abc import Iterator

from kg.extract.actors.organizations.boundaries import (
    LINKS,
    ROYAL,
    bars,
    goes_on,
    heads,
    of_affairs,
    of_minister,
    opens,
    other_heads,
    portfolio,
    portfolio_joint,
    runs_on,
)
from kg.extract.actors.organizations.seeming import (
    is_cabinet_of,
    is_facility,
    is_residence,
    is_service,
    within_organization,
)
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import heads as titles_heads
from kg.lexicon import words as word_list
from kg.lexicon.offices import british
from kg.lexicon.towns import place_names
from kg.model import CountryCode

_PORTFOLIO_HOLDERS = frozenset({"minister", "ministers", "secretary", "ministry", "speaker", "adviser", "advisor"})
_FOREIGN = frozenset({"Mission", "Force", "Forces", "Office", "Command"})  # are named after where they are: "in Gondor"
_SENT = frozenset({"Delegation", "Embassy", "Mission", "Office", "Representation", "Secretariat"})  # to somewhere
_OFFICERS = frozenset({"Office", "Bureau", "Secretariat"})  # are named after an officer: "the Steward's Office"
_PEOPLE = frozenset({"People", "Women", "Children", "Men"})
_SUFFIXES = frozenset({"general", "protector"})  # end an officer's title: "Attorney General's Office"
_MOVEMENTS = frozenset({"alliance", "commission", "committee", "faction", "movement", "party", "sect"})
_OWNERS = frozenset({"'s", "its", "their"})
_BANDS = frozenset({"battalion", "battlegroup", "brigade", "regiment", "squadron"})
_UNITS = _BANDS | {"corps", "division", "fleet"}  # that bear numbers
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)")
_STAFFED = frozenset({("Army", "Staff"), ("Cabinet", "Chief")})
_LOCAL = frozenset(
    {"City", "County", "District", "Metropolitan", "Municipal", "Provincial", "Regional", "Salvation", "Unity"}
)
_LONGEST = 20  # words on each side of the head


def coalitions(reading: Reading) -> Iterator[Name]:
    """Find "anti-Mordor coalition", "Gondorian-led coalition" and "Defend Gondor coalition"."""
    for i, word in enumerate(reading.words):
        if word.lower == "coalition":
            led = reading.words[i - 1].lower.endswith("-led")
            first = i - 1 if led else _capitals_start(reading, i)
            further = reading.words[i + 1].lower == "for" and reading.words[i + 2].capital  # "Coalition for Change"
            if first < i and not (reading.country_before(i) or further or _heads_on(reading, i + 1)):
                yield Name(first, i + 1, NameKind.ORGANIZATION, "organization head")


def movements(reading: Reading) -> Iterator[Name]:
    """Find "the Entish movement", "Grey Wolf brigade", which the language model takes for organisations."""
    for i, word in enumerate(reading.words):
        if word.text in _MOVEMENTS | _BANDS:
            first = _capitals_start(reading, i)
            unit = word.text in _BANDS and not reading.country_before(i) and reading.words[first - 1].lower in _OWNERS
            told = reading.entity(i - 1) == "ORG" or reading.words[first - 1].lower == "the" or unit
            described = reading.tag(i - 1) == "ADJ" and reading.entity(i - 1) != "ORG"
            if first < i and told and not described:
                yield Name(first, i + 1, NameKind.ORGANIZATION, "organization head")


def _capitals_start(reading: Reading, end: int) -> int:
    """Return the first of the words with capitals before `end` that may be parts of a name."""
    words, first = reading.words, end
    while any(map(str.isupper, words[first - 1].text)) and not bars(reading, first - 1):
        first -= 1
    return first


def led(reading: Reading) -> Iterator[Name]:
    """Find "Banque de Rohan" and "Partido Verde": the head comes first, capitalised words and particles after it."""
    words = reading.words
    for i, word in enumerate(words):
        if word.text not in word_list("organizations/leads.txt") or reading.name_at(i):
            continue
        last = at = i + 1
        while at - i < _LONGEST and words[at].is_word and not bars(reading, at):
            if words[at].proper:
                last = at + 1
            elif words[at].lower not in word_list("persons/name_particles_inside.txt"):
                break
            at += 1
        if last > i + 1:
            owner = reading.country_before(i - 1) if words[i - 1].text == "'s" else None
            yield Name(i, last, NameKind.ORGANIZATION, "organization head", owner[0].code if owner else None)


def of_officers(reading: Reading) -> Iterator[Name]:
    """Find offices named after who heads them: "the Steward's Office of Gondor", "Office of the Steward"."""
    for i, word in enumerate(reading.words):
        officer = _officer(reading, i) if word.text in _OFFICERS else i
        end = _of_officer_end(reading, i + 1) if word.text in _OFFICERS else i
        if officer < i or end > i + 1:
            first, country = _left(reading, officer, NameKind.ORGANIZATION)
            last, of_country = _right(reading, max(end, i + 1))
            yield Name(first, last, NameKind.ORGANIZATION, "organization head", country or of_country)


def headed(reading: Reading) -> Iterator[Name]:
    """Find runs of capitalised words with a head word, from the last head back and through "of", "for"."""
    words = reading.words
    done = -1
    for i, word in enumerate(words):
        if i < done or reading.name_at(i) or not _is_head(reading, i):
            continue
        kind = NameKind.OTHER if word.text in other_heads() or is_facility(reading, i) else NameKind.ORGANIZATION
        if kind is NameKind.OTHER and _amid_run(reading, i):
            continue  # "Great River Mints" is no river
        first, country = _left(reading, i, kind)
        if word.lower in _UNITS and _NUMBER.fullmatch(words[first - 1].text):  # "Gondor's 5th River Fleet"
            first, country = _left(reading, first - 1, kind)
        last, of_country = _right(reading, i + 1, placed=country is not None)
        portfolio_of = last > i + 1 and words[last].lower in _PORTFOLIO_HOLDERS  # "Union Petroleum and Gas Minister"
        portfolio_of = portfolio_of or of_minister(reading, first) or of_affairs(reading, first, last)
        if last - first >= 2 and not portfolio_of:
            done = last
            if (
                within_organization(reading, first, i)
                or (last == i + 1 and is_residence(reading, first, i))
                or is_cabinet_of(reading, first, i)
                or is_service(reading, i)
                or words.phrase(first, last) in place_names()
            ):
                kind = NameKind.OTHER
            yield Name(first, last, kind, "organization head", country or of_country)


def _amid_run(reading: Reading, i: int) -> bool:
    """Tell whether the language model takes the word and the next for parts of one organisation's name."""
    return reading.words[i + 1].capital and goes_on(reading, i + 1)


def _is_head(reading: Reading, i: int) -> bool:
    """Tell whether the word heads a name: capitalised, no country, no portfolio of a title, not before another head."""
    word, following = reading.words[i], reading.words[i + 1]
    local = word.text == "Government" and reading.words[i - 1].text in _LOCAL
    if not (local or _heads_on(reading, i)):
        return False
    led = word.text == "Forces" and british(reading.words.phrase(max(i - 3, 0), i).lower()) == "chief of defence"
    staffed = (word.text, following.text) in _STAFFED
    if led or staffed:  # by a chief, whose title it ends
        return False
    named = following.capital or reading.words[i - 1].lower in titles_heads()  # "Rep. Park"
    if named and word.lower in word_list("persons/also_names.txt") and reading.entity(i) == "PERSON":
        return False
    modifies = portfolio(reading, i) or word.lower in word_list("offices/title_modifiers.txt")
    if word.text == "Assembly" and reading.words[i - 1].capital and reading.country_before(i) is None:
        modifies = False  # "National Assembly Speaker"
    if reading.country_at.ending(i) or (following.lower in _PORTFOLIO_HOLDERS and modifies):
        return False
    joined = portfolio(reading, i) and following.lower in {"and", "&"} and portfolio(reading, i + 2)
    further = (i + 3,) if joined else (i + 1, i + 2) if runs_on(reading, i + 1) else (i + 1,)
    return not any(_heads_on(reading, j) for j in further)


def _heads_on(reading: Reading, i: int) -> bool:
    return reading.words[i].text in heads() or reading.words[i].text in other_heads()


def _officer(reading: Reading, head: int) -> int:
    """Return where the title of the officer begins whose office it is, else the head."""
    words, first = reading.words, head - 2
    officer = words[first].lower in titles_heads() or words[first].lower in _SUFFIXES
    if words[head - 1].text != "'s" or not (words[first].capital and officer):
        return head
    while (
        words[first - 1].capital
        and words[first - 1].lower in word_list("offices/title_modifiers.txt") | titles_heads().keys()
    ):
        first -= 1
    return first


def _of_officer_end(reading: Reading, at: int) -> int:
    """Return the word after the officer whose office it is, in "of the Chief Steward", else `at`; a court is none."""
    words, end = reading.words, at + 1 + (reading.words[at + 1].lower == "the")
    last, modifiers = at, word_list("offices/title_modifiers.txt")
    while words[at].lower == "of" and words[end].capital and reading.name_at(end) is None:
        if words[end].lower in titles_heads() and words[end].text not in ROYAL:
            last = end + 1
        elif words[end].lower not in modifiers | _SUFFIXES:
            break
        end += 1
    return end if last > at and words[end - 1].lower in _SUFFIXES else last


def _left(reading: Reading, head: int, kind: NameKind) -> tuple[int, CountryCode | None]:
    """Return the first word of the name, and the country before it ("Gondor's" is not part of the name)."""
    words, first = reading.words, head
    while head - first < _LONGEST:
        country = reading.country_before(first)
        before = words[first - 1]
        if country and not _amid_name(reading, country[1]):
            return country[1], country[0].code
        if country:  # "Shire Gondorian Party"
            first = country[1]
            continue
        if joint := _joint(reading, first):
            first -= joint + 1
        elif _genitive(reading, first):
            first -= 2
        elif before.proper and (kind is NameKind.OTHER or not bars(reading, first - 1)):
            if reading.name_at(first - 1) or opens(reading, first - 1):
                return first, None
            first -= 1
        else:
            owner = reading.country_before(first - 1) if before.text == "'s" else None
            return first, owner[0].code if owner else None
    return first, None


def _genitive(reading: Reading, first: int) -> bool:
    """Tell whether those it is for stand before a part of a name: "People's", "Riders'"."""
    mark, owner = reading.words[first - 1].text, reading.words[first - 2]
    plural = owner.text in _PEOPLE if mark == "'s" else mark == "'" and owner.text.endswith("s")
    plural = plural or (mark == "'s" and goes_on(reading, first - 1))  # "Imrahil's College"
    return plural and owner.capital and reading.name_at(first - 2) is None and not reading.country_before(first - 1)


def _amid_name(reading: Reading, country: int) -> bool:
    """Tell whether a country's name stands within another name, as the language model sees it."""
    return goes_on(reading, country) and reading.words[country - 1].capital and reading.name_at(country - 1) is None


def _joint(reading: Reading, first: int) -> int:
    """Return how many words join "Justice and" or "Mints, and" to the name, or "Home," to what "and" joins, else 0."""
    words, joint = reading.words, _joint_words(reading, first)
    left, token = words[first - joint - 1], reading.token(first)
    two = token is not None and token.entity == "ORG" == reading.entity(first - joint - 1) and token.entity_start
    if two and joint == 1:
        return 0  # the model sees two names
    own = left.capital and not bars(reading, first - joint - 1) and portfolio(reading, first - joint - 1)
    return joint if own else 0


def _joint_words(reading: Reading, first: int) -> int:
    """Return the length of the joint before the word: of "and", of ", and", of a comma that "and" follows later."""
    words = reading.words
    if words[first - 1].lower in {"and", "&"}:
        return 2 if words[first - 2].text == "," else 1
    following = first + 1 + (words[first + 1].text == ",")
    listed = portfolio(reading, first) and words[following].lower in {"and", "&"}
    return int(words[first - 1].text == "," and listed)


def _right(reading: Reading, end: int, *, placed: bool = False) -> tuple[int, CountryCode | None]:
    """Follow "of the", "for", "and" as long as a capitalised word comes after; "in" too, if its country is not told."""
    words, start = reading.words, end
    abroad = not placed and words[start - 1].text in _FOREIGN and words[start - 2].text != "'s"
    while end - start < _LONGEST:
        at, joint = end, 0
        linked = words[at].lower in LINKS and (words[at].lower != "to" or words[at - 1].text in _SENT)
        if linked or (words[at].lower == "in" and abroad) or (joint := portfolio_joint(reading, at)):
            at += max(joint, 1)
        elif not words[at].capital:
            break
        if words[at].lower == "the":
            at += 1
        found = reading.country_at.starting(at)
        if found and (words[end].lower == "against" or _of_thing(reading, at, found[1])):
            break
        if found and at > end:
            if words[end].lower == "in" and portfolio(reading, start - 2):
                break  # "the Foreign Office in Gondor"
            if not (goes_on(reading, found[1]) and words[found[1]].capital):
                return found[1], found[0].code
            at = found[1]  # "Association of Gondorian Hoteliers"
        further = portfolio(reading, at) or (end > start and goes_on(reading, at))
        barred = bars(reading, at) and not (words[at].text == "Government" and goes_on(reading, at))
        if not words[at].capital or barred or (at == end and not further):
            break
        end = at + 1
    return end, None


def _of_thing(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the country's name only modifies what follows: "the Commission of the Mordor deal"."""
    named = reading.words[first - 1].lower == "the" and not reading.words[last].capital
    return named and reading.tag(last) in {"ADJ", "NOUN"}
