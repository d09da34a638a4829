"""What has been read so far of a document: its words, its countries, and which words are already part of a name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlsplit

from kg.extract.actors.countries import CountryIndex, CountryMention, find_countries
from kg.extract.actors.words import Words
from kg.extract.grammar import Tree
from kg.lexicon.organizations import KnownOrganization
from kg.lexicon.publishers import publisher_country
from kg.model import ActorKey, Annotation, CountryCode, Span, Token


class NameKind(StrEnum):
    """What a name names; OTHER are events, treaties, buildings: names that are no actors."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """The words `[first, last)` are a name; `rule` says what told so.

    `known` is the list's entry for an organisation known world-wide, `country` where an organisation belongs.
    """

    first: int
    last: int
    kind: NameKind
    rule: str
    country: CountryCode | None = None
    known: KnownOrganization | None = None


KeyOf = Callable[[Name | None], ActorKey | None]
"""Returns whom a name names; None for no name, or one that names nobody."""


class Reading:
    """The words of one document, and the names found in them by one step after another.

    `title_words` are the words of titles, `title_heads` the ones that head them: no part of a person's name.
    """

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.words = Words(annotation)
        self.countries = find_countries(self.words, self.home)
        self.country_at = CountryIndex(self.words, self.countries)
        self.codes = frozenset(mention.code for mention in self.countries if mention.code)
        self.title_heads: frozenset[int] = frozenset()
        self.title_words: frozenset[int] = frozenset()
        self._names: list[Name | None] = [None] * len(self.words)
        self._tree: Tree | None = None
        self._tokens = {token.start: token for token in annotation.tokens if token.quotation is None}

    @cached_property
    def home(self) -> CountryCode | None:
        """The country that the outlet writes from."""
        document = self.annotation.document
        country = publisher_country(document.publisher) or publisher_country(urlsplit(document.url or "").hostname)
        return CountryCode(country) if country else None

    def claim(self, name: Name) -> bool:
        """Take the words for `name`, unless some are part of another; tell whether it was done."""
        if name.first >= name.last or any(self._names[name.first : name.last]):
            return False
        self._names[name.first : name.last] = [name] * (name.last - name.first)
        return True

    def drop_countries_in(self, names: Iterable[Name]) -> None:
        """Forget the country mentions that are parts of the names: "Chad Baggins" is not from there."""
        inside = {id(self.country_at.covering(i)) for name in names for i in range(name.first, name.last)}
        self.countries = tuple(mention for mention in self.countries if id(mention) not in inside)
        self.country_at = CountryIndex(self.words, self.countries)

    def name_at(self, word: int) -> Name | None:
        """Return the name that the word is part of."""
        return self._names[word] if 0 <= word < len(self._names) else None

    def person_at(self, word: int) -> Name | None:
        """Return the person's name that the word is part of."""
        name = self.name_at(word)
        return name if name is not None and name.kind is NameKind.PERSON else None

    def body_at(self, word: int) -> Name | None:
        """Return the organisation's name that the word is part of."""
        name = self.name_at(word)
        return name if name is not None and name.kind is NameKind.ORGANIZATION else None

    def names(self, kind: NameKind) -> list[Name]:
        """Return the names of a kind, in the order of the words."""
        found = (name for i, name in enumerate(self._names) if name is not None and name.first == i)
        return [name for name in found if name.kind is kind]

    def span(self, name: Name) -> Span:
        return self.words.span(name.first, name.last)

    def phrase(self, name: Name) -> str:
        """Return the name as printed, white space folded."""
        return self.words.phrase(name.first, name.last)

    def token(self, word: int) -> Token | None:
        """Return the token that begins where the word does."""
        return self._tokens.get(self.words[word].start)

    def entity(self, word: int) -> str:
        """Return what the language model takes the word for: PERSON, ORG, LOC, NORP or nothing."""
        token = self.token(word)
        return token.entity if token else ""

    def tag(self, word: int) -> str:
        """Return the part of speech that the language model gives the word, or nothing."""
        token = self.token(word)
        return token.pos if token else ""

    def tree(self, word: int) -> Tree:
        """Return the sentence of the word as a tree; the last one is kept."""
        index = self.words[word].sentence
        if self._tree is None or self._tree.sentence.index != index:
            self._tree = Tree(self.annotation, self.annotation.sentences[index])
        return self._tree

    def country_before(self, word: int) -> tuple[CountryMention, int] | None:
        """Return the country mention that ends just before `word`, and its first word."""
        return self.country_at.ending(word - 1)

    def owner_before(self, word: int) -> tuple[CountryMention, int] | None:
        """Return the country whose what begins at `word` is, and its first word: "Gondorian", "Gondor's"."""
        return self.country_before(word - (self.words[word - 1].text == "'s"))
