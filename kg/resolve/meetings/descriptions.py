"""What merged meetings are called, and what their tellings agree on."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from kg.model.facts import ActorKey, Facts, Meeting, MeetingKey, MeetingStatus, PartialDate
from kg.model.text import DocId
from kg.model.world import EntityId, SharedMeeting
from kg.resolve.labels import country_name
from kg.resolve.meetings.encounters import Encounter
from kg.resolve.meetings.merging import Merged, meeting_id

_NAMED = 4  # participants of a summit that its label names

Labels = Mapping[EntityId, str]
ActorOf = Mapping[tuple[DocId, ActorKey], EntityId]


def describe(merged: Merged, facts: Iterable[Facts], actor_of: ActorOf, labels: Labels) -> tuple[SharedMeeting, ...]:
    """Return the meetings with label, status and the most precise date, in the order of their ids."""
    printed = {(each.document.id, meeting.key): meeting for each in facts for meeting in each.meetings}
    return tuple(sorted((_shared(told, printed, actor_of, labels) for told in merged.meetings), key=lambda m: m.id))


def _shared(
    tellings: Sequence[Encounter],
    printed: Mapping[tuple[DocId, MeetingKey], Meeting],
    actor_of: ActorOf,
    labels: Labels,
) -> SharedMeeting:
    meetings = [printed[told.name] for told in tellings]
    names = list(
        chain.from_iterable(_names(t.doc, m, actor_of, labels) for t, m in zip(tellings, meetings, strict=True))
    )
    held = any(told.status is MeetingStatus.HELD for told in tellings)
    return SharedMeeting(
        id=meeting_id(tellings[0].name),
        label=_label(list(dict.fromkeys(names)), meetings[0], _place(tellings, meetings)),
        status=MeetingStatus.HELD if held else MeetingStatus.PLANNED,
        date=_most_precise(told.told_date for told in tellings),
    )


def _names(doc: DocId, meeting: Meeting, actor_of: ActorOf, labels: Labels) -> list[str]:
    keys = ((doc, participant.actor) for participant in meeting.participants)
    return [_short(actor_of[key], labels) for key in keys if key in actor_of]


def _short(actor: EntityId, labels: Labels) -> str:
    """Return a person's last name, and the whole label of anybody else."""
    label = labels[actor]
    return label.split()[-1] if actor.startswith("person/") else label


def _label(names: Sequence[str], meeting: Meeting, place: str | None) -> str:
    """Return `Baggins – Gamgee, Bree`; countries stand for participants without a name."""
    countries = [country_name(code) for code in meeting.countries]
    shown = list(names[:_NAMED]) if len(names) > 1 else [*names, *(c for c in countries if c not in names)][:_NAMED]
    who = " – ".join(shown) or meeting.kind.value
    rest = len(names) - len(shown)
    more = f" and {rest} more" if rest > 0 else ""
    return f"{who}{more}, {place}" if place else f"{who}{more}"


def _place(tellings: Sequence[Encounter], meetings: Sequence[Meeting]) -> str | None:
    """Return the first place as printed, one below country level before a country."""
    given = [(told.site is None, m.place.name) for told, m in zip(tellings, meetings, strict=True) if m.place]
    return min(given, key=lambda g: g[0])[1] if given else None


def _most_precise(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date]
    return min(known, key=lambda d: (d.month is None, d.day is None, d.year, d.month or 0, d.day or 0), default=None)
