"""Where somebody stays abroad: the place holds for whom he meets there next, though no clause says so again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.meetings.capacities import Capacities
from kg.extract.meetings.event import Event
from kg.extract.meetings.sameness import dates_agree, who
from kg.lexicon import words
from kg.lexicon.countries import countries
from kg.model import ActorKey, CountryCode, MeetingKind, MeetingStatus, Place

_SEATS = ("ministry", "department", "office", "parliament")
_NEXT = 700  # characters to a meeting on the same occasion: "on the sidelines of the summit in Bree ... also met"


@dataclass(frozen=True, slots=True)
class _Stay:
    """Where the travellers are by what `event` tells; `among_hosts` where they met those of the country."""

    event: Event
    country: CountryCode
    travellers: frozenset[ActorKey]
    among_hosts: bool


def place_by_stays(meetings: Sequence[Event], trips: Sequence[Event], capacities: Capacities) -> None:
    """Let meetings without a place be where the text last told that one of those who met was abroad."""
    stays = [stay for event in (*meetings, *trips) for stay in _stays(event, capacities)]
    for meeting in meetings:
        if meeting.place is None and meeting.kind is not MeetingKind.PHONE_CALL:
            before = [stay for stay in stays if _is_before(stay, meeting)]
            before.sort(key=lambda stay: (_is_with_hosts(stay, meeting, capacities), _begins(stay.event)))
            there = [stay for stay in before if stay.country == before[-1].country]
            held = (stay for stay in reversed(there) if _holds_for(stay, meeting, capacities))
            meeting.place = next((stay.event.place for stay in held), None)


def place_beside(events: Sequence[Event]) -> None:
    """Let what was "on the sidelines of the summit" be where and when the text last told of one."""
    for event in (event for event in events if event.is_beside):
        told = [other for other in events if _is_occasion(other) and _begins(other) < _begins(event)]
        if told:
            occasion = max(told, key=_begins)
            event.place = event.place or occasion.place
            event.date = event.date or occasion.date


def date_later(events: Sequence[Event]) -> None:
    """Let what somebody did "later" be on the day that the text has told last of one whom he met."""
    for event in (event for event in events if event.is_later and event.date is None):
        same = [other for other in events if _goes_on(other, event)]
        last = max(same, key=_begins, default=event)
        if last.date is not None and last.date.day is not None:
            event.date = last.date


def _goes_on(other: Event, event: Event) -> bool:
    """Whether the text tells of the other event first, which has a date and somebody in common."""
    held = other.status is event.status is MeetingStatus.HELD and other.date is not None
    return held and bool(who(other.parties) & who(event.parties)) and _begins(other) < _begins(event)


def _is_occasion(event: Event) -> bool:
    """Whether it is one beside which others may meet."""
    gathering = event.rule in {"meeting-body", "meeting-alone", "meeting-own"} and event.kind is MeetingKind.MEETING
    return gathering or event.kind is MeetingKind.SUMMIT


def settle(events: Sequence[Event]) -> None:
    """Let what was somewhere in a country be in the town there, if the text tells of no more than one."""
    for event in (event for event in events if event.place is not None and not names_town(event)):
        there = (other for other in events if who(other.parties) & who(event.parties) and _may_be_in(event, other))
        towns = {other.place.name: other.place for other in there if other.place is not None}
        if len(towns) == 1:
            (event.place,) = towns.values()


def _may_be_in(event: Event, other: Event) -> bool:
    """Whether the other is told to be in a town of the country in which the event is."""
    if event.place is None or other.place is None or not names_town(other) or _is_building(other.place):
        return False
    return event.place.country == other.place.country and dates_agree(event.date, other.date)


def names_town(event: Event) -> bool:
    """Whether it is in a place that is named: a country alone says no more than who is host."""
    country = countries().get(event.place.country or "") if event.place is not None else None
    return event.place is not None and (country is None or event.place.name not in country.names)


def name_places_in_full(events: Sequence[Event]) -> None:
    """Let "Bree" be "Bree, Arnor" where the document once says so."""
    full = {place.name.partition(",")[0]: place for event in events if (place := event.place) and "," in place.name}
    for event in events:
        longer = full.get(event.place.name) if event.place is not None else None
        if event.place is not None and longer is not None and longer.country == event.place.country:
            event.place = longer


def _stays(event: Event, capacities: Capacities) -> Iterator[_Stay]:
    country = event.place.country if event.place is not None else None
    if event.place is None or country is None or _is_building(event.place):
        return
    parties = who(event.parties)
    hosts = frozenset(actor for actor in parties if capacities.country(actor) == country)
    travellers = frozenset(actor for actor in parties - hosts if not actor.startswith("organization:"))
    if travellers:
        yield _Stay(event, country, travellers, bool(hosts))


def _is_building(place: Place) -> bool:
    """Whether it is a building, from which one goes to the next: "the Golden Hall in Bree"."""
    return not words("meeting_facilities.txt").union(_SEATS).isdisjoint(place.name.lower().split())


def _is_before(stay: _Stay, meeting: Event) -> bool:
    """Whether the text has told of a stay of one who meets, before it tells of the meeting."""
    return bool(stay.travellers & who(meeting.parties)) and _begins(stay.event) < _begins(meeting)


def _holds_for(stay: _Stay, meeting: Event, capacities: Capacities) -> bool:
    """Whether the meeting is on that stay: with one of the country, or beside others met on the same occasion."""
    ahead = stay.event.status is MeetingStatus.PLANNED and meeting.status is MeetingStatus.HELD
    over = stay.event.was_in_month and meeting.status is MeetingStatus.PLANNED
    if ahead or over or not (dates_agree(stay.event.date, meeting.date) or _is_next_day(stay.event, meeting)):
        return False
    if _is_with_hosts(stay, meeting, capacities):
        return True
    home = {capacities.country(actor) for actor in stay.travellers}
    others = who(meeting.parties) - stay.travellers
    abroad = any(capacities.country(actor) not in home and capacities.in_office(actor) for actor in others)
    near = _begins(meeting) - max(span.end for span in stay.event.evidence if span.start < _begins(meeting)) < _NEXT
    day = meeting.date is not None and meeting.date.day is not None and meeting.date == stay.event.date
    return (near or day) and abroad and stay.event.kind is not MeetingKind.VISIT and not stay.among_hosts


def _is_next_day(stay: Event, meeting: Event) -> bool:
    """Whether the two days lie so near that one has hardly left between."""
    if stay.date is None or meeting.date is None or stay.date.day is None or meeting.date.day is None:
        return False
    return abs((stay.date.earliest - meeting.date.earliest).days) == 1


def _is_with_hosts(stay: _Stay, meeting: Event, capacities: Capacities) -> bool:
    others = who(meeting.parties) - stay.travellers
    return any(capacities.country(actor) == stay.country for actor in others)


def _begins(event: Event) -> int:
    return min(event.evidence).start
