"""Reports inside reports: who speaks, and who passes it on."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.extract.statements.reports import Report
from kg.extract.statements.speakers.described import body_nouns
from kg.lexicon import words
from kg.model import PERSONAL, ActorKey, Span

_OTHER_WORDS = 8  # an outer report that adds no more than this to the inner ones only passes them on
_MOST_OTHER_WORDS = 20  # so does a text, body or source that adds no more than this to what persons said


@dataclass(frozen=True, slots=True)
class Voice:
    """A report with its `speakers`, and the actor who relays it."""

    report: Report
    speakers: tuple[ActorKey, ...]
    relay: ActorKey | None = None


def parents(reports: Sequence[Report]) -> list[int | None]:
    """Return, for each report, the index of the smallest other one whose content holds it."""
    spans = sorted((span, index) for index, report in enumerate(reports) for span in report.content)
    hulls = sorted((_core(report), index) for index, report in enumerate(reports))
    found: list[int | None] = [None] * len(reports)
    open_spans: list[tuple[Span, int]] = []
    at = 0
    for hull, index in hulls:
        while at < len(spans) and spans[at][0].start <= hull.start:
            open_spans.append(spans[at])
            at += 1
        open_spans = [(span, owner) for span, owner in open_spans if span.end > hull.start]
        around = [owner for span, owner in open_spans if span.contains(hull) and _core(reports[owner]) != hull]
        found[index] = min(around, key=lambda owner: (sum(map(len, reports[owner].content)), owner), default=None)
    return found


def _core(report: Report) -> Span:
    """Return the stretch of the cue and the words beside it, without quotations that go on behind the sentence."""
    return _hull(replace(report, content=report.content[:1]))


def _hull(report: Report) -> Span:
    """Return the stretch from the first to the last character of cue and content."""
    spans = [*report.content, *([report.cue] if report.cue else [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def relayed(
    text: str, voices: Sequence[Voice], above: Sequence[int | None], mouthpieces: AbstractSet[ActorKey]
) -> list[Voice]:
    """Return the voices with their relays, without `mouthpieces` (media, spokesmen) and others who only pass on."""
    heard = [
        bool(voice.speakers) and not (_repeats_itself(voices, above, i) or _is_denied(text, voices, above, i))
        for i, voice in enumerate(voices)
    ]
    inner: dict[int, list[Voice]] = {}
    for voice, parent, is_heard in zip(voices, above, heard, strict=True):
        if parent is not None and is_heard and voice.report.rule != "noun":
            inner.setdefault(parent, []).append(voice)
    passed_on = {index for index in inner if _passes_on(text, voices[index], inner[index], mouthpieces)}
    result: list[Voice] = []
    for index, (voice, parent) in enumerate(zip(voices, above, strict=True)):
        if heard[index] and index not in passed_on:
            outer = voices[parent] if parent is not None else None
            named = (key for key in (outer.speakers if outer else ()) if not key.startswith("unnamed:"))
            report = _as_quoted(voice.report, outer.report) if outer and parent in passed_on else voice.report
            result.append(Voice(report, voice.speakers, next(named, voice.relay)))
    return result


def _as_quoted(inner: Report, outer: Report) -> Report:
    """Return a report that is all of a relay's quotation with the words between the marks, its source and cue included.

    'Palantir News reported that "the king expressed hope for peace"': nobody knows which of the words are the king's.
    """
    whole = outer.content[0]
    all_of_it = inner.source is not None and inner.source.start == whole.start and inner.content[-1].end == whole.end
    return replace(inner, content=outer.content) if outer.direct and all_of_it else inner


def _passes_on(text: str, voice: Voice, inner: Sequence[Voice], mouthpieces: AbstractSet[ActorKey]) -> bool:
    """Tell whether a report adds little to the inner ones, and its speaker does not answer for what they say.

    Anybody passes on what persons said, unless in a quotation of his own. A person answers for what others said,
    unlike a medium or spokesman. So does anybody but these, be it a body, if those others have no name ("according to
    X" may be a medium), and somebody without a name in his own words: "“Gondor welcomes C,” a rider said".
    """
    person = any(key.startswith(PERSONAL) for key in voice.speakers)
    if voice.report.rule.endswith(("-np", "passive", "turn")) or (person and voice.report.direct):
        return False
    if any(set(voice.speakers) & set(other.speakers) for other in inner):  # "Eomer said that he and Faramir vowed C"
        return False
    told = voice.report.source.of(text).lower() if voice.report.source is not None else ""
    texts = words("outlets/nouns.txt") | words("statements/speaking_texts.txt")
    sends = "spokes" in told or not texts.isdisjoint(told.split()) or mouthpieces >= set(voice.speakers)
    cites = voice.report.rule == "according"
    of_persons = all(key.startswith(PERSONAL) for other in inner for key in other.speakers)
    most = _MOST_OTHER_WORDS if of_persons and (cites or sends or not person) else _OTHER_WORDS
    if _other_words(text, voice.report, inner) > most:
        return False
    if sends or (of_persons and not voice.report.direct):
        return True
    if _are_nameless(inner) and (_are_nameless([voice]) or not cites):
        return False
    own = voice.report.direct and _are_nameless([voice]) and body_nouns().isdisjoint(told.split()) and told != "it"
    return cites or not (person or own)


def _are_nameless(voices: Sequence[Voice]) -> bool:
    return all(key.startswith("unnamed:") for voice in voices for key in voice.speakers)


def _repeats_itself(voices: Sequence[Voice], above: Sequence[int | None], index: int) -> bool:
    """Tell whether somebody only says of himself that he spoke."""
    parent = above[index]
    return parent is not None and set(voices[parent].speakers) >= set(voices[index].speakers)


def _is_denied(text: str, voices: Sequence[Voice], above: Sequence[int | None], index: int) -> bool:
    """Tell whether somebody denies that it was said: "Eomer *denied* that Gondor rejects help"."""
    parent = above[index]
    outer = voices[parent].report if parent is not None else None
    return outer is not None and outer.cue is not None and outer.cue.of(text).lower().startswith(("deni", "deny"))


def _other_words(text: str, outer: Report, inner: Sequence[Voice]) -> int:
    """Count the words of `outer` that belong to none of the inner reports."""
    covered = [span for voice in inner for span in _own_words(text, voice.report)]
    count = 0
    for span in outer.content:
        at = span.start
        for hull in sorted(covered):
            if span.overlaps(hull):
                count += len(text[at : max(at, hull.start)].split())
                at = max(at, hull.end)
        count += len(text[at : span.end].split())
    return count


def _own_words(text: str, report: Report) -> tuple[Span, ...]:
    """Return the words of a report's source, and from its cue to its content; a clause between them tells of him."""
    hull = _hull(report)
    between = text[report.source.end : hull.start] if report.source is not None else ""
    if report.source is not None and between.startswith((", who", ", which")) and between.rstrip().endswith(","):
        return (Span(report.source.start, hull.end),)
    return (hull,) if report.source is None else (report.source, hull)
