"""Several actors at once: "the two countries", and whom "they" means."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.reading import Reading
from kg.lexicon.countries import Wording
from kg.model import ActorKey, Annotation, Sentence, Token

COUNTRIES = frozenset({"countries", "nations", "states", "neighbours", "neighbors"})

_TWO = frozenset({"two", "both"})
_MEETING = frozenset({"meet", "receive", "host", "welcome", "greet"})
_RARE = 3  # a third country named that many times less often than the second does not count
_BACK = 2  # sentences that "they" goes back over


def two_countries(reading: Reading) -> Iterator[tuple[int, int, tuple[ActorKey, ...]]]:
    """Find "the two countries" as a subject, and "of both nations", where the text so far is about two countries.

    Yields the words `[first, last)` and the two.
    """
    words = reading.words
    named = sorted((m for m in reading.countries if m.code), key=lambda mention: mention.span)
    counts: Counter[str] = Counter()
    at = 0
    for i, word in enumerate(words):
        token = reading.token(i) if word.lower in COUNTRIES and words[i - 1].lower in _TWO else None
        first = i - 2 if words[i - 2].lower == "the" else i - 1
        if token is None or not (token.dep.startswith("nsubj") or words[first - 1].lower == "of"):
            continue
        while at < len(named) and named[at].span.start < word.start:
            counts[named[at].code or ""] += 1
            at += 1
        pair = _joined_before(reading, named[:at], token) or _two_most(counts)
        if pair:
            yield first, i + 1, pair


def _joined_before(reading: Reading, named: Sequence[CountryMention], noun: Token) -> tuple[ActorKey, ...]:
    """Return the two countries that "and" joins before "the two neighbours" in its sentence."""
    last = named[-2:]
    text = reading.annotation.text
    if len(last) < 2 or text[last[0].span.end : last[1].span.start] not in {" and ", " and the "}:
        return ()
    between = text[last[1].span.end : noun.start]
    pair = tuple(ActorKey(f"country:{mention.code}") for mention in last)
    return pair if ". " not in between else ()


def _two_most(counts: Counter[str]) -> tuple[ActorKey, ...]:
    """Return the two countries that the text is about; none if there are fewer, or a third one is as prominent."""
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * _RARE > ranked[1][1]):
        return ()
    return tuple(ActorKey(f"country:{code}") for code, _ in ranked[:2])


class Groups:
    """Follows which sentences have several actors as their subject.

    `pairs` are those told together, the last first: "Denethor and Imrahil", "Denethor met with Imrahil".
    """

    def __init__(self, reading: Reading, before: dict[int, int]) -> None:
        self._annotation = reading.annotation
        self._before = before
        self._actors = dict(_country_tokens(reading.annotation, reading.countries))
        self._subjects: dict[int, list[Token]] = {}
        self._joined: dict[int, list[Token]] = {}
        self.pairs: list[frozenset[ActorKey]] = []
        self._doing: dict[int, list[int]] = {}  # the subjects of verbs
        self._done_with: dict[int, int] = {}  # the verbs of those with whom something is done
        self._with: dict[int, list[Token]] = {}  # those with whom something is done, or who are met, by verbs
        for sentence in reading.annotation.sentences:
            for token in reading.annotation.tokens[sentence.first : sentence.last]:
                if token.dep.startswith("nsubj"):
                    self._subjects.setdefault(sentence.index, []).append(token)
                    self._doing.setdefault(token.head, []).append(token.index)
                elif token.dep == "conj":
                    self._joined.setdefault(token.head, []).append(token)
                elif token.dep == "obj":
                    if reading.annotation.tokens[token.head].lemma in _MEETING:
                        self._note(token, token.head)
                elif token.dep == "case" and token.text.lower() == "with":
                    self._note_with(reading.annotation.tokens, token)

    def _note_with(self, tokens: Sequence[Token], preposition: Token) -> None:
        """Take note of whom a "with" brings to a verb: "met *with* Imrahil", "held talks *with* Imrahil"."""
        whom = tokens[preposition.head]
        verb = tokens[whom.head]
        if verb.dep == "obj":
            verb = tokens[verb.head]
        self._note(whom, verb.index)

    def _note(self, whom: Token, verb: int) -> None:
        self._with.setdefault(verb, []).append(whom)
        self._done_with[whom.index] = verb

    def add(self, actors: tuple[ActorKey, ...], token: Token) -> None:
        """Take note that the words headed by `token` speak of the actors."""
        self._actors[token.index] = actors
        head = self._annotation.tokens[token.head] if token.dep == "appos" else token  # "his counterpart, Imrahil"
        beside = [head.head] if head.dep == "conj" else self._doing.get(self._done_with.get(head.index, -1), [])
        pairs = (frozenset({actor, other}) for at in beside for other in self._actors.get(at, ()) for actor in actors)
        self.pairs[:0] = [pair for pair in pairs if len(pair) > 1]

    def meant(self, pronoun: Token, sentence: Sentence) -> tuple[ActorKey, ...]:
        """Return whom "they" means: the several who are the subject of a clause before it, or nobody.

        In the sentence before they may also be somebody and with whom he is: "Denethor met with Imrahil".
        """
        at: int | None = sentence.index
        for _ in range(_BACK + 1):
            if at is None:
                return ()
            for subject in reversed(self._subjects.get(at, [])):
                if subject.index >= pronoun.index:
                    continue
                actors = self._all(subject)
                if len(actors) == 1 and at == self._before.get(sentence.index):
                    actors = tuple(dict.fromkeys((*actors, *self._beside(subject))))
                if len(actors) > 1:
                    return actors
                if subject.tag in {"NNS", "NNPS"} and not actors:
                    return ()  # others are meant, who are not named
            at = self._before.get(at)
        return ()

    def _beside(self, subject: Token) -> tuple[ActorKey, ...]:
        """Return the person with whom, a person himself, the subject does what its verb tells, or whom he meets."""
        found = (self._actors.get(token.index, ()) for token in self._with.get(subject.head, ()))
        told = [keys for keys in found if keys]
        return told[0] if len(told) == 1 else ()

    def _all(self, subject: Token) -> tuple[ActorKey, ...]:
        """Return the actors of a subject and of all that is joined to it; nobody if one part is not known."""
        parts = [self._actors.get(token.index, ()) for token in (subject, *self._joined.get(subject.index, []))]
        return tuple(dict.fromkeys(key for part in parts for key in part)) if all(parts) else ()


def _country_tokens(
    annotation: Annotation, countries: tuple[CountryMention, ...]
) -> Iterator[tuple[int, tuple[ActorKey, ...]]]:
    """Yield the tokens of each country's name with its actor; demonyms are nobody."""
    starts = {token.start: token for token in annotation.tokens if token.quotation is None}
    for mention in countries:
        token = starts.get(mention.span.start)
        if mention.code is None or mention.wording is Wording.DEMONYM:
            continue
        while token is not None and token.end <= mention.span.end:
            yield token.index, (ActorKey(f"country:{mention.code}"),)
            following = annotation.tokens[token.index + 1 : token.index + 2]
            token = following[0] if following else None
