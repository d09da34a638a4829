"""Where and when a meeting was, as the text tells it of another: beside a summit, later that day, in the town told."""

from collections.abc import Sequence

from kg.extract.meetings.circumstances.places import town_of
from kg.extract.meetings.merging.event import Event, is_country
from kg.extract.meetings.merging.sameness import dates_agree, who
from kg.model import MeetingKind, MeetingStatus


def place_beside(events: Sequence[Event]) -> None:
    """Let what was "on the sidelines of the summit" be where and when the text last told of one."""
    for event in (event for event in events if event.is_beside):
        told = [other for other in events if _is_occasion(other) and other.opening.start < event.opening.start]
        if told:
            occasion = max(told, key=lambda other: other.opening.start)
            event.place = event.place or occasion.place
            event.date = event.date or occasion.date


def date_later(events: Sequence[Event]) -> None:
    """Let what somebody did "later" be on the day that the text has told last of one whom he met."""
    for event in (event for event in events if event.is_later and event.date is None):
        same = [other for other in events if _goes_on(other, event)]
        last = max(same, key=lambda other: other.opening.start, default=event)
        if last.date is not None and last.date.day is not None:
            event.date = last.date


def _goes_on(other: Event, event: Event) -> bool:
    """Whether the text tells of the other event first, which has a date and somebody in common."""
    held = other.status is event.status is MeetingStatus.HELD and other.date is not None
    return held and bool(who(other.parties) & who(event.parties)) and other.opening.start < event.opening.start


def _is_occasion(event: Event) -> bool:
    """Whether it is one beside which others may meet."""
    gathering = event.rule in {"meeting-body", "meeting-alone", "meeting-own"} and event.kind is MeetingKind.MEETING
    return gathering or event.kind is MeetingKind.SUMMIT


def place_in_town(events: Sequence[Event]) -> None:
    """Let what was somewhere in a country be in the town there, if the text tells of no more than one."""
    for event in (event for event in events if event.place is not None and is_country(event.place)):
        there = (other for other in events if who(other.parties) & who(event.parties) and _may_be_in(event, other))
        towns = {town.name: town for other in there if (town := other.place and town_of(other.place))}
        if len(towns) == 1:
            (event.place,) = towns.values()


def _may_be_in(event: Event, other: Event) -> bool:
    """Whether the other is told to be in a town of the country in which the event is."""
    if event.place is None or other.place is None or is_country(other.place):
        return False
    return event.place.country == other.place.country and dates_agree(event.date, other.date)


def name_in_full(events: Sequence[Event]) -> None:
    """Let "Bree" be "Bree, Arnor" where the document once says so."""
    full = {place.name.partition(",")[0]: place for event in events if (place := event.place) and "," in place.name}
    for event in events:
        longer = full.get(event.place.name) if event.place is not None else None
        if event.place is not None and longer is not None and longer.country == event.place.country:
            event.place = longer
