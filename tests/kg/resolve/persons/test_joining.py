"""Which persons of different documents become one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from kg.resolve import resolve

Pages = list[tuple[str, str]]  # for each document: the person's name, and the offices held


def persons(page: Callable[..., Any], pages: Pages) -> list[str]:
    """Return the person of each document."""
    facts = [page(f"d{n}").person(name, holds=holds).facts() for n, (name, holds) in enumerate(pages)]
    world = resolve(facts)
    return [world.actor_of[each.document.id, each.actors.persons[0].key] for each in facts]


@pytest.mark.parametrize(
    "pages",
    [
        [("Frodo Baggins", ""), ("Frodo Baggins", "")],
        [("Dernhel Qarvan", "IS/defence-minister"), ("Dernhel Gharvan", "")],
        [("Tolgei Brandu", ""), ("Tolgey Brandou", "")],
        [("Peregrin Reginard Took", ""), ("Peregrin Took", "")],
        [("Meriadoc Took", "IS/envoy"), ("Meriadoc Peregrin Took", "IS/envoy")],
        [("Frodo Baggins", "IS/foreign-minister"), ("Baggins", "IS/foreign-minister")],
        [("Imrahil Amroth-Dolen", "IS/foreign-minister"), ("Amroth Dolen", "IS/foreign-minister")],
        [("Imrahil Amroth-Dolen", "IS/foreign-minister"), ("Amroth-Dolen", "IS/foreign-minister")],
        [("King Elessar", "IS/king"), ("King Elessar II", "IS/king")],
        [("Baggins", "IS/foreign-minister"), ("Baggins", "IS/foreign-minister")],
        [("Rasit Meredow", "IS/foreign-minister"), ("Rashid Meredov", "IS/foreign-minister")],
        [("Thomas Took", "IS/envoy"), ("Tom Took", "IS/envoy")],
        [
            ("Imrahil bin Abdul Aziz", "IS/king"),
            ("Imrahil bin Abdel-Aziz Al Dol", "IS/king"),
            ("King Imrahil", "IS/king"),
        ],
        [("Queen Arwen", ""), ("Queen Arwen", "")],
        [("Queen Arwen", "IS/queen"), ("Queen Arwen", "")],
    ],
)
def test_one_person_under_two_names_is_one(page: Callable[..., Any], pages: Pages) -> None:
    assert len(set(persons(page, pages))) == 1


@pytest.mark.parametrize(
    "pages",
    [
        [("Frodo Baggins", ""), ("Baggins", "")],  # a surname alone proves nothing
        [("Frodo Baggins", "IS/foreign-minister"), ("Baggins", "NO/foreign-minister")],
        [("Frodo Baggins", "IS/foreign-minister"), ("Baggins", "IS/defence-minister")],
        [("Baggins", ""), ("Baggins", "")],
        [("Frodo Baggins", ""), ("Bilbo Baggins", "")],
        [("King Elessar", "IS/king"), ("King Elessar", "NO/king")],
        [("King Elessar I", "IS/king"), ("King Elessar II", "IS/king")],
        [("Frodo Baggins", "IS/foreign-minister"), ("Frodo Baggins", "NO/trade-minister")],  # namesakes
        [("Hassan Took", "IS/president"), ("Hossein Took", "IS/president")],
        [("Hamfast Gamgee", "IS/president"), ("Hamfast Gamgee Jr.", "IS/president")],
        [("Amroth Dolen", ""), ("Imrahil Amroth-Dolen", "")],
        # of two given names one is not left out, nor the first half of a surname by somebody with offices of his own
        [("Peregrin Took", ""), ("Peregrin Meriadoc Took", ""), ("Meriadoc Brandybuck", "")],
        [("Frodo Baggins", "IS/envoy"), ("Frodo Sackville Baggins", "IS/trade-minister")],
        [("Thomas Took", ""), ("Tom Took", "")],
        [("Prince Faramir", ""), ("Prince Faramir", "")],
        [("King Elessar", "IS/king"), ("King Elessar", "NO/king"), ("King Elessar", "")],
        [("Abdul Aziz", ""), ("Abdul Aziz Took", "")],  # "Abdul Aziz" is one name
    ],
)
def test_what_nothing_proves_stays_apart(page: Callable[..., Any], pages: Pages) -> None:
    assert len(set(persons(page, pages))) == len(pages)


def test_a_surname_with_two_candidates_is_nobody_in_particular(page: Callable[..., Any]) -> None:
    frodo, bilbo, surname = persons(
        page,
        [
            ("Frodo Baggins", "IS/foreign-minister"),
            ("Bilbo Baggins", "IS/foreign-minister"),
            ("Baggins", "IS/foreign-minister"),
        ],
    )
    assert len({frodo, bilbo, surname}) == 3


@pytest.mark.parametrize(
    ("known", "rivals", "country", "office", "one"),
    [
        (25, 1, "IS", "", True),
        (24, 1, "IS", "", False),
        (49, 2, "IS", "", False),
        (25, 1, "NO", "", False),
        (25, 1, "IS", "IS/president", False),  # an office that he has not
        (20, 2, "IS", "IS/foreign-minister", True),
        (19, 2, "IS", "IS/foreign-minister", False),
        (20, 2, "NO", "NO/foreign-minister", False),
    ],
)
def test_a_surname_is_his_of_whom_far_more_speak_than_of_all_others(
    page: Callable[..., Any], known: int, rivals: int, country: str, office: str, *, one: bool
) -> None:
    pages = [(f"f{n}", "Frodo Baggins") for n in range(known)] + [(f"b{n}", "Bilbo Baggins") for n in range(rivals)]
    facts = [page(doc).person(name, holds="IS/foreign-minister").facts() for doc, name in pages]
    bare = page("d").speaks_of(country).person("Baggins", holds=office).facts()
    found = resolve([*facts, bare]).actor_of
    assert (found["d", "person:0"] == found["f0", "person:0"]) is one  # type: ignore[index]


def test_a_king_goes_by_his_given_name_not_by_his_sons_surname(page: Callable[..., Any]) -> None:
    pages = [("Imrahil bin Adrahil", "IS/king"), ("Elphir bin Imrahil", "IS/king"), ("King Imrahil", "IS/king")]
    king, son, named = persons(page, pages)
    assert named == king != son


def test_two_names_run_together_make_nobody_of_two(page: Callable[..., Any]) -> None:
    pages = [("Peregrin Took", "IS/envoy"), ("Frodo Baggins", "IS/envoy"), ("Peregrin Took Frodo Baggins", "IS/envoy")]
    assert len(set(persons(page, pages))) == 3


def test_a_surname_thirty_years_later_is_not_the_father(page: Callable[..., Any]) -> None:
    old = page("d1", issued="1990-05-01").person("Bilbo Baggins", holds="IS/president").facts()
    new = page("d2", issued="2020-05-01").person("Baggins", holds="IS/president").facts()
    world = resolve([old, new])
    assert len({entity for entity in world.actor_of.values() if entity.startswith("person/")}) == 2


def test_two_whom_a_document_tells_apart_stay_apart(page: Callable[..., Any]) -> None:
    both = page("d1").person("Peregrin Took", holds="IS/envoy").person("Peregrin Paladin Took", holds="IS/envoy")
    world = resolve([both.facts(), page("d2").person("Peregrin Paladin Took").facts()])
    assert len({entity for entity in world.actor_of.values() if entity.startswith("person/")}) == 2


@pytest.mark.parametrize(("documents", "people"), [(1, 2), (2, 1)])
def test_two_spellings_that_half_the_documents_tell_apart_are_one_misread(
    page: Callable[..., Any], documents: int, people: int
) -> None:
    both = page("d0").person("Meriadoc Took", holds="IS/envoy").person("Peregrin Meriadoc Took", holds="IS/envoy")
    full = [page(f"f{n}").person("Peregrin Meriadoc Took", holds="IS/envoy").facts() for n in range(9)]
    short = [page(f"s{n}").person("Meriadoc Took", holds="IS/envoy").facts() for n in range(documents - 1)]
    world = resolve([both.facts(), *full, *short])
    assert len({entity for entity in world.actor_of.values() if entity.startswith("person/")}) == people


def test_a_country_misread_once_makes_no_second_person(page: Callable[..., Any]) -> None:
    pages = [("Frodo Baggins", "IS/foreign-minister")] * 5 + [("Frodo Baggins", "NO/foreign-minister")]
    assert len(set(persons(page, pages))) == 1


def test_an_office_whose_country_is_only_weighed_parts_nobody(page: Callable[..., Any]) -> None:
    named = ["Frodo Baggins", "Frodo Took", "Frodo Brandybuck", "Frodo Gamgee", "Bilbo Baggins", "Drogo Baggins"]
    crowd = page("d0").person("Lobelia Baggins")
    for name in named[1:]:
        crowd.person(name)
    stated = page("d1").person("Frodo Baggins", holds="IS/president").facts()
    weighed = page("d2").speaks_of("IS", "NO").person("Frodo Baggins", holds="NO/president").facts()
    guess = replace(weighed, roles=tuple(replace(role, rule="role-by-context") for role in weighed.roles))
    for second, people in ((weighed, 2), (guess, 1)):
        world = resolve([crowd.facts(), stated, second])
        assert len({world.actor_of[doc, "person:0"] for doc in ("d1", "d2")}) == people  # type: ignore[index]


def test_a_president_of_two_countries_is_one_misread(page: Callable[..., Any]) -> None:
    assert len(set(persons(page, [("Frodo Baggins", "IS/president"), ("Frodo Baggins", "NO/president")]))) == 1


def test_misspellings_of_one_holder_are_all_one(page: Callable[..., Any]) -> None:
    names = ["Peregrin Brandybuck", "Peregrin Brandybuc", "Peregrin Brandybuch", "Peregrin Brandybuck", "Brandybuck"]
    assert len(set(persons(page, [(name, "IS/foreign-minister") for name in names]))) == 1


def test_a_bare_surname_is_no_alias(page: Callable[..., Any]) -> None:
    world = resolve([page("d1").person("Frodo Baggins", "Baggins", "Frodo Drogo Baggins").facts()])
    (frodo,) = world.actors
    assert (frodo.label, frodo.aliases) == ("Frodo Baggins", ("Frodo Drogo Baggins",))


def test_a_surname_is_an_alias_where_a_document_prints_no_other_name(page: Callable[..., Any]) -> None:
    full = page("d1").person("Frodo Baggins", holds="IS/king").facts()
    (frodo,) = (
        a for a in resolve([full, page("d2").person("Baggins", holds="IS/king").facts()]).actors if a.country is None
    )
    assert (frodo.label, frodo.aliases) == ("Frodo Baggins", ("Baggins",))


def test_a_king_is_labelled_with_his_style(page: Callable[..., Any]) -> None:
    world = resolve([page("d1").person("Elessar", "King Elessar", "Elessar", holds="IS/king").facts()])
    assert [actor.label for actor in world.actors if actor.type == "Person"] == ["King Elessar"]


def test_two_who_meet_are_two_whatever_their_names(page: Callable[..., Any]) -> None:
    told = page("d1").person("Dernhel Qarvan").person("Dernhel Gharvan").meeting("Dernhel Qarvan", "Dernhel Gharvan")
    world = resolve([told.facts(), page("d2").person("Dernhel Gharvan").facts()])
    first, second = (world.actor_of["d1", f"person:{n}"] for n in (0, 1))  # type: ignore[index]
    assert first != second


def test_holders_joined_by_one_office_are_still_sought_by_their_others(page: Callable[..., Any]) -> None:
    first = page("d1", "2020-01-01").person("Elessar", holds="IS/king, RO/marshal").facts()
    second = page("d2", "2020-01-02").person("Elessar", holds="IS/king, NO/chief").facts()
    world = resolve([first, second])
    assert [actor.label for actor in world.actors if actor.type == "Person"] == ["Elessar"]


@pytest.mark.parametrize(
    ("company", "people"),
    [(("Samwise Gamgee", "Samwise Gamgee"), 1), (("Samwise Gamgee", "Meriadoc Hornblower"), 2)],
)
def test_a_crowded_name_needs_company_to_be_one(
    page: Callable[..., Any], company: tuple[str, str], people: int
) -> None:
    crowd = page("d0").person("Lobelia Baggins").person("Bilbo Baggins").person("Drogo Baggins")
    for surname in ("Took", "Brandybuck", "Cotton", "Bolger"):
        crowd.person(f"Frodo {surname}")
    pages = [page(f"d{n}").person("Frodo Baggins").person(name) for n, name in enumerate(company, 1)]
    world = resolve([crowd.facts(), *(each.facts() for each in pages)])
    assert len({world.actor_of[doc, "person:0"] for doc in ("d1", "d2")}) == people  # type: ignore[index]


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (("Bilbo Baggins", "IS/king"), ("Bilbo Baggins", "NO/foreign-minister"), 1),
        (("Bilbo Baggins", ""), ("Bilbo Bungo Baggins", ""), 1),
        (("Bilbo Took", "IS/king"), ("Bilbo Took", "NO/foreign-minister"), 2),  # there is another Took
    ],
)
def test_a_name_that_nobody_else_can_bear_is_one_persons(
    page: Callable[..., Any], first: tuple[str, str], second: tuple[str, str], people: int
) -> None:
    crowd = page("d0").person("Peregrin Took")
    for a, b, c in product("bdfgklmnprst", "aiu", "bdfgklmnprstvxz"):
        crowd.person(f"{a}{b}{c}un {c}{b}{a}ik".title())
    pages = [page(f"d{n}").person(name, holds=office) for n, (name, office) in enumerate((first, second), 1)]
    world = resolve([crowd.facts(), *(each.facts() for each in pages)])
    assert len({world.actor_of[doc, "person:0"] for doc in ("d1", "d2")}) == people  # type: ignore[index]


def test_offices_in_one_organisation_are_one_persons(page: Callable[..., Any]) -> None:
    pages = [
        page(f"d{n}").organization("White Council").person("Frodo Baggins", holds=f"White Council/{kind}")
        for n, kind in enumerate(("chief", "director-general"))
    ]
    world = resolve([each.facts() for each in pages])
    assert len({world.actor_of[doc, "person:0"] for doc in ("d0", "d1")}) == 1  # type: ignore[index]


@pytest.mark.parametrize(("known", "people"), [(30, 1), (3, 2)])
def test_who_is_well_known_is_so_in_the_news_of_another_country(
    page: Callable[..., Any], known: int, people: int
) -> None:
    crowd = page("d0").person("Lobelia Baggins")
    for name in ("Frodo Took", "Frodo Bolger", "Frodo Gamgee", "Frodo Cotton", "Bilbo Baggins", "Drogo Baggins"):
        crowd.person(name)
    for a, b, c in product("bdfgklmnprst", "aiu", "bdfgklmnprst"):
        crowd.person(f"{a}{b}{c}un {c}{b}{a}ik".title())
    pages = [page(f"k{n}").speaks_of("IS").person("Frodo Baggins", holds="IS/king") for n in range(known)]
    pages.append(page("x").speaks_of("NO").person("Frodo Baggins"))
    world = resolve([crowd.facts(), *(each.facts() for each in pages)])
    assert len({world.actor_of[doc, "person:0"] for doc in ("k0", "x")}) == people  # type: ignore[index]
