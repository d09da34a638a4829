"""Offices and tenures over time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kg.model import RoleStatus
from kg.resolve import resolve


def test_an_office_is_one_for_each_kind_and_country(page: Callable[..., Any]) -> None:
    pages = [
        page("d1").person("Frodo Baggins", holds="IS/defence-minister").facts(),
        page("d2").person("Samwise Gamgee", holds="IS/defence-minister").facts(),
        page("d3").person("Peregrin Took", holds="NO/defence-minister").facts(),
    ]
    offices = {a.id: a.label for a in resolve(pages).actors if a.type == "Office"}
    assert offices == {
        "office/is/defence-minister": "minister of defence of Iceland",
        "office/no/defence-minister": "minister of defence of Norway",
    }


def test_an_office_in_an_organization_goes_by_it(page: Callable[..., Any]) -> None:
    facts = page("d1").organization("White Council").person("Curunir Lan", holds="White Council/spokesperson").facts()
    (office,) = (a for a in resolve([facts]).actors if a.type == "Office")
    assert (office.id, office.organization) == ("office/org/white-council/spokesperson", "org/white-council")
    assert office.label == "spokesperson of White Council"


def test_a_tenure_is_attested_on_the_days_of_its_documents(page: Callable[..., Any]) -> None:
    pages = [
        page("d1", issued="2020-05-01").person("Frodo Baggins", holds="IS/king").facts(),
        page("d2", issued="2021-07-01").person("Frodo Baggins", holds="IS/king").facts(),
        page("d3").person("Frodo Baggins", holds="IS/king").facts(),
    ]
    (tenure,) = resolve(pages).tenures
    assert tenure.id == "tenure/frodo-baggins/is-king"
    assert tenure.attested_on == (date(2020, 5, 1), date(2021, 7, 1))
    assert tenure.ended_by is None


def test_acting_and_former_are_tenures_of_their_own(page: Callable[..., Any]) -> None:
    pages = [
        page("d1", issued="2020-05-01").person("Frodo Baggins", holds="acting IS/king").facts(),
        page("d2", issued="2022-05-01").person("Frodo Baggins", holds="former IS/king").facts(),
        page("d3", issued="2021-05-01").person("Frodo Baggins", holds="former IS/king").facts(),
    ]
    tenures = {tenure.status: tenure for tenure in resolve(pages).tenures}
    assert tenures[RoleStatus.ACTING].id == "tenure/frodo-baggins/is-king-acting"
    assert tenures[RoleStatus.FORMER].id == "tenure/frodo-baggins/is-king-former"
    assert tenures[RoleStatus.FORMER].attested_on == ()
    assert tenures[RoleStatus.FORMER].ended_by == date(2021, 5, 1)


def test_an_office_is_also_called_as_documents_print_it(page: Callable[..., Any]) -> None:
    pages = [page(f"d{n}").person("Frodo Baggins", holds="IS/defence-minister").facts() for n in range(3)]
    titles = ["defence minister", "minister of defence and the marches", "defence minister"]
    printed = [
        replace(each, actors=replace(each.actors, offices=(replace(each.actors.offices[0], title=title),)))
        for each, title in zip(pages, titles, strict=True)
    ]
    (office,) = (a for a in resolve(printed).actors if a.type == "Office")
    assert office.label == "minister of defence of Iceland"
    assert office.aliases == ("defence minister of Iceland", "minister of defence and the marches of Iceland")


def test_offices_of_like_names_in_bodies_of_like_names_are_two_tenures(page: Callable[..., Any]) -> None:
    facts = page("d1").organization("White Council").organization("White Council Bureau")
    facts.person("Frodo Baggins", holds="White Council/bureau chief, White Council Bureau/chief")
    assert {tenure.id for tenure in resolve([facts.facts()]).tenures} == {
        "tenure/frodo-baggins/org-white-council--bureau-chief",
        "tenure/frodo-baggins/org-white-council-bureau--chief",
    }
