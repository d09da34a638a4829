"""Reports inside reports: who speaks, and who passes it on."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.statements.reports import Report
from kg.model import ActorKey, Span

_OTHER_WORDS = 8  # an outer report that adds no more than this to the inner ones only passes them on


@dataclass(frozen=True, slots=True)
class Voice:
    """A report with its `speakers`, and the actor who relays it."""

    report: Report
    speakers: tuple[ActorKey, ...]
    relay: ActorKey | None = None


def parents(reports: Sequence[Report]) -> list[int | None]:
    """Return, for each report, the index of the smallest other one whose content holds it."""
    found: list[int | None] = []
    for index, report in enumerate(reports):
        around = [i for i, other in enumerate(reports) if i != index and _holds(other, report)]
        found.append(min(around, key=lambda i: sum(map(len, reports[i].content)), default=None))
    return found


def _holds(outer: Report, inner: Report) -> bool:
    hull = _hull(inner)
    return any(span.contains(hull) for span in outer.content) and _hull(outer) != hull


def _hull(report: Report) -> Span:
    """Return the stretch from the first to the last character of cue and content."""
    spans = [*report.content, *([report.cue] if report.cue else [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def relayed(text: str, voices: Sequence[Voice], above: Sequence[int | None]) -> list[Voice]:
    """Return the voices with their relays, without those that only relay others."""
    heard = [not _repeats_itself(voices, above, index) for index in range(len(voices))]
    result: list[Voice] = []
    for index, voice in enumerate(voices):
        if not voice.speakers or not heard[index]:
            continue
        inner = [v for i, v in enumerate(voices) if above[i] == index and v.speakers and heard[i]]
        if inner and _other_words(text, voice.report, inner) <= _OTHER_WORDS:
            continue
        parent = above[index]
        relays = [
            key for key in (voices[parent].speakers if parent is not None else ()) if not key.startswith("unnamed:")
        ]
        result.append(Voice(voice.report, voice.speakers, relays[0] if relays else voice.relay))
    return result


def _repeats_itself(voices: Sequence[Voice], above: Sequence[int | None], index: int) -> bool:
    """Tell whether somebody only says of himself that he spoke."""
    parent = above[index]
    return parent is not None and bool(set(voices[parent].speakers) & set(voices[index].speakers))


def _other_words(text: str, outer: Report, inner: Sequence[Voice]) -> int:
    """Count the words of `outer` that belong to none of the inner reports."""
    covered = [_with_source(voice.report) for voice in inner]
    count = 0
    for span in outer.content:
        at = span.start
        for hull in sorted(covered):
            if span.overlaps(hull):
                count += len(text[at : max(at, hull.start)].split())
                at = max(at, hull.end)
        count += len(text[at : span.end].split())
    return count


def _with_source(report: Report) -> Span:
    hull = _hull(report)
    if report.source is None:
        return hull
    return Span(min(hull.start, report.source.start), max(hull.end, report.source.end))
