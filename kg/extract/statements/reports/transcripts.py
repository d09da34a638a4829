"""Transcripts, in which the name of who speaks stands before the words, as in "Eomer: We ride. Faramir: Ride well".

A turn goes on over any number of paragraphs until somebody else begins; each paragraph of it is a statement. So is each
of a block without quotation marks below "Eomer said:", as long as it speaks in the first person.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.grammar import Tree
from kg.extract.statements.reports import Report, stripped
from kg.extract.statements.sentence import cue_alone
from kg.model import Actors, Annotation, MentionForm, RegionKind, Sentence, Span

_LABEL = re.compile(r"(?P<name>[^\W\d_][^:\n?!()]{0,100}?)(?: ?\([^()\n]*\))? ?:(?=\s)")
_LINE = re.compile(r"^(?=\S)", re.MULTILINE)
_SMALL = frozenset("of the and for to in on de al bin".split())
_FEWEST = 3  # labels that name a person, on a page that is a transcript
_LONGEST = 4  # words of a label that names nobody: "Question", "Palantir News"
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b")
_MARKED = ('"', "'", "`", "-", "–", "—", "•", "*")


@dataclass(frozen=True, slots=True)
class _Label:
    """A name before a colon; `source` is where the text names the person, None if it names none."""

    source: Span | None
    span: Span


def with_turns(annotation: Annotation, actors: Actors, reports: list[Report]) -> list[Report]:
    """Return the reports with the turns of a transcript, each before what is reported in it."""
    turns = list(_turns(annotation, actors)) or list(_blocks(annotation))
    said = {turn.content[0].start for turn in turns}
    others = (report for report in reports if report.rule != "label" or report.content[0].start not in said)
    return sorted([*turns, *others], key=lambda report: report.sentence)


def _turns(annotation: Annotation, actors: Actors) -> Iterator[Report]:
    text, prose = annotation.text, _prose(annotation)
    labels = sorted(_labels(text, _persons(text, actors), prose), key=lambda label: label.span)
    if sum(label.source is not None for label in labels) < _FEWEST:
        return
    starts = [sentence.span.start for sentence in prose]
    bounds = [*(bisect_left(starts, label.span.start) for label in labels), len(prose)]
    for label, (first, last) in zip(labels, pairwise(bounds), strict=True):
        if label.source is not None:
            for paragraph in _paragraphs(text, prose[first:last]):
                start = max(paragraph[0].span.start, label.span.end)
                content = stripped(text, Span(start, max(start, paragraph[-1].span.end)))
                if len(content):
                    yield Report(label.source, None, (content,), "turn", paragraph[0].index)


def _blocks(annotation: Annotation) -> Iterator[Report]:
    """Yield the paragraphs below a line that ends with a cue and a colon: "Eomer said:"."""
    text, prose = annotation.text, _prose(annotation)
    told: Report | None = None  # what goes on in the next paragraph; its cue is gone after the first one
    for above, below in pairwise(_paragraphs(text, prose)):
        if text.endswith(":", 0, above[-1].span.end):
            told = _announced(annotation, above[-1])
        content = stripped(text, Span(below[0].span.start, below[-1].span.end))
        first_person = _FIRST_PERSON.search(text, content.start, content.end)
        marked = text.startswith(_MARKED, below[0].span.start) or text.endswith(":", 0, below[-1].span.end)
        if told is None or marked or not (told.cue or first_person):
            told = None
        else:
            yield replace(told, content=(content,), sentence=below[0].index)
            told = replace(told, cue=None, rule="turn")


def _prose(annotation: Annotation) -> list[Sentence]:
    return [s for s in annotation.sentences if s.quotation is None and s.region is RegionKind.BODY]


def _announced(annotation: Annotation, sentence: Sentence) -> Report | None:
    """Return who will speak below the sentence, and by which cue."""
    tree = Tree(annotation, sentence)
    found = cue_alone(tree)
    if found is None or found.source is None or found.cue is None:
        return None
    return Report(tree.span(found.source), tree.span(found.cue), (), found.rule, sentence.index)


def _persons(text: str, actors: Actors) -> Mapping[str, Span]:
    """Return where each person is named first, by the last word of the name; nobody by a word that two share."""
    found: dict[str, tuple[str, Span]] = {}
    for mention in actors.mentions:
        if mention.actor.startswith("person:") and mention.form is MentionForm.NAME:
            last = mention.span.of(text).split()[-1].lower()
            key, span = found.setdefault(last, (mention.actor, mention.span))
            if key != mention.actor:
                found[last] = ("", span)
    return {last: span for last, (key, span) in found.items() if key}


def _labels(text: str, persons: Mapping[str, Span], prose: Sequence[Sentence]) -> Iterator[_Label]:
    """Yield the names before a colon with which lines and sentences of the article open."""
    spans = [sentence.span for sentence in prose]
    lines = (line.start() for span in spans for line in _LINE.finditer(text, span.start, span.end))
    starts = {*lines, *(span.start for span in spans)}
    for label in filter(None, (_LABEL.match(text, start) for start in starts)):
        words = label["name"].partition(",")[0].split()  # "Eomer, marshal of the Mark: C"
        source = persons.get(words[-1].lower())
        if all(word in _SMALL or not word[0].islower() for word in words) and (source or len(words) <= _LONGEST):
            yield _Label(source, Span(*label.span()))


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph; one that ends with a comma ("Mr President,") goes on in the next."""
    found: list[Sentence] = []
    for sentence in sentences:
        if found and sentence.paragraph != found[-1].paragraph and not text.endswith(",", 0, found[-1].span.end):
            yield found
            found = []
        found.append(sentence)
    if found:
        yield found
