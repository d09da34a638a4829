"""Statements of different documents that report the same words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.model import ActorKey
from kg.model.world import Corroboration
from kg.resolve import resolve

GANDALF, FRODO = "Gandalf Grey", "Frodo Baggins"
SAID = "Gondor will not spare any effort in strengthening the harbours of Pelargir against the corsairs' threats"
REWORDED = (
    "The realm of Gondor will spare no effort to strengthen Pelargir's harbours against threats posed by corsairs"
)


def pairs(page: Callable[..., Any], *statements: tuple[str, str], there: bool = False) -> tuple[Corroboration, ...]:
    """Resolve one page for each statement of a speaker; `there` puts them all at one meeting."""
    pages = []
    for number, (speaker, words) in enumerate(statements):
        each = page(f"d{number}", issued=f"2020-05-0{number + 1}").person(GANDALF).person(FRODO)
        each.meeting(GANDALF, FRODO, place="Bree, IS", on="2020-05-01")
        pages.append(each.said(speaker, words, there=there).facts())
    return resolve(pages).corroborations


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, SAID),
        (SAID, REWORDED),
        (
            "the beacons of the northern marches must be lit before harvest",
            "that before harvest the beacons in the northern marches must be lit again",
        ),
    ],
)
def test_rewordings_corroborate(page: Callable[..., Any], one: str, other: str) -> None:
    (pair,) = pairs(page, (GANDALF, one), (GANDALF, other))
    assert (pair.first, pair.second) == (("d0", 0), ("d1", 0))
    assert 0.5 < pair.similarity <= 1
    assert pair.method


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, "Gondor will trade grain with the harbours of Pelargir"),
        ("the two countries have good relations", "relations of the two countries are good"),  # says nothing
        (SAID, "The harbours of Umbar threaten no corsair"),
        (
            "the harvest of pipe-weed in the Southfarthing rose to 6 percent of all exports in 1417",
            "the harvest of pipe-weed in the Southfarthing rose to 9 percent of all exports in 1420",
        ),
        (
            "over the past 24 hours 743 new riders were seen at the fords of Isen",
            "over the past 24 hours 2,023 new riders were seen at the fords of Isen",
        ),
    ],
)
def test_different_words_do_not(page: Callable[..., Any], one: str, other: str) -> None:
    assert pairs(page, (GANDALF, one), (GANDALF, other)) == ()


def test_two_speakers_do_not_corroborate_each_other(page: Callable[..., Any]) -> None:
    assert pairs(page, (GANDALF, SAID), (FRODO, SAID)) == ()


def test_a_looser_rewording_counts_at_one_meeting_only(page: Callable[..., Any]) -> None:
    one = "the Shire to share those wagons with his people so that they benefit from them"
    other = "Bree takes advantage of the Shire's wagons in the march and the people of the hills will thank it"
    assert pairs(page, (GANDALF, one), (GANDALF, other)) == ()
    (pair,) = pairs(page, (GANDALF, one), (GANDALF, other), there=True)
    assert "one meeting" in pair.method


def test_a_phrase_said_again_next_year_is_another_utterance(page: Callable[..., Any]) -> None:
    pages = [page(f"d{y}", issued=f"{y}-05-01").person(GANDALF).said(GANDALF, SAID).facts() for y in (2019, 2020)]
    assert resolve(pages).corroborations == ()


@pytest.mark.parametrize(
    ("publishers", "relays", "independent"),
    [
        (("Bree Herald", "Dale Gazette"), ("", ""), True),
        (("Bree Herald", "Bree Herald"), ("", ""), False),
        (("Bree Herald", None), ("", ""), False),  # nobody knows
        (("Bree Herald", "Dale Gazette"), ("Rohan Riders", "Rohan Riders"), False),
        (("Bree Herald", "Dale Gazette"), ("", "Bree Herald"), False),
    ],
)
def test_independence_needs_two_publishers_and_no_relay_behind_both(
    page: Callable[..., Any], publishers: tuple[str, str | None], relays: tuple[str, str], independent: bool
) -> None:
    pages = []
    for number, (publisher, relay) in enumerate(zip(publishers, relays, strict=True)):
        each = page(f"d{number}", issued="2020-05-01", publisher=publisher).person(GANDALF)
        if relay:
            each.organization(relay, outlet=True)
        pages.append(each.said(GANDALF, SAID, relay).facts())
    (pair,) = resolve(pages).corroborations
    assert pair.independent is independent


VISITS = (
    "the chamber of pipe-weed growers will receive a delegation of traders from Oslo in its hall",
    "the chamber of pipe-weed growers will receive a delegation of Icelandic traders in its hall",
)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("country:NO",), ("country:IS",), 0),  # one wording, two visits
        (("country:NO",), ("country:NO",), 1),
        (("country:NO",), ("country:NO", "country:IS"), 1),  # one says more
        (("country:NO",), (), 1),
    ],
)
def test_one_wording_of_two_countries_is_no_corroboration(
    page: Callable[..., Any], first: tuple[str, ...], second: tuple[str, ...], found: int
) -> None:
    said = []
    for number, (words, countries) in enumerate(zip(VISITS, (first, second), strict=True)):
        facts = page(f"d{number}", issued="2020-05-01").person(GANDALF).said(GANDALF, words).facts()
        statement = replace(facts.statements[0], mentions=tuple(map(ActorKey, countries)))
        said.append(replace(facts, statements=(statement,)))
    assert len(resolve(said).corroborations) == found


OFFER = "Gondor is ready to sign a fair and lasting treaty with Rohan"
OFFER_AGAIN = "Gondor is ready to sign a fair, strong and lasting treaty with Rohan soon"
COMMON = ("ready to sign soon", "a fair treaty", "a strong and lasting treaty", "Gondor and Rohan")


def undated(page: Callable[..., Any], one: str, other: str, others: tuple[str, ...]) -> tuple[Corroboration, ...]:
    """Resolve two undated pages of Gandalf's words among pages in which Frodo often says the `others`."""
    pages = [page(f"d{n}").person(GANDALF).said(GANDALF, words).facts() for n, words in enumerate((one, other))]
    pile = [page(f"e{n}").person(FRODO).said(FRODO, words).facts() for n, words in enumerate(others * 40)]
    return resolve(pages + pile).corroborations


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (SAID, SAID, 1),
        (SAID, REWORDED, 0),  # fit for the news of one week; of any time it may have been said twice
        (SAID, f"{SAID} in spring", 1),
        (OFFER, OFFER, 1),  # word for word
        (OFFER, OFFER_AGAIN, 0),  # what everybody says
    ],
)
def test_without_dates_only_telling_words_corroborate(
    page: Callable[..., Any], one: str, other: str, found: int
) -> None:
    assert len(undated(page, one, other, COMMON)) == found
