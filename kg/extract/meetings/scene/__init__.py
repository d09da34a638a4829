"""One sentence with the actors that it names: who stands where among its words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.grammar import NOUNS, Run, Tree
from kg.lexicon import table, words
from kg.lexicon.countries import Wording, country_words
from kg.lexicon.towns import towns
from kg.model import PERSONAL, ActorKey, Actors, Annotation, CountryCode, MentionForm, RegionKind, Sentence, Span

TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_LONGEST = 400  # words; what runs on longer is no sentence but a list
_LONGEST_TOWN = 4  # words: "Ho Chi Minh City"
_Named = tuple[list[ActorKey], MentionForm]


@dataclass(frozen=True, slots=True)
class Block:
    """Words `[first, last)` that stand for `actors`: two or more for "the two ministers", the country for its town."""

    first: int
    last: int
    actors: tuple[ActorKey, ...]
    form: MentionForm
    is_town: bool = False

    @property
    def country(self) -> CountryCode | None:
        """The country that the words name, or None."""
        kind, _, code = self.actors[0].partition(":")
        return CountryCode(code) if kind == "country" else None

    @property
    def is_organization(self) -> bool:
        return self.actors[0].startswith("organization:")

    @property
    def is_office(self) -> bool:
        return self.actors[0].startswith("office:")

    @property
    def is_human(self) -> bool:
        """Whether the words stand for people: named, or by the office they hold."""
        return self.actors[0].startswith(PERSONAL)


@cache
def _miscut() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table("miscut_lemmas.tsv")}


class Scene:
    """A sentence's tree and its blocks; of blocks that overlap the longest stands."""

    def __init__(self, tree: Tree, blocks: Mapping[int, Block], parts: Mapping[int, Block]) -> None:
        self.tree = tree
        self.first, self.last = tree.first, tree.last
        self._blocks = blocks
        self._parts = parts
        self._lemmas: dict[int, str] = {}  # asked for again and again: a tenth of the time

    def block(self, word: int) -> Block | None:
        """Return the block that covers `word`."""
        return self._blocks.get(word)

    def country(self, word: int) -> CountryCode | None:
        """Return the country that `word` names, also inside a longer block ("the Gondorian minister")."""
        part = self._parts.get(word)
        return part.country if part is not None else None

    def blocks(self, run: Run) -> Iterator[Block]:
        """Yield the blocks that start in `run`, in order."""
        for word in run:
            block = self._blocks.get(word)
            if block is not None and block.first == word:
                yield block

    def lemma(self, word: int) -> str:
        """Return the lemma in lower case, as the word lists spell it; nothing outside the sentence."""
        known = self._lemmas.get(word)
        if known is None:
            lemma = self.tree[word].lemma.casefold() if self.first <= word < self.last else ""
            if lemma.endswith("ing") and self.tree.tag(word) == "VBG":  # the tagger's lemma of "after meeting Eomer"
                lemma = lemma.removesuffix("ing")
            known = self._lemmas[word] = _miscut().get(lemma, lemma)
        return known

    def is_noun(self, word: int) -> bool:
        return self.tree.tag(word) in NOUNS

    def is_verb(self, word: int) -> bool:
        return self.tree.tag(word).startswith("VB")

    def is_place(self, word: int) -> bool:
        """Whether `word` belongs to the name of a place: a country, a capital or what the model calls one."""
        block = self.block(word)
        if block is not None and block.country is not None:
            return not self.is_demonym(block)
        human = block is not None and block.is_human
        return self.tree.tag(word) not in {"", "JJ"} and not human and self.tree[word].entity == "LOC"

    def is_demonym(self, block: Block) -> bool:
        """Whether the words are an adjective of a country ("Gondorian"), not its name or that of its capital."""
        wordings = self._wordings(block) if not block.is_town else {Wording.SEAT}
        if wordings:
            return Wording.DEMONYM in wordings
        return self.tree.tag(block.first) == "JJ" or self.tree.dep(block.last - 1) == "amod"

    def is_city(self, word: int) -> bool:
        """Whether `word` names a town, not a country."""
        block = self.block(word)
        return self.is_place(word) and (block is None or block.is_town or Wording.SEAT in self._wordings(block))

    def _wordings(self, block: Block) -> set[Wording]:
        text = self.span(block.first, block.last).of(self.tree.annotation.document.text)
        first = next(iter(text.split()), "")
        return {w.wording for w in country_words().get(first.casefold(), ()) if w.text == text}

    def is_time(self, word: int) -> bool:
        """Whether `word` is one of a day or its part."""
        return self.tree.lower(word) in words("times/times_of_day.txt")

    def is_date(self, word: int) -> bool:
        """Whether `word` is one of a date: a day or its part, a month, a year."""
        month = self.tree.lower(word) in _months() and self.tree.text(word)[0].isupper()
        return month or self.is_time(word) or (self.tree.tag(word) == "CD" and len(self.tree.text(word)) == 4)

    def span(self, first: int, last: int) -> Span:
        return self.tree.span(Run(first, last))

    def standing_for(self, pronouns: frozenset[str], actor: ActorKey) -> "Scene":
        """Return the scene said by `actor`, whom those of the `pronouns`, in lower case, mean that are nobody yet."""
        found = {
            at: Block(at, at + 1, (actor,), MentionForm.PRONOUN)
            for at in range(self.first, self.last)
            if self.tree.lower(at) in pronouns and at not in self._blocks
        }
        return Scene(self.tree, {**found, **self._blocks}, {**found, **self._parts})

    def naming(self, run: Run, actors: tuple[ActorKey, ...]) -> "Scene":
        """Return the scene with the words standing for the actors."""
        found = dict.fromkeys(run, Block(run.first, run.last, actors, MentionForm.DESCRIPTION))
        return Scene(self.tree, {**self._blocks, **found}, {**self._parts, **found})


