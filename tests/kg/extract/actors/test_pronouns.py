from collections.abc import Callable

import pytest

Referred = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("President Faramir Tuor said he would come.", {("he", "Faramir Tuor")}),
        ("President Faramir Tuor met Minister Hurin Hador. He thanked Mali.", {("He", "Faramir Tuor")}),
        ("In a meeting with King Hador, President Faramir Tuor agreed. He left.", {("He", "Faramir Tuor")}),
        ("It rained. He left.", set()),
        ("King Faramir met Queen Ioreth. She left.", {("She", "Ioreth")}),
    ],
)
def test_pronouns_mean_the_one_the_text_is_about(referred: Referred, text: str, pronouns: set[tuple[str, str]]) -> None:
    assert {found for found in referred(text) if found[0].lower() in {"he", "she"}} == pronouns
