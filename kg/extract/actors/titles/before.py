"""What stands before a title's head: modifiers and portfolio, then status, country, organisation, owner, article."""

from dataclasses import replace

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles.model import (
    ARTICLES,
    COUNTERPART,
    ELECTED,
    JOINTS,
    POSSESSIVE,
    Head,
    Title,
    body_nouns,
    days,
    honorifics,
    statuses,
)
from kg.extract.actors.titles.portfolios import is_portfolio
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.model import RoleStatus

_MOST_GUESSES = 2  # unlisted words in one portfolio
_LONGEST = 12  # words before the head
_MOST_ADJECTIVES = 3
_UNDER = frozenset({"deputy", "vice", "assistant"})
_RAISING = frozenset({"top", "senior", "de-facto"})
_UNIONS = frozenset({"au", "eu", "union"})
_PARTIES = frozenset({"army", "delegation", "military", "team"})
_ONCE = frozenset({"ex", "then"})  # before a hyphen: "ex-minister"


def core_start(reading: Reading, head: int, entry: Head, floor: int) -> int:
    """Return the first word of the title proper: its modifiers, and the portfolio where the head takes one."""
    first, guesses = head, 0
    local = entry.place or entry.group in {"minister", ELECTED}  # "Ithilien Minister", "Bree South MP"
    while max(floor, head - _LONGEST) < first:
        before = reading.words[first - 1].lower
        under = before == "under" and entry.word == "secretary"
        modifier = before in word_list("offices/title_modifiers.txt") and reading.name_at(first - 1) is None
        if modifier or under:
            first -= 1
        elif local and guesses < _MOST_GUESSES and _place(reading, first - 1):
            first, guesses = first - 1, guesses + 1
        elif first == head and _body_noun(reading, first - 1):
            first, guesses = first - 1, _MOST_GUESSES
        elif not entry.portfolio:
            break
        elif is_portfolio(reading, first - 1):
            first -= 1
        elif before in JOINTS and floor + 1 < first < head and _joined(reading, first, head):
            first -= 2
        elif before == "and" and floor + 2 < first < head and _joined(reading, first - 1, head):
            first -= 3  # "mining, and trade minister"
        elif guesses < _MOST_GUESSES and _guess(reading, first - 1, head):
            first, guesses = first - 1, guesses + 1
        else:
            break
    return first


def _body_noun(reading: Reading, i: int) -> bool:
    """Tell whether the word is a noun for the body that the office is in: "party chairman", "parliament president"."""
    word = reading.words[i]
    before = reading.words[i - 1]
    plain = not word.capital or not before.is_word or before.lower in _UNDER or reading.country_before(i) is not None
    return plain and word.lower in body_nouns() and reading.name_at(i) is None


def _place(reading: Reading, i: int) -> bool:
    """Tell whether the word may be the name of a town or province: "Minas Tirith mayor"."""
    word = reading.words[i]
    known = (
        reading.name_at(i) or reading.country_at.covering(i) or word.lower in statuses() or word.lower in honorifics()
    )
    return not known and reading.entity(i) == "LOC"


def _joined(reading: Reading, first: int, head: int) -> bool:
    """Tell whether the word before a joint is of the portfolio too: written with a capital if the head is.

    A comma joins only what "and" joins further on: "mining, trade and industry minister".
    """
    words, i = reading.words, first - 2
    listed = words[first - 1].text != "," or any(words[j].lower in JOINTS for j in range(first, head))
    return listed and is_portfolio(reading, i) and words[i].capital == words[head].capital


def _guess(reading: Reading, i: int, head: int) -> bool:
    """Tell whether an unlisted word is of the portfolio: as capitalised as the head, and no name or country."""
    word = reading.words[i]
    if not word.text.isalpha() or reading.name_at(i) or reading.country_at.ending(i):
        return False
    if word.lower in statuses() or word.lower in ARTICLES or word.lower in honorifics() or word.lower in days():
        return False
    if reading.words[head].capital:
        opens = word.text in word_list("sentence_openers.txt") or not reading.words[i - 1].is_word
        return word.capital and not opens and reading.entity(i) not in {"PERSON", "NORP"}
    return not word.capital and reading.tag(i) == "NOUN" and word.lower not in word_list("offices/not_portfolios.txt")


def read_before(reading: Reading, title: Title, floor: int) -> Title:
    """Return the title with what the words before its core say, back to its article, but not beyond `floor`."""
    while title.first > floor and not title.article:
        further = _step(reading, title, floor)
        if further is None:
            break
        if further.owner is not None:
            return further
        title = further
    return title


def _step(reading: Reading, title: Title, floor: int) -> Title | None:
    """Return the title with one more thing read, or None."""
    word = reading.words[title.first - 1]
    if word.lower.rstrip("-") in statuses() and word.text != "Previously":  # which opens a sentence
        status = statuses()[word.lower.rstrip("-")]
        return replace(title, first=title.first - 1, status=status or title.status)
    if word.text == "-" and reading.words[title.first - 2].lower in _ONCE:
        return replace(title, first=title.first - 2, status=RoleStatus.FORMER)
    if word.text in POSSESSIVE and (not title.placed or title.organization or title.group == COUNTERPART):
        return _possessed(reading, title, floor)
    if word.lower in _RAISING or (word.lower in _UNDER and title.placed):  # "deputy Gondorian trade minister"
        return replace(title, first=title.first - 1, title=word.lower if word.lower in _UNDER else title.title)
    if word.lower in ARTICLES:
        numbered = word.lower == "two" and reading.words[title.first - 2].lower == "the"
        return replace(title, first=title.first - 1 - numbered, article=word.lower)
    return None if title.placed else _placed(reading, title, title.first, floor) or _described(reading, title, floor)


