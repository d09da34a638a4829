"""Names of one document agree: what the model labels now one way, now another gets the label it has most often."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model import Token

Words = tuple[str, ...]
_POSSESSIVE = frozenset({"'s", "'"})


def with_agreement(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a document, its names labelled as `agreed` says."""
    spans = list(_names(tokens))
    labels = agreed([(name_words(token.text for token in tokens[i:j]), tokens[i].entity) for i, j in spans])
    settled = list(tokens)
    for (i, j), label in zip(spans, labels, strict=True):
        if tokens[i].entity != label:
            settled[i:j] = [replace(token, entity=label) for token in tokens[i:j]]
    return tuple(settled)


def agreed(mentions: Sequence[tuple[Words, str]]) -> list[str]:
    """Return a label for each mention (its words and its label): the one that most mentions of the same words have.

    Where a full name is mostly a person, its mentions count for the surname alone too. A tie leaves a mention as it is.
    """
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    for words, label in mentions:
        votes[words][label] += 1
    for words, found in list(votes.items()):
        if len(words) > 1 and max(found, key=found.__getitem__) == "PERSON":
            votes[words[-1:]]["PERSON"] += found["PERSON"]
    return [_most(votes[words], label) for words, label in mentions]


def name_words(words: Iterable[str]) -> Words:
    """Return the words of a name without the mark of possession."""
    return tuple(word for word in words if word not in _POSSESSIVE)


def _most(votes: Counter[str], label: str) -> str:
    return max(votes, key=lambda other: (votes[other], other == label))


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield first and past-the-last token of each name."""
    start = 0
    for i, token in enumerate(tokens):
        follows = i + 1 < len(tokens) and tokens[i + 1].entity == token.entity and not tokens[i + 1].entity_start
        if token.entity_start:
            start = i
        if token.entity and not follows:
            yield start, i + 1
