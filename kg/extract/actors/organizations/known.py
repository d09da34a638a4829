"""Organisations known world-wide, found by their names."""

import re
from collections.abc import Iterator

from kg.extract.actors.organizations.boundaries import HOLDERS, bars, goes_on, heads, other_heads, portfolio
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles.model import heads as titles_heads
from kg.extract.actors.titles.styles import past_styles
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.lexicon.organizations import KnownOrganization, known_organizations, organization_words, shared_names
from kg.model import CountryCode

_DOCUMENTS = frozenset(
    {"charter", "convention", "conventions", "framework", "protocol", "resolution", "resolutions", "treaty"}
)
_LONGEST = 12  # words of a document's title
_HOUSES = frozenset({"White House", "Kremlin", "Pentagon", "Elysee"})  # called by their buildings
_AT = frozenset({"at", "visit", "visited", "visiting", "outside", "inside"})
_YEARLY = "UN General Assembly"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NOT_FIRST = re.compile(r"[\W_]")


def known(reading: Reading) -> Iterator[Name]:
    """Find the organisations of the list, with the country before a state's institution ("U.S. Senate")."""
    index, entries, redefined = organization_words(), {**known_organizations(), **_shared(reading)}, _redefined(reading)
    words = reading.words
    for i, word in enumerate(words):
        if not word.is_word:
            continue
        first = _NOT_FIRST.split(word.lower, maxsplit=1)[0]
        for text in index.get(first, ()):
            end = word.start + len(text)
            if words.text.startswith(text, word.start) and not words.text[end : end + 1].isalnum():
                last = words.at(end - 1) + 1
                if (
                    words[last - 1].end == end
                    and text not in redefined
                    and not _goes_on(reading, last, text)
                    and not _goes_before(reading, i, text)
                    and (entry := entries[text]) is not None
                    and not _is_namesake(reading, i, last, entry)
                    and not (text in shared_names() and _abroad(reading, i, entry))
                    and not (entry.kind == "state" and (_is_portfolio(reading, last) or _is_title(reading, i, last)))
                    and not (entry.kind == "outlet" and _is_field(reading, i, last))
                    and not (entry.kind == "body" and " " in text and _is_countrys(reading, i))
                ):
                    yield _known_name(reading, i, last, entry)
                break


def parent_of(reading: Reading, name: Name) -> tuple[KnownOrganization, int] | None:
    """Return the known body with whose name a longer one begins, and the word behind that: "UN Council of Ents".

    The "Ent Party of Gondor" is another one than the "Ent Party".
    """
    words, phrase = reading.words, reading.phrase(name)
    for text in organization_words().get(words[name.first].lower, ()):
        outlet = known_organizations()[text].kind == "outlet"  # "Foreign Policy" is, its department is of no outlet
        if not outlet and phrase.startswith(f"{text} ") and not phrase.startswith((f"{text} of ", f"{text} for ")):
            return known_organizations()[text], words.at(words[name.first].start + len(text))
    return None


def _redefined(reading: Reading) -> frozenset[str]:
    """Return the acronyms that the document gives to others: "Gondor Pony Club (GPC)", "great pony cart (GPC)"."""
    words, entries = reading.words, known_organizations()
    found: set[str] = set()
    for i, word in enumerate(words):
        if word.text in entries and words[i - 1].text == "(" and words[i + 1].text == ")" and word.text.isupper():
            before = range(max(0, i - 1 - 2 * len(word.text)), i - 1)
            own = [j for j in before if words[j].capital][-len(word.text) :]  # "Riders of the Mark (RM)"
            spelled = "".join(words[j].text[0] for j in own) == word.text
            small = "".join(words[j].text[0] for j in before[-len(word.text) :]) == word.lower
            if small or (spelled and words.phrase(own[0], i - 1) not in entries[word.text].names):
                found.add(word.text)
    return frozenset(found)


def _shared(reading: Reading) -> dict[str, KnownOrganization | None]:
    """Return whom the names mean that several bear: the body of the outlet's country, or of one in the text."""
    spoken_of = ({reading.home} - {None}, reading.codes, {None})
    return {
        name: next((body for countries in spoken_of for body in bodies if body.country in countries), None)
        for name, bodies in shared_names().items()
    }


def _abroad(reading: Reading, first: int, body: KnownOrganization) -> bool:
    """Tell whether another country stands before the name: "Gondorian Democratic Party"."""
    before = reading.owner_before(first)
    return before is not None and body.country is not None and before[0].code != body.country


def _is_portfolio(reading: Reading, last: int) -> bool:
    """Tell whether the match tells what a minister is responsible for: "Gondorian Treasury Secretary"."""
    return portfolio(reading, last - 1) and reading.words[last].lower in HOLDERS


