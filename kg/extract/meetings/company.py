"""Those who take part without a name become actors of the document."""

from dataclasses import replace

from kg.model import ActorKey, Meeting, Participant, Span, UnnamedActor

_LONGEST = 12  # words of a description


class Company:
    """Numbers the unnamed of a document's meetings; whoever is described in the same words is the same."""

    def __init__(self, text: str, known: int) -> None:
        self._text = text
        self._known = known
        self._found: dict[str, UnnamedActor] = {}

    @property
    def unnamed(self) -> tuple[UnnamedActor, ...]:
        return tuple(self._found.values())

    def named(self, meeting: Meeting) -> Meeting:
        """Return the meeting with the keys of actors in place of those that are the place of a description."""
        participants = tuple(self._participant(each) for each in meeting.participants)
        return replace(meeting, participants=participants)

    def _participant(self, participant: Participant) -> Participant:
        kind, _, place = participant.actor.partition(":")
        if kind != "unnamed":
            return participant
        start, _, end = place.partition("-")
        description = " ".join(Span(int(start), int(end)).of(self._text).split()[:_LONGEST])
        key = ActorKey(f"unnamed:{self._known + len(self._found) + 1}")
        return replace(participant, actor=self._found.setdefault(description, UnnamedActor(key, description)).key)
