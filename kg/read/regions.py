"""Which stretches of a page are headline, body and boilerplate."""

from collections.abc import Iterator, Sequence

from kg.model import Region, RegionKind, Span
from kg.read.article import Vocabulary, article_prose
from kg.read.furniture import ends_page
from kg.read.headings import headings_of, headline_of
from kg.read.looks import Look, Paragraph, with_looks
from kg.read.repetition import repetitions

LONGEST = 200_000
"""Characters of a page that are read."""

_MAIN_PART = 0.6  # share of the prose that must stand before what ends the page


def regions_of(text: str) -> tuple[Region, ...]:
    """Return the regions of `text`, which cover every character that is no white space.

    A dateline and a credit on the line of a sentence are regions of their own. What stands beyond `LONGEST` is one
    region of boilerplate: no news page is so long, and its cost has to end somewhere.
    """
    end = len(text) if len(text) <= LONGEST else max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST), 0)
    read = text[: end or LONGEST]
    paragraphs = with_looks(read)
    kinds = _kinds(read, paragraphs)
    parts = ((p, kinds.get(i, RegionKind.BOILERPLATE)) for i, p in enumerate(paragraphs))
    regions = [region for p, kind in parts for region in _split(read, p, kind)]
    rest = Span(len(read), len(text)).trimmed(text)
    return (*regions, Region(rest, RegionKind.BOILERPLATE)) if rest else tuple(regions)


def _kinds(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, RegionKind]:
    paragraphs = paragraphs[: _page_end(text, paragraphs)]
    sentences = article_prose(text, paragraphs)
    prose = _without_repetitions(text, paragraphs, sentences) or sentences[:1]
    about = Vocabulary([paragraphs[i].core.of(text) for i in prose])
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), len(paragraphs))
    title = headline_of(text, paragraphs, first, about)
    between = range(first if title is None else title, first)
    lead = [i for i in between if paragraphs[i].look is Look.SENTENCE and about.speaks_of(paragraphs[i].core.of(text))]
    headings = headings_of(text, paragraphs, title, range(first, last), about)
    kinds = dict.fromkeys(_without_repetitions(text, paragraphs, sorted({*lead, *prose, *headings})), RegionKind.BODY)
    kinds |= dict.fromkeys(headings & kinds.keys(), RegionKind.HEADLINE)
    if title is not None:  # it stays, also where the lead repeats it: the convention counts both
        kinds[title] = RegionKind.HEADLINE
    return kinds


def _without_repetitions(text: str, paragraphs: Sequence[Paragraph], kept: Sequence[int]) -> list[int]:
    """Return those of the paragraphs numbered `kept` that say something which the others do not."""
    again = repetitions(text, [paragraphs[i].core for i in kept])
    return [i for position, i in enumerate(kept) if position not in again]


def _page_end(text: str, paragraphs: Sequence[Paragraph]) -> int:
    prose = sum(p.words for p in paragraphs if p.look is Look.SENTENCE)
    before = 0
    for index, paragraph in enumerate(paragraphs):
        if before and before >= _MAIN_PART * prose and ends_page(paragraph.whole.of(text)):
            return index
        before += paragraph.words if paragraph.look is Look.SENTENCE else 0
    return len(paragraphs)


def _split(text: str, paragraph: Paragraph, kind: RegionKind) -> Iterator[Region]:
    whole, core = paragraph.whole, paragraph.core
    if kind is RegionKind.BOILERPLATE:
        yield Region(whole, kind)
        return
    for span, part in (
        (Span(whole.start, core.start).trimmed(text), RegionKind.BOILERPLATE),
        (core, kind),
        (Span(core.end, whole.end).trimmed(text), RegionKind.BOILERPLATE),
    ):
        if span.start < span.end:
            yield Region(span, part)