def _is_title(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the word abbreviates an office whose holder's name follows: "NSA Faramir Hurin"."""
    held = last - first == 1 and reading.words[first].lower in titles_heads()
    name = past_styles(reading, last)
    return held and (name > last or reading.entity(name) == "PERSON")


def _is_field(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the match tells what an officer is for: "Foreign Policy Adviser"."""
    held = reading.words[last].lower in titles_heads()
    return held and all(portfolio(reading, i) for i in range(first, last))


def _is_countrys(reading: Reading, first: int) -> bool:
    """Tell whether a country stands before the name of a body of many: "Gondorian Security Council"."""
    owned, before = reading.words[first - 1].text == "'s", reading.owner_before(first)
    return before is not None and (owned or before[0].wording is Wording.DEMONYM)


def _goes_on(reading: Reading, last: int, text: str) -> bool:
    """Tell whether the match begins a longer name with a head of its own."""
    following = reading.words[last]
    if text in _HOUSES or following.text == "Presidency":
        return False  # "White House National Security Council", "the EU Presidency"
    if following.text == "V" or (text.startswith("The ") and goes_on(reading, last)):
        return True  # "Sputnik V"; "The National Mint Center" is not "The National"
    if following.lower == "and" and portfolio(reading, last - 1) and goes_on(reading, last + 1):
        return True  # "Department of Justice and Beacons"
    of_more = following.lower == "of" and reading.words[last + 1].capital and goes_on(reading, last + 1)
    if of_more and text.rpartition(" ")[2] in heads() and reading.country_at.starting(last + 1) is None:
        return True  # "Supreme Court of Ents"
    head = last
    while reading.words[head].capital and head < last + 3 and reading.words[head].text not in heads():
        head += 1  # "United Nations Integrated Mission"
    if reading.words[head].text in heads():
        return True
    event = {following.text, reading.words[last + 1].text} & other_heads()  # "Asean Para Games"
    return " " not in text and text.istitle() and following.capital and bool(event)


def _is_namesake(reading: Reading, first: int, last: int, body: KnownOrganization) -> bool:
    """Tell whether the one word names a person or a place that a firm is called after: "Amroth Tuor", "the Anduin"."""
    if last - first > 1 or reading.words[first].text.isupper():
        return False
    voices = reading.entity(first)
    person = voices == reading.entity(last) == "PERSON" and not _is_headed(reading, first)
    called = reading.words[last].lower in word_list("organizations/firm_words.txt") | {"firm"}  # "the Anduin group"
    placed = not called and (reading.words[first - 1].lower == "the" or reading.country_before(first) is not None)
    return person or (body.kind == "firm" and placed and voices in {"LOC", ""})


def _is_headed(reading: Reading, first: int) -> bool:
    """Tell whether a title or a noun stands before a firm, and a full name behind it: "head of Anduin Denethor Hurin".

    The language model takes all that for one name.
    """
    words, link = reading.words, first - 1 - (reading.words[first - 1].lower == "the")
    at = link - 1
    of_officer = (
        words[link].lower in {"of", "at"} and words[at - (words[at].lower == "general")].lower in titles_heads()
    )
    described = reading.tag(first - 1) == "NOUN" and words[first - 1].lower not in titles_heads()
    return (of_officer or described) and reading.entity(first + 2) == "PERSON"


def _goes_before(reading: Reading, first: int, text: str) -> bool:
    """Tell whether the match ends a longer name: "Supreme Security Council" is not the "Security Council"."""
    before = reading.words[first - 1]
    longer = before.capital and reading.country_before(first) is None and not bars(reading, first - 1)
    one = " " in text or goes_on(reading, first)  # "Gondor Labour Congress", but "Labour Congress MPs"
    return longer and text.rpartition(" ")[2] in heads() and one


def _whole_outlet(reading: Reading, last: int) -> int:
    """Return the end of an outlet's name with its channel, as the language model sees it ("BBC Persian")."""
    return last + 1 if goes_on(reading, last) and reading.words[last].capital else last


def _document_end(reading: Reading, last: int) -> int:
    """Return the end of the document's title ("Convention against Corruption"), as the language model sees it."""
    end = last
    while end - last < _LONGEST and reading.entity(end) == "ORG":
        end += 1
    return end


def _is_place(reading: Reading, first: int) -> bool:
    """Tell whether a house is where something happens, rather than who acts: "met at the White Tower"."""
    at = first - 1 - (reading.words[first - 1].lower == "the")
    at -= reading.words[at].lower == "to" and reading.words[at - 1].lower in _AT
    return reading.words[at].lower in _AT


def _known_name(reading: Reading, first: int, last: int, known: KnownOrganization) -> Name:
    if reading.words[last].lower in _DOCUMENTS and known.name == "United Nations":
        return Name(first, _document_end(reading, last), NameKind.OTHER, "document")
    if known.name == _YEARLY and _ORDINAL.fullmatch(reading.words[first - 1].lower):
        return Name(first, last, NameKind.OTHER, "event")  # "the 74th UN General Assembly"
    if known.name in _HOUSES and _is_place(reading, first):
        return Name(first, last, NameKind.OTHER, "building")
    if known.kind == "outlet":
        last = _whole_outlet(reading, last)
    if reading.words[last - 1].text == "Delegation" and reading.words[last].lower == "to":
        host = reading.country_at.starting(last + 1 + (reading.words[last + 1].lower == "the"))
        last = host[1] if host else last
    country = CountryCode(known.country) if known.country else None
    if known.kind == "state" and not (country and last == first + 1):  # a second country does not go with "Kremlin"
        before = reading.country_before(first)
        if before and before[0].code:
            first, country = before[1], before[0].code
    return Name(first, last, NameKind.ORGANIZATION, "known organization", country, known)
