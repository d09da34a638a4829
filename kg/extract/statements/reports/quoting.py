"""Whether words stand between quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kg.model import Annotation, Quotation, Span


def is_quoted(annotation: Annotation, span: Span) -> bool:
    """Tell whether all of `span` stands between one pair of marks."""
    return any(quotation.content.contains(span) for quotation in _around(annotation, span.start))


def is_partly_quoted(annotation: Annotation, span: Span) -> bool:
    """Tell whether a quotation begins or ends in `span`, or goes through all of it."""
    first = bisect_left(annotation.quotations, span.start, key=_start)
    begins = first < len(annotation.quotations) and annotation.quotations[first].span.start < span.end
    return begins or any(quotation.span.end > span.start for quotation in _around(annotation, span.start))


def ends_quoted(annotation: Annotation, end: int) -> bool:
    """Tell whether the last character before `end` stands between marks."""
    return any(quotation.span.end >= end for quotation in _around(annotation, end - 1))


def _around(annotation: Annotation, position: int) -> Iterator[Quotation]:
    """Yield the last quotation that begins before `position` or there, and those round it."""
    at: int | None = bisect_right(annotation.quotations, position, key=_start) - 1
    while at is not None and at >= 0:
        yield annotation.quotations[at]
        at = annotation.quotations[at].parent


def _start(quotation: Quotation) -> int:
    return quotation.span.start
