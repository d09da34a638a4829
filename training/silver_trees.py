"""Makes documents to train on out of raw text: parsed by the teacher, kept where it is sure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from training.silver import SKIPPED

_SHORTEST = 3  # words of a sentence
_SELDOM = 3  # bundles of features that stand fewer times are not learned


@dataclass(frozen=True, slots=True)
class Parse:
    """What the teacher reads of a sentence: heads (1 and up, 0 the root) and numbers of labels, and how sure it is."""

    heads: list[int]
    relations: list[int]
    tags: list[int]
    features: list[int]
    surety: float


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that a teacher of trees knows, each list in the order of their numbers."""

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    features: tuple[str, ...]


def labels_of(sentences: Iterable[Span]) -> Labels:
    """Return the labels of annotated sentences."""
    words = [word for sentence in sentences for word in sentence]
    bundles = Counter(f"{word.pos_}|{word.morph}" for word in words)
    return Labels(
        tuple(sorted({word.dep_ for word in words})),
        tuple(sorted({word.tag_ for word in words})),
        tuple(sorted(bundle for bundle, times in bundles.items() if times >= _SELDOM)),
    )


def numbers(sentence: Span, labels: Labels) -> tuple[tuple[int, ...], ...]:
    """Return what the teacher is to learn of an annotated sentence: heads, relations, tags, features."""
    known = {bundle: at for at, bundle in enumerate(labels.features)}
    return (
        tuple(0 if word.head == word else word.head.i - sentence.start + 1 for word in sentence),
        tuple(labels.relations.index(word.dep_) for word in sentence),
        tuple(labels.tags.index(word.tag_) for word in sentence),
        tuple(known.get(f"{word.pos_}|{word.morph}", SKIPPED) for word in sentence),
    )


def pieces(sentences: Iterable[tuple[Span, Parse]], surety: float, size: int) -> Iterator[list[tuple[Span, Parse]]]:
    """Yield neighbouring sentences together, at most `size` words at a time; those less sure on the average are out."""
    gathered: list[tuple[Span, Parse]] = []
    for sentence, parse in sentences:
        sure = len(sentence) >= _SHORTEST and parse.surety >= surety
        apart = gathered and (gathered[-1][0].end != sentence.start or sentence.end - gathered[0][0].start > size)
        if gathered and (apart or not sure):
            yield gathered
            gathered = []
        if sure:
            gathered.append((sentence, parse))
    if gathered:
        yield gathered


def with_trees(parsed: Sequence[tuple[Span, Parse]], labels: Labels) -> Doc:
    """Return sentences as one document with the trees that the teacher reads."""
    first = parsed[0][0].start
    heads: list[int] = []
    for sentence, parse in parsed:
        offset = sentence.start - first
        heads += [offset + (head - 1 if head else at) for at, head in enumerate(parse.heads)]
    words = [word for sentence, _ in parsed for word in sentence]
    bundles = [labels.features[each].split("|", 1) for _, parse in parsed for each in parse.features]
    return Doc(
        parsed[0][0].vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        tags=[labels.tags[each] for _, parse in parsed for each in parse.tags],
        pos=[pos for pos, _ in bundles],
        morphs=[features for _, features in bundles],
        heads=heads,
        deps=[
            _relation(head, labels.relations[each])
            for _, parse in parsed
            for head, each in zip(parse.heads, parse.relations, strict=True)
        ],
    )


def _relation(head: int, relation: str) -> str:
    """Return the relation as spaCy has it: the root alone has the root's."""
    return "ROOT" if head == 0 else relation.replace("ROOT", "dep")
