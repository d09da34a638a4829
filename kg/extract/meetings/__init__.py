"""Meetings: who met whom, in which capacity, where and when, held or planned, as one document tells it.

    scene/                   a sentence with the actors that it names: whom a subject or another phrase means
                             (`clauses`, `parties`, `phrases`, `adverbials`, `lists`, `delegates`), where a trip goes
                             (`trips`), whether what a verb tells was held, is planned, or is no fact (`modality`)
    verbs/                   encounters told by a verb: calls, hosts, journeys, signings, with `attendance`
    nouns/                   by a noun, visits apart (`visit_nouns`); `governing` finds the verb, `sides` who takes part
    circumstances/           where (`places`) and when, within `reach`
    telling/                 asks each word whether it tells an `Encounter`, also who was there (`presence`)
                             and who spoke to whom (`assemblies`); `completion` adds who else takes part
    merging/                 encounters that are one meeting (`sameness`) become an `Event`, which trips give a place
                             (`on_trips`, `stays`) and other meetings a place or a day (`borrowing`)

`quoted` knows whom "we" means, `numbered` "the trio". Last, `capacities` tells in which office each takes part, and
`company` names those without a name.
"""

from dataclasses import dataclass, replace

from kg.extract.meetings.company import Company
from kg.extract.meetings.merging import by_actor, is_lone_guest, merge
from kg.extract.meetings.merging.capacities import Capacities
from kg.extract.meetings.merging.event import VISIT_NOUNS, Event
from kg.extract.meetings.numbered import with_groups
from kg.extract.meetings.party import Party
from kg.extract.meetings.quoted import with_speakers
from kg.extract.meetings.scene import scenes
from kg.extract.meetings.telling import encounters
from kg.lexicon.confidence import confidence_of
from kg.model import (
    PERSONAL,
    ActorKey,
    Actors,
    Annotation,
    CountryCode,
    Meeting,
    MeetingKey,
    MeetingKind,
    Role,
    UnnamedActor,
)

__all__ = ["Meetings", "find_meetings"]


@dataclass(frozen=True, slots=True)
class Meetings:
    """The encounters of a document, in text order, and the `unnamed` people who come to its actors with them."""

    meetings: tuple[Meeting, ...]
    unnamed: tuple[UnnamedActor, ...]


def find_meetings(annotation: Annotation, actors: Actors, roles: tuple[Role, ...]) -> Meetings:
    """Return the encounters that the document tells; what it leaves open gives none.

    A meeting has two participants at least, or one and another country.
    """
    capacities = Capacities(annotation.text, actors, roles)
    events = merge(encounters(with_groups(with_speakers(scenes(annotation, actors)), capacities)), capacities)
    found = [meeting for meeting in (_meeting(event, capacities) for event in events) if meeting is not None]
    company = Company(annotation.document.text, len(actors.unnamed))
    numbered = (replace(meeting, key=MeetingKey(f"meeting:{n}")) for n, meeting in enumerate(found, start=1))
    return Meetings(tuple(company.named(meeting) for meeting in numbered), company.unnamed)


def _meeting(event: Event, capacities: Capacities) -> Meeting | None:
    """Return the meeting, or None where fewer than two sides of it are known."""
    sure = confidence_of(event.rule)
    parties = by_actor((*event.parties, *_hosts(event, capacities)), capacities)
    participants = tuple(capacities.participant(told, sure) for told in parties.values())
    countries = _countries(event, capacities)
    abroad = event.rule != "visit-together" or len(countries) > 1  # two of one country tour it
    if max(len(participants), len(countries)) < 2 or not abroad:
        return None
    if all(p.actor.startswith("unnamed:") for p in participants):
        return None
    if not any(p.actor.startswith(PERSONAL) for p in participants) and not _is_sure(event):
        return None
    return Meeting(
        key=MeetingKey(""),
        kind=event.kind,
        status=event.status,
        participants=participants,
        countries=countries,
        evidence=tuple(sorted(set(event.evidence))),
        rule=event.rule,
        confidence=sure,
        place=event.place,
        date=event.date,
        outcome=event.outcome,
    )


def _hosts(event: Event, capacities: Capacities) -> tuple[Party, ...]:
    """Return who is the other side of guests of no country: where a summit is, or whom a body or an officer visits."""
    home = {capacities.country(party.actor) for party in event.parties} - {None}
    if home and not is_lone_guest(event, capacities):
        return ()
    if event.kind is MeetingKind.SUMMIT and event.place is not None and event.place.country is not None:
        return (Party(ActorKey(f"country:{event.place.country}"), event.opening),)
    official = all(capacities.in_office(party.actor) or party.is_organization for party in event.parties)
    if event.rule not in VISIT_NOUNS and not official:
        return ()
    return tuple(Party(ActorKey(f"country:{host}"), event.opening) for host in event.hosts)


def _is_sure(event: Event) -> bool:
    """Whether countries and organisations, with nobody named, meet at all: "talks with" may be mere relations."""
    if event.rule in {"meeting-body", "meeting-own"}:
        return True
    if event.rule == "meeting-receive" and not any(party.is_unnamed for party in event.parties):
        return True
    if event.kind is MeetingKind.SIGNING:
        return event.place is not None or all(party.sent for party in event.parties)
    senders = {party.actor for party in event.parties if party.sent}
    gathers = all(party.actor in senders or not party.is_country for party in event.parties)
    took_place = event.kind is not MeetingKind.TALKS or event.rule == "meeting-held"
    if senders and len(event.parties) > 1 and gathers and took_place and event.kind is not MeetingKind.VISIT:
        return True  # "the Guild met wholesalers"
    return (bool(senders) or took_place) and (event.place is not None or event.is_dated)


def _countries(event: Event, capacities: Capacities) -> tuple[CountryCode, ...]:
    represented = (capacities.country(party.actor) for party in event.parties)
    return tuple(sorted({country for country in (*represented, *event.hosts) if country is not None}))
