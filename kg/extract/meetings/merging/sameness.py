"""Whether two clauses tell the same meeting: by who takes part, its kind, its date and its place."""

from collections.abc import Iterable

from kg.extract.meetings.encounter import Encounter
from kg.extract.meetings.merging.event import Event
from kg.extract.meetings.party import Party
from kg.model import PERSONAL, ActorKey, MeetingKind, MeetingStatus, PartialDate, Place

SPOKEN = frozenset({MeetingKind.PHONE_CALL, MeetingKind.TALKS})


def is_same(event: Event, encounter: Encounter) -> bool:
    """Whether the encounter is the meeting: two who met both times, unless kind, date or place differs."""
    if not _kinds_agree(event, encounter) or not dates_agree(event.date, encounter.date):
        return False
    undated = event.date is None  # what is told without a date is the news, or told with it
    if (undated and (encounter.is_past or _is_dated_news(event, encounter))) or _is_next_with_more(event, encounter):
        return False
    ours = who(event.parties)
    theirs = who(encounter.parties)
    held = theirs - who(encounter.attended)
    theirs = held if len(held) > 1 and held < ours else theirs  # whoever else was there
    common = ours & theirs
    if encounter.kind is MeetingKind.VISIT:
        return ours == theirs and (encounter.host in event.hosts or (encounter.host is None and not event.hosts))
    if encounter.kind is MeetingKind.SIGNING and event.kind is MeetingKind.SIGNING and min(len(ours), len(theirs)) < 2:
        return bool(common) or len(ours) < 2
    if event.place and encounter.place and not places_agree(event.place, encounter.place):
        return False
    rules = {event.rule, encounter.rule}
    of_body = "meeting-own" in rules and rules <= {"meeting-own", "meeting-body"} and common in (ours, theirs)
    of_body |= _is_one_clause(event, encounter) and common in (ours, theirs)
    of_body |= bool(common) and _is_one_assembly(event, encounter, ours ^ theirs)
    told_alike = common in (ours, theirs) or _is_one_occasion(event, encounter)
    told_alike &= ours == theirs or not _is_summit_besides(event, encounter)
    return of_body or (len(common) >= 2 and told_alike)


def _is_one_clause(event: Event, encounter: Encounter) -> bool:
    """Whether one only says at what occasion the other was: "briefed the council during a meeting"."""
    occasion = "meeting-alone" in {event.rule, encounter.rule}
    return occasion and any(span.overlaps(encounter.evidence) for span in event.evidence)


def _is_one_assembly(event: Event, encounter: Encounter, apart: frozenset[ActorKey]) -> bool:
    """Whether the two differ in no more than what the body is called to which somebody speaks: "MPs", "parliament"."""
    spoken = {event.rule, encounter.rule} <= {"meeting-assembly", "meeting-body"}
    people = any(actor.startswith(PERSONAL) for actor in apart)
    return spoken and not people and any(actor.startswith("unnamed:") for actor in apart)


def _is_dated_news(event: Event, encounter: Encounter) -> bool:
    """Whether the encounter took place on a known day, and the event is still to come: "will visit ... did in May"."""
    dated = encounter.date is not None or (encounter.is_dated and encounter.kind is not MeetingKind.VISIT)
    return event.status is MeetingStatus.PLANNED and encounter.status is MeetingStatus.HELD and dated


def _is_next_with_more(event: Event, encounter: Encounter) -> bool:
    """Whether those who have met will meet again with somebody else."""
    ahead = event.status is MeetingStatus.HELD and encounter.status is MeetingStatus.PLANNED
    return ahead and not event.is_headline and who(event.parties) < who(encounter.parties)


def _is_summit_besides(event: Event, encounter: Encounter) -> bool:
    """Whether only one of the two was a summit: some of those who came to it met apart."""
    return MeetingKind.SUMMIT in {event.kind, encounter.kind} and event.kind is not encounter.kind


def _is_one_occasion(event: Event, encounter: Encounter) -> bool:
    """Whether two of the same people met there or will: "A and B will meet C" and "A will meet C and D"."""
    planned = event.status is encounter.status is MeetingStatus.PLANNED
    return planned or (event.place is not None and encounter.place is not None)


def _kinds_agree(event: Event, encounter: Encounter) -> bool:
    kinds = {event.kind, encounter.kind}
    if len(kinds) == 1:
        return True
    if MeetingKind.VISIT in kinds:
        return False
    return MeetingKind.PHONE_CALL not in kinds or kinds == SPOKEN


def dates_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the two may be one day; an unknown one may be any."""
    return one is None or other is None or (one.earliest <= other.latest and other.earliest <= one.latest)


def places_agree(one: Place, other: Place) -> bool:
    """Whether the two may be one place: of one country, or, where that is known of neither, one name in the other."""
    if one.country and other.country:
        return one.country == other.country
    if one.country or other.country:
        return True  # "was received at the Great Hall" of one who came to Bree
    return one.name in other.name or other.name in one.name


def who(parties: Iterable[Party]) -> frozenset[ActorKey]:
    return frozenset(party.actor for party in parties)
