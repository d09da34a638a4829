"""Meetings that take place on a trip: the trip is where they are, and no meeting beside them."""

from collections.abc import Sequence

from kg.extract.meetings.merging.borrowing import date_later, name_in_full, place_beside, place_in_town
from kg.extract.meetings.merging.capacities import Capacities
from kg.extract.meetings.merging.event import VISIT_NOUNS, Event, is_country
from kg.extract.meetings.merging.sameness import dates_agree, who
from kg.extract.meetings.merging.stays import place_by_stays
from kg.model import MeetingKind, MeetingStatus, Span

_STAY = 7  # days of a stay
_NEAR = 60  # characters between a trip and the unnamed company met there


def without_trips(events: Sequence[Event], capacities: Capacities) -> list[Event]:
    """Drop each visit within which another event tells an encounter, which then takes place on that visit."""
    trips = [event for event in events if event.kind is MeetingKind.VISIT and _leave_home(event, capacities)]
    meetings = [event for event in events if event.kind is not MeetingKind.VISIT]
    taken: set[int] = set()
    for meeting in meetings:
        within = [n for n, trip in enumerate(trips) if _is_within(meeting, trip, capacities)]
        met = {capacities.country(party.actor) for party in meeting.parties}
        stops = [n for n in within if _in_one_clause(meeting, trips[n])]
        if len(stops) > 1 and not any(met & set(trips[n].hosts) for n in stops):
            within = [n for n in within if n not in stops]  # "Faramir, who toured Gondor and Rohan, met" is anywhere
        nearest = sorted(within, key=lambda n: (not met & set(trips[n].hosts), *_nearness(meeting, trips[n])))
        about = [trips[n] for n in within]
        elsewhere = [n for n in within if _is_on_other(meeting, trips[n], about)]
        on_day = (n for n in nearest if _are_of_one_stay(meeting, trips[n]))
        placed = [n for n in on_day if _is_on(meeting, trips[n], capacities)]
        if placed and placed[0] not in elsewhere:
            _place_on(meeting, trips[placed[0]])  # "before he visited Arnor, he visited Rohan and met Eomer": in Rohan
        there = set(trips[placed[0]].hosts) if placed else set()
        taken.update(
            n for n in within if n not in elsewhere and (not there or (there | met) & set(trips[n].hosts))
        )  # not the trip to where they did not meet
    place_by_stays(meetings, trips, capacities)
    place_beside(events)
    date_later(events)
    place_in_town(meetings)
    name_in_full(events)
    alone = [trip for n, trip in enumerate(trips) if n not in taken]
    return sorted([*meetings, *alone], key=lambda event: event.opening)


def _is_on_other(meeting: Event, trip: Event, within: Sequence[Event]) -> bool:
    """Whether the other side has come, as the text tells nearer by: "met Eomer ... Eomer's visit"."""
    others = who(meeting.parties) - who(trip.parties)
    return any(
        who(other.parties) & others and _gap(meeting, other) < _gap(meeting, trip)
        for other in within
        if other is not trip
    )


def _is_on(meeting: Event, trip: Event, capacities: Capacities) -> bool:
    """Whether the text says that the two that belong together are at one place: a traveller met somebody there."""
    together = who(trip.parties) & who(meeting.parties)
    hosted = any(capacities.country(party.actor) in trip.hosts for party in meeting.parties)
    town = trip.place is not None and not is_country(trip.place)
    beside = hosted and town and _in_one_clause(meeting, trip)  # "with Eomer, who was on a visit to Bree"
    return bool(together) and (beside or not _is_named_later(meeting, trip))


def _place_on(meeting: Event, trip: Event) -> None:
    """Let the meeting take place on the trip."""
    meeting.place = meeting.place or trip.place
    later = max(trip.evidence) > meeting.opening and not _in_one_clause(meeting, trip)
    day = later and trip.date is not None and trip.date.day is not None  # "who had arrived on Monday"
    if meeting.status is trip.status and not day:  # not "will meet ... his last visit was"
        meeting.date = meeting.date or trip.date
    if _in_one_clause(meeting, trip):
        meeting.hosts.extend(trip.hosts)


def _nearness(meeting: Event, trip: Event) -> tuple[int, int]:
    """Rank the trips of a meeting: "is due in Bree, and will end his trip in Edoras with a meeting" is in Edoras."""
    return _gap(meeting, trip), -trip.opening.start


def _gap(one: Event, other: Event) -> int:
    """Return how many characters lie between the words of the two; "came to Bree after Edoras, where he met"."""
    return min(max(a.start - b.end, b.start - a.end, 0) for a in one.evidence for b in other.evidence)


def _leave_home(trip: Event, capacities: Capacities) -> bool:
    """Keep the travellers who go abroad; return whether there are any."""
    trip.parties = [party for party in trip.parties if capacities.country(party.actor) not in trip.hosts]
    return bool(trip.parties)


def _is_within(meeting: Event, trip: Event, capacities: Capacities) -> bool:
    """Whether the traveller met somebody of the country visited, or met somebody there, on that trip."""
    ahead = meeting.status is MeetingStatus.HELD and trip.status is MeetingStatus.PLANNED
    apart = meeting.kind is MeetingKind.PHONE_CALL or not _are_of_one_stay(meeting, trip)
    apart |= meeting.status is MeetingStatus.PLANNED and trip.was_in_month and not _in_one_clause(meeting, trip)
    travellers = who(trip.parties)
    there = travellers & who(meeting.parties) or _may_lead(meeting, trip, capacities)
    if ahead or apart or not there:
        return False
    place = meeting.place.country if meeting.place is not None else None
    if _in_one_clause(meeting, trip):
        return place is None or place in trip.hosts  # not "met him in Bree, then flew to Edoras"
    if _is_named_later(meeting, trip) and meeting.date is None and trip.date is not None:
        return False  # "on his visit to Bree in 2019": another occasion
    if place is not None:
        return place in trip.hosts
    others = {capacities.country(party.actor) for party in meeting.parties if party.actor not in travellers}
    return bool(others & set(trip.hosts))


def _are_of_one_stay(meeting: Event, trip: Event) -> bool:
    """Whether they met on the day on which the traveller came, or within the week."""
    if meeting.date is None or trip.date is None or trip.date.day is None or dates_agree(meeting.date, trip.date):
        return dates_agree(meeting.date, trip.date)
    return 0 <= (meeting.date.earliest - trip.date.earliest).days < _STAY


def _is_named_later(meeting: Event, trip: Event) -> bool:
    """Whether the trip is only spoken of afterwards: "X's visit to Bree" need not say where they met before."""
    return (trip.rule in VISIT_NOUNS or trip.was_in_month) and trip.opening > meeting.opening


def _may_lead(meeting: Event, trip: Event, capacities: Capacities) -> bool:
    """Whether unnamed travellers ("a Gondorian delegation") may be with one who meets: of theirs, or of no country."""
    if not all(party.is_country for party in trip.parties):
        return False
    sent = {capacities.country(party.actor) for party in trip.parties}
    return bool({capacities.country(party.actor) for party in meeting.parties} & {*sent, None})


def _in_one_clause(meeting: Event, trip: Event) -> bool:
    """Whether the same words tell both, "visited Bree to attend the summit", or nearly: "to Bree, where he met"."""
    reach = _NEAR if any(party.is_unnamed for party in meeting.parties) else 0
    near = (Span(max(0, span.start - reach), span.end + reach) for span in meeting.evidence)
    return any(one.overlaps(other) for one in near for other in trip.evidence)
