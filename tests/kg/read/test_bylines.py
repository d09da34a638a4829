"""Who wrote a page, and who that is."""

import pytest

from kg.read.bylines import authors, tells_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Peregrin Took", {"peregrin took"}),
        ("BY PEREGRIN TOOK, MICHEL DELVING", {"peregrin took"}),
        ("*by [Peregrin Took](https://herald.example/took)*", {"peregrin took"}),
        ("Written by Peregrin Took | Osgiliath Herald", {"peregrin took"}),
        ("About Peregrin Took", {"peregrin took"}),
        ("By contrast the king has left", set()),
        ("About us", set()),
        ("Peregrin Took", set()),
    ],
)
def test_bylines_name_authors(line: str, names: set[str]) -> None:
    assert authors([line]) == names


@pytest.mark.parametrize(
    "stamp", ["May 29, 2023 • 4 min read by Peregrin Took", "Peregrin Took · Herald · Posted: May 29, 2023 6:35 PM"]
)
def test_authors_stand_beside_the_day(stamp: str) -> None:
    assert authors([], [stamp]) == {"peregrin took"}


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("Peregrin Took is the Shire correspondent of the Herald.", True),
        ("*Peregrin Took was an adviser to the steward of Gondor.*", True),
        ("PEREGRIN TOOK covers Gondor.", True),
        ("Meriadoc Brandybuck is the lord of Buckland.", False),
        ("Peregrin Took, they say.", False),
        ("By Meriadoc Brandybuck, a former envoy of Rohan.", True),
        ("By Monday, the envoys of Rohan had left.", False),
    ],
)
def test_a_paragraph_that_begins_with_the_author_tells_who_that_is(line: str, *, tells: bool) -> None:
    assert tells_of(line, frozenset({"peregrin took"})) is tells
