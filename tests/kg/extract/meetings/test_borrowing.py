"""Where somebody was in a country is the town there that the text tells, if it tells of one."""

import pytest

from kg.extract.meetings.merging.borrowing import place_in_town
from kg.extract.meetings.merging.event import Event
from kg.extract.meetings.party import Party
from kg.model import ActorKey, CountryCode, MeetingKind, MeetingStatus, Place, Span

IRAN = CountryCode("IR")


def _met(start: int, place: str) -> Event:
    span = Span(start, start + 10)
    event = Event(MeetingKind.MEETING, MeetingStatus.HELD, "meeting-verb", [Party(ActorKey("person:1"), span)], [span])
    event.place = Place(place, IRAN)
    return event


@pytest.mark.parametrize(
    ("towns", "expected"),
    [
        (["Tehran"], "Tehran"),
        (["Tehran", "Tehran"], "Tehran"),
        (["Tehran", "Shiraz"], "Iran"),
        (["Foreign Ministry"], "Iran"),
        ([], "Iran"),
    ],
)
def test_what_was_in_a_country_was_in_the_town_there_if_one_is_told(towns: list[str], expected: str) -> None:
    event = _met(0, "Iran")
    place_in_town([event, *(_met(20 * number, town) for number, town in enumerate(towns, start=1))])
    assert event.place is not None
    assert event.place.name == expected
