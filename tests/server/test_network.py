"""The picture of who met whom."""

from math import hypot

import pytest

from server.pages.network import MOST, Network, network
from server.pages.rows import Cell

FRODO, SAM, PIPPIN = (Cell(name, f"/page/person/{name.lower()}") for name in ("Frodo", "Samwise", "Peregrin"))


def picture(*met: tuple[Cell, Cell, int]) -> Network:
    return network([{"one": one, "other": other, "meetings": Cell(str(times))} for one, other, times in met])


def test_each_node_stands_once_on_the_circle_and_leads_to_its_page() -> None:
    drawn = picture((FRODO, SAM, 5), (SAM, PIPPIN, 1))
    assert [(point.name, point.link) for point in drawn.points] == [
        ("Samwise", "/page/person/samwise"),
        ("Frodo", "/page/person/frodo"),
        ("Peregrin", "/page/person/peregrin"),
    ]
    assert {round(hypot(point.x, point.y)) for point in drawn.points} == {160}


def test_who_met_oftener_has_a_broader_curve_that_says_so() -> None:
    often, once = picture((FRODO, SAM, 1200), (SAM, PIPPIN, 1)).curves
    assert often.width > once.width
    assert (often.title, once.title) == ("Frodo – Samwise: 1,200 meetings", "Samwise – Peregrin: 1 meeting")


def test_the_busiest_nodes_are_drawn_and_no_curve_ends_nowhere() -> None:
    many = [Cell(f"Rider {number}") for number in range(60)]
    drawn = picture(*((FRODO, rider, 60 - number) for number, rider in enumerate(many)))
    assert {point.name for point in drawn.points} == {"Frodo", *(rider.text for rider in many[: MOST - 1])}
    assert len(drawn.curves) == MOST - 1


@pytest.mark.parametrize("name", ["Frodo", "Fredegar Bolger of Budgeford in the Eastfarthing"])
def test_names_have_room_and_long_ones_are_cut(name: str) -> None:
    drawn = picture((Cell(name), SAM, 1))
    assert all(len(point.name) <= 24 for point in drawn.points)
    assert drawn.box[2] == -2 * drawn.box[0] > 2 * 160


def test_nobody_is_an_empty_picture() -> None:
    assert not picture().points
