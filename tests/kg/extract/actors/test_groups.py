from collections.abc import Callable

import pytest

Referred = Callable[[str], list[tuple[str, str]]]

MALI, CHAD = "country:ML", "country:TD"


@pytest.mark.parametrize(
    ("text", "phrase", "meant"),
    [
        ("Mali and Chad talked. The two countries stressed peace.", "The two countries", {MALI, CHAD}),
        ("Mali and Chad talked. Both nations stressed peace.", "Both nations", {MALI, CHAD}),
        ("Mali, Chad and Peru talked. The two countries stressed peace.", "The two countries", set()),
        ("Mali talked. The two countries stressed peace.", "The two countries", set()),
        (
            "Peru talked. Peru waited. Mali and Chad left; the two neighbours stressed peace.",
            "the two neighbours",
            {MALI, CHAD},
        ),
        ("Mali and Chad talked. The two sides stressed peace.", "The two sides", set()),
    ],
)
def test_the_two_countries_are_those_the_text_is_about(
    referred: Referred, text: str, phrase: str, meant: set[str]
) -> None:
    assert {actor for words, actor in referred(text) if words == phrase} == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mali and Chad signed a treaty. They stressed peace.", {MALI, CHAD}),
        ("Mali and Chad talked. The two countries stressed peace. They praised trade.", {MALI, CHAD}),
        (
            "President Faramir Tuor and Hurin Hador met. They stressed peace.",
            {"Faramir Tuor", "Hurin Hador"},
        ),
        ("President Faramir Tuor met with Hurin Hador. They stressed peace.", {"Faramir Tuor", "Hurin Hador"}),
        ("President Faramir Tuor held talks with Hurin Hador. They left.", {"Faramir Tuor", "Hurin Hador"}),
        ("President Faramir Tuor received Hurin Hador. They left.", {"Faramir Tuor", "Hurin Hador"}),
        ("President Faramir Tuor praised Hurin Hador. They left.", set()),
        ("President Faramir Tuor and Minister Hurin Hador met. The riders left. They stressed peace.", set()),
        ("President Faramir Tuor left. They stressed peace.", set()),
    ],
)
def test_they_are_several_who_were_a_subject(referred: Referred, text: str, meant: set[str]) -> None:
    assert {actor for words, actor in referred(text) if words == "They"} == meant


def test_the_two_are_rather_those_told_together_than_two_of_one_country(referred: Referred) -> None:
    met = "Malian Minister Faramir Tuor met with Chadian Minister Hurin Hador."
    commented = "Chadian Minister Denethor Beor said that Hurin Hador was late. The two ministers agreed."
    assert {actor for words, actor in referred(f"{met} {commented}") if words == "The two ministers"} == {
        "Faramir Tuor", "Hurin Hador"
    }  # fmt: skip


def test_both_who_act_are_those_who_met(referred: Referred) -> None:
    found = referred("President Faramir Tuor met with Hurin Hador. Both stressed peace.")
    assert {actor for words, actor in found if words == "Both"} == {"Faramir Tuor", "Hurin Hador"}
