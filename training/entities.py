"""Turns lines with names into spaCy documents."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from training.characters import plain
from training.lines import Line


def name_doc(nlp: Language, line: Line) -> Doc:
    """Return `line` as a document cut by the model's own tokenizer; a name is widened to whole tokens."""
    starts: list[int] = []
    text = ""
    for word, space in zip(line.words, line.spaces, strict=True):
        starts.append(len(text))
        text += plain(word) + " " * space
    doc = nlp.make_doc(text.rstrip())
    spans: list[Span] = []
    for name in line.names:
        end = starts[name.end - 1] + len(line.words[name.end - 1])
        span = doc.char_span(starts[name.start], end, label=name.label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.set_ents(filter_spans(spans))
    return doc
