"""A sentence as a tree of words, and runs of words in it; every word is numbered as in the annotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Annotation, Sentence, Span, Token

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re"})
QUOTATION_MARKS = frozenset({'"', "''", "``"})  # of a folded text, as all are that rules read
SINGLE_TOO = QUOTATION_MARKS | {"'"}  # the quotation marks with those that may be apostrophes
_UNSURE = frozenset({"not", "never", "n't", "will", "would", "could", "may", "might", "should", "can", "if", "unless"})
FINAL_MARKS = SINGLE_TOO | {".", "!", "?", "...", "…"}
DASHES = frozenset({"—", "–", "--"})
CLAUSE_MARKS = DASHES | {",", ":", ";"}
RELATIVES = frozenset({"WP", "WDT"})
WH_WORDS = RELATIVES | {"WRB"}

_DATELINE = re.compile(
    r"[A-Z][A-Z .,/'-]+(?:,? [A-Z][a-z]+\.? \d+)?\.?\s*(?:\([^)]{1,40}\)\s*)?(?:-|–|—|--|:|_)\s+(?=[^\W\d_]|[\"'\d])"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words `[first, last)`."""

    first: int
    last: int

    def __len__(self) -> int:
        return max(self.last - self.first, 0)

    def __bool__(self) -> bool:
        return self.last > self.first

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.last

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last))


class Tree:
    """The words of one sentence with their heads; nothing here costs more than one walk over the sentence."""

    def __init__(self, annotation: Annotation, sentence: Sentence) -> None:
        self.annotation = annotation
        self.sentence = sentence
        self.words = annotation.tokens
        self.last = sentence.last
        self.first = self._after_dateline()
        self._children: dict[int, list[int]] = {}
        for word in self.words[self.first : self.last]:
            if word.head != word.index:
                self._children.setdefault(word.head, []).append(word.index)
        self.end = self._end()
        self.finite = any(word.tag in FINITE for word in self.words[self.first : self.last])

    def __getitem__(self, word: int) -> Token:
        return self.words[word]

    def _after_dateline(self) -> int:
        """Return the first word behind "OSGILIATH, May 3 (ABC) -", if the sentence opens so."""
        first = self.sentence.first
        dateline = _DATELINE.match(self.annotation.text, self.words[first].start, self.words[self.last - 1].end)
        while dateline and first < self.last - 1 and self.words[first].start < dateline.end():
            first += 1
        return first

    def _end(self) -> int:
        end = self.last
        while end > self.first and self.words[end - 1].text in FINAL_MARKS:
            end -= 1
        return end

    def text(self, word: int) -> str:
        """Return the word as printed, or nothing outside the sentence."""
        return self.words[word].text if self.first <= word < self.last else ""

    def lower(self, word: int) -> str:
        """Return the word in lower case, or nothing outside the sentence."""
        return self.text(word).lower()

    def tag(self, word: int) -> str:
        """Return the word's tag, or nothing outside the sentence."""
        return self.words[word].tag if self.first <= word < self.last else ""

    def pos(self, word: int) -> str:
        """Return the word's class, or nothing outside the sentence."""
        return self.words[word].pos if self.first <= word < self.last else ""

    def dep(self, word: int) -> str:
        """Return the relation of the word to its head, or nothing outside the sentence."""
        return self.words[word].dep if self.first <= word < self.last else ""

    def comma(self, start: int, stop: int) -> int:
        """Return the first comma of the words `[start, stop)`, or `stop`."""
        return next((i for i in range(start, stop) if self.text(i) == ","), stop)

    def is_quotation(self, word: int) -> bool:
        return self.first <= word < self.last and self.words[word].quotation is not None

    def opens_quotation(self, word: int) -> bool:
        """Tell whether a quotation that stands in, or a mark, is at `word`."""
        return self.is_quotation(word) or self.text(word) in QUOTATION_MARKS

    def head(self, word: int) -> int | None:
        """Return the head of `word`, or None at the root and where the parse leaves the sentence."""
        head = self.words[word].head
        return head if head != word and self.first <= head < self.last else None

    def children(self, word: int, *deps: str) -> list[int]:
        """Return the dependents of `word` in text order, of the relations `deps` (subtypes too) or of any."""
        found = self._children.get(word, [])
        return [c for c in found if not deps or self.words[c].dep in deps or self.words[c].dep.split(":")[0] in deps]

    def ancestors(self, word: int) -> Iterator[int]:
        seen = {word}
        head = self.head(word)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def subtree(self, word: int) -> Run:
        """Return the run from the first to the last word that hangs on `word`."""
        first = last = word
        stack, seen = [word], {word}
        while stack:
            for child in self._children.get(stack.pop(), ()):
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
                    first, last = min(first, child), max(last, child)
        return Run(first, last + 1)

    def is_sure(self, verb: int) -> bool:
        """Tell whether the verb says what is or was so: nothing denied, possible or still to come."""
        return not any(self.lower(child) in _UNSURE for child in self.children(verb, "aux", "advmod", "mark"))

    def span(self, run: Run) -> Span:
        """Return the characters of `run`."""
        return Span(self.words[run.first].start, self.words[run.last - 1].end)

    def has_finite_verb(self, run: Run) -> bool:
        return any(self.words[i].tag in FINITE for i in run)

    def has_verb(self, run: Run) -> bool:
        """Tell whether there is any verb in `run`: taggers take many a past tense for a participle."""
        return any(self.words[i].tag == "MD" or self.words[i].tag.startswith("VB") for i in run)
