"""One invented document, its facts and the world that holds them."""

import hashlib
from datetime import date

import pytest

from kg.iris import Iris
from kg.model import (
    ActorKey,
    Actors,
    CountryCode,
    DocId,
    Document,
    Facts,
    Meeting,
    MeetingKey,
    MeetingKind,
    MeetingStatus,
    Mention,
    MentionForm,
    Office,
    PartialDate,
    Participant,
    Person,
    Place,
    Region,
    RegionKind,
    Role,
    RoleStatus,
    Span,
    Statement,
    StatementKind,
)
from kg.model.world import ActorType, EntityId, SharedActor, SharedMeeting, Tenure, World

TEXT = "Chadian Foreign Minister Denethor Hurin visited Niger in May 2019. “We share,” he said, “a river.”"
DOC = DocId("gazette_7")
DENETHOR, OFFICE = ActorKey("person:1"), ActorKey("office:TD/foreign-minister")
MEETING = MeetingKey("meeting:1")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _actors() -> Actors:
    return Actors(
        persons=(Person(DENETHOR, "Denethor Hurin", ("Denethor Hurin",), 0.95),),
        organizations=(),
        offices=(Office(OFFICE, "foreign-minister", "foreign minister", CountryCode("TD")),),
        unnamed=(),
        countries=(CountryCode("TD"), CountryCode("NE")),
        mentions=(
            Mention(ActorKey("country:TD"), span("Chadian"), MentionForm.NAME),
            Mention(DENETHOR, span("Denethor Hurin"), MentionForm.NAME),
            Mention(ActorKey("country:NE"), span("Niger"), MentionForm.NAME),
            Mention(DENETHOR, span("he"), MentionForm.PRONOUN),
        ),
    )


@pytest.fixture
def facts() -> Facts:
    document = Document(
        id=DOC,
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        language="en",
        regions=(Region(Span(0, len(TEXT)), RegionKind.BODY),),
        issued=date(2019, 6, 1),
    )
    visit = Meeting(
        key=MEETING,
        kind=MeetingKind.VISIT,
        status=MeetingStatus.HELD,
        participants=(
            Participant(DENETHOR, (span("Denethor Hurin visited Niger"),), 0.8, OFFICE, ActorKey("country:TD")),
        ),
        countries=(CountryCode("TD"), CountryCode("NE")),
        evidence=(span("Denethor Hurin visited Niger"),),
        rule="visit",
        confidence=0.8,
        place=Place("Niger", CountryCode("NE")),
        date=PartialDate(2019, 5),
    )
    said = Statement(
        speaker=DENETHOR,
        kind=StatementKind.DIRECT,
        content=(span("We share"), span("a river")),
        rule="split quotation",
        confidence=1.0,
        cue=span("said"),
        topics=("bilateral",),
    )
    role = Role(
        DENETHOR, OFFICE, RoleStatus.IN_OFFICE, (span("Chadian Foreign Minister Denethor Hurin"),), "title", 0.9
    )
    return Facts(document, _actors(), (role,), (visit,), (said,), "en_test 1")


@pytest.fixture
def world() -> World:
    person, office = EntityId("person/denethor-hurin"), EntityId("office/td/foreign-minister")
    tenure = EntityId("tenure/denethor-hurin/td-foreign-minister")
    meeting = EntityId("meeting/gazette-7-1")
    return World(
        actors=(
            SharedActor(person, ActorType.PERSON, "Denethor Hurin", ("Hurin",)),
            SharedActor(
                office, ActorType.OFFICE, "minister of foreign affairs of Chad", country=CountryCode("TD"),
                office_kind="foreign-minister", title="foreign minister",
            ),
        ),
        tenures=(Tenure(tenure, person, office, RoleStatus.IN_OFFICE, (date(2019, 6, 1),)),),
        meetings=(SharedMeeting(meeting, "Hurin visits Niger", MeetingStatus.HELD, PartialDate(2019, 5), ("Niger",)),),
        corroborations=(),
        close_meetings=(),
        replaced={EntityId("person/d-hurin"): person},
        actor_of={(DOC, DENETHOR): person, (DOC, OFFICE): office},
        tenure_of={(DOC, DENETHOR, OFFICE, RoleStatus.IN_OFFICE): tenure},
        meeting_of={(DOC, MEETING): meeting},
        publisher_of={},
    )  # fmt: skip


@pytest.fixture
def iris() -> Iris:
    return Iris("http://localhost:8000/")
