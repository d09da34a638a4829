"""Who is meant by "the guest" and "his host": one of the two persons at the meeting told last."""

import re
from collections.abc import Sequence

from kg.model import ActorKey, Meeting, MeetingKey, Span

_CALLED = re.compile(r"(?:the|this|his|her) (?:[a-z]+ )?(?P<noun>guest|visitor|host)", re.IGNORECASE)


class Guests:
    """Knows the first two persons of each of a document's meetings, and who was called the guest at them."""

    def __init__(self, text: str, meetings: Sequence[Meeting]) -> None:
        self._text = text
        self._told: list[tuple[int, MeetingKey, list[ActorKey]]] = []
        for meeting in meetings:
            people = [p.actor for p in meeting.participants if p.actor.startswith("person:")]
            if len(people) > 1:
                self._told += ((span.start, meeting.key, people[:2]) for span in meeting.evidence)
        self._told.sort()
        self._guests: dict[MeetingKey, ActorKey] = {}

    def both(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the two of the meeting told last, if they are those who `spoke` last."""
        before = [people for start, _, people in self._told if start < source.start]
        return tuple(before[-1]) if before and set(before[-1]) == set(spoke[:2]) else ()

    def of(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the guest or host; whoever is called so first is not the one of the two who `spoke` last."""
        called = _CALLED.fullmatch(self._text, source.start, source.end)
        before = [telling for telling in self._told if telling[0] < source.start] if called else []
        if called is None or not before:
            return ()
        _, key, people = before[-1]
        first, second = people
        host = called["noun"].lower() == "host"
        if key not in self._guests:
            last = next((actor for actor in spoke if actor in people), second if host else first)
            other = second if last == first else first
            self._guests[key] = last if host else other
        guest = self._guests[key]
        return ((second if guest == first else first) if host else guest,)
