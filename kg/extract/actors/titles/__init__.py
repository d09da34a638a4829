"""Titles: "the Gondorian deputy minister of trade and industry", with the country or organisation of the office.

A word that heads titles (`model`) is read with what stands `before` it, then with its `suffixes` and what comes `after`
(`portfolios`, `missions`, `brackets`). In `appositions` beside a name even words of no list belong to it. `styles` may
part it from its holder.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.after import read_after
from kg.extract.actors.titles.appositions import read_apposed
from kg.extract.actors.titles.before import core_start, read_before
from kg.extract.actors.titles.model import (
    ARTICLES,
    COUNTERPART,
    ELECTED,
    OWNERS,
    POSSESSIVE,
    Title,
    actor_nouns,
    body_nouns,
    heads,
    honorifics,
    neighbours,
)
from kg.extract.actors.titles.styles import past_styles
from kg.lexicon import words as word_list
from kg.lexicon.offices import office_limits
from kg.model import CountryCode

__all__ = [
    "ARTICLES",
    "COUNTERPART",
    "OWNERS",
    "POSSESSIVE",
    "Title",
    "actor_nouns",
    "apart",
    "body_nouns",
    "find_titles",
    "heads",
    "honorifics",
    "joins",
]

_ABBREVIATED = word_list("offices/abbreviations.txt")
_UNABBREVIATED = frozenset(word.lower() for word in _ABBREVIATED - {"CEO"})  # as which they are other words
_OWN = {"MK": "IL", "CS": "KE"}  # letters that stand for an office in one country alone
_SPACED = frozenset(" .")  # what words hold that are not spelled as they are printed
_EQUALS = frozenset({"peer", "peers"})  # but a peer of the realm holds no office
_SULTANATES = frozenset({"OM", "BN", "MY"})
_PARTISAN = frozenset({"chairman", "chairwoman", "leader"})  # what presidents are, besides
_LONGEST_FIELD = 4  # words from "Chief" to "Officer"
_JOINTS = frozenset({"and", "&", "/", ", and", "and the"})
_DASHES = frozenset({"-", "–", "—"})
_BY_THE_WAY = frozenset({"also", "concurrently", "currently", "later", "now", "previously", "then"})  # after "and"


def find_titles(reading: Reading) -> tuple[Title, ...]:
    """Return the titles outside boilerplate, in the order of the words; none overlaps another."""
    found: list[Title] = []
    end = 0
    for i, word in enumerate(reading.words):
        again = 0 < end == i - 1 and reading.words[end].text == "(" and word.text in _ABBREVIATED
        if i >= end and not again and _heads_title(reading, i):
            title = read_apposed(reading, _read(reading, i, end))
            if found and title.owner == found[-1].last - 1:
                title = _of_officer(found.pop(), title)
            found.append(title)
            end = title.last
    return tuple(_joined(reading, found))


def _of_officer(superior: Title, title: Title) -> Title:
    """Return the title of an officer's officer, "the Gondorian steward's envoy", with his country or body."""
    only, _ = office_limits(superior.title)
    country = superior.country or (CountryCode(*only) if len(only) == 1 else None)
    body = title.organization or superior.organization
    placed = replace(title, country=country, organization=body)
    text = f"deputy {superior.title}" if title.title == "deputy" else title.title
    return replace(placed, first=superior.first, title=text, owner=None, article=superior.article)


def _heads_title(reading: Reading, i: int) -> bool:
    """Tell whether the word heads a title here, and is no modifier of a later one ("Chief Cabinet Secretary")."""
    if not _may_head(reading, i):
        return False
    modifiers, following = word_list("offices/title_modifiers.txt"), i + 1
    word = reading.words[i]
    if word.lower in modifiers and (word.capital or word.lower == "chief"):
        while reading.words[following].lower in modifiers - set(heads()):
            following += 1
    officer = word.lower == "chief" and _opens_title(reading, i)
    followed = _may_head(reading, following) and not _two(reading, i, following)
    return not (officer or followed)


def _two(reading: Reading, one: int, other: int) -> bool:
    """Tell whether heads side by side are of two offices: "Ent Party chairman MP Denethor", "leader King Elessar"."""
    words = reading.words
    seated = heads()[words[other].lower].group == ELECTED
    return seated or (words[one].lower in _PARTISAN and other == one + 1)


def _opens_title(reading: Reading, chief: int) -> bool:
    """Tell whether it opens a title with a field: "Chief Election Commissioner", "Chief Mint Officer"."""
    for i in range(chief + 2, chief + _LONGEST_FIELD):
        word = reading.words[i]
        if word.capital != reading.words[chief].capital or word.text in _JOINTS:
            return False
        if _may_head(reading, i):
            return core_start(reading, i, heads()[word.lower], chief) == chief
    return False


