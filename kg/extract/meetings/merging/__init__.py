"""One meeting told in several clauses is one: what the clauses of a document tell is put together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract.meetings.encounter import Encounter
from kg.extract.meetings.merging.capacities import Capacities
from kg.extract.meetings.merging.event import Event
from kg.extract.meetings.merging.on_trips import without_trips
from kg.extract.meetings.merging.sameness import SPOKEN, dates_agree, is_same, places_agree, who
from kg.extract.meetings.party import Party, are_people, are_present, as_unnamed
from kg.model import ActorKey, MeetingKind, MeetingStatus

_PRESENCE = frozenset({"meeting-company", "meeting-presence"})
_HOSTED = frozenset({"meeting-receive", "meeting-verb"})  # by whom they tell first
_AT_HAND = 200
"""Encounters that are compared with one another: more than any news tells, so that cost grows with the text alone."""


def merge(encounters: Iterable[Encounter], capacities: Capacities) -> list[Event]:
    """Return the meetings that the encounters of a document, in text order, tell; trips with a meeting in them go."""
    told = [encounter for encounter in encounters if not _is_interview(encounter, capacities)]
    runs = (told[first : first + _AT_HAND] for first in range(0, len(told), _AT_HAND))
    return [event for run in runs for event in _merge(run, capacities)]


def _merge(encounters: Sequence[Encounter], capacities: Capacities) -> list[Event]:
    events: list[Event] = []
    told = {who(encounter.parties) for encounter in encounters if not encounter.refers}
    for told_here in encounters:
        encounter = _with_guest(told_here, events, capacities)
        if encounter is None:
            continue
        event = _told_before(events, encounter)
        if event is not None and (apart := _met_apart(encounter, event, told)):
            event.part_from(apart)
            event = None
        if event is not None and _is_between_some(encounter, event):
            event = None
        if event is None and (not encounter.refers or _tells_both(encounter)):
            event = Event(encounter.kind, encounter.status, encounter.rule)
            events.append(event)
        if event is not None:
            for other in _others_meant(events, event, encounter):
                other.parties.extend(encounter.parties)
            event.add(encounter)
            events.remove(event)
            events.append(event)  # the latest is what "the meeting" points to
    known = [event for event in events if not _is_alone(event) or is_lone_guest(event, capacities)]
    known = [event for event in known if not any(_is_met_at(event, other) for other in known)]
    known = without_trips(_without_summaries(known, _headlines(known), capacities), capacities)
    return _without_summaries(known, known, capacities)


def _headlines(events: Sequence[Event]) -> list[Event]:
    """Return what opens the page and names nobody, if the next words tell who: what it tells of the place is theirs."""
    told = sorted(events, key=lambda event: event.opening)
    if len(told) < 2 or told[1].opening.start > max(told[0].evidence).end:
        return []
    return told[:1] if all(_is_vague(party, told[0]) for party in told[0].parties) else []


def _with_guest(encounter: Encounter, events: Sequence[Event], capacities: Capacities) -> Encounter | None:
    """Add to "a meeting with Eomer focused on trade" who met others before; None if that is told already."""
    if encounter.rule != "meeting-one-sided":
        return encounter
    met = who(encounter.parties)
    if not events or any(met <= who(event.parties) for event in events):
        return None
    home = {capacities.country(actor) for actor in met}
    there = [party for party in events[-1].parties if party.is_human and capacities.country(party.actor) not in home]
    often = Counter(actor for event in events for actor in who(event.parties))
    guest = max(there, key=lambda party: often[party.actor], default=None)
    return replace(encounter, parties=(guest, *encounter.parties), rule="meeting-noun") if guest is not None else None


def _is_interview(told: Encounter, capacities: Capacities) -> bool:
    """Whether somebody only "spoke to" those without an office."""
    officers = [party for party in told.parties if capacities.in_office(party.actor)]
    return told.rule == "meeting-speak-to" and len(officers) < 2


def _is_alone(event: Event) -> bool:
    return event.rule == "meeting-alone" and len(who(event.parties)) < 2


def _is_met_at(event: Event, other: Event) -> bool:
    """Whether the visit is to the body where the same people met somebody: "visited the Guild and called on Eomer".

    Those who went somewhere together met there, if that is told.
    """
    if event.rule == "visit-together":
        return other.kind is not MeetingKind.VISIT and who(event.parties) <= who(other.parties)
    guests = who(party for party in event.parties if not party.is_organization)
    near = any(one.overlaps(two) for one in event.evidence for two in other.evidence)
    met = other.kind is not MeetingKind.VISIT and guests < who(other.parties)
    return event.kind is MeetingKind.VISIT and not event.hosts and met and near


def is_lone_guest(event: Event, capacities: Capacities) -> bool:
    """Whether a summit abroad is told of one guest only: "Faramir will attend a summit in Rohan"."""
    there = event.place.country if event.place is not None else None
    home = {capacities.country(party.actor) for party in event.parties}
    return event.kind is MeetingKind.SUMMIT and _is_alone(event) and not home & {there, None}


def _met_apart(encounter: Encounter, event: Event, told: Iterable[frozenset[ActorKey]]) -> frozenset[ActorKey]:
    """Return who of several met the first apart: "met Eomer and Elrond", then "in his talks with Eomer".

    `told` are those who met by each clause: the rest met him apart, too, unless it was a call or "a separate meeting".
    """
    first, met, all_of = (who(p) for p in (event.parties[:1], encounter.parties, event.parties))
    joint = [clause for clause in told if met < clause]
    each = any(
        first < other < all_of and other & met == first and any(other < each for each in joint) for other in told
    )
    together = event.rule == "meeting-verb-together"  # "Faramir, Eomer and Elrond met": nobody apart
    several = (
        bool(joint)
        and not together
        and first < met < all_of
        and not encounter.refers
        and are_people(tuple(event.parties[:1]))
    )
    bilateral = encounter.is_apart and len(met) == len(first) + 1  # of a trilateral others need not be left out
    return met - first if several and (each or bilateral) else frozenset()


def _others_meant(events: Sequence[Event], event: Event, encounter: Encounter) -> list[Event]:
    """Return the other events that "the meetings were attended by Eomer" means: those of the same guest."""
    guest = who(event.parties[:1])
    held = (each for each in events if each is not event and each.status is event.status and encounter.of_all)
    return [each for each in held if guest & who(each.parties) and _may_refer(each, encounter)]


def _is_between_some(encounter: Encounter, event: Event) -> bool:
    """Whether some of those who met did so again: "in separate talks", or without him who had received them."""
    told = encounter.kind is not MeetingKind.PHONE_CALL and not encounter.refers
    if not (told or _is_joined_later(encounter)) or not event.parties:
        return False
    met, before = who(encounter.parties), who(event.parties)
    host_gone = not encounter.refers and event.rule in _HOSTED and event.parties[0].actor not in met
    both = before < met and before <= who(encounter.parties[: len(before)])  # "both afterwards called on Elrond"
    apart = encounter.is_apart or encounter.refers  # "later the two were joined by Elrond"
    return ((apart or host_gone) and met < before) or (apart and both)


def _is_joined_later(encounter: Encounter) -> bool:
    """Whether it tells of a later meeting of more: "Later, the two were joined by Elrond"."""
    return encounter.rule == "meeting-company" and encounter.is_later


def _tells_both(encounter: Encounter) -> bool:
    """Whether words that point back to nothing tell the meeting by themselves: "the meeting, attended by X and Y"."""
    several = len(who(encounter.parties)) > 1
    attended = encounter.rule == "meeting-attended" and are_present(encounter.parties)
    return several and (attended or _is_joined_later(encounter))


def _told_before(events: Sequence[Event], encounter: Encounter) -> Event | None:
    if encounter.refers:
        return _referred_to(events, encounter)
    for event in reversed(events):
        if is_same(event, encounter):
            return event
    return None


def _referred_to(events: Sequence[Event], encounter: Encounter) -> Event | None:
    """Return the latest event that "the meeting" may mean; one who speaks at it speaks where he was told to be."""
    latest = list(reversed(events))
    if encounter.rule == "meeting-company":
        latest = [event for event in latest if who(encounter.parties) & who(event.parties)][:1]
    meant = [event for event in latest if _may_refer(event, encounter)]
    if encounter.rule == "meeting-speech":
        speakers = who(encounter.parties)
        meant.sort(key=lambda event: not speakers & who(event.parties))
    return next(iter(meant), None)


def _may_refer(event: Event, encounter: Encounter) -> bool:
    if encounter.rule in _PRESENCE:  # nobody comes along on the telephone, or to what is still to come
        to_come = event.status is MeetingStatus.PLANNED and encounter.status is MeetingStatus.HELD
        trip = event.kind is MeetingKind.VISIT and encounter.rule != "meeting-company"
        return not (trip or to_come) and event.kind is not MeetingKind.PHONE_CALL
    if event.kind is MeetingKind.VISIT:
        return False
    if event.place and encounter.place and not places_agree(event.place, encounter.place):
        return False
    if encounter.kind is MeetingKind.PHONE_CALL:
        return event.kind in SPOKEN
    if encounter.kind is MeetingKind.SUMMIT:
        return event.kind is MeetingKind.SUMMIT
    return True


def _without_summaries(events: Sequence[Event], told: Sequence[Event], capacities: Capacities) -> list[Event]:
    """Drop what is `told` and only sums up: "met Gondorian officials" where the document tells whom of Gondor."""
    vague = [event for event in told if any(_is_vague(p, event) for p in event.parties)]
    gone = []
    for summary in vague:
        special = all(p.special or not _is_vague(p, summary) for p in summary.parties)
        others = (e for e in events if e is not summary and (not special or _is_one_day(summary, e)))
        meant = [other for other in others if _sums_up(summary, other, capacities)]
        nameless = all(_is_vague(party, summary) for party in summary.parties)
        first = sorted(meant, key=lambda event: event.opening)[:1]
        for other in meant:
            if other.kind is not MeetingKind.PHONE_CALL:
                other.place = other.place or summary.place
            if other in first or not nameless:  # of two countries meetings on other days may be told, too
                other.date = other.date or summary.date
        if meant or (not special and _is_told_singly(summary, events, capacities)):
            gone.append(summary)
    return [event for event in events if all(event is not summary for summary in gone)]


def _is_one_day(one: Event, other: Event) -> bool:
    """Whether both are told to be on the same day: "the mayors of Gondor and Rohan" are then those named."""
    return one.date is not None and one.date.day is not None and one.date == other.date


def _is_vague(party: Party, event: Event) -> bool:
    """Whether the words name no more than a country or any officials, in a headline an office or those of a body."""
    officials = party.is_unnamed and not party.special
    titled = party.actor.startswith("office:") or (party.is_organization and party.sent)  # "Steward meets Rohan's king"
    return party.is_country or officials or (event.is_headline and titled)


def _is_told_singly(summary: Event, events: Sequence[Event], capacities: Capacities) -> bool:
    """Whether the same people meet each country of the summary: "the envoys of Gondor and Rohan", then one by one."""
    named = who(party for party in summary.parties if not party.is_country)
    sent = {capacities.country(party.actor) for party in summary.parties if party.is_country}
    others = [e for e in events if e is not summary and e.kind is summary.kind and named < who(e.parties)]
    each = [{capacities.country(party.actor) for party in other.parties} & sent for other in others]
    return bool(named) and len(sent) > 1 and set().union(*each) == sent


def _sums_up(event: Event, other: Event, capacities: Capacities) -> bool:
    if MeetingKind.VISIT in {event.kind, other.kind} or not dates_agree(event.date, other.date):
        return False
    if event.place and other.place and not places_agree(event.place, other.place):
        return False
    if event.status is not other.status and not (event.is_headline and other.status is MeetingStatus.HELD):
        return False  # "the negotiators met before the summit", "the two countries will convene a session"
    named = who(party for party in event.parties if not _is_vague(party, event))
    others = who(party for party in other.parties if not party.is_country)
    theirs = {capacities.country(party.actor) for party in event.parties if _is_vague(party, event)} - {None}
    rest = {capacities.country(party.actor) for party in other.parties}
    if not named and event.is_headline:  # "Officer meets Gondor's steward"
        return bool(others) and theirs <= rest
    if not named:  # "Gondorian and Arnorian officials met" in general
        signed = event.kind is other.kind is MeetingKind.SIGNING and len(rest) > 1 and rest <= theirs
        return bool(others) and (theirs == rest - {None} or signed)
    return named < others and theirs <= rest


def by_actor(parties: Iterable[Party], capacities: Capacities) -> Mapping[ActorKey, tuple[Party, ...]]:
    """Return the parties by actor in text order; a country whose official takes part goes."""
    found: dict[ActorKey, list[Party]] = {}
    for party in sorted(parties, key=lambda party: party.span):
        found.setdefault(party.actor, []).append(party)
    represented = {capacities.country(actor) for actor in found if not actor.startswith("country:")}
    kept = {
        actor: tuple(told)
        for actor, told in found.items()
        if not (told[0].is_country and capacities.country(actor) in represented)
    }
    if len(kept) < 2:  # "the Gondorian minister met Gondorian officials", "members of the Guild met"
        sent = (as_unnamed(told[0]) for actor, told in found.items() if _are_by_themselves(actor, told, kept))
        kept |= {party.actor: (party,) for party in sent}
    return kept


def _are_by_themselves(actor: ActorKey, told: Sequence[Party], kept: Mapping[ActorKey, object]) -> bool:
    """Whether those whom a body or a country sent are a side beside it, or in place of it."""
    return told[0].sent and (actor not in kept or actor.startswith("organization:"))
