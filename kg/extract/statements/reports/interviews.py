"""Interviews printed as questions and answers: "Q: Is the war near? A: It is." One person gives all answers."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.statements.reports import Report, stripped
from kg.model import Annotation, RegionKind, Span

_LABEL = re.compile(r"(?:^|(?<=[\s.?!\"']))(?:(?P<question>Q|Question)|A|Answer) ?: ", re.MULTILINE)
_INTERVIEW = re.compile(r"\binterview(?:s|ed)?\b", re.IGNORECASE)
_NEAR = 60  # characters from "interview" to the name of who gave it


def with_answers(annotation: Annotation, reports: list[Report]) -> list[Report]:
    """Return the reports with the answers of an interview, each before what it reports in turn."""
    return sorted([*_answers(annotation), *reports], key=lambda report: report.sentence)


def _answers(annotation: Annotation) -> Iterator[Report]:
    """Yield the answers; the source is the name of who gave the interview, else the label that stands for it."""
    labels = list(_LABEL.finditer(annotation.text))
    if not labels or labels[0]["question"] is None:
        return
    starts = [sentence.span.start for sentence in annotation.sentences]
    name = _interviewee(annotation, labels[0].start())
    for label, end in zip(labels, [*(label.start() for label in labels[1:]), len(annotation.text)], strict=True):
        content = stripped(annotation.text, Span(label.end(), min(end, _end_of_body(annotation, label.start()))))
        if label["question"] is None and len(content):
            sentence = max(bisect_right(starts, content.start) - 1, 0)
            yield Report(name or Span(label.start(), label.start() + 1), None, (content,), "answer", sentence)


def _end_of_body(annotation: Annotation, position: int) -> int:
    """Return where the boilerplate begins that comes next."""
    after = (r.span.start for r in annotation.document.regions if r.kind is RegionKind.BOILERPLATE)
    return next((start for start in after if start > position), len(annotation.text))


def _interviewee(annotation: Annotation, before: int) -> Span | None:
    """Return the person's name behind the last "interview" of the introduction, if one stands near."""
    names = [token for token in annotation.tokens if token.entity == "PERSON" and token.end <= before]
    for told in reversed(list(_INTERVIEW.finditer(annotation.text, 0, before))):
        near = [token for token in names if told.end() <= token.start <= told.end() + _NEAR]
        if near:
            last = next((token for token, after in pairwise(near) if after.index > token.index + 1), near[-1])
            return Span(near[0].start, last.end)
    return None
