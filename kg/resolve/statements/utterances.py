"""Statements made comparable: who speaks, when the document came out, and the words weighed by their rarity."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum, log

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

    `confidence` is that of the reading: that it was said, by this speaker.
    `names` are those of its `words` that are printed with a capital only; `countries` those that it speaks of, by
    whatever words ("Riyadh", "Saudi").
    """

    doc: DocId
    index: int
    speaker: str
    relay: str | None
    meeting: MeetingKey | None
    issued: date | None
    confidence: float
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
                confidence=statement.confidence,
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
    """How much two statements' words have in common: `shared` words, `plain` ones that are no names.

    `telling` is what the plain ones weigh: 1 for a word that no other statement has, less the more have it. `overall`
    is the part of all the weight, names included (Dice), `covered` the part of the shorter statement's. `figures` is
    false where each gives a number that the other does not, `countries` where each speaks of such a country.
    """

    shared: int
    plain: int
    telling: float
    overall: float
    covered: float
    figures: bool
    countries: bool


class Weights:
    """Weighs words by how few statements have them, so that "terrorism" counts for less than "hypocrisy"."""

    def __init__(self, statements: Iterable[Utterance]) -> None:
        every = list(statements)
        having = Counter(word for each in every for word in each.words)
        rarest = sorted(having, key=lambda word: (having[word], word))
        self._weight = {word: log(1 + len(every) / having[word]) / log(1 + len(every)) for word in rarest}
        self._rank = {word: rank for rank, word in enumerate(rarest)}
        self._total = {(each.doc, each.index): self._sum(each.words) for each in every}

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """Return the words that fewest statements have, at most `number`."""
        return sorted(words, key=self._rank.__getitem__)[:number]

    def likeness(self, a: Utterance, b: Utterance) -> Likeness:
        """Compare the wording of two statements."""
        both = a.words & b.words
        plain = both - a.names - b.names
        common = self._sum(both)
        lengths = sorted((self._total[a.doc, a.index], self._total[b.doc, b.index]))
        first, second = ({word for word in each.words if word.isdigit()} for each in (a, b))
        return Likeness(
            shared=len(both),
            plain=len(plain),
            telling=self._sum(plain),
            overall=2 * common / sum(lengths) if lengths[0] else 0.0,
            covered=common / lengths[0] if lengths[0] else 0.0,
            figures=first <= second or second <= first,
            countries=a.countries <= b.countries or b.countries <= a.countries,
        )

    def _sum(self, words: Iterable[str]) -> float:
        return fsum(map(self._weight.__getitem__, words))  # exact, so that the order of a set does not matter
