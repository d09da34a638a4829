"""What follows the head of a title: "of Gondor", "for foreign affairs", "to the Council of Elrond"."""

from dataclasses import dataclass, replace

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles.brackets import past_brackets
from kg.extract.actors.titles.missions import mission_end
from kg.extract.actors.titles.model import (
    COUNTERPART,
    ELECTED,
    POSSESSIVE,
    Title,
    body_nouns,
    days,
    heads,
    neighbours,
)
from kg.extract.actors.titles.portfolios import is_portfolio, portfolio_end
from kg.extract.actors.titles.styles import past_styles
from kg.extract.actors.titles.suffixes import field_end, past_rank, suffix_end
from kg.extract.actors.words import ADJECTIVE
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording

_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "from", "responsible"})
_PLACES = frozenset({"in", "at", "on"})  # after a leader's title they tell where he is
_BUILDINGS = frozenset({"premises", "headquarters", "building", "compound"})
_FROM = frozenset({COUNTERPART, "expert", ELECTED})  # groups of the titles that "from" may follow
_SENT = frozenset({"ambassador", "envoy", "representative", "emissary"})
_SENT_TO = _SENT | {"consul", "attaché", "adviser", "aide", "assistant"}
_SERVING = frozenset({"adviser", "aide", "assistant"})  # to a body: in it
_MOST_PHRASES = 4
_MOST_QUALIFIERS = 4  # words in small letters before an organisation's name


