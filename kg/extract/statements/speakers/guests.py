"""Who is meant by "the guest", "his host" and "the three leaders": those at the meeting told last."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.model import ActorKey, Meeting, MeetingKey, Span

_CALLED = re.compile(r"(?:the|this|his|her) (?:[a-z]+ )?(?P<noun>guest|visitor|host)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"the (?:(?P<number>two|three|four) )?(?:leaders|presidents|ministers|heads of state|monarchs)", re.IGNORECASE
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}


class Guests:
    """Knows the persons of each of a document's meetings, and who was called the guest at them."""

    def __init__(self, text: str, meetings: Sequence[Meeting]) -> None:
        self._text = text
        self._told: list[tuple[int, MeetingKey, tuple[ActorKey, ...]]] = []
        for meeting in meetings:
            people = tuple(p.actor for p in meeting.participants if p.actor.startswith("person:"))
            if len(people) > 1:
                self._told += ((span.start, meeting.key, people) for span in meeting.evidence)
        self._told.sort()
        self._guests: dict[MeetingKey, ActorKey] = {}

    def both(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the two of the meeting told last, if they are those who `spoke` last."""
        _, people = self._met_before(source)
        return people[:2] if set(people[:2]) == set(spoke[:2]) else ()

    def all(self, source: Span) -> tuple[ActorKey, ...]:
        """Return all persons of the meeting told last, if the words mean that many: "the leaders", "the three"."""
        several = _SEVERAL.fullmatch(self._text, source.start, source.end)
        _, people = self._met_before(source)
        return people if several and _NUMBERS.get((several["number"] or "").lower(), len(people)) == len(people) else ()

    def of(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the guest or host; whoever is called so first is not the one of the two who `spoke` last."""
        called = _CALLED.fullmatch(self._text, source.start, source.end)
        key, people = self._met_before(source)
        if called is None or not people:
            return ()
        first, second = people[:2]
        host = called["noun"].lower() == "host"
        if key not in self._guests:
            last = next((actor for actor in spoke if actor in people), second if host else first)
            other = second if last == first else first
            self._guests[key] = last if host else other
        guest = self._guests[key]
        return ((second if guest == first else first) if host else guest,)

    def _met_before(self, source: Span) -> tuple[MeetingKey, tuple[ActorKey, ...]]:
        """Return the meeting told last before the words, with its two; of no key and nobody if none is."""
        at = bisect_left(self._told, source.start, key=lambda telling: telling[0])
        return self._told[at - 1][1:] if at else (MeetingKey(""), ())
