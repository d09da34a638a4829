"""An office that a document only weighed yields to what documents state."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.iris import Iris
from kg.model import DocId, Facts
from kg.model.world import World
from kg.resolve import resolve
from kg.resolve.stated import stated_offices
from kg.triples import document_quads

HURIN = "Faramir Hurin"
Pages = Callable[..., Any]


def _held(world: World) -> set[str]:
    return {tenure.office.removeprefix("office/") for tenure in world.tenures}


@pytest.mark.parametrize(
    ("stated", "weighed", "held"),
    [
        (["IS/president"], "NO/president", {"is/president"}),
        (["IS/president"], "IS/president", {"is/president"}),
        (["former IS/president"], "NO/president", {"is/president"}),
        (["White Council/president"], "NO/president", {"org/white-council/president"}),
        (["IS/foreign-minister"], "NO/president", {"is/foreign-minister", "no/president"}),  # another kind
        (["IS/president", "FI/president"], "NO/president", {"is/president", "fi/president"}),  # to neither
        ([*["IS/president"] * 5, "FI/president"], "NO/president", {"is/president", "fi/president"}),  # to the first
        ([], "NO/president", {"no/president"}),
    ],
)
def test_the_office_stated_of_a_person_takes_the_place_of_a_weighed_one(
    page: Pages, stated: list[str], weighed: str, held: set[str]
) -> None:
    pages = [page("d0").person(HURIN, holds=f"weighed {weighed}").facts()]
    for number, office in enumerate(stated, start=1):
        pages.append(page(f"d{number}").organization("White Council").person(HURIN, holds=office).facts())
    for seed in range(5):
        assert _held(resolve(random.Random(seed).sample(pages, len(pages)))) == held


def test_the_office_in_a_ministry_of_no_country_yields_to_the_one_in_a_country_s(page: Pages) -> None:
    told = page("d1").organization("Icelandic Foreign Ministry", country="IS")
    told.person(HURIN, holds="Icelandic Foreign Ministry/spokesperson")
    bare = page("d2").organization("Foreign Ministry").person(HURIN, holds="Foreign Ministry/spokesperson")
    assert _held(resolve([told.facts(), bare.facts()])) == {"org/icelandic-foreign-ministry/spokesperson"}
    assert len(_held(resolve([bare.facts()]))) == 1


def _competing(page: Pages, leading: int) -> World:
    pages = [page(f"s{n}").person(HURIN, holds="IS/president").facts() for n in range(leading)]
    pages.append(page("other").person(HURIN, holds="FI/president").facts())
    return resolve([*pages, page("weighed").person(HURIN, holds="weighed NO/president").facts()])


def test_an_office_that_few_documents_state_competes_with_none_that_many_do(page: Pages) -> None:
    roles = {leading: _competing(page, leading).corrected[DocId("weighed")].roles for leading in (1, 5)}
    assert roles[1] == ()
    assert [role.office for role in roles[5]] == ["office/is/president"]


def test_an_office_of_another_time_is_nothing_to_go_by(page: Pages) -> None:
    pages = [
        page("d1", issued="1990-05-01").person(HURIN, holds="IS/president").facts(),
        page("d2", issued="2020-05-01").person(HURIN, holds="weighed NO/president").facts(),
    ]
    assert _held(resolve(pages)) == {"is/president", "no/president"}


@pytest.mark.parametrize(
    ("office", "day", "stays"),
    [("president", "2020-05-01", False), ("president", "2020-05-02", True), ("adviser", "2020-05-01", True)],
)
def test_a_weighed_office_is_no_second_holders_on_a_day(page: Pages, office: str, day: str, *, stays: bool) -> None:
    pages = [
        page("d1", issued="2020-05-01").person("Denethor Qarvan", holds=f"NO/{office}").facts(),
        page("d2", issued=day).person(HURIN, holds=f"weighed NO/{office}").facts(),
    ]
    assert (len(resolve(pages).tenures) == 2) is stays


def test_a_listed_leader_of_the_country_keeps_a_weighed_office_that_another_holds(page: Pages) -> None:
    pages = [
        page("d1", issued="2020-05-01").person("Denethor Qarvan", holds="FR/president").facts(),
        page("d2", issued="2020-05-01").person("Jacques Chirac", holds="weighed FR/president").facts(),
    ]
    assert len(resolve(pages).tenures) == 2


def test_what_is_said_again_after_weighing_is_not_stated(page: Pages) -> None:
    facts = page("d1").person(HURIN, holds="IS/president").person("Denethor Qarvan", holds="IS/king").facts()
    first, second = facts.roles
    elsewhere = facts.roles[0].evidence[0].start
    assert stated_offices(facts) == {(first.holder, first.office), (second.holder, second.office)}
    assert stated_offices(_without_country_before(facts, elsewhere)) == {(second.holder, second.office)}


def _without_country_before(facts: Facts, start: int) -> Facts:
    kept = tuple(mention for mention in facts.actors.mentions if mention.span.start != start)
    return replace(facts, actors=replace(facts.actors, mentions=kept))


def test_who_meets_does_so_for_the_country_stated(page: Pages) -> None:
    told = page("d2").person(HURIN, holds="weighed NO/president").person("Denethor Qarvan", holds="FI/king")
    told.meeting(HURIN, "Denethor Qarvan", place="Bree", countries="NO FI")
    world = resolve([page("d1").person(HURIN, holds="IS/president").facts(), told.facts()])
    (meeting,) = world.corrected[told.facts().document.id].meetings
    assert meeting.countries == ("FI", "IS")
    acting = {p.actor: (p.capacity, p.on_behalf_of) for p in meeting.participants}
    assert acting[told.key(HURIN)] == ("office/is/president", "country:IS")


def test_a_host_stays_among_the_countries(page: Pages) -> None:
    told = page("d2").person(HURIN, holds="weighed NO/president").meeting(HURIN, place="Bree, NO", countries="NO")
    world = resolve([page("d1").person(HURIN, holds="IS/president").facts(), told.facts()])
    assert world.corrected[told.facts().document.id].meetings[0].countries == ("IS", "NO")


def test_a_tenure_once_published_leads_to_the_right_one_or_to_its_holder(page: Pages) -> None:
    weighed, iceland = page("d0").person(HURIN, holds="weighed NO/president"), page("d1")
    (before,) = resolve([weighed.facts()]).tenures
    pages = [weighed.facts(), iceland.person(HURIN, holds="IS/president").facts()]
    assert resolve(pages).replaced[before.id] == "tenure/faramir-hurin/is-president"
    pages.append(page("d2").person(HURIN, holds="FI/president").facts())
    assert resolve(pages).replaced[before.id] == "person/faramir-hurin"


def test_the_graph_shows_the_office_stated_with_the_words_that_named_the_kind(page: Pages) -> None:
    weighed = page("d2").person(HURIN, holds="weighed NO/president").facts()
    world = resolve([page("d1").person(HURIN, holds="IS/president").facts(), weighed])
    shown = {str(quad.object) for quad in document_quads(weighed, world, Iris("http://localhost:8000/"))}
    assert '"president Faramir Hurin"@en' in shown
    assert "<http://localhost:8000/id/office/is/president>" in shown
    assert "<http://localhost:8000/id/office/no/president>" not in shown