@dataclass(frozen=True, slots=True)
class _Link:
    """A preposition at `index`, what it introduces at `at`, and the head of the title before it."""

    index: int
    at: int
    word: str
    head: str

    @property
    def sends(self) -> bool:
        """Whether it introduces whom an envoy is sent to."""
        return (self.word == "to" and self.head in _SENT_TO) or (self.word == "for" and self.head in _SENT)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The title with what a phrase says, the word after the phrase, and its words for the title."""

    title: Title
    end: int
    text: str = ""


def read_after(reading: Reading, title: Title, core: str) -> Title:
    """Return the title with what the phrases after its head say; `core` is its text up to there."""
    end = field_end(reading, title, suffix_end(reading, title))
    core += reading.words.text[reading.words[title.last - 1].end : reading.words[end - 1].end].lower()
    if core.endswith("generals"):
        title, core = replace(title, plural=True), core.removesuffix("s")
    parts = [title.title, core]
    end = past_rank(reading, end)
    for _ in range(_MOST_PHRASES):
        phrase = _body_beside(reading, title, end) or _phrase(reading, title, end)
        if phrase is None:
            break
        title = phrase.title
        if phrase.end == end:
            break
        end = phrase.end
        parts.append(phrase.text)
    return replace(title, last=end, title=" ".join(filter(None, parts)))


def _phrase(reading: Reading, title: Title, index: int) -> _Phrase | None:
    words = reading.words
    at = index + 1
    fromward = title.plural or title.group in _FROM  # "the stewards from Gondor and Rohan"
    if words[index].lower not in _LINKS or (words[index].lower == "from" and not fromward):
        return None
    if words[index].lower in _PLACES and title.group == "leader" and not is_portfolio(reading, at):
        body = reading.body_at(at + (words[at].lower == "the"))
        if body is None or not _names_person(reading, body.last):  # "leader of the opposition in the Council Imrahil"
            return None
    if words[index].lower == "responsible" and words[at].lower == "for":
        at += 1
    if words[at].lower in {"the", "his", "her", "its"} and not reading.country_at.starting(at):
        at += 1
    at += words[at].lower == "so-called" or bool(ADJECTIVE.search(words[at].text))
    at = _past_owner(reading, at)
    link = _Link(index, at, words[index].lower, _sort(reading, title))
    name = reading.name_at(at)
    if name is not None and name.first == at:
        only_there = link.word in _PLACES and words[name.last].lower in _BUILDINGS  # but does not serve there
        return None if only_there else _named(reading, title, link, name)
    described = not words[at].capital and (reading.tag(at) == "ADJ" or "-" in words[at].text)
    country = reading.country_at.starting(at + described)  # "of the oil-rich Gondor"
    if country is not None and country[0].code:
        return _of_country(reading, title, link, *country)
    if link.word == "on" and (link.head not in _SENT_TO or words[at].lower in days()):
        return None
    sent = link.head in _SENT and not (link.word == "of" and words[at - 1].lower == "the")  # "of the Secretary-General"
    end = portfolio_end(reading, at, title, "for" if sent else link.word)  # "envoy to the Far North"
    region = _region_end(reading, at) if title.organization is not None else at
    if link.word == "for":
        end = max(end, region)  # "president of the Mint for the Far North"
    return _Phrase(title, end, words.phrase(index, end).lower()) if end > at else None


def _sort(reading: Reading, title: Title) -> str:
    """Return the head of the title, for a high commissioner that of the ambassador who he is."""
    high = reading.words.phrase(title.head - 1, title.head + 2).lower() in {
        "high commissioner to",
        "high commissioner in",
    }
    return "ambassador" if high else title.noun.word


def _region_end(reading: Reading, at: int) -> int:
    """Return the word after the capitalised words that the language model takes for a place, or that name a sea."""
    sea = next((i + 1 for i in range(at + 1, at + 4) if reading.words[i].text == "Sea"), at)
    while reading.words[at].capital and reading.entity(at) == "LOC" and reading.name_at(at) is None:
        at += 1
    return max(at, sea)


def _body_beside(reading: Reading, title: Title, index: int) -> _Phrase | None:
    """Read the body that stands after a title without "of": "Denethor, Director, the Mint, said".

    So before the name: "Director Gondorian Mint Gen. Denethor Hurin".
    """
    words = reading.words
    at = index + (words[index].text == ",")
    at += at > index and words[at].lower == "the"
    body = reading.body_at(at)
    if body is None or body.first != at or title.placed:
        return None
    end = past_brackets(reading, body.last)
    alone = words[end].text in {",", ")"} and (title.capital or not title.article)
    alone = alone or (at == index and title.capital and title.head + 1 == at and _names_person(reading, end))
    bodily = title.noun.body or title.noun.word == "president"
    return _in_organization(reading, title, body) if alone and bodily else None


def _past_owner(reading: Reading, at: int) -> int:
    """Return where the organisation begins in "of the provincial Mint Office", "of parliament's Mint Committee"."""
    words, end = reading.words, _past_qualifiers(reading, at + (reading.words[at].lower == "two"))
    end += end == at and words[at].capital and words[at + 1].text == "'s"  # "Parliament's"
    end += words[end].text in POSSESSIVE
    name = reading.body_at(end)
    owned = name is not None and name.first == end
    return end if owned and reading.name_at(at) is None and reading.country_at.starting(at) is None else at


def _past_qualifiers(reading: Reading, at: int) -> int:
    """Return the word after nouns and adjectives in small letters: "disaster relief agency", "ruling party"."""
    end = at
    while end < at + _MOST_QUALIFIERS and not reading.words[end].capital and _qualifies(reading, end):
        end += 1
    return end


def _qualifies(reading: Reading, i: int) -> bool:
    return reading.tag(i) in {"ADJ", "NOUN"} or (reading.tag(i) == "VERB" and reading.words[i].lower.endswith("ing"))


def _named(reading: Reading, title: Title, link: _Link, name: Name) -> _Phrase | None:
    """Read the name of an organisation, or of what is none ("leader of the Glorious Revolution")."""
    words = reading.words
    text = words.phrase(link.index, name.last).lower()
    if name.kind is not NameKind.ORGANIZATION:
        return _Phrase(title, name.last, text) if name.kind is NameKind.OTHER and link.word == "of" else None
    superior = _head_end(reading, name.last)
    named, placed = _names_person(reading, superior), replace(title, organization=name, country=name.country)
    if superior and link.word in {"for", "to"} and named:
        return _Phrase(placed, link.index)  # "for Mint chief Denethor"
    if superior and link.word == "of" and link.head in _SENT and not named:
        served = f"of {words.phrase(name.last, superior).lower()}"  # "envoy of the UN Secretary-General for Gondor"
        return _Phrase(placed, superior, served)
    elected = title.group == ELECTED and link.word in {"for", "from"}
    if elected or (link.sends and link.head not in _SERVING):
        return _Phrase(title, name.last, "" if elected else text)
    if title.organization is not None:  # of which the body named before is a part
        own = link.word in {"of", "in", "at"} or title.organization.last == link.index  # "Mission to the UN"
        title = replace(title, country=title.country or (name.country if link.word == "of" else None))
        return _Phrase(title, name.last, "" if own else text)
    return _in_organization(reading, title, name)


def _in_organization(reading: Reading, title: Title, name: Name) -> _Phrase:
    """Give the office its organisation; a part of it ("'s executive committee") stays in the title."""
    words, end = reading.words, past_brackets(reading, name.last)
    placed = replace(title, organization=name, country=title.country or name.country)
    at = end + 1 if words[end].text in POSSESSIVE else end
    part = reading.name_at(at)
    if part is not None and part.first == at and part.kind is not NameKind.PERSON:
        return _Phrase(placed, part.last, f"of the {words.phrase(part.first, part.last).lower()}")
    if at > end:  # "of the Council's riding school"
        last = portfolio_end(reading, at, title, "of")
        if words[last - 1].lower in body_nouns():
            return _Phrase(placed, last, f"of the {words.phrase(at, last).lower()}")
    last = _past_qualifiers(reading, end)
    if last > end and words[last - 1].lower in body_nouns():
        parted = last > end + 1 or name.known is None  # "of the Ent political bureau", but not "of the Ent movement"
        return _Phrase(placed, last, f"of the {words.phrase(end, last).lower()}" if parted else "")
    return _Phrase(placed, end)


def _of_country(reading: Reading, title: Title, link: _Link, country: CountryMention, end: int) -> _Phrase | None:
    """Read a country that ends before `end`: whose the office is, whom an envoy goes to, or whose officer is served."""
    words = reading.words
    placed = replace(title, country=country.code)
    spoken = link.word == "for" and title.group == "spokesperson"  # "for Gondor's armed forces"
    theirs = link.word == "of" or (link.word == "from" and (title.group == COUNTERPART or title.plural))
    if (theirs or spoken) and title.country is None:
        return _whose(reading, placed, end, country.wording)
    if theirs and title.organization is not None and title.organization.last == link.index:
        return _Phrase(title, end)  # "speaker of the White Council of Gondor"
    if words[end].text == "'s":
        last = _head_end(reading, end + 1)  # "adviser to Gondor's steward"
        return _Phrase(placed, last, f"{link.word} {words.phrase(end + 1, last).lower()}") if last else None
    served = link.word == "to" and country.wording is Wording.DEMONYM
    last = _head_end(reading, end) if served else 0
    if last:  # "aide to Gondorian Steward Denethor": his title is another
        text = f"to {words.phrase(end, last).lower()}"
        return _Phrase(placed, link.index) if _names_person(reading, last) else _Phrase(placed, last, text)
    sent = link.word in {"to", "for", "in", "on"} and link.head in _SENT_TO
    body = title.organization if link.word == "in" else None
    mission = body is not None and (body.last == link.index or _names_person(reading, end))
    sent = sent or (mission and words[end].capital)  # "of the Mission in Rohan Denethor Hurin"
    end = mission_end(reading, end)
    return _Phrase(title, end, words.phrase(link.index, end).lower()) if sent else None


def _whose(reading: Reading, title: Title, end: int, wording: Wording) -> _Phrase | None:
    """Read "of Gondor", "of Gondor's armed forces", "of Gondorian diplomacy"; nothing in "of the Gondorian team"."""
    if reading.words[end].text == "'s":
        return _of_countrys(reading, title, end)
    if wording is Wording.SEAT and reading.tag(end) == "NOUN":
        return None  # "coordinator of the Osgiliath talks"
    if wording is not Wording.DEMONYM:
        return _Phrase(title, end)
    noun = end + (reading.tag(end) == "ADJ")  # "of the Gondorian interim government"
    if reading.words[noun].lower in word_list("offices/government_nouns.txt"):
        return _Phrase(title, noun + 1)
    body = reading.body_at(_past_qualifiers(reading, end))
    if body is not None:  # "of the Gondorian Ent movement", "of Gondorian arms exporter Anduin"
        return _in_organization(reading, title, body)
    last = portfolio_end(reading, end, title, "of")
    return _Phrase(title, last, f"of {reading.words.phrase(end, last).lower()}") if last > end else None


def _of_countrys(reading: Reading, title: Title, mark: int) -> _Phrase | None:
    """Read "of Gondor's Supreme Council"; nothing where something else is Gondor's."""
    name = reading.body_at(_past_qualifiers(reading, mark + 1))
    if name is not None:
        return _Phrase(replace(title, organization=name), past_brackets(reading, name.last))
    last = portfolio_end(reading, mark + 1, title, "of")
    return _Phrase(title, last, f"of {reading.words.phrase(mark + 1, last).lower()}") if last > mark + 1 else None


def _names_person(reading: Reading, at: int) -> bool:
    """Tell whether the name of a person follows, or what the language model takes for one."""
    first = past_styles(reading, at)
    name = reading.name_at(first)
    return reading.entity(first) == "PERSON" if name is None else name.kind is NameKind.PERSON


def _head_end(reading: Reading, at: int) -> int:
    """Return the word after the head of the title that begins at `at`, or 0."""
    own = heads().keys() - neighbours()  # "ambassador to the Council Amir Denethor": the name of no emir
    return next((i + 1 for i in range(at, at + 4) if reading.words[i].lower in own), 0)
