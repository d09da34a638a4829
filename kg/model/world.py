"""What documents say together: shared actors, tenures and meetings, and which of them each document speaks of.

An `EntityId` is the path of a node below `id/` (`person/sadio-camara`); `kg.iris` makes the IRI of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from kg.model.facts import ActorKey, CountryCode, Facts, MeetingKey, MeetingStatus, PartialDate, RoleStatus
from kg.model.text import DocId

EntityId = NewType("EntityId", str)


class ActorType(StrEnum):
    PERSON = "Person"
    ORGANIZATION = "Organization"
    OUTLET = "Outlet"
    OFFICE = "Office"
    UNNAMED_ACTOR = "UnnamedActor"


@dataclass(frozen=True, slots=True)
class SharedActor:
    """One person, organisation, office or unnamed actor; `aliases` are further names, without `label`.

    `office_kind` (an id below `office-kind/`, with `title` for a kind that the reference data does not list) and
    `organization` are set for offices only. `same_as` are IRIs that the registry confirms.
    """

    id: EntityId
    type: ActorType
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: CountryCode | None = None
    organization: EntityId | None = None
    office_kind: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """`holder` holds `office`.

    `attested_on` are days of documents that show it; `ended_by` is the first day on which one calls it former.
    """

    id: EntityId
    holder: EntityId
    office: EntityId
    status: RoleStatus
    attested_on: tuple[date, ...] = ()
    ended_by: date | None = None


@dataclass(frozen=True, slots=True)
class SharedMeeting:
    """One encounter, whatever number of documents tell it.

    `date` is the most precise that agrees with the others, `places` are the names of those told most precisely.
    """

    id: EntityId
    label: str
    status: MeetingStatus
    date: PartialDate | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Two statements of one speaker in two documents that report the same words.

    `similarity` is in (0, 1], as `method` measures it. A statement is named by its document and its place among the
    document's statements. `independent` where the two documents have different publishers and no shared relay.
    """

    first: tuple[DocId, int]
    second: tuple[DocId, int]
    similarity: float
    method: str
    independent: bool


@dataclass(frozen=True, slots=True)
class CloseMeetings:
    """Two meetings that may be one, and how likely: published as a hint, never merged."""

    first: EntityId
    second: EntityId
    confidence: float


@dataclass(frozen=True, slots=True)
class World:
    """Everything shared, and the maps from a document's keys into it.

    `actor_of` holds persons, organisations, offices and unnamed actors (countries need no resolving);
    `tenure_of` is keyed by document, holder, office and status; `publisher_of` names the Outlet (one of `actors`) that
    published a document, where the document says (`Document.publisher`). `corrected` are the facts of documents of
    which others know better. `named_by` is the document, and the slug of
    the name in it, that gave a person or organisation its id.
    """

    actors: tuple[SharedActor, ...]
    tenures: tuple[Tenure, ...]
    meetings: tuple[SharedMeeting, ...]
    corroborations: tuple[Corroboration, ...]
    close_meetings: tuple[CloseMeetings, ...]
    replaced: Mapping[EntityId, EntityId]
    actor_of: Mapping[tuple[DocId, ActorKey], EntityId]
    tenure_of: Mapping[tuple[DocId, ActorKey, ActorKey, RoleStatus], EntityId]
    meeting_of: Mapping[tuple[DocId, MeetingKey], EntityId]
    publisher_of: Mapping[DocId, EntityId]
    corrected: Mapping[DocId, Facts] = field(default_factory=dict)
    named_by: Mapping[EntityId, tuple[DocId, str]] = field(default_factory=dict)
