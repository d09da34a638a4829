"""Document -> Annotation: quotations by rule, grammar and names by the language model.

In this order:

    folding                  marks and spaces in one spelling, offsets unchanged
    quotations               marks (`marks`) paired into quotations
    headlines, frames        what the model is given to read: title case lowered, a short clause in place of each
                             quotation that is one (`introductions`)
    language, boundaries     the model, told where sentences start
    assembly                 its parses put back into the document
    agreement, verbs, due,
    proper                   what is mended in them
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.annotate.agreement import with_agreement
from kg.annotate.assembly import assemble
from kg.annotate.due import with_due
from kg.annotate.folding import fold
from kg.annotate.frames import Frame, frames_of, with_stand_ins
from kg.annotate.headlines import as_sentences
from kg.annotate.language import load, name_of, parse
from kg.annotate.proper import with_proper_nouns
from kg.annotate.quotations import find_quotations
from kg.annotate.verbs import with_verbs
from kg.model import Annotation, Document, Quotation, RegionKind

__all__ = ["annotate", "plan"]

_TOGETHER = 32  # documents whose frames go to the model in one stream


@dataclass(frozen=True, slots=True)
class Plan:
    """What the language model is to read of a document, whose folded text is `text`."""

    document: Document
    text: str
    quotations: tuple[Quotation, ...]
    frames: tuple[Frame, ...]


def annotate(documents: Iterable[Document], model: str | None = None) -> Iterator[Annotation]:
    """Yield an annotation for each document, in order.

    `model` is a folder or an installed package with a spaCy pipeline (None: the one shipped with Parley; `blank:en`: no
    grammar); raises ConfigError if it cannot be loaded. Only English documents have tokens.
    """
    language = load(model)
    name = name_of(language)
    waiting = iter(documents)
    while plans := [plan(document) for document in islice(waiting, _TOGETHER)]:
        parses = parse(language, (frame.text for each in plans for frame in each.frames))
        for each in plans:
            read = zip(each.frames, islice(parses, len(each.frames)), strict=True)
            tokens, sentences = assemble(each.text, read)
            tokens = with_proper_nouns(with_due(with_verbs(with_agreement(tokens)), sentences))
            yield Annotation(each.document, each.text, tokens, sentences, each.quotations, name)


def plan(document: Document) -> Plan:
    """Return the frames of a document; there are none of one that is not in English."""
    text = fold(document.text)
    if not document.language.startswith("en"):
        return Plan(document, text, (), ())
    paragraphs = [region.span for region in document.regions if region.kind is not RegionKind.BOILERPLATE]
    found = find_quotations(document.text, paragraphs)
    quotations = with_stand_ins(text, found)
    return Plan(
        document, text, quotations, tuple(frames_of(as_sentences(text, document.regions), document.regions, quotations))
    )
