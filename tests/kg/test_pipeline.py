"""A document whose own graph breaks a shape is left out and named; the others are published."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.config import Config
from kg.errors import InvalidGraph
from kg.iris import Iris
from kg.model import Facts, Span
from kg.pipeline import facts_of, sound_draft

PAGES = {
    "gondor": "President Denethor Qarvan of Iceland said on Monday: “We share a river.”",
    "rohan": "Foreign Minister Eomer Tarvin of Norway said on Monday: “We share a river.”",
}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data=tmp_path / "data", jobs=1)


@pytest.fixture
def facts(tmp_path: Path, config: Config) -> list[Facts]:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return facts_of([tmp_path / f"{name}.txt" for name in PAGES], config)[0]


def broken(facts: Facts) -> Facts:
    """Return `facts` with a statement of a single letter, which the shapes refuse."""
    (statement,) = facts.statements
    start = statement.content[0].start
    return replace(facts, statements=(replace(statement, content=(Span(start, start + 1),)),))


def test_it_is_left_out_with_all_that_it_says(facts: list[Facts], iris: Iris, config: Config) -> None:
    draft = sound_draft([broken(facts[0]), facts[1]], iris, config)
    assert draft.facts == [facts[1]]
    assert {actor.label for actor in draft.world.actors if actor.type == "Person"} == {"Eomer Tarvin"}
    assert not draft.report.violations


def test_it_is_named_with_the_rule_that_it_breaks(facts: list[Facts], iris: Iris, config: Config) -> None:
    (error,) = sound_draft([broken(facts[0]), facts[1]], iris, config).left_out
    assert iris.document(facts[0].document.id).value in str(error)
    assert "S15 a statement has one language-tagged text" in str(error)


def test_where_every_document_breaks_one_the_fault_is_not_theirs(
    facts: list[Facts], iris: Iris, config: Config
) -> None:
    with pytest.raises(InvalidGraph, match="2 violations"):
        sound_draft([broken(each) for each in facts], iris, config)


def test_one_with_a_meeting_that_no_graph_may_have_stops_nobody_else(
    tmp_path: Path, facts: list[Facts], iris: Iris, config: Config
) -> None:
    page = tmp_path / "lorien.txt"
    page.write_text("President Denethor Qarvan of Iceland met Foreign Minister Eomer Tarvin of Norway.", "utf-8")
    (lorien,) = facts_of([page], config)[0]
    (meeting,) = lorien.meetings
    alone = replace(meeting, participants=meeting.participants[:1], countries=())
    draft = sound_draft([*facts, replace(lorien, meetings=(alone,))], iris, config)
    assert draft.facts == facts
    assert [str(error).count("S10") for error in draft.left_out] == [1]
