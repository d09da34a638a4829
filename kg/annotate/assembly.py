"""From the model's parses back to the document: offsets, heads and sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from kg.annotate.frames import Frame
from kg.model import Sentence, Span, Token

# Labels of the models that people use, in ours.
_ENTITIES = {
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
    "NORP": "NORP",
}  # fmt: skip
_BEGIN = 3  # spaCy's ENT_IOB for the first token of a name
_U64 = 0xFFFF_FFFF_FFFF_FFFF  # string ids are unsigned, heads are not
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "SENT_START", "HEAD", "DEP", "TAG", "POS", "LEMMA", "ENT_TYPE", "ENT_IOB"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A token of the model; `head` is its row."""

    idx: int
    length: int
    opens: bool
    head: int
    dep: str
    tag: str
    pos: str
    lemma: str
    entity: str
    begins: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A token of the document, made of one row or, where it stands in for a quotation, of several."""

    start: int
    end: int
    rows: list[int]
    quotation: int | None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence whose tokens have no numbers yet; heads count from its first token."""

    frame: Frame
    words: list[_Word]
    rows: list[_Row]
    heads: list[int]


def assemble(text: str, parses: Iterable[tuple[Frame, Doc]]) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Return the tokens and sentences of a document whose folded text is `text`, sentences in text order."""
    drafts = [draft for frame, doc in parses for draft in _drafts(frame, _rows(doc))]
    drafts.sort(key=lambda draft: draft.words[0].start)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for draft in drafts:
        first = len(tokens)
        tokens += _tokens(text, draft, first)
        span = Span(draft.words[0].start, draft.words[-1].end)
        frame = draft.frame
        sentences.append(
            Sentence(len(sentences), first, len(tokens), span, frame.paragraph, frame.region, frame.quotation)
        )
    return tuple(tokens), tuple(sentences)


def _rows(doc: Doc) -> list[_Row]:
    table = doc.to_array(_COLUMNS).astype(np.int64).tolist()
    name = doc.vocab.strings.__getitem__
    rows = []
    for i, (idx, length, opens, head, *ids, entity, begins) in enumerate(table):
        dep, tag, pos, lemma = (name(string & _U64) for string in ids)
        label = _ENTITIES.get(name(entity & _U64), "")
        rows.append(_Row(idx, length, opens == 1, i + head, dep, tag, pos, lemma, label, begins == _BEGIN))
    return rows


def _drafts(frame: Frame, rows: list[_Row]) -> Iterator[_Draft]:
    words = _words(frame, rows)
    word_of = {row: index for index, word in enumerate(words) for row in word.rows}
    starts = [i for i, word in enumerate(words) if i == 0 or rows[word.rows[0]].opens]
    for first, last in zip(starts, [*starts[1:], len(words)], strict=True):
        heads = [_head(rows, word, word_of, i) for i, word in enumerate(words[first:last], first)]
        yield _Draft(
            frame, words[first:last], rows, [h - first if first <= h < last else i for i, h in enumerate(heads)]
        )


def _words(frame: Frame, rows: Sequence[_Row]) -> list[_Word]:
    words: list[_Word] = []
    at = 0
    for index, row in enumerate(rows):
        if frame.text[row.idx].isspace():
            continue
        while at + 1 < len(frame.pieces) and frame.pieces[at + 1].at <= row.idx:
            at += 1
        piece = frame.pieces[at]
        if piece.quotation is None:
            start = piece.start + row.idx - piece.at
            words.append(_Word(start, min(start + row.length, piece.end), [index], None))
        elif words and words[-1].quotation == piece.quotation:
            words[-1].rows.append(index)
        else:
            words.append(_Word(piece.start, piece.end, [index], piece.quotation))
    return words


def _top(rows: Sequence[_Row], word: _Word) -> int:
    """Return the row that governs the word's others; its punctuation only if there is nothing else."""
    if len(word.rows) == 1:
        return word.rows[0]
    inside = set(word.rows)
    tops = []
    for row in word.rows:
        top = above = row
        while rows[above].head != above:
            above = rows[above].head
            top = above if above in inside else top
        tops.append(top)
    return next((top for top in tops if rows[top].dep != "punct"), tops[0])


def _head(rows: Sequence[_Row], word: _Word, word_of: dict[int, int], own: int) -> int:
    row = _top(rows, word)
    head = rows[row].head
    while head not in word_of and rows[head].head != head:  # white space has no word
        head = rows[head].head
    return word_of.get(head, own)


def _tokens(text: str, draft: _Draft, first: int) -> Iterator[Token]:
    for index, (word, head) in enumerate(zip(draft.words, draft.heads, strict=True), first):
        row = draft.rows[_top(draft.rows, word)]
        printed = text[word.start : word.end]
        if word.quotation is not None:
            yield Token(
                index, word.start, word.end, printed, "", "", "X", row.dep, first + head, quotation=word.quotation
            )
        else:
            yield Token(index, word.start, word.end, printed, row.lemma or printed.lower(), row.tag, row.pos, row.dep,
                        first + head, row.entity, bool(row.entity) and row.begins)  # fmt: skip
