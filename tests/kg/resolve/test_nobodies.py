from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.model import Facts
from kg.resolve.nobodies import without_nobodies


def using_for_things(facts: Facts, *names: str) -> Facts:
    return replace(facts, actors=replace(facts.actors, things=names))


@pytest.mark.parametrize(
    ("thing", "left"),
    [
        ("Minas Tirith", []),
        ("Minas Tiryth", []),  # transliterated otherwise
        ("Minas Morgul", ["Minas Tirith"]),
    ],
)
def test_who_does_nothing_and_is_a_place_elsewhere_is_nobody(
    page: Callable[..., Any], thing: str, left: list[str]
) -> None:
    pages = [page("d1").person("Minas Tirith").facts(), using_for_things(page("d2").facts(), thing)]
    assert [person.name for person in without_nobodies(pages)[0].actors.persons] == left


@pytest.mark.parametrize(
    "does",
    [
        lambda it: it.said("Faramir Tuor", "It rains."),
        lambda it: it.person("Hurin Hador").meeting("Faramir Tuor", "Hurin Hador"),
        lambda it: it.person("Faramir Tuor", holds="IS/king"),
    ],
)
def test_who_speaks_meets_or_holds_an_office_is_somebody(page: Callable[..., Any], does: Callable[[Any], Any]) -> None:
    acting = does(page("d1").person("Faramir Tuor")).facts()
    pages = [acting, page("d2").person("Faramir Tuor").facts(), using_for_things(page("d3").facts(), "Faramir Tuor")]
    assert without_nobodies(pages) == pages


def test_a_name_that_is_mostly_somebodys_is_nobodys_tanker(page: Callable[..., Any]) -> None:
    pages = [page(f"d{n}").person("Faramir Tuor").facts() for n in range(9)]
    pages.append(using_for_things(page("e").facts(), "Faramir Tuor"))
    assert without_nobodies(pages) == pages


def test_nobody_heard_what_was_said(page: Callable[..., Any]) -> None:
    said = page("d1").person("Hurin Hador").person("Minas Tirith").said("Hurin Hador", "It rains.").facts()
    nobody = said.actors.persons[1].key
    heard = replace(said, statements=(replace(said.statements[0], addressee=nobody, mentions=(nobody,)),))
    (left, _) = without_nobodies([heard, using_for_things(page("d2").facts(), "Minas Tirith")])
    assert left.statements == said.statements


def test_a_paper_that_is_an_organisation_elsewhere_says_it_itself(page: Callable[..., Any]) -> None:
    taken = page("d1").organization("Rangers").person("Al-Palantir Al-Jadid").said("Al-Palantir Al-Jadid", "It rains.")
    (left, _) = without_nobodies([taken.facts(), page("d2").organization("Al-Palantir Al-Jadid").facts()])
    assert left.actors.persons == ()
    assert [body.name for body in left.actors.organizations] == ["Rangers", "Al-Palantir Al-Jadid"]
    assert left.statements[0].speaker == left.actors.organizations[1].key
