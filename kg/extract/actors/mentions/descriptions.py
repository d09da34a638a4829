"""Descriptions of somebody who is not named beside them: "the Gondorian minister", "the two leaders"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.actors.cast import Cast
from kg.extract.actors.titles import Title, actor_nouns
from kg.extract.actors.words import Words
from kg.model import ActorKey, CountryCode

_NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
_PEOPLE = frozenset({"men", "women", "figures"})
_BEFORE_NOUN = frozenset({"top", "senior", "chief", "high-ranking", "veteran", "said"})
_OF_STATES = frozenset({"state", "government"})  # of which somebody is the head
_GUESTS = frozenset({"guest", "visitor"})  # known only by their countries
_ALL = frozenset({"the", "all", "these"})
_ADDRESSES = {
    "Majesty": frozenset({"king", "queen", "sultan", "emperor", "empress"}),
    "Highness": frozenset({"prince", "princess", "emir"}),
}
"""How somebody is addressed, and the styles that he bears."""


@dataclass(frozen=True, slots=True)
class Description:
    """The words `[first, last)`; `title` where an office is named, else `groups` that the noun may mean.

    Of a `plural` one `number` tells how many are meant, 0 if the text does not.
    """

    first: int
    last: int
    title: Title | None = None
    groups: frozenset[str] = frozenset()
    country: CountryCode | None = None
    organization: ActorKey | None = None
    plural: bool = False
    number: int = 0


def find_descriptions(cast: Cast) -> list[Description]:
    """Return the descriptions of somebody not named beside them, in the order of the words."""
    words = cast.reading.words
    titled = [
        _titled(words, held.title)
        for held in cast.held
        if (held.holder is None or held.rule == "role-lead") and words[held.title.last].lower != "of"
    ]
    found = [*titled, *_nouns(cast), *_pairs(cast), *_addresses(cast)]
    return sorted(found, key=lambda description: description.first)


def _addresses(cast: Cast) -> Iterator[Description]:
    """Find "His Majesty" where no name and no title follows."""
    words = cast.reading.words
    for style, borne in _ADDRESSES.items():
        for i in words.starting(style):
            alone = not words[i + 1].capital and words[i + 1].lower != "the"
            if alone and words[i - 1].lower in {"his", "her"}:
                yield Description(i - 1, i + 1, groups=borne)


def _nouns(cast: Cast) -> Iterator[Description]:
    """Find "the top Gondorian diplomat": an article, at most a country or body, a noun for somebody."""
    words = cast.reading.words
    for i, word in enumerate(words):
        heads_state = word.lower == "head" and words[i + 1].lower == "of" and words[i + 2].lower in _OF_STATES
        last = i + 3 if heads_state else i + 1
        noun = frozenset({"leader"}) if heads_state else actor_nouns().get(word.lower)
        ranked = noun is not None and "rank" in noun and not words[last].capital  # "the Senior General"
        if (
            noun is None
            or (word.capital and not ranked)
            or cast.reading.name_at(i)
            or cast.reading.tag(last) in {"NOUN", "PROPN"}
        ):
            continue
        first, country, body, owned = i, None, None, False
        while not owned:
            owned = words[first - 1].text == "'s"
            found, name = cast.reading.country_before(first - owned), cast.reading.body_at(first - 1)
            if name is not None:
                first, body = name.first, cast.key_of(name)
            elif found:
                first, country = found[1], found[0].code
            elif words[first - 1].lower in _BEFORE_NOUN:
                first -= 1
            else:
                break
        definite = words[first - 1].lower in {"the", "this"}
        known = country is None if heads_state else country is not None or word.lower not in _GUESTS  # else a title
        if known and (definite or (owned and country)):
            yield Description(first - definite, last, groups=noun, country=country, organization=body)


def _titled(words: Words, title: Title) -> Description:
    """Return the description that a title is, from "the three" on."""
    counted = _number(words, title.first)
    number = counted or _NUMBERS.get(title.article, 0)
    return Description(title.first - 2 * (counted > 0), title.last, title, plural=title.plural, number=number)


def _number(words: Words, noun: int) -> int:
    """Return how many are meant by the noun behind "the three"; 0 where no number stands there."""
    number = _NUMBERS.get(words[noun - 1].lower, 0)
    return number if words[noun - 2].lower in _ALL or words[noun - 1].lower == "both" else 0


def _pairs(cast: Cast) -> Iterator[Description]:
    """Find "the two", "the trio", "the two men" and "the officials", where they act."""
    words = cast.reading.words
    for i, word in enumerate(words):
        token = cast.reading.token(i)
        if token is None or not token.dep.startswith("nsubj"):
            continue
        number, singular = _number(words, i), word.lower.removesuffix("s")
        noun = actor_nouns().get(singular, frozenset()) if singular != word.lower else frozenset[str]()
        if word.lower in _NUMBERS and words[i - 1].lower == "the":
            yield Description(i - 1, i + 1, plural=True, number=_NUMBERS[word.lower])
        elif number and (noun or word.lower in _PEOPLE):
            first = i - 1 if words[i - 1].lower == "both" else i - 2
            yield Description(first, i + 1, groups=noun, plural=True, number=number)
        elif noun and words[i - 1].lower == "the":
            yield Description(i - 1, i + 1, groups=noun, plural=True)
