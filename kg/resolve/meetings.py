"""Meetings: each document's own, and which of them are one."""

from collections.abc import Iterable, Mapping

from kg.iris import slug
from kg.model.facts import ActorKey, Facts, Meeting, MeetingKey
from kg.model.text import DocId
from kg.model.world import EntityId, SharedMeeting


def meeting_id(doc: DocId, key: MeetingKey) -> EntityId:
    """Return `meeting/{docid}-{n}`."""
    return EntityId(f"meeting/{slug(doc)}-{key.partition(':')[2]}")


def share_meetings(
    facts: Iterable[Facts], actor_of: Mapping[tuple[DocId, ActorKey], EntityId], labels: Mapping[EntityId, str]
) -> tuple[dict[tuple[DocId, MeetingKey], EntityId], list[SharedMeeting]]:
    """Return which meeting each document's meeting is, and the meetings."""
    ids: dict[tuple[DocId, MeetingKey], EntityId] = {}
    shared: list[SharedMeeting] = []
    for each in facts:
        doc = each.document.id
        for meeting in each.meetings:
            entity = ids[doc, meeting.key] = meeting_id(doc, meeting.key)
            names = [labels[actor_of[doc, p.actor]] for p in meeting.participants if (doc, p.actor) in actor_of]
            shared.append(SharedMeeting(entity, meeting_label(names, meeting), meeting.status, meeting.date))
    return ids, sorted(shared, key=lambda m: m.id)


def meeting_label(names: Iterable[str], meeting: Meeting) -> str:
    """Return `Ashtiani – Camara, Tehran`."""
    who = " – ".join(name.split()[-1] for name in names) or " – ".join(meeting.countries) or meeting.kind.value
    return f"{who}, {meeting.place.name}" if meeting.place else who
