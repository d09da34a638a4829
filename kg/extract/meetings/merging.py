"""One meeting told in several clauses is one: what the clauses of a document tell is put together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.meetings.capacities import Capacities
from kg.extract.meetings.encounter import Encounter
from kg.extract.meetings.party import Party, are_people
from kg.model import ActorKey, CountryCode, MeetingKind, MeetingStatus, PartialDate, Place, Span

_NEAR = 60  # characters between a trip and the unnamed company met there
VISIT_NOUNS = frozenset({"visit-own", "visit-noun"})  # "her visit to Gondor"; "went to Gondor" is said of anybody
_SPOKEN = frozenset({MeetingKind.PHONE_CALL, MeetingKind.TALKS})


@dataclass(slots=True)
class Event:
    """A meeting while the document is being read; `hosts` are the countries visited."""

    kind: MeetingKind
    status: MeetingStatus
    rule: str
    parties: list[Party] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    place: Place | None = None
    date: PartialDate | None = None
    hosts: list[CountryCode] = field(default_factory=list)
    outcome: str | None = None

    def add(self, encounter: Encounter) -> None:
        """Take over what `encounter` tells beyond what is known."""
        self.parties.extend(encounter.parties)
        self.evidence.append(encounter.evidence)
        if self.kind is not MeetingKind.PHONE_CALL:
            self.place = self.place or encounter.place
        self.date = more_precise(self.date, encounter.date)
        self.outcome = self.outcome or encounter.outcome
        if encounter.host is not None and encounter.host not in self.hosts:
            self.hosts.append(encounter.host)
        if encounter.kind is MeetingKind.PHONE_CALL and self.kind is MeetingKind.TALKS:
            self.kind = encounter.kind
        if self.rule == "meeting-discuss" and encounter.kind is MeetingKind.MEETING:
            self.kind = encounter.kind  # "discussed it in a meeting"
        self._settle(encounter)

    def leave_to_holders(self, offices: frozenset[ActorKey], capacities: Capacities) -> None:
        """Let the offices go whose holders are named by now; whose they are takes part all the same."""
        self.parties = [party for party in self.parties if party.actor not in offices]
        countries = (capacities.country(office) for office in sorted(offices))
        self.hosts.extend(c for c in countries if c is not None and c not in self.hosts)

    def _settle(self, encounter: Encounter) -> None:
        """Take over the status that `encounter` shows: "the visit" by itself may be held or planned."""
        if encounter.refers or encounter.rule in VISIT_NOUNS:
            return
        if encounter.status is MeetingStatus.HELD or self.rule in VISIT_NOUNS:
            self.status = encounter.status


def merge(encounters: Iterable[Encounter], capacities: Capacities) -> list[Event]:
    """Return the meetings that the encounters of a document, in text order, tell; trips with a meeting in them go."""
    events: list[Event] = []
    for encounter in encounters:
        event = _told_before(events, encounter, capacities)
        if event is None and (not encounter.refers or _tells_both(encounter, capacities)):
            event = Event(encounter.kind, encounter.status, encounter.rule)
            events.append(event)
        if event is not None:
            named = _now_named(_who(event.parties, capacities), _who(encounter.parties, capacities), capacities)
            event.add(encounter)
            event.leave_to_holders(named, capacities)
            events.remove(event)
            events.append(event)  # the latest is what "the meeting" points to
    told = [event for event in events if event.rule != "meeting-alone" or len(_who(event.parties, capacities)) > 1]
    return _without_summaries(_without_trips(told, capacities), capacities)


def _tells_both(encounter: Encounter, capacities: Capacities) -> bool:
    """Whether words that point back to nothing tell the meeting by themselves: "the meeting, attended by X and Y"."""
    several = len(_who(encounter.parties, capacities)) > 1
    return encounter.rule == "meeting-attended" and several and are_people(encounter.parties)


def more_precise(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """Return the more precise of two dates, the first where neither is."""
    if one is None or other is None:
        return one or other
    return other if other.latest - other.earliest < one.latest - one.earliest else one


def _told_before(events: Sequence[Event], encounter: Encounter, capacities: Capacities) -> Event | None:
    if encounter.refers:
        return _referred_to(events, encounter, capacities)
    for event in reversed(events):
        if _is_same(event, encounter, capacities):
            return event
    return None


def _referred_to(events: Sequence[Event], encounter: Encounter, capacities: Capacities) -> Event | None:
    """Return the latest event that "the meeting" may mean; one who speaks at it speaks where he was told to be."""
    meant = [event for event in reversed(events) if _may_refer(event, encounter)]
    if encounter.rule == "meeting-speech":
        who = _who(encounter.parties, capacities)
        meant.sort(key=lambda event: not who & _who(event.parties, capacities))
    return next(iter(meant), None)


def _may_refer(event: Event, encounter: Encounter) -> bool:
    if event.kind is MeetingKind.VISIT:
        return False
    if event.place and encounter.place and not _places_agree(event.place, encounter.place):
        return False
    if encounter.kind is MeetingKind.PHONE_CALL:
        return event.kind in _SPOKEN
    if encounter.kind is MeetingKind.SUMMIT:
        return event.kind is MeetingKind.SUMMIT
    return True


def _is_same(event: Event, encounter: Encounter, capacities: Capacities) -> bool:
    if not _kinds_agree(event, encounter) or not _dates_agree(event.date, encounter.date):
        return False
    if event.date is None and encounter.is_past:  # what is told without a date is the news, or told with it
        return False
    ours = _who(event.parties, capacities)
    theirs = _who(encounter.parties, capacities)
    common = ours & theirs
    if encounter.kind is MeetingKind.VISIT:
        return ours == theirs and (encounter.host in event.hosts)
    if encounter.kind is MeetingKind.SIGNING and event.kind is MeetingKind.SIGNING and min(len(ours), len(theirs)) < 2:
        return bool(common) or len(ours) < 2
    if event.place and encounter.place and not _places_agree(event.place, encounter.place):
        return False
    told_alike = common in (ours, theirs) or _is_one_occasion(event, encounter)
    return (len(common) >= 2 and told_alike) or bool(_now_named(ours, theirs, capacities))


def _is_one_occasion(event: Event, encounter: Encounter) -> bool:
    """Whether two of the same people met there or will: "A and B will meet C" and "A will meet C and D"."""
    planned = event.status is encounter.status is MeetingStatus.PLANNED
    return planned or (event.place is not None and encounter.place is not None)


def _now_named(ours: frozenset[ActorKey], theirs: frozenset[ActorKey], capacities: Capacities) -> frozenset[ActorKey]:
    """Return the offices without a holder on one side where the other side names as many people without an office.

    "The steward met with Gondor's envoy", then "the steward and Faramir"; "the two envoys", then "Faramir and Eomer".
    """
    sides = sorted((ours - theirs, theirs - ours), key=lambda side: any(a.startswith("office:") for a in side))
    people, offices = sides
    if len(people) != len(offices) or len(ours) < 2 or not all(actor.startswith("office:") for actor in offices):
        return frozenset()
    unplaced = (actor.startswith("person:") and capacities.role(actor, ()) is None for actor in people)
    return offices if all(unplaced) else frozenset()


def _kinds_agree(event: Event, encounter: Encounter) -> bool:
    kinds = {event.kind, encounter.kind}
    if len(kinds) == 1:
        return True
    if MeetingKind.VISIT in kinds:
        return False
    return MeetingKind.PHONE_CALL not in kinds or kinds == _SPOKEN


def _dates_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or (one.earliest <= other.latest and other.earliest <= one.latest)


def _places_agree(one: Place, other: Place) -> bool:
    if one.country and other.country:
        return one.country == other.country
    return one.name in other.name or other.name in one.name


def _who(parties: Iterable[Party], capacities: Capacities) -> frozenset[ActorKey]:
    """Return the actors, each office by its holder if the document names one."""
    return frozenset(capacities.holder(party.actor) or party.actor for party in parties)


def _without_trips(events: Sequence[Event], capacities: Capacities) -> list[Event]:
    """Drop each visit within which another event tells an encounter, which then takes place on that visit."""
    trips = [event for event in events if event.kind is MeetingKind.VISIT and _leave_home(event, capacities)]
    meetings = [event for event in events if event.kind is not MeetingKind.VISIT]
    taken: set[int] = set()
    for meeting in meetings:
        within = [n for n, trip in enumerate(trips) if _is_within(meeting, trip, capacities)]
        for n in sorted(within, key=lambda n: _gap(meeting, trips[n])):
            if _who(trips[n].parties, capacities) & _who(meeting.parties, capacities):
                _place_on(meeting, trips[n])
        taken.update(within)
    alone = [trip for n, trip in enumerate(trips) if n not in taken]
    return sorted([*meetings, *alone], key=lambda event: min(event.evidence))


def _place_on(meeting: Event, trip: Event) -> None:
    """Let the meeting take place on the trip."""
    meeting.place = meeting.place or trip.place
    meeting.date = meeting.date or trip.date
    if _in_one_clause(meeting, trip):
        meeting.hosts.extend(host for host in trip.hosts if host not in meeting.hosts)


def _gap(one: Event, other: Event) -> int:
    """Return how many characters lie between the words of the two; "came to Bree after Edoras, where he met"."""
    return min(max(a.start - b.end, b.start - a.end, 0) for a in one.evidence for b in other.evidence)


def _without_summaries(events: Sequence[Event], capacities: Capacities) -> list[Event]:
    """Drop what only sums up: "met Gondorian officials" where the document tells whom of Gondor they met."""
    vague = [event for event in events if any(party.is_country for party in event.parties)]
    gone = []
    for summary in vague:
        meant = [other for other in events if other is not summary and _sums_up(summary, other, capacities)]
        if len(meant) == 1:
            meant[0].place = meant[0].place or summary.place
            meant[0].date = meant[0].date or summary.date
        if meant or _is_told_singly(summary, events, capacities):
            gone.append(summary)
    return [event for event in events if all(event is not summary for summary in gone)]


def _is_told_singly(summary: Event, events: Sequence[Event], capacities: Capacities) -> bool:
    """Whether the same people meet each country of the summary: "the envoys of Gondor and Rohan", then one by one."""
    named = _who((party for party in summary.parties if not party.is_country), capacities)
    sent = {capacities.country(party.actor) for party in summary.parties if party.is_country}
    others = [e for e in events if e is not summary and e.kind is summary.kind and named < _who(e.parties, capacities)]
    each = [{capacities.country(party.actor) for party in other.parties} & sent for other in others]
    return bool(named) and len(sent) > 1 and set().union(*each) == sent


def _sums_up(event: Event, other: Event, capacities: Capacities) -> bool:
    if MeetingKind.VISIT in {event.kind, other.kind} or not _dates_agree(event.date, other.date):
        return False
    named = _who((party for party in event.parties if not party.is_country), capacities)
    others = _who((party for party in other.parties if not party.is_country), capacities)
    theirs = {capacities.country(party.actor) for party in event.parties if party.is_country}
    rest = {capacities.country(party.actor) for party in other.parties}
    if not named:  # "Gondorian and Arnorian officials met" in general
        return len(theirs) > 1 and bool(others) and theirs == rest - {None}
    return named < others and theirs <= rest


def _leave_home(trip: Event, capacities: Capacities) -> bool:
    """Keep the travellers who go abroad; return whether there are any."""
    trip.parties = [party for party in trip.parties if capacities.country(party.actor) not in trip.hosts]
    return bool(trip.parties)


def _is_within(meeting: Event, trip: Event, capacities: Capacities) -> bool:
    """Whether the traveller met somebody of the country visited, or met somebody there, on that trip."""
    ahead = meeting.status is MeetingStatus.HELD and trip.status is MeetingStatus.PLANNED
    apart = meeting.kind is MeetingKind.PHONE_CALL or not _dates_agree(meeting.date, trip.date)
    travellers = _who(trip.parties, capacities)
    there = travellers & _who(meeting.parties, capacities) or _may_lead(meeting, trip, capacities)
    if ahead or apart or not there:
        return False
    if _in_one_clause(meeting, trip):
        return True
    later = trip.rule in VISIT_NOUNS and min(trip.evidence) > min(meeting.evidence)
    if later and meeting.date is None and trip.date is not None:
        return False  # "on his visit to Bree in 2019": another occasion
    if meeting.place is not None and meeting.place.country is not None:
        return meeting.place.country in trip.hosts
    others = {capacities.country(party.actor) for party in meeting.parties if party.actor not in travellers}
    return bool(others & set(trip.hosts)) and not (later and trip.rule == "visit-noun")  # "after X's visit to Bree"


def _may_lead(meeting: Event, trip: Event, capacities: Capacities) -> bool:
    """Whether unnamed travellers ("a Gondorian delegation") may be with one who meets: of theirs, or of no country."""
    if not all(party.is_country for party in trip.parties):
        return False
    sent = {capacities.country(party.actor) for party in trip.parties}
    return bool({capacities.country(party.actor) for party in meeting.parties} & {*sent, None})


def _in_one_clause(meeting: Event, trip: Event) -> bool:
    """Whether the same words tell both, "visited Bree to attend the summit", or nearly: "to Bree, where he met"."""
    reach = _NEAR if any(party.actor.startswith("unnamed:") for party in meeting.parties) else 0
    near = (Span(max(0, span.start - reach), span.end + reach) for span in meeting.evidence)
    return any(one.overlaps(other) for one in near for other in trip.evidence)


def by_actor(parties: Iterable[Party], capacities: Capacities) -> Mapping[ActorKey, tuple[Party, ...]]:
    """Return the parties by actor in text order; a country whose official takes part, and a held office, go."""
    found: dict[ActorKey, list[Party]] = {}
    for party in sorted(parties, key=lambda party: party.span):
        found.setdefault(party.actor, []).append(party)
    for actor in list(found):
        holder = capacities.holder(actor)
        if holder is not None and holder in found and holder != actor:
            found[holder].extend(found.pop(actor))
    represented = {capacities.country(actor) for actor in found if not actor.startswith("country:")}
    return {
        actor: tuple(told)
        for actor, told in found.items()
        if not (told[0].is_country and capacities.country(actor) in represented)
    }
