"""A document's words as names are made of them: "Amir-Abdollahian", "U.S.", "Gen." are one word each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import any_of, table
from kg.lexicon import words as word_list
from kg.lexicon.organizations import known_organizations
from kg.model import Annotation, Sentence, Span

ARTICLED = re.compile(r"(?:al|el|an|ad|as|ar|ash|az)-[^\W\d_a-z]")
"""Begins a name's word in small letters: its article, of Arabic."""


@dataclass(frozen=True, slots=True)
class Word:
    """`lower` is the text in lower case; `capital` where it begins with a capital letter; `sentence` is its index."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    sentence: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def proper(self) -> bool:
        """Tell whether it begins with a capital letter, if need be behind an Arabic article: "al-Gondori"."""
        return self.capital or ARTICLED.match(self.text) is not None


STOP = Word(-1, -1, "\0", "\0", capital=False, sentence=-1)
"""Stands before the first word of a sentence, after the last, and in place of a quotation."""


QUOTES = frozenset("\"'")
"""Quotation marks, as folding leaves them."""

ADJECTIVE = re.compile(
    r"-(?:appointed|backed|based|born|controlled|era|funded|held|led|like|listed|owned|run|sponsored)$"
)
"""Ends a word that tells something of whose name follows, and is no part of that: "Osgiliath-based"."""


class Words:
    """The words of all sentences outside boilerplate, in text order, with a STOP between sentences.

    Indexable; `at(offset)` is the index of the word that covers a character, or of the next one.
    """

    def __init__(self, annotation: Annotation) -> None:
        self.text = annotation.text
        self._words = list(_words(annotation))
        self._by_text: dict[str, list[int]] = {}
        real = [i for i, word in enumerate(self._words) if word is not STOP]
        order = sorted(real, key=lambda i: self._words[i].start)
        self._order = order
        self._ends = [self._words[i].end for i in order]

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, index: int) -> Word:
        return self._words[index] if 0 <= index < len(self._words) else STOP

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    def starting(self, text: str) -> Sequence[int]:
        """Return the indexes of the words printed so, in order of index."""
        if not self._by_text:
            for i, word in enumerate(self._words):
                self._by_text.setdefault(word.text, []).append(i)
        return self._by_text.get(text, ())

    def at(self, offset: int) -> int:
        """Return the index of the first word that ends after `offset`."""
        position = bisect_right(self._ends, offset)
        return self._order[position] if position < len(self._order) else len(self._words) - 1

    def range_of(self, span: Span) -> range:
        """Return the indexes of the words that `span`, of words, overlaps."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._ends, span.end)
        return range(self._order[first], self._order[last] + 1)

    def sentence_round(self, word: int, reach: int) -> range:
        """Return the words of the sentence of `word` that stand round it, no more than `reach` on each side."""
        first = last = word
        while word - first < reach and self[first - 1].sentence == self[word].sentence:
            first -= 1
        while last - word < reach and self[last + 1].sentence == self[word].sentence:
            last += 1
        return range(first, last + 1)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the words `[first, last)`."""
        return Span(self._words[first].start, self._words[last - 1].end)

    def phrase(self, first: int, last: int) -> str:
        """Return the words `[first, last)` as printed, white space folded."""
        span = self.span(first, last)
        return " ".join(self.text[span.start : span.end].split())


def _words(annotation: Annotation) -> Iterator[Word]:
    yield STOP
    for sentence in annotation.sentences:
        for piece in _pieces(annotation, sentence):
            yield from _split(annotation.text, piece, sentence.index)
            yield STOP


def _pieces(annotation: Annotation, sentence: Sentence) -> Iterator[Span]:
    """Yield the stretches of the sentence between quotations that have sentences of their own."""
    start = sentence.span.start
    for token in annotation.tokens[sentence.first : sentence.last]:
        if token.quotation is not None:
            if token.start > start:
                yield Span(start, token.start)
            start = token.end
    if sentence.span.end > start:
        yield Span(start, sentence.span.end)


def _split(text: str, span: Span, sentence: int) -> Iterator[Word]:
    for match in _pattern().finditer(text, span.start, span.end):
        printed = match.group()
        yield Word(match.start(), match.end(), printed, printed.lower(), printed[0].isupper(), sentence)


@cache
def _pattern() -> re.Pattern[str]:
    offices = "|".join(row[0] for row in table("offices/heads.tsv") if re.fullmatch(r"\w+(?: \w+)+", row[0]))
    acronyms = {name for name in known_organizations() if name.isalpha() and name.isupper()}
    bodies = "|".join(sorted(acronyms | word_list("organizations/heads.txt")))
    return re.compile(
        rf"(?:[A-Z]\.){{2,}}(?:-\w+)*"  # U.S., U.S.-backed, J.D.
        rf"|\b(?:{any_of('dotted_words.txt')})\.(?!\w)"  # Gen., Dr.
        rf"|\b(?:[A-Z]|Ch|Dz|Kh|Ma|Sh|Ts|Ya|Ye|Yu|Zh)\.(?=\s?[A-Z])"  # an initial, of names in Cyrillic too
        r"|\b(?:[Ee]x|[Tt]hen)(?=-\w)"  # ex-minister
        r"|\bUnion(?=-[A-Z])"  # European Union-Gondor talks
        rf"|\b(?:{bodies})(?=-[a-z]+ed\b)"  # UN-backed, Council-led
        r"|\b\w+(?=-(?:[Ee]lect|[Dd]esignate)\b)"  # president-elect
        rf"|\b(?i:{offices})\b"  # commander in chief, opposite number
        r"|\b[Dd] ?' ?[Aa]ffaires\b"  # chargé d'affaires, in whatever spacing
        r"|\b[ODL] '[A-Z]\w+"  # O 'Hador
        r"|\b[Dd]ato'(?=\s)"
        r"|\w+(?:-\w+|'(?!s\b)\w+|'-(?=[A-Z])\w+|&\w+)*"  # Amir-Abdollahian, Sana'a
        r"|'s\b|[^\w\s]"
    )
