"""What one document says: its actors, roles, meetings and statements, linked by keys that hold within the document.

Each fact carries its evidence, the name of the rule that found it, and a confidence from 0 to 1.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kg.model.text import Document, Span

ActorKey = NewType("ActorKey", str)
"""`person:N`, `organization:N`, `unnamed:N`, `country:XX`, or `office:XX/kind` and `office:organization:N/kind`."""

PERSONAL = ("person:", "office:")
"""How the keys of somebody begin, named or known by an office alone."""

CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, upper case; XK is Kosovo."""

MeetingKey = NewType("MeetingKey", str)
"""`meeting:N`, in text order."""


@dataclass(frozen=True, slots=True)
class Person:
    """A named person; `name` is the fullest form without titles and ranks, `names` every distinct form printed."""

    key: ActorKey
    name: str
    names: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organisation or group. `outlet` where it publishes or relays news."""

    key: ActorKey
    name: str
    names: tuple[str, ...]
    confidence: float
    country: CountryCode | None = None
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A post, whoever holds it; `kind` is an id of the office kinds (`defence-minister`) or a slug of the title.

    `title` is as printed, lower case, without country ("minister of interior and municipalities"). At least one of
    `country` and `organization` is set.
    """

    key: ActorKey
    kind: str
    title: str
    country: CountryCode | None = None
    organization: ActorKey | None = None


@dataclass(frozen=True, slots=True)
class UnnamedActor:
    """Somebody whom the document describes but does not name and who holds no known office ("diplomats")."""

    key: ActorKey
    description: str
    country: CountryCode | None = None


class MentionForm(StrEnum):
    NAME = "name"
    DESCRIPTION = "description"  # "the Malian minister", "his Russian counterpart", "the two leaders"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor. "The two ministers" gives one mention for each, over the same span."""

    actor: ActorKey
    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Actors:
    """Everybody in the document. `mentions` are in text order and include countries and resolved pronouns.

    `things` are names of several words, as printed, that the document uses for places, ships, works and the like, or
    may do so.
    """

    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    offices: tuple[Office, ...]
    unnamed: tuple[UnnamedActor, ...]
    countries: tuple[CountryCode, ...]
    mentions: tuple[Mention, ...]
    things: tuple[str, ...] = ()


class RoleStatus(StrEnum):
    IN_OFFICE = "in office"
    ACTING = "acting"
    FORMER = "former"


WEIGHED = "role-by-context"
"""The rule of roles whose country the document does not say beside the title: it is weighed."""


@dataclass(frozen=True, slots=True)
class Role:
    """The document gives `holder`, a named person, the office `office`."""

    holder: ActorKey
    office: ActorKey
    status: RoleStatus
    evidence: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Succession:
    """The document says that `later` came right after `earlier`, both named persons, in `office`."""

    later: ActorKey
    earlier: ActorKey
    office: ActorKey
    evidence: tuple[Span, ...]
    rule: str
    confidence: float


class MeetingKind(StrEnum):
    MEETING = "meeting"
    TALKS = "talks"
    PHONE_CALL = "phone call"
    VISIT = "visit"
    SUMMIT = "summit"
    SIGNING = "signing"


class MeetingStatus(StrEnum):
    HELD = "held"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year, as precise as the text.

    >>> PartialDate(2023, 2).latest
    datetime.date(2023, 2, 28)
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n is not None)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: `name` as printed; `country` where the text or the reference data say."""

    name: str
    country: CountryCode | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """`actor` takes part, in the office `capacity`, for the country or organisation `on_behalf_of`."""

    actor: ActorKey
    evidence: tuple[Span, ...]
    confidence: float
    capacity: ActorKey | None = None
    on_behalf_of: ActorKey | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One specific encounter. `countries` are those whose officials take part, hosts included."""

    key: MeetingKey
    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[Participant, ...]
    countries: tuple[CountryCode, ...]
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    place: Place | None = None
    date: PartialDate | None = None
    outcome: str | None = None


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """`speaker` said `content` (two spans or more where the cue splits it), by the words of `cue`.

    `relayed_by` is whom the document credits for passing it on, `meeting` where it was said, `mentions` the actors and
    countries that the content names, `topics` ids of the SKOS scheme.
    """

    speaker: ActorKey
    kind: StatementKind
    content: tuple[Span, ...]
    rule: str
    confidence: float
    cue: Span | None = None
    addressee: ActorKey | None = None
    relayed_by: ActorKey | None = None
    meeting: MeetingKey | None = None
    mentions: tuple[ActorKey, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one document says. `model` names the language model that read it."""

    document: Document
    actors: Actors
    roles: tuple[Role, ...]
    meetings: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    model: str
    successions: tuple[Succession, ...] = ()