def _described(reading: Reading, title: Title, floor: int) -> Title | None:
    """Return the title with adjectives that part it from its country: "Gondor's long-serving defence minister"."""
    at = title.first
    while title.first - at < _MOST_ADJECTIVES and at > floor and _adjective(reading, at - 1):
        at -= 1
    owned = reading.words[at - 1].text in POSSESSIVE or reading.country_before(at) is not None
    return replace(title, first=at) if at < title.first and owned else None


def _adjective(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    describes = reading.tag(i) in {"ADJ", "ADV"} or (reading.tag(i) == "VERB" and word.lower.endswith("ing"))
    return describes and not word.capital


def _placed(reading: Reading, title: Title, end: int, floor: int) -> Title | None:
    """Return the title of the country or organisation whose name ends before `end`."""
    country, name = _country_before(reading, end), reading.name_at(_before_brackets(reading, end) - 1)
    if name is not None and name.first >= floor and _modifies(reading, title, name):
        return _worded(reading, title, name.first, name.last)
    if name is not None and name.kind is NameKind.ORGANIZATION and name.first >= floor:
        if title.group == ELECTED and _is_party(reading, name):
            return replace(title, first=name.first)
        return replace(title, first=name.first, organization=name, country=name.country)
    if country is None or country[1] < floor:
        return None
    if title.group == "diplomat" and country[0].wording is Wording.NAME and _sends(reading, country[1]):
        return _worded(reading, title, country[1], end)  # "the White Council's Gondor envoy"
    return replace(title, first=country[1], country=country[0].code)


def _country_before(reading: Reading, end: int) -> tuple[CountryMention, int] | None:
    """Return the country that ends before `end`, its letters in brackets aside: "United Kingdom (UK) Secretary"."""
    short = reading.country_before(end - 1) if reading.words[end - 1].text == ")" else None
    return reading.country_before(end if short is None else short[1] - 1)


def _worded(reading: Reading, title: Title, first: int, last: int) -> Title:
    """Return the title with the words `[first, last)` before it, which are its own."""
    text = f"{reading.words.phrase(first, last).lower()} {title.title}".strip()
    return replace(title, first=first, title=text)


def _sends(reading: Reading, end: int) -> bool:
    """Tell whether a country or body whose envoy it is ends before the country that he is sent to."""
    at = end - (reading.words[end - 1].text in POSSESSIVE)
    body = reading.name_at(at - 1)
    return reading.country_before(at) is not None or (body is not None and body.kind is NameKind.ORGANIZATION)


def _modifies(reading: Reading, title: Title, name: Name) -> bool:
    """Tell whether the name is of the title's own words: "Rivendell Hospital director", "Gondor's UN ambassador".

    Ambassadors are sent to a body, unless it is a union of states, which sends its own.
    """
    sent = title.bare and reading.words[title.head].lower == "ambassador"
    host = sent and name.known is not None and name.known.kind == "body"
    host = host and reading.words[name.last - 1].lower not in _UNIONS
    return name.last == title.first and (host or name.kind is NameKind.OTHER)


def _is_party(reading: Reading, name: Name) -> bool:
    """Tell whether the organisation is no parliament: a known group, a "Party", or nothing that its name says."""
    if name.known is not None:
        return name.known.kind == "group"
    last = reading.words[name.last - 1].text
    return last == "Party" or last not in word_list("organizations/heads.txt")


def _before_brackets(reading: Reading, end: int) -> int:
    """Return the end of what stands before another name of it in brackets: "Gondorian Tourist Board (GTB) director"."""
    other = reading.body_at(end - 2)
    if other is None or reading.words[end - 1].text != ")":
        return end
    return other.first - 1 if reading.words[other.first - 1].text == "(" else end


def _possessed(reading: Reading, title: Title, floor: int) -> Title | None:
    """Read the owner before "'s": a country, an organisation, or a person by the last word of the name.

    Only a country owns the body that the office is in: "Gondor's Riders Academy director".
    """
    mark = title.first - 1
    if title.organization is not None and title.group != COUNTERPART:
        owned = reading.country_before(mark)
        if owned is None or owned[1] < floor:
            return None
        return replace(title, first=owned[1], country=title.country or owned[0].code)
    ruling = reading.words[mark - 1].lower in word_list("offices/government_nouns.txt") | _PARTIES
    ruled = reading.country_before(mark - 1) if ruling else None
    if ruled is not None and not title.placed and ruled[1] >= floor:  # "the Gondorian government's envoy"
        return replace(title, first=ruled[1], country=ruled[0].code)
    placed = None if title.placed else _placed(reading, title, mark, floor)
    return placed or replace(title, owner=mark - 1)
