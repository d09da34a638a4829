"""Makes documents to train on out of raw text: cut into pieces, marked by the teacher, kept where it is sure."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

Scores = NDArray[np.float32]

NAMES = ("PERSON", "ORG", "LOC", "NORP", "DATE")
SKIPPED = -100  # the label of a word that teaches nothing
TAGS = ("O", *(f"{part}-{name}" for name in NAMES for part in "BI"))
_SENTENCE_END = re.compile(r"[a-z]{4}[.!?][\"')]*\s+(?=[\"'(]*[A-Z])")  # not "Gen. Eomer"
_NEVER = -1e4


def pieces(nlp: Language, text: str, size: int) -> Iterator[Doc]:
    """Cut an article between sentences into documents of at most `size` words (a longer sentence stands alone)."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    gathered = ""
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if gathered and len((gathered + text[start:end]).split()) > size:
            yield nlp.make_doc(gathered.rstrip())
            gathered = ""
        gathered += text[start:end]
    if gathered.strip():
        yield nlp.make_doc(gathered.rstrip())


def packed(paragraphs: Iterable[Doc], words: int) -> Iterator[list[Doc]]:
    """Yield neighbouring documents of one article together, at most `words` words at a time."""
    gathered: list[Doc] = []
    for doc in paragraphs:
        if gathered and sum(map(len, gathered)) + len(doc) > words:
            yield gathered
            gathered = []
        gathered.append(doc)
    if gathered:
        yield gathered


def tags(doc: Doc) -> tuple[int, ...]:
    """Return the place in TAGS of what each token is."""
    return tuple(TAGS.index(f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O") for word in doc)


def best_tags(scores: Scores) -> list[int]:
    """Return the best row of tags in which `I-` only goes on a name of its label (Viterbi).

    `scores` holds the logarithm of the likelihood of each of TAGS for each word.
    """
    total = scores[0] + _FIRST
    back = []
    for row in scores[1:]:
        ways = total[:, None] + _NEXT
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _may_follow(left: str, right: str) -> bool:
    return not right.startswith("I-") or left[1:] == right[1:]


_NEXT = np.array([[0.0 if _may_follow(left, right) else _NEVER for right in TAGS] for left in TAGS])
_FIRST = _NEXT[TAGS.index("O")]


def with_names(docs: list[Doc], scores: Scores, surety: float) -> Iterator[Doc]:
    """Yield the documents read together, with names, whose least sure word is as sure as `surety`."""
    at = 0
    for doc in docs:
        here = scores[at : at + len(doc)]
        at += len(doc)
        if len(doc) and np.exp(here.max(1).min()) >= surety:
            set_names(doc, best_tags(here))
            yield doc


def set_names(doc: Doc, found: Sequence[int]) -> None:
    """Give `doc` the names that a row of tags marks."""
    spans: list[Span] = []
    for at, tag in enumerate(found):
        kind, _, label = TAGS[tag].partition("-")
        if kind == "B":
            spans.append(Span(doc, at, at + 1, label))
        elif kind == "I":
            spans[-1] = Span(doc, spans[-1].start, at + 1, label)
    doc.set_ents(spans)
