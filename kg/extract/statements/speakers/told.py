"""What has been reported so far: whether a sentence goes on with it, and who was named only in it."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.grammar import QUOTATION_MARKS
from kg.extract.statements.reports import Report
from kg.extract.statements.speakers.described import is_text
from kg.model import Annotation, Mention, MentionForm, Span

_GOES_ON = frozenset({"added", "adds", "adding", "continued", "concluded"})
_RECENT = 50  # reports that are remembered


class Told:
    """The reports of a document so far, of which `last` is the last one whose speaker is known."""

    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.text
        self._starts = [sentence.span.start for sentence in annotation.sentences]
        self._prose = [sentence.index for sentence in annotation.sentences if sentence.quotation is None]
        self._reports: list[Report] = []  # the last first

    @property
    def last(self) -> Report | None:
        return self._reports[0] if self._reports else None

    def add(self, report: Report) -> None:
        self._reports = [report, *self._reports[: _RECENT - 1]]

    def sentence_before(self, position: int) -> int:
        """Return where the sentence before that of the character begins."""
        before = bisect_left(self._starts, position)
        return self._starts[max(0, before - 1 - (before > 1))]

    @property
    def of_text(self) -> bool:
        """Tell whether it was a text that spoke last ("the captain's letter said")."""
        source = self.last.source if self.last is not None else None
        return source is not None and is_text(source.of(self._text))

    def is_last_in(self, report: Report) -> bool:
        """Tell whether the report holds the last one: "the council wrote C, according to Palantir News"."""
        cues = [told.cue for told in self._reports[:1] if told.cue is not None]
        return any(content.contains(cue) for cue in cues for content in report.content)

    def follows(self, report: Report) -> bool:
        """Tell whether the report's sentence is the next one of the text behind that of the last report."""
        prose = bisect_left(self._prose, report.sentence)
        return prose > 0 and self._prose[prose - 1] <= self._reports[0].sentence

    def goes_on(self, report: Report) -> bool:
        """Tell whether the cue says that somebody goes on speaking from the sentence before ("added")."""
        return self.follows(report) and report.cue is not None and report.cue.of(self._text).lower() in _GOES_ON

    def holds_all(self, mentions: Sequence[Mention], report: Report) -> bool:
        """Tell whether the text names an actor, if at all, only in what was said since the last report began.

        "The diplomat", who was taken for whoever spoke before, does not name another one.
        """
        assert report.source is not None
        start, end = self._began(self._reports[0]), report.source.start
        speaker = self._reports[0].source
        first = bisect_left(mentions, start, key=lambda m: m.span.start)
        since = mentions[first : bisect_left(mentions, end, key=lambda m: m.span.start)]
        since = [m for m in since if speaker is None or m.form is MentionForm.NAME or not speaker.contains(m.span)]
        own = report.content if report.direct or self._is_quoted(report) else ()
        return all(self._was_said(m.span) or any(content.contains(m.span) for content in own) for m in since)

    def _began(self, report: Report) -> int:
        """Return where a report begins: with who speaks, or with its sentence where he stands behind his words."""
        source = report.source
        opens = source is not None and all(source.start < content.start for content in report.content)
        return source.start if source is not None and opens else self._starts[report.sentence]

    def _is_quoted(self, report: Report) -> bool:
        """Tell whether the words stand in quotation marks, which open before them."""
        return all(self._text[content.start - 1] in QUOTATION_MARKS for content in report.content if content.start)

    def _was_said(self, span: Span) -> bool:
        return any(content.contains(span) for told in self._reports for content in told.content)
