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
        ("President Faramir Tuor came. HE the Minister Hurin Hador left.", set()),
        ("When President Faramir Tuor took charge, he promised peace.", {("he", "Faramir Tuor")}),
        ("Ioreth Hador came. As for Minister Faramir Tuor, he left.", {("he", "Faramir Tuor")}),
        ("King Faramir met Queen Ioreth. She left.", {("She", "Ioreth")}),
        ("Rosie Hador met Boris Tuor. Boris Tuor left. She smiled.", {("She", "Rosie Hador")}),
        ("Rosie Hador warned Boris Tuor. He smiled.", {("He", "Boris Tuor")}),
        ("President Faramir Tuor came. HE Hurin Hador met His Majesty the King. He left.", {("He", "Hurin Hador")}),
        ("Minister Faramir Tuor received Ms. Ioreth Hador and gave her a book. She left.", {("She", "Ioreth Hador")}),
    ],
)
def test_pronouns_mean_the_one_the_text_is_about(referred: Referred, text: str, pronouns: set[tuple[str, str]]) -> None:
    assert {found for found in referred(text) if found[0].lower() in {"he", "she"}} == pronouns


@pytest.mark.parametrize(
    ("text", "he"),
    [
        ("Faramir Tuor met Minister Ioreth Hador. Tuor said she was content. He said no.", "Faramir Tuor"),
        ("Faramir Tuor came. Sheikh Hurin conveyed to Faramir Tuor the king's greetings. He said yes.", "Hurin"),
        ("Faramir Tuor met the guards, spokesman Hurin Hador said. He also met the riders.", "Faramir Tuor"),
        ("Faramir Tuor met the guards, spokesman Hurin Hador said. He also said yes.", "Hurin Hador"),
        ("Faramir Tuor said no. The visit was praised by Hurin Hador. He said yes.", "Faramir Tuor"),
        ("Hurin Hador met Faramir Tuor. The two disagreed: Faramir Tuor shouted. He said yes.", "Faramir Tuor"),
    ],
)
def test_he_goes_on_with_who_spoke_before(referred: Referred, text: str, he: str) -> None:
    assert [actor for words, actor in referred(text) if words == "He"] == [he]


def test_nobody_is_the_one_to_whom_he_does_it(referred: Referred) -> None:
    found = referred("Speaker Ioreth Hador came. President Faramir Tuor and Minister Hurin Berenov met her. Tuor left.")
    assert [actor for words, actor in found if words == "her"] == ["Ioreth Hador"]


def test_the_pronouns_so_far_tell_who_is_a_woman(referred: Referred) -> None:
    text = "Ioreth Hador said yes. She left. She came. Faramir Tuor was led by Ioreth Hador. He said no."
    assert [actor for words, actor in referred(text) if words == "He"] == ["Faramir Tuor"]
