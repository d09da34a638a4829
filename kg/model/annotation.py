"""A document with the grammar of its sentences, as the language model and the quotation rules found it."""

from dataclasses import dataclass

from kg.model.text import Document, RegionKind, Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text.

    `head` is the index of the head token (its own index at the root of a sentence), `dep` the relation to it in
    spaCy's spelling of Universal Dependencies (`nsubj`, `nsubj:pass`, `ccomp` ...), `tag` the Penn Treebank tag,
    `pos` the universal part of speech, `entity` PERSON, ORG, LOC, NORP or empty, `entity_start` true on the
    first token of a name. A token whose `quotation` is set stands in for that whole quotation in the sentence round it
    (its `text` is the marks and what they enclose); the words inside are tokens of sentences of their own.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str = ""
    entity_start: bool = False
    quotation: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, last)`; `paragraph` counts regions; `quotation` is the innermost one round it, if any."""

    index: int
    first: int
    last: int
    span: Span
    paragraph: int
    region: RegionKind
    quotation: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    `span` includes the marks that are printed, `content` lies inside them. `parent` is the index of the quotation round
    it; `continues` the index of the one that it carries on from an earlier paragraph (marks reopened, not closed
    before). `stands_in` is true where a stand-in token represents it in the sentence round it; a short one (a scare
    quote) is left as ordinary words.
    """

    index: int
    span: Span
    content: Span
    closed: bool
    parent: int | None = None
    continues: int | None = None
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document's tokens, sentences (outside and inside quotations, in text order) and quotations.

    `text` is the document's text folded 1:1 for matching (curly marks straightened, no-break spaces to spaces): same
    length, same offsets. `model` names the language model and its version.
    """

    document: Document
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    model: str
