"""At which meeting something was said."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extract.statements.relays import Voice
from kg.lexicon import any_of
from kg.model import ActorKey, Annotation, Meeting, MeetingKey

_SOON = 400  # characters after a lead within which the meeting is told that it runs ahead of
_BOTH = re.compile(r"\b(?:two|both)\b|\bthe (?:sides|parties)\b", re.IGNORECASE)


class Occasions:
    """Knows a document's meetings by their places in the text, and where it goes over to what the press was told."""

    def __init__(self, annotation: Annotation, meetings: Sequence[Meeting]) -> None:
        self._annotation = annotation
        self._tellings = sorted((span.start, meeting.key) for meeting in meetings for span in meeting.evidence)
        self._attended: dict[ActorKey, list[tuple[int, MeetingKey]]] = {}
        for meeting in meetings:
            places = [(span.start, meeting.key) for span in meeting.evidence]
            for actor in {key for p in meeting.participants for key in (p.actor, p.capacity) if key}:
                self._attended.setdefault(actor, []).extend(places)
        for tellings in self._attended.values():
            tellings.sort()
        self._press = [match.start() for match in _press().finditer(annotation.text)]

    def of(self, voice: Voice, speaker: ActorKey) -> MeetingKey | None:
        """Return the meeting of the speaker that is told last before the end of the report's sentence.

        Before any is told, it is the only one that the speaker attends, or the one told soon after: headlines and leads
        run ahead. Once the text has gone over to the press, it is none until a meeting is told again. "The two sides"
        speak at whatever meeting is told last.
        """
        span = self._annotation.sentences[voice.report.sentence].span
        tellings = self._attended.get(speaker, [])
        if speaker.startswith("unnamed:") and voice.report.source is not None:
            tellings = self._tellings if _BOTH.search(voice.report.source.of(self._annotation.text)) else []
        at = bisect_left(tellings, span.end, key=lambda telling: telling[0])
        press = bisect_left(self._press, span.end)
        spoken = self._press[press - 1] if press else -1
        if at:
            start, key = tellings[at - 1]
            return key if spoken < start else None
        only = len({key for _, key in tellings}) == 1
        soon = bool(tellings) and tellings[0][0] < span.end + _SOON
        return tellings[0][1] if spoken < span.start and (only or soon) else None


@cache
def _press() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('statements/press_occasions.txt')})\b", re.IGNORECASE)
