"""Statements made comparable: who speaks, when the document came out, and the words weighed by their rarity."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log

from kg.model.facts import ActorKey, Facts, MeetingKey, Statement
from kg.model.text import DocId, Span
from kg.model.world import EntityId
from kg.resolve.statements.wording import telling_words

_COUNTRY = "country:"
# A word within a statement that begins with a capital: a name, or part of one.
_CAPITALIZED = re.compile(r"(?<!^)\b[A-Z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Statement number `index` of a document. `speaker` and `relay` are paths below `id/`.

    `names` are those of its `words` that are printed with a capital only; `countries` those that it speaks of, by
    whatever words ("Riyadh", "Saudi").
    """

    doc: DocId
    index: int
    speaker: str
    relay: str | None
    meeting: MeetingKey | None
    issued: date | None
    words: frozenset[str]
    names: frozenset[str]
    countries: frozenset[ActorKey]


def utterances(facts: Iterable[Facts], actor_of: Mapping[tuple[DocId, ActorKey], EntityId]) -> Iterator[Utterance]:
    """Yield every statement of every document."""
    for each in facts:
        document = each.document

        def path(key: ActorKey, doc: DocId = document.id) -> str:
            return key.replace(":", "/").lower() if key.startswith(_COUNTRY) else actor_of[doc, key]

        for index, statement in enumerate(each.statements):
            text = " ".join(span.of(document.text) for span in _words_said(statement))
            words = telling_words(text)
            yield Utterance(
                doc=document.id,
                index=index,
                speaker=path(statement.speaker),
                relay=path(statement.relayed_by) if statement.relayed_by else None,
                meeting=statement.meeting,
                issued=document.issued,
                words=words,
                names=words - telling_words(_CAPITALIZED.sub("", text)),
                countries=frozenset(key for key in statement.mentions if key.startswith(_COUNTRY)),
            )


def _words_said(statement: Statement) -> tuple[Span, ...]:
    """Return the content without the speaker and cue that a relay's quotation may open with."""
    first, cue = statement.content[0], statement.cue
    inside = cue is not None and first.contains(cue)
    return (Span(cue.end, first.end), *statement.content[1:]) if cue and inside else statement.content


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two statements' words have in common: `shared` words, `plain` ones that are no names, and their weight.

    `overall` is the part of all the weight (Dice), `covered` the part of the shorter statement's. `figures` is false
    where each gives a number that the other does not, `countries` where each speaks of such a country.
    """

    shared: int
    plain: int
    overall: float
    covered: float
    figures: bool
    countries: bool


class Weights:
    """Weighs words by how few statements have them, so that "terrorism" counts for less than "hypocrisy"."""

    def __init__(self, statements: Iterable[Utterance]) -> None:
        every = list(statements)
        self._count = len(every)
        self._having = Counter(word for each in every for word in each.words)

    def of(self, word: str) -> float:
        return log(1 + self._count / self._having[word])

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """Return the words that fewest statements have, at most `number`."""
        return sorted(words, key=lambda word: (self._having[word], word))[:number]

    def likeness(self, a: Utterance, b: Utterance) -> Likeness:
        """Compare the wording of two statements."""
        both = a.words & b.words
        common = self._sum(both)
        lengths = sorted((self._sum(a.words), self._sum(b.words)))
        if not lengths[0]:
            return Likeness(0, 0, 0.0, 0.0, figures=True, countries=True)
        first, second = ({word for word in each.words if word.isdigit()} for each in (a, b))
        plain = len(both - a.names - b.names)
        overall, covered = 2 * common / sum(lengths), common / lengths[0]
        figures = first <= second or second <= first
        countries = a.countries <= b.countries or b.countries <= a.countries
        return Likeness(len(both), plain, overall, covered, figures=figures, countries=countries)

    def _sum(self, words: Iterable[str]) -> float:
        return sum(map(self.of, sorted(words)))  # in one order: floating-point sums depend on it
