"""Which meetings of different documents become one."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kg.model import DocId, MeetingKey, PartialDate
from kg.model.world import World
from kg.resolve import resolve

Told = Mapping[str, Any]
FRODO, SAM = "Frodo Baggins", "Samwise Gamgee"
BREE = {"place": "Bree, IS", "on": "2020-05-01"}


def world(page: Callable[..., Any], *tellings: Told) -> World:
    """Resolve one page for each telling; Frodo is a foreign minister, Sam a defence minister."""
    pages = []
    for number, telling in enumerate(tellings):
        told = dict(telling)
        issued, present = told.pop("issued", None), told.pop("present", (FRODO, SAM))
        each = page(f"d{number}", issued=issued)
        each.person(FRODO, "Baggins", holds="IS/foreign-minister")
        if SAM in present:
            each.person(SAM, "Gamgee", holds="NO/defence-minister")
        if "Gamgee" in present:
            each.person("Gamgee")
        if "Peregrin Took" in present:
            each.person("Peregrin Took", holds="IS/envoy")
        if "Meriadoc Brandybuck" in present:
            each.person("Meriadoc Brandybuck", holds="NO/envoy")
        pages.append(each.meeting(*present, **told).facts())
    return resolve(pages)


@pytest.mark.parametrize(
    "tellings",
    [
        [BREE, BREE],
        [BREE, {"place": "Iceland", "on": "2020-05-01"}],  # the country that Bree lies in
        [BREE, {"on": "2020-05-01"}],
        [BREE, {**BREE, "kind": "talks"}],
        [BREE, {**BREE, "status": "planned"}],
        [BREE, {**BREE, "present": (FRODO, "NO/defence-minister")}],  # Sam, by his office
        [BREE, {**BREE, "present": (FRODO, "Gamgee")}],  # a bare surname, in the same company
        [BREE, {**BREE, "present": (FRODO, SAM, "Peregrin Took")}],
        [BREE, {"place": "Bree, IS", "issued": "2020-05-02"}],  # undated, but news of the day
        [{"place": "Bree, IS", "issued": "2020-05-02"}, {"place": "Bree, IS", "issued": "2020-05-03"}],
        [{**BREE, "present": (FRODO,), "countries": "IS NO", "kind": "visit"}] * 2,
        [{**BREE, "present": (), "countries": "IS NO", "kind": "talks"}] * 2,
        [
            {**BREE, "countries": "IS NO"},
            {**BREE, "present": (FRODO, SAM, "Peregrin Took"), "countries": "IS NO"},
        ],
    ],
)
def test_one_meeting_told_twice_is_one(page: Callable[..., Any], tellings: list[Told]) -> None:
    assert len(world(page, *tellings).meetings) == 1


@pytest.mark.parametrize(
    "tellings",
    [
        [BREE, {**BREE, "on": "2020-05-02"}],
        [BREE, {**BREE, "place": "Archet, IS"}],
        [BREE, {**BREE, "place": "Norway"}],
        [BREE, {**BREE, "kind": "phone call"}],
        [BREE, {**BREE, "kind": "summit", "present": (FRODO, SAM, "Peregrin Took")}],  # beside a summit
        [BREE, {**BREE, "present": (FRODO, "Peregrin Took")}],
        [BREE, {**BREE, "present": (FRODO, "IS/foreign-minister")}],
        [{**BREE, "place": "", "present": (FRODO,), "countries": "IS NO", "kind": "visit"}] * 2,
        [
            {**BREE, "present": (FRODO,), "countries": "IS NO", "kind": "visit"},
            {**BREE, "present": (FRODO,), "countries": "IS FI", "kind": "visit"},
        ],
        [
            {**BREE, "countries": "IS NO"},  # alone, beside a meeting of three
            {**BREE, "present": (FRODO, SAM, "Peregrin Took"), "countries": "IS NO FI"},
        ],
        [BREE, {"place": "Bree, IS", "issued": "2020-06-20"}],
        [{"place": "Bree, IS"}, {"place": "Bree, IS"}],  # nothing says when
        [{"place": "Bree, IS", "on": "2020"}, {"place": "Bree, IS", "on": "2020"}],
        [
            {**BREE, "present": (FRODO, SAM, "Peregrin Took"), "place": ""},
            {**BREE, "present": (FRODO, SAM, "Meriadoc Brandybuck"), "place": ""},
        ],
    ],
)
def test_what_may_be_two_meetings_stays_two(page: Callable[..., Any], tellings: list[Told]) -> None:
    assert len(world(page, *tellings).meetings) == 2


def test_a_telling_that_two_meetings_fit_joins_neither(page: Callable[..., Any]) -> None:
    between = {"place": "Bree, IS", "issued": "2020-05-02"}
    told = world(page, {**BREE, "on": "2020-05-01"}, {**BREE, "on": "2020-05-02"}, between)
    assert len(told.meetings) == 3
    assert {(pair.first, pair.second) for pair in told.close_meetings} == {
        ("meeting/d0-1", "meeting/d2-1"),
        ("meeting/d1-1", "meeting/d2-1"),
    }
    assert all(0 < pair.confidence < 1 for pair in told.close_meetings)


def test_two_meetings_of_one_document_stay_two(page: Callable[..., Any]) -> None:
    facts = page("d1").person(FRODO).person(SAM).meeting(FRODO, SAM, **BREE).meeting(FRODO, SAM, **BREE).facts()
    assert len(resolve([facts]).meetings) == 2


def test_the_same_words_join_what_is_not_dated(page: Callable[..., Any]) -> None:
    words = "the beacons of the northern marches will be lit before the harvest moon rises"
    first = page("d1", issued="2020-05-01").person(FRODO).person(SAM).meeting(FRODO, SAM, **BREE)
    second = page("d2").person(FRODO).person(SAM).meeting(FRODO, SAM, place="Iceland")
    told = resolve([first.said(SAM, words).facts(), second.said(SAM, words).facts()])
    assert [(meeting.label, meeting.places) for meeting in told.meetings] == [("Baggins – Gamgee, Bree", ("Bree",))]


def test_words_that_were_said_at_another_meeting_join_nothing(page: Callable[..., Any]) -> None:
    words = "the beacons of the northern marches will be lit before the harvest moon rises"
    first = page("d1").person(FRODO).person(SAM).meeting(FRODO, SAM, place="Archet, IS").said(SAM, words, there=True)
    second = page("d2").person(FRODO).person(SAM).meeting(FRODO, SAM, place="Bree, IS")
    second.meeting(FRODO, SAM, place="Archet, IS").said(SAM, words, there=True)
    told = resolve([first.facts(), second.facts()])
    assert {told.meeting_of[DocId("d1"), MeetingKey("meeting:1")]} == {
        told.meeting_of[DocId("d2"), MeetingKey("meeting:2")]
    }
    assert len(told.meetings) == 2
    third = page("d3").person(FRODO).person(SAM).meeting(FRODO, SAM)  # somewhere, and they spoke in Archet too
    third.meeting(FRODO, SAM, place="Archet, IS").said(SAM, words, there=True)
    told = resolve([first.facts(), third.facts()])
    assert len(told.meetings) == 2
    assert len(told.close_meetings) == 1


def test_a_merged_meeting_takes_the_most_precise_date_and_all_names(page: Callable[..., Any]) -> None:
    told = world(page, {"issued": "2020-05-02", **BREE, "on": ""}, {**BREE, "present": (FRODO, SAM, "Peregrin Took")})
    (meeting,) = told.meetings
    assert meeting.date == PartialDate(2020, 5, 1)
    assert meeting.label == "Baggins – Gamgee – Took, Bree"
    assert meeting.id == "meeting/d0-1"
    assert told.replaced["meeting/d1-1"] == "meeting/d0-1"  # type: ignore[index]


def test_a_last_name_of_two_letters_does_not_stand_alone(page: Callable[..., Any]) -> None:
    facts = page("d1").person(FRODO).person("Hama Fu").meeting(FRODO, "Hama Fu", **BREE).facts()
    assert [meeting.label for meeting in resolve([facts]).meetings] == ["Baggins – Hama Fu, Bree"]


@pytest.mark.parametrize(
    ("country", "label"), [("CN", "Baggins – Hama Fulang, Bree"), ("NO", "Baggins – Fulang, Bree")]
)
def test_where_family_names_come_first_the_last_word_does_not_stand_alone(
    page: Callable[..., Any], country: str, label: str
) -> None:
    told = page("d1").person(FRODO).person("Hama Fulang", holds=f"{country}/envoy")
    assert [meeting.label for meeting in resolve([told.meeting(FRODO, "Hama Fulang", **BREE).facts()]).meetings] == [
        label
    ]


def test_a_planned_meeting_that_was_held_is_held(page: Callable[..., Any]) -> None:
    (meeting,) = world(page, {**BREE, "status": "planned"}, BREE).meetings
    assert meeting.status == "held"


def test_an_office_is_no_further_participant_where_its_holder_is_named(page: Callable[..., Any]) -> None:
    (meeting,) = world(page, {**BREE, "present": (FRODO, "NO/defence-minister")}, BREE).meetings
    assert meeting.label == "Baggins – Gamgee, Bree"