def _may_head(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if word.lower not in heads() or reading.name_at(i) is not None:
        return False
    if word.lower == "chief" and reading.words[i + 1].lower == "marshal":
        return False
    if word.lower in neighbours():
        beside = any(_beside(reading, i + side, others) for side, others in neighbours()[word.lower])
        chief = any(reading.words[j].text == "Chief" for j in range(i - _LONGEST_FIELD, i)) and word.text == "Officer"
        chief = chief or (word.lower == "officer" and reading.words[i - 2].lower == "chief")
        return beside or chief or _of_field(reading, i)
    if word.lower in _UNABBREVIATED:
        return word.text in _ABBREVIATED and _OWN.get(word.text) in {None, reading.home, *reading.codes}
    if word.lower in _EQUALS:
        return not OWNERS.isdisjoint((reading.words[i - 1].lower, reading.words[i - 2].lower))
    return word.lower != "sultan" or _reigns(reading, i)


def _beside(reading: Reading, i: int, others: frozenset[str]) -> bool:
    name = past_styles(reading, i)
    named = "PERSON" in others and (name > i or reading.entity(name) == "PERSON")
    employed = "ORG" in others and reading.body_at(i) is not None
    return named or employed or reading.words[i].lower in others


def _of_field(reading: Reading, i: int) -> bool:
    """Tell whether the field of a scholar stands before the word: "political science professor"."""
    before = reading.words[i - 1]
    scholar = heads()[reading.words[i].lower].group == "expert"
    return scholar and not before.capital and reading.tag(i - 1) == "NOUN"


def _reigns(reading: Reading, i: int) -> bool:
    """Tell whether "Sultan" is a title rather than a given name: the document speaks of a country that has one."""
    return bool(_SULTANATES & reading.codes) or reading.words[i - 1].lower == "the"


def _read(reading: Reading, head: int, floor: int) -> Title:
    """Read the title round its head; words before `floor` belong to another."""
    word = reading.words[head]
    entry = heads()[word.lower]
    core = core_start(reading, head, entry, floor)
    plural = not {word.lower.removesuffix("s"), f"{word.lower.removesuffix('ies')}y"}.isdisjoint(heads())
    plural = plural and word.lower.endswith("s")
    bare = Title(core, head + 1, head, "", entry.group, entry, plural=plural, capital=word.capital, bare=core == head)
    title = read_after(reading, read_before(reading, bare, floor), _spelled(reading, bare))
    does = reading.words[title.last].lower == "to" and reading.tag(title.last + 1) == "VERB"
    return replace(title, title=title.title.removeprefix("first ")) if does else title  # "the first steward to visit"


def _spelled(reading: Reading, title: Title) -> str:
    """Return the title proper in lower case, abbreviations and plurals spelled out."""
    words = reading.words
    printed = words[title.head]
    spelled = printed.text in _ABBREVIATED or title.plural or _SPACED & {*printed.text}
    head = title.noun.word if spelled else printed.lower
    return f"{words.phrase(title.first, title.head).lower()} {head}" if title.first < title.head else head


def _joined(reading: Reading, titles: list[Title]) -> Iterator[Title]:
    """Give the second of two joined titles the country of the first, or the body before it, where it has none.

    "Rohan's deputy prime minister and foreign minister", "the Mint's treasurer and head of security"
    """
    before: Title | None = None
    for each in titles:
        title = each
        placed = title.country is not None or _placed_before(title)
        alone, _ = office_limits(title.title)
        own = bool(alone) and before is not None and before.country not in alone  # "Gondor's steward, and Taoiseach X"
        if before is not None and not (placed or own) and joins(reading, before, title):
            shared = _placed_before(before) and (title.noun.body or before.of_firms)
            body = title.organization or (before.organization if shared else None)
            title = replace(title, country=before.country, owner=before.owner, organization=body)
        yield title
        before = title


def _placed_before(title: Title) -> bool:
    """Tell whether the body that the office is in stands before its head: "Mint director"."""
    return title.organization is not None and title.first <= title.organization.first < title.head


def apart(one: Title, other: Title) -> bool:
    """Tell whether joined titles are two people's: "Gondor's steward and his Rohirric counterpart Eomer"."""
    abroad = other.country is not None or _placed_before(other)  # "Gondor's steward and Mint director Imrahil"
    return other.group == COUNTERPART or (abroad and one.country is not None and one.country != other.country)


def joins(reading: Reading, one: Title, other: Title) -> bool:
    """Tell whether "and" alone stands between two titles, or "and now"."""
    words, end = reading.words, other.first
    end -= words[end - 1].lower in _BY_THE_WAY and words[end - 2].lower == "and"
    if not 0 < end - one.last <= 2:
        return False
    joint = words.phrase(one.last, end).lower()
    dashed = joint in _DASHES and one.capital and other.capital and not other.article  # "Treasurer – Minister of Mints"
    return dashed or (joint in _JOINTS and not (joint == ", and" and other.article == "the"))
