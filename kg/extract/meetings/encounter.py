"""An encounter as one clause tells it, before the clauses of a document are put together."""

from dataclasses import dataclass

from kg.extract.meetings.party import Party
from kg.model import CountryCode, MeetingKind, MeetingStatus, PartialDate, Place, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words at `trigger` tell: who meets, and the verb that they hang on, if any.

    `host` is the country visited; `refers` where the words point back ("the meeting"), so that they only add to what
    was told before, `of_all` to all of that ("the meetings"); `remarks` where they say at which meeting earlier words
    were said ("made the remarks in"). Of the parties some only `attended`: "held talks in the presence of Eomer".
    """

    trigger: int
    kind: MeetingKind
    status: MeetingStatus
    parties: tuple[Party, ...]
    rule: str
    verb: int | None = None
    host: int | None = None
    refers: bool = False
    of_all: bool = False
    remarks: bool = False
    outcome: str | None = None
    attended: tuple[Party, ...] = ()
    end: int = 0


@dataclass(frozen=True, slots=True)
class Encounter:
    """A telling with its circumstances, free of grammar.

    `is_dated` where the clause says when, though the year may be unknown; `is_past` where that is long before the day
    of writing; `is_apart` where nobody else took part: a call by telephone, "a separate meeting"; `is_beside` where it
    was "on the sidelines of the summit", which is told elsewhere; `is_later` where it was "later" on the day told last;
    `is_headline` where the headline tells it.
    """

    kind: MeetingKind
    status: MeetingStatus
    parties: tuple[Party, ...]
    rule: str
    evidence: Span
    place: Place | None = None
    date: PartialDate | None = None
    host: CountryCode | None = None
    refers: bool = False
    of_all: bool = False
    outcome: str | None = None
    attended: tuple[Party, ...] = ()
    is_dated: bool = False
    is_past: bool = False
    is_apart: bool = False
    is_beside: bool = False
    is_later: bool = False
    is_headline: bool = False