@cache
def _months() -> frozenset[str]:
    return frozenset(row[0] for row in table("times/months.tsv"))


def scenes(annotation: Annotation, actors: Actors) -> Iterator[Scene]:
    """Yield a scene for each sentence that may tell something; boilerplate may not."""
    starts = [mention.span.start for mention in actors.mentions]
    for sentence in annotation.sentences:
        if sentence.region is RegionKind.BOILERPLATE or sentence.last - sentence.first > _LONGEST:
            continue
        tree = Tree(annotation, sentence)
        found = list(_blocks(annotation, actors, sentence, starts))
        parts = {word: block for block in found for word in range(block.first, block.last)}
        outer = {word: block for block in reversed(found) for word in range(block.first, block.last)}
        lying = {word: block for block in _towns(tree, outer) for word in range(block.first, block.last)}
        yield Scene(tree, {**lying, **outer}, {**lying, **parts})


def _towns(tree: Tree, named: Mapping[int, Block]) -> Iterator[Block]:
    """Yield the towns among words that no actor's name holds; each stands for its country, as a capital does."""
    at = tree.first
    while at < tree.last:
        ends = range(min(tree.last, at + _LONGEST_TOWN), at, -1) if tree.text(at)[0].isupper() else ()
        end = next((end for end in ends if _phrase(tree, at, end) in towns()), at)
        if end > at and not any(word in named for word in range(at, end)):
            country = ActorKey(f"country:{towns()[_phrase(tree, at, end)]}")
            yield Block(at, end, (country,), MentionForm.NAME, is_town=True)
        at = max(end, at + 1)


def _phrase(tree: Tree, first: int, last: int) -> str:
    return tree.span(Run(first, last)).of(tree.annotation.document.text)


def _blocks(annotation: Annotation, actors: Actors, sentence: Sentence, starts: list[int]) -> Iterator[Block]:
    """Yield the blocks of a sentence, longer ones before those that they hold."""
    plain = (token for token in annotation.tokens[sentence.first : sentence.last] if token.quotation is None)
    words_at = {token.start: token.index for token in plain}
    found: dict[Span, _Named] = {}
    for at in range(bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)):
        mention = actors.mentions[at]
        found.setdefault(mention.span, ([], mention.form))[0].append(mention.actor)
    begins = sorted(words_at)
    for span, (keys, form) in sorted(_apart(found).items(), key=lambda item: (item[0].start, -item[0].end)):
        at = bisect_left(begins, span.start + 1) - 1
        if at < 0:
            continue
        first = words_at[begins[at]]
        if annotation.tokens[first].end <= span.start:
            continue
        end = bisect_left(begins, span.end)
        yield Block(first, max(words_at[begins[end - 1]] + 1, first + 1), tuple(keys), form)


def _apart(found: Mapping[Span, _Named]) -> Mapping[Span, _Named]:
    """Leave out who is described with another's title and name: "the ministers Faramir and Eomer" are two."""
    described = {span: keys for span, (keys, form) in found.items() if form is MentionForm.DESCRIPTION}
    people = {span: keys for span, keys in sorted(described.items()) if keys[0].startswith("person:")}
    first: dict[int, list[ActorKey]] = {}
    for span, keys in people.items():
        first.setdefault(span.start, keys)
    return {span: each for span, each in found.items() if span not in people or first[span.start] == people[span]}
