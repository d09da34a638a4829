"""A meeting while the document is being read: what the clauses read so far tell of it."""

from dataclasses import dataclass, field

from kg.extract.meetings.encounter import Encounter
from kg.extract.meetings.party import Party
from kg.lexicon.countries import countries
from kg.model import ActorKey, CountryCode, MeetingKind, MeetingStatus, PartialDate, Place, Span

VISIT_NOUNS = frozenset({"visit-own", "visit-noun"})  # "her visit to Gondor"; "went to Gondor" is said of anybody


@dataclass(slots=True)
class Event:
    """A meeting and its parts; `hosts` are the countries visited, and those whose offices take part.

    `is_dated` where some clause says when it was, though the year may be unknown; `is_headline` where only headlines
    tell it.
    """

    kind: MeetingKind
    status: MeetingStatus
    rule: str
    parties: list[Party] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    place: Place | None = None
    date: PartialDate | None = None
    hosts: list[CountryCode] = field(default_factory=list)
    outcome: str | None = None
    is_dated: bool = False
    is_beside: bool = False
    is_later: bool = False
    is_headline: bool = True

    @property
    def opening(self) -> Span:
        """The words that tell it first."""
        return min(self.evidence)

    @property
    def was_in_month(self) -> bool:
        """Whether it was in a month that is named, on no day of the news: what is still to come is another occasion."""
        return self.status is MeetingStatus.HELD and self.date is not None and self.date.day is None

    def add(self, encounter: Encounter) -> None:
        """Take over what `encounter` tells beyond what is known."""
        self.parties.extend(encounter.parties)
        self.evidence.append(encounter.evidence)
        if self.kind is not MeetingKind.PHONE_CALL:
            self.place = narrower(self.place, encounter.place)
        self.date = more_precise(self.date, encounter.date)
        self.outcome = self.outcome or encounter.outcome
        self.is_dated |= encounter.is_dated
        self.is_beside |= encounter.is_beside
        self.is_later |= encounter.is_later
        self.is_headline &= encounter.is_headline
        if encounter.host is not None and encounter.host not in self.hosts:
            self.hosts.append(encounter.host)
        if encounter.kind is MeetingKind.PHONE_CALL and self.kind is MeetingKind.TALKS:
            self.kind, self.place = encounter.kind, None
        if self.rule == "meeting-discuss" and encounter.kind is MeetingKind.MEETING:
            self.kind = encounter.kind  # "discussed it in a meeting"
        self._settle(encounter)

    def part_from(self, gone: frozenset[ActorKey]) -> None:
        """Let those go who met apart from the rest."""
        self.parties = [party for party in self.parties if party.actor not in gone]

    def _settle(self, encounter: Encounter) -> None:
        """Take over the status that `encounter` shows: "the visit" by itself may be held or planned."""
        if encounter.refers or encounter.rule in VISIT_NOUNS:
            return
        if encounter.status is MeetingStatus.HELD or self.rule in VISIT_NOUNS:
            self.status = encounter.status


def narrower(one: Place | None, other: Place | None) -> Place | None:
    """Return the narrower of two places, the first but where that is the country of the other: "Arnor", then "Bree"."""
    if one is None or other is None or one.country is None or one.country != other.country:
        return one or other
    return other if is_country(one) and not is_country(other) else one


def is_country(place: Place) -> bool:
    """Whether no more is told of a place than its country: that may say only who is host."""
    country = countries().get(place.country or "")
    return country is not None and place.name in country.names


def more_precise(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """Return the more precise of two dates, the first where neither is."""
    if one is None or other is None:
        return one or other
    return other if other.latest - other.earliest < one.latest - one.earliest else one
