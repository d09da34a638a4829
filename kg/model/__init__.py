"""The data that stages hand to one another: frozen, flat, linked by keys, each fact with the spans that say it.

Spans are half-open `[start, end)` in Unicode code points of a document's stored text.
"""

from kg.model.annotation import Annotation, Quotation, Sentence, Token
from kg.model.facts import (
    ActorKey,
    Actors,
    CountryCode,
    Facts,
    Meeting,
    MeetingKey,
    MeetingKind,
    MeetingStatus,
    Mention,
    MentionForm,
    Office,
    Organization,
    PartialDate,
    Participant,
    Person,
    Place,
    Role,
    RoleStatus,
    Statement,
    StatementKind,
    UnnamedActor,
)
from kg.model.text import DocId, Document, Region, RegionKind, Span

__all__ = [
    "ActorKey",
    "Actors",
    "Annotation",
    "CountryCode",
    "DocId",
    "Document",
    "Facts",
    "Meeting",
    "MeetingKey",
    "MeetingKind",
    "MeetingStatus",
    "Mention",
    "MentionForm",
    "Office",
    "Organization",
    "PartialDate",
    "Participant",
    "Person",
    "Place",
    "Quotation",
    "Region",
    "RegionKind",
    "Role",
    "RoleStatus",
    "Sentence",
    "Span",
    "Statement",
    "StatementKind",
    "Token",
    "UnnamedActor",
]
