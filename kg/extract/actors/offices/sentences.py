"""Which titles and countries stand in the sentence of a title."""

from collections.abc import Iterable, Sequence

from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import Title
from kg.model import CountryCode

_REACH = 120  # words on each side of a title that are its sentence
_MOST = 120  # titles of a sentence that are compared with one another


class Sentences:
    """The titles of a document by their sentences; `in_titles` has the head of the title that each word is part of."""

    def __init__(self, reading: Reading, held: Sequence[Held]) -> None:
        self._reading = reading
        self._held: dict[int, list[Held]] = {}
        self.in_titles: dict[int, int] = {}
        for each in held:
            self._held.setdefault(reading.words[each.title.head].sentence, []).append(each)
            self.in_titles |= dict.fromkeys(range(each.title.first, each.title.last), each.title.head)

    def of(self, title: Title) -> range:
        """Return the words of the sentence of the title."""
        return self._reading.words.sentence_round(title.head, _REACH)

    def titles_with(self, title: Title) -> Sequence[Held]:
        """Return the titles in the sentence of the title, itself among them."""
        return self._held[self._reading.words[title.head].sentence][:_MOST]

    def named_in(self, title: Title) -> set[CountryCode | None]:
        """Return the countries that the title itself names: that to which an envoy is sent."""
        return self._named(range(title.first, title.last))

    def named_with(self, title: Title, served: CountryCode | None) -> CountryCode | None:
        """Return the only country besides the given one that the sentence of the title names."""
        codes = self._named(self.of(title)) - {None, served}
        return next(iter(codes)) if served and len(codes) == 1 else None

    def _named(self, words: range) -> set[CountryCode | None]:
        mentions = map(self._reading.country_at.covering, words)
        return {mention.code for mention in mentions if mention is not None}

    def last_before(self, title: Title) -> CountryCode | None:
        """Return the last country that the sentence names before the title, other titles' countries aside."""
        before = reversed(range(self.of(title).start, title.first))
        return self._first_named(i for i in before if self.in_titles.get(i, title.head) == title.head)

    def last_named(self, title: Title) -> CountryCode | None:
        """Return the last country that is named before the title, no further than a sentence away."""
        words = self._reading.words
        before = range(title.first - 1, max(title.first - _REACH, 0), -1)
        return self._first_named(i for i in before if words[title.head].sentence - words[i].sentence <= 1)

    def _first_named(self, words: Iterable[int]) -> CountryCode | None:
        mentions = map(self._reading.country_at.covering, words)
        return next((mention.code for mention in mentions if mention is not None and mention.code), None)

    def person_before(self, title: Title) -> Name | None:
        """Return whose counterpart it is: the owner, else the last person before in a sentence that no "he" opens."""
        first = self.of(title).start
        at = title.owner if title.owner is not None else title.first - 1
        his = title.owner is None and self._reading.words[first].lower in {"he", "she"}
        names = (self._reading.person_at(i) for i in range(at, first - 1, -1))
        return None if his else next(filter(None, names), None)
