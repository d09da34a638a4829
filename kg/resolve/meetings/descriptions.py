"""What merged meetings are called, and what their tellings agree on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.lexicon import words
from kg.model.facts import ActorKey, Facts, Meeting, MeetingStatus, PartialDate
from kg.model.text import DocId
from kg.model.world import EntityId, SharedMeeting
from kg.resolve.labels import country_name
from kg.resolve.meetings.encounters import Encounter
from kg.resolve.meetings.merging import meeting_id
from kg.resolve.persons import parse_person

_NAMED = 4  # participants of a summit that its label names
_TELLING = 3  # letters from which the last name may stand alone

Key = tuple[DocId, ActorKey]


class Descriptions:
    """Describes meetings by what the documents print.

    `actor_of` and `labels` name those who take part; `offices_of` are the offices that documents give each person.
    """

    def __init__(
        self,
        facts: Sequence[Facts],
        actor_of: Mapping[Key, EntityId],
        labels: Mapping[EntityId, str],
        offices_of: Mapping[EntityId, Collection[EntityId]],
    ) -> None:
        self._printed = {(each.document.id, meeting.key): meeting for each in facts for meeting in each.meetings}
        self._names = {(each.document.id, p.key): p.names for each in facts for p in each.actors.persons}
        self._actor_of, self._labels, self._offices_of = actor_of, labels, offices_of

    def shared(self, tellings: Sequence[Encounter]) -> SharedMeeting:
        """Return the meeting of these tellings, with label, status and the most precise date."""
        meetings = [self._printed[told.name] for told in tellings]
        names: dict[EntityId, str] = {}
        for told, meeting in zip(tellings, meetings, strict=True):
            for entity, name in self._present(told.doc, meeting):
                names.setdefault(entity, name)
        # An office whose holder another telling names is no further participant.
        filled = {office for entity in names for office in self._offices_of.get(entity, ())}
        held = any(told.status is MeetingStatus.HELD for told in tellings)
        shown = [name for entity, name in names.items() if entity not in filled]
        places = _places(tellings, meetings)
        return SharedMeeting(
            id=meeting_id(tellings[0].name),
            label=_label(shown, meetings[0], next(iter(places), None)),
            status=MeetingStatus.HELD if held else MeetingStatus.PLANNED,
            date=_most_precise(told.told_date for told in tellings),
            places=places,
        )

    def _present(self, doc: DocId, meeting: Meeting) -> Iterator[tuple[EntityId, str]]:
        for participant in meeting.participants:
            key = doc, participant.actor
            if key in self._actor_of:
                yield self._actor_of[key], self._short(key, participant.on_behalf_of)

    def _short(self, key: Key, country: ActorKey | None) -> str:
        """Return the single name that the document calls a person, or else the surname ("Xi Jinping" whole)."""
        label = self._labels[self._actor_of[key]]
        if key not in self._names:
            return label
        last = label.split()[-1]
        whole = len(last) < _TELLING or country in _family_name_first()
        return next((name for name in self._names[key] if parse_person(name).single), label if whole else last)


@cache
def _family_name_first() -> frozenset[ActorKey]:
    return frozenset(ActorKey(f"country:{code}") for code in words("persons/family_name_first.txt"))


def _label(names: Sequence[str], meeting: Meeting, place: str | None) -> str:
    """Return `Baggins – Gamgee, Bree`; for one who met nobody by name, the countries that he does not speak for."""
    shown = list(names[:_NAMED])
    if len(names) <= 1:
        own = {participant.on_behalf_of for participant in meeting.participants}
        shown += [country_name(code) for code in meeting.countries if ActorKey(f"country:{code}") not in own]
    who = " – ".join(dict.fromkeys(shown)) or meeting.kind.value
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{who}{more}, {place}" if place and place not in shown else f"{who}{more}"


def _places(tellings: Sequence[Encounter], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """Return the places as printed, in the order of the documents; countries only where none is below their level."""
    given = [(told.site, m.place.name) for told, m in zip(tellings, meetings, strict=True) if m.place]
    sites = dict.fromkeys(name for site, name in given if site)
    return tuple(sites or dict.fromkeys(name for _, name in given))


def _most_precise(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date]
    return min(known, key=lambda d: (d.month is None, d.day is None, d.year, d.month or 0, d.day or 0), default=None)
