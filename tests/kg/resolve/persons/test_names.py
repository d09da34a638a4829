"""Names in forms that can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.persons.names import parse_person
from kg.resolve.persons.similarity import alike, leaves_out


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gorsen Qarvan", "Gorsen Gharvan"),  # q/gh
        ("Tolgei Brandu", "Tolgey Brandou"),  # ei/ey, u/ou
        ("Shorigu Tane", "Shorygu Tane"),  # i/y
        ("Ulmo Vali-Tarnash", "Ulmo Vali Tarnash"),  # hyphen
        ("Ulmo Valitarnash", "Ulmo Vali Tarnash"),  # one word or two
        ("Pelen Al Radhasawneh", "Pelen Radhasawneh"),  # article left out
        ("Goïta Brân", "Goita Bran"),  # marks
        ("Mohammad Took", "Muhammed Took"),  # a name with many spellings
        ("Seyed Abbas Took", "Abbas Took"),  # descent mark
        ("Merwad Bolger", "Mervad Bolger"),  # w/v
        ("Fatta Bolgeh", "Fata Bolga"),  # doubled letter, -eh/-a
        ("J. R. Bolger Took", "Bolger Took"),  # initials
    ],
)
def test_transliterations_sound_the_same(one: str, other: str) -> None:
    assert parse_person(one).sound == parse_person(other).sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Took", "Hossein Took"),
        ("Merry Brandybuck", "Perry Brandybuck"),
        ("Abdullah bin Zamir Al Toren", "Mohamed bin Zamir Al Toren"),
        ("Merry Safari", "Merry Sanai"),
    ],
)
def test_different_names_sound_different(one: str, other: str) -> None:
    assert parse_person(one).sound != parse_person(other).sound
    assert not alike(parse_person(one), parse_person(other))


@pytest.mark.parametrize(
    ("name", "single"),
    [
        ("Baggins", True),
        ("Amroth-Dolen", True),  # a double surname, without a given name
        ("King Elessar", True),
        ("King Elessar II", True),
        ("Al-Toren", True),
        ("Frodo Baggins", False),
        ("Frodo Al-Toren", False),
    ],
)
def test_a_single_name_is_known_as_such(name: str, single: bool) -> None:
    assert parse_person(name).single is single


def test_a_name_in_other_letters_is_still_a_name() -> None:
    assert parse_person("佛羅多").words
    assert parse_person("佛羅多") != parse_person("山姆")


@given(st.text())
def test_any_string_has_words_that_sound(printed: str) -> None:
    name = parse_person(printed)
    assert name.words
    assert all(name.sounds)


@pytest.mark.parametrize(
    ("short", "full", "relation"),
    [
        ("Peregrin Took", "Peregrin Reginard Took", "one leaves out a middle name"),
        ("Amroth Dolen", "Imrahil Amroth Dolen", "one leaves out a part of the name"),
        ("Peregrin Took", "Paladin Reginard Took", None),
        ("Took", "Peregrin Took", None),
        ("Hurin Hador", "Hamal bin Hurin Hador", None),  # his father
        ("Huor Hador", "Hamal Nasser al-Huor Al-Hador", None),
        ("Hamal Hador", "Hamal bin Hurin Hador", "one leaves out a middle name"),
    ],
)
def test_a_shorter_name_leaves_something_out(short: str, full: str, relation: str | None) -> None:
    assert leaves_out(parse_person(short), parse_person(full)) == relation
