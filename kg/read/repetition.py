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


class Repetition:
    """Knows of each paragraph whether it says again what stands elsewhere."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._words = [_words(span.of(text)) for span in paragraphs]
        self._count = Counter(words for words in self._words if words)
        again = (self._same_lines(), self._same_ends(), self._same_sentences(text, paragraphs), self._boxes())
        self._again = {index for found in again for index in found}

    def is_repeated(self, index: int) -> bool:
        """Say whether the same words stand in another paragraph."""
        return self._count[self._words[index]] > 1

    def repeats(self, index: int) -> bool:
        """Say whether the paragraph adds nothing: its words stand before it or, if it is a box, in the body below."""
        return index in self._again

    def _same_lines(self) -> Iterable[int]:
        seen: set[Words] = set()
        for index, words in enumerate(self._words):
            if words in seen:
                yield index
            elif words:
                seen.add(words)

    def _same_ends(self) -> Iterable[int]:
        """Find lines that an earlier line ends with."""
        ending: dict[Words, list[Words]] = {}
        for index, words in enumerate(self._words):
            if len(words) < _BOX_WORDS.start:
                continue
            longer = ending.setdefault(words[-_RUN:], [])
            if any(line[-len(words) :] == words for line in longer):
                yield index
            elif len(longer) < _ALIKE:
                longer.append(words)

    def _same_sentences(self, text: str, paragraphs: Sequence[Span]) -> Iterable[int]:
        seen: set[Words] = set()
        for index, span in enumerate(paragraphs):
            sentences = {words for part in _SENTENCE.split(span.of(text)) if (words := _words(part))}
            if sentences and all(len(words) > _RUN for words in sentences) and sentences <= seen:
                yield index
            seen |= sentences

    def _boxes(self) -> Iterable[int]:
        runs = [_runs(words) for words in self._words]
        total = Counter(run for found in runs for run in found)
        for index, words in enumerate(self._words[:_BOXES]):
            needed = _SAME * len(runs[index])
            if len(words) in _BOX_WORDS and sum(total[run] > 1 for run in runs[index]) >= needed:
                below = (
                    len(runs[index] & runs[i]) for i in range(index + 1, len(runs)) if len(runs[i]) > len(runs[index])
                )
                if any(shared >= needed for shared in below):
                    yield index


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))


def _runs(words: Words) -> frozenset[Words]:
    return frozenset(words[i : i + _RUN] for i in range(len(words) - _RUN + 1))
