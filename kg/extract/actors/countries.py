"""Where the text names a country: by name, demonym or seat of government."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.actors.words import Words
from kg.lexicon.countries import CountryWords, Wording, country_words
from kg.lexicon.towns import towns
from kg.model import CountryCode, Span

_OTHER = re.compile(r" ?\$|'\d\d\b")  # "US$ 5" is not of the United States, and "LIMA'25" is a fair
_TREATY = re.compile(r" (?:Accords?|Agreement|Convention|Declaration|Protocol|Treaty)\b")
_LONGEST_TOWN = 4  # words of a town's name
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CountryMention:
    """`code` is None for words that name one of several countries, or only look like a country's."""

    span: Span
    code: CountryCode | None
    wording: Wording


def find_countries(words: Words, home: CountryCode | None = None) -> tuple[CountryMention, ...]:
    """Return the country mentions outside boilerplate, in text order, also within hyphened words ("Russia-Iran").

    A demonym that several countries share is that of `home`, or else of the only one that the text names outright.
    """
    found: list[CountryMention] = []
    shared: dict[Span, frozenset[str]] = {}
    index = country_words()
    end = before = -1
    for word in words:
        if not word.is_word:
            continue
        if word.start < before:  # back to what a quotation says
            end = -1
        before = word.start
        for match in _WORD.finditer(word.text):
            start = word.start + match.start()
            if start < end or not match.group()[0].isupper():
                continue
            entry = _match(words.text, start, index.get(match.group().casefold(), ()))
            if entry:
                end = start + len(entry.text)
                code = CountryCode(entry.code) if entry.code else None
                found.append(CountryMention(Span(start, end), code, entry.wording))
                shared[found[-1].span] = entry.among
    named = frozenset(mention.code for mention in found if mention.code)
    told = (_told(mention, shared[mention.span], named, home) for mention in found)
    return tuple(sorted(told, key=lambda mention: mention.span))


def _told(
    mention: CountryMention, among: frozenset[str], named: frozenset[CountryCode], home: CountryCode | None
) -> CountryMention:
    """Return the mention with the one of the countries that share its word which is meant, if that can be told."""
    meant = among & {home} or among & named
    return replace(mention, code=CountryCode(*meant)) if len(meant) == 1 else mention


@dataclass(frozen=True, slots=True)
class Town:
    """The words `[first, last)` name a town, province or region of a country."""

    first: int
    last: int
    country: CountryCode


def find_towns(words: Words, first: int = 0, last: int | None = None) -> Iterator[Town]:
    """Yield the towns, provinces and regions that the words `[first, last)` name, the longest names that fit."""
    end = len(words) if last is None else last
    at = first
    while at < end:
        printed = [words[i].text for i in range(at, min(at + _LONGEST_TOWN, end))] if words[at].capital else []
        names = (" ".join(printed[:length]) for length in range(len(printed), 0, -1))
        name = next((name for name in names if name in towns()), "")
        length = len(name.split()) or 1
        if name:
            yield Town(at, at + length, CountryCode(towns()[name]))
        at += length


def _match(text: str, start: int, candidates: tuple[CountryWords, ...]) -> CountryWords | None:
    for candidate in candidates:
        end = start + len(candidate.text)
        printed = text[start:end]
        if (printed == candidate.text or _shouted(printed, candidate.text)) and not text[end : end + 1].isalnum():
            if _OTHER.match(text, end) or (candidate.wording is Wording.SEAT and _TREATY.match(text, end)):
                return None  # the "Paris Agreement" is not France's
            return candidate
    return None


def _shouted(printed: str, wording: str) -> bool:
    """Tell whether it is the wording in capitals, as in a dateline."""
    return len(wording) > 3 and printed == wording.upper()


class CountryIndex:
    """Country mentions by the words they cover."""

    def __init__(self, words: Words, mentions: tuple[CountryMention, ...]) -> None:
        self._by_first: dict[int, tuple[CountryMention, int]] = {}
        self._by_last: dict[int, tuple[CountryMention, int]] = {}
        self._covering: dict[int, CountryMention] = {}
        for mention, covered in _whole_words(words, mentions):
            self._by_first[covered.start] = (mention, covered.stop)
            self._by_last[covered.stop - 1] = (mention, covered.start)
            self._covering.update((word, mention) for word in covered)

    def starting(self, word: int) -> tuple[CountryMention, int] | None:
        """Return the mention that begins with this word, and the word after it."""
        return self._by_first.get(word)

    def covering(self, word: int) -> CountryMention | None:
        """Return the mention that the word is part of."""
        return self._covering.get(word)

    def ending(self, word: int) -> tuple[CountryMention, int] | None:
        """Return the mention that ends with this word, and its first word."""
        return self._by_last.get(word)


def _whole_words(words: Words, mentions: tuple[CountryMention, ...]) -> Iterator[tuple[CountryMention, range]]:
    for mention in mentions:
        covered = words.range_of(mention.span)
        if words.span(covered.start, covered.stop) == mention.span:
            yield mention, covered
