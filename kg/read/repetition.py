"""What a page prints twice: headlines, decks and highlights that a sentence of the body repeats, doubled sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import Span

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…\"”])\s+")
_BOXES = 30  # decks and highlights stand among the first so many paragraphs
_BOX_WORDS = range(8, 60)
_RUN = 3  # words that must follow one another
_SAME = 0.8  # share of a box's runs that the body must hold
_ALIKE = 50  # lines with one ending that are kept to compare with

Words = tuple[str, ...]


def printed_twice(text: str, paragraphs: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the paragraphs whose words are also another's."""
    words = [_words(span.of(text)) for span in paragraphs]
    count = Counter(words)
    return frozenset(index for index, found in enumerate(words) if count[found] > 1)


def repetitions(text: str, paragraphs: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the paragraphs that add nothing.

    Their words stand in a paragraph before them or, if they are a box above the article, in one below.
    """
    words = [_words(span.of(text)) for span in paragraphs]
    found = (_same_lines(words), _same_ends(words), _same_sentences(text, paragraphs), _boxes(words))
    return frozenset(index for indices in found for index in indices)


def _same_lines(lines: Sequence[Words]) -> Iterable[int]:
    seen: set[Words] = set()
    for index, words in enumerate(lines):
        if words in seen:
            yield index
        elif words:
            seen.add(words)


def _same_ends(lines: Sequence[Words]) -> Iterable[int]:
    """Find lines that an earlier line ends with."""
    ending: dict[Words, list[Words]] = {}
    for index, words in enumerate(lines):
        if len(words) < _BOX_WORDS.start:
            continue
        longer = ending.setdefault(words[-_RUN:], [])
        if any(line[-len(words) :] == words for line in longer):
            yield index
        elif len(longer) < _ALIKE:
            longer.append(words)


def _same_sentences(text: str, paragraphs: Sequence[Span]) -> Iterable[int]:
    seen: set[Words] = set()
    for index, span in enumerate(paragraphs):
        sentences = {words for part in _SENTENCE.split(span.of(text)) if (words := _words(part))}
        if sentences and all(len(words) > _RUN for words in sentences) and sentences <= seen:
            yield index
        seen |= sentences


def _boxes(lines: Sequence[Words]) -> Iterable[int]:
    runs = [_runs(words) for words in lines]
    total = Counter(run for found in runs for run in found)
    for index, words in enumerate(lines[:_BOXES]):
        own = runs[index]
        if len(words) in _BOX_WORDS and sum(total[run] > 1 for run in own) >= _SAME * len(own):
            below = (len(own & other) for other in runs[index + 1 :] if len(other) > len(own))
            if any(shared >= _SAME * len(own) for shared in below):
                yield index


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))


def _runs(words: Words) -> frozenset[Words]:
    return frozenset(words[i : i + _RUN] for i in range(len(words) - _RUN + 1))
