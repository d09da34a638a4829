"""Which organisations of different documents become one."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve import resolve

Groups = list[tuple[tuple[str, ...], str | None]]  # for each document: names printed, and the country


def organizations(page: Callable[..., Any], groups: Groups) -> list[str]:
    facts = [page(f"d{n}").organization(*names, country=country).facts() for n, (names, country) in enumerate(groups)]
    world = resolve(facts)
    return [world.actor_of[each.document.id, each.actors.organizations[0].key] for each in facts]


@pytest.mark.parametrize(
    "groups",
    [
        [(("Ministry of Defense of Mali",), "ML"), (("Malian Defence Ministry",), "ML")],
        [(("Iceland’s Foreign Ministry",), "IS"), (("Icelandic Ministry of Foreign Affairs",), None)],
        [(("White Council of the Wise",), None), (("The White Council of the Wise",), None)],
        [(("Shire Growers Organisation",), None), (("Shire Growers Organization",), None)],
        [(("Guild of Pelargir Shipwrights", "GPS"), None), (("GPS",), None)],  # a document says so
        [(("Dale Merchants League",), None), (("DML",), None)],  # only one can be so called
        [(("Foreign Ministry",), "IS"), (("Foreign Ministry",), "IS")],
        [(("Iceland-Norway Fish Board",), None), (("Norwegian-Icelandic Fish Board",), None)],
        [(("The Bree Herald",), None), (("breeherald.com",), None)],
    ],
)
def test_one_organization_under_two_names_is_one(page: Callable[..., Any], groups: Groups) -> None:
    assert len(set(organizations(page, groups))) == 1


@pytest.mark.parametrize(
    "groups",
    [
        [(("Foreign Ministry",), "IS"), (("Foreign Ministry",), "NO")],
        [(("Foreign Ministry",), None), (("Foreign Ministry",), "NO")],  # whose, nobody says
        [(("National Assembly",), None), (("National Assembly",), None)],
        [(("White Council",), None), (("Grey Council",), None)],
        [(("Dale Merchants League",), None), (("Dunland Mountain Lords",), None), (("DML",), None)],
        [(("Merchants League of Iceland",), None), (("MLI",), "NO")],  # of another country
        [(("Iceland-Norway Fish Board",), None), (("Iceland-Denmark Fish Board",), None), (("Fish Board",), None)],
    ],
)
def test_what_nothing_proves_stays_apart(page: Callable[..., Any], groups: Groups) -> None:
    assert len(set(organizations(page, groups))) == len(groups)


def test_an_acronym_is_his_whose_initials_it_has_of_those_that_documents_call_so(page: Callable[..., Any]) -> None:
    groups: Groups = [(("Guild of Pelargir Shipwrights", "GPS"), None), (("Harbour", "GPS"), None), (("GPS",), None)]
    guild, harbour, acronym = organizations(page, groups)
    assert acronym == guild != harbour


@pytest.mark.parametrize(("times", "actors"), [(5, 1), (6, 2)])
def test_an_acronym_far_commoner_than_the_only_fitting_name_is_something_else(
    page: Callable[..., Any], times: int, actors: int
) -> None:
    groups: Groups = [(("Dale Merchants League",), None), *[(("DML",), None)] * times]
    assert len(set(organizations(page, groups))) == actors


def test_what_a_document_calls_by_an_acronym_leaves_no_room_for_chance(page: Callable[..., Any]) -> None:
    groups: Groups = [(("Watch of Arnor", "WRA"), None), *[(("WRA",), None)] * 3, (("Western Roads Agency",), None)]
    *watch, agency = organizations(page, groups)
    assert len(set(watch)) == 1
    assert agency not in watch


def test_most_documents_tell_an_organizations_country(page: Callable[..., Any]) -> None:
    countries = ["IS", "DK", "IS"]
    world = resolve([page(f"d{n}").organization("White Council", country=c).facts() for n, c in enumerate(countries)])
    assert [actor.country for actor in world.actors if actor.type == "Organization"] == ["IS"]


def test_a_publisher_is_the_outlet_that_others_cite(page: Callable[..., Any]) -> None:
    published = page("d1", publisher="Bree Herald Agency").facts()
    citing = page("d2").organization("BHA", outlet=True).facts()
    world = resolve([published, citing])
    (outlet,) = world.actors
    assert (outlet.type, outlet.label, outlet.aliases) == ("Outlet", "Bree Herald Agency", ("BHA",))
    assert world.publisher_of == {"d1": outlet.id}
    assert set(world.actor_of.values()) == {outlet.id}
    assert all(key != "publisher" for _, key in world.actor_of)


def test_an_institution_that_any_country_has_is_named_with_its_country(page: Callable[..., Any]) -> None:
    assert organizations(page, [(("Foreign Ministry",), "IS")]) == ["org/foreign-ministry-is"]
    (nobodys,) = organizations(page, [(("Foreign Ministry",), None)])
    assert nobodys.startswith("org/foreign-ministry-")
