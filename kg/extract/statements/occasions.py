"""At which meeting something was said."""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.statements.relays import Voice
from kg.lexicon import words
from kg.model import ActorKey, Annotation, Meeting, MeetingKey, Span


class Occasions:
    """Knows a document's meetings by their places in the text."""

    def __init__(self, annotation: Annotation, meetings: Sequence[Meeting]) -> None:
        self._annotation = annotation
        self._attended: dict[ActorKey, list[Meeting]] = {}
        for meeting in meetings:
            for actor in {key for p in meeting.participants for key in (p.actor, p.capacity) if key}:
                self._attended.setdefault(actor, []).append(meeting)

    def of(self, voice: Voice, speaker: ActorKey) -> MeetingKey | None:
        """Return the meeting told last before the end of the report's sentence, if the speaker takes part.

        Before any is told, it is the only one that the speaker attends: headlines and leads run ahead. Words to the
        press, in writing or on the air are said at none.
        """
        sentence = self._annotation.sentences[voice.report.sentence]
        if self._is_elsewhere(sentence.span):
            return None
        attended = self._attended.get(speaker, [])
        told = [m for m in attended if min(s.start for s in m.evidence) < sentence.span.end]
        if told:
            return max(told, key=lambda m: max(s.start for s in m.evidence if s.start < sentence.span.end)).key
        return attended[0].key if len(attended) == 1 else None

    def _is_elsewhere(self, sentence: Span) -> bool:
        return _elsewhere().search(sentence.of(self._annotation.text)) is not None


@cache
def _elsewhere() -> re.Pattern[str]:
    occasions = "|".join(map(re.escape, sorted(words("press_occasions.txt"))))
    return re.compile(rf"\b(?:{occasions})\b", re.IGNORECASE)
