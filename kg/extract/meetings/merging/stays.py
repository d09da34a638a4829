"""Where somebody stays abroad: the place holds for whom he meets there next, though no clause says so again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.meetings.circumstances.places import town_of
from kg.extract.meetings.merging.capacities import Capacities
from kg.extract.meetings.merging.event import Event
from kg.extract.meetings.merging.sameness import dates_agree, who
from kg.model import ActorKey, CountryCode, MeetingKind, MeetingStatus, Place

_NEXT = 700  # characters to a meeting on the same occasion: "on the sidelines of the summit in Bree ... also met"


@dataclass(frozen=True, slots=True)
class _Stay:
    """Where the travellers are by what `event` tells; `among_hosts` where they met those of the country."""

    event: Event
    place: Place
    country: CountryCode
    travellers: frozenset[ActorKey]
    among_hosts: bool


def place_by_stays(meetings: Sequence[Event], trips: Sequence[Event], capacities: Capacities) -> None:
    """Let meetings without a place be where the text last told that one of those who met was abroad."""
    stays = [stay for event in (*meetings, *trips) for stay in _stays(event, capacities)]
    for meeting in meetings:
        if meeting.place is None and meeting.kind is not MeetingKind.PHONE_CALL:
            before = [stay for stay in stays if _is_before(stay, meeting)]
            before.sort(key=lambda stay: (_is_with_hosts(stay, meeting, capacities), stay.event.opening.start))
            there = [stay for stay in before if stay.country == before[-1].country]
            held = (stay for stay in reversed(there) if _holds_for(stay, meeting, capacities))
            meeting.place = next((stay.place for stay in held), None)


def _stays(event: Event, capacities: Capacities) -> Iterator[_Stay]:
    place = town_of(event.place) if event.place is not None else None
    if place is None or (country := place.country) is None:
        return
    parties = who(event.parties)
    hosts = frozenset(actor for actor in parties if capacities.country(actor) == country)
    travellers = frozenset(actor for actor in parties - hosts if not actor.startswith("organization:"))
    if travellers:
        yield _Stay(event, place, country, travellers, bool(hosts))


def _is_before(stay: _Stay, meeting: Event) -> bool:
    """Whether the text has told of a stay of one who meets, before it tells of the meeting."""
    return bool(stay.travellers & who(meeting.parties)) and stay.event.opening.start < meeting.opening.start


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
    begins = meeting.opening.start
    near = begins - max(span.end for span in stay.event.evidence if span.start < begins) < _NEXT
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
