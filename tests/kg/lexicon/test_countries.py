import re

import pytest

from kg.lexicon.countries import Wording, countries, country_words


def codes(words: str) -> set[str | None]:
    return {entry.code for entries in country_words().values() for entry in entries if entry.text == words}


def test_every_country_has_a_code_and_a_name() -> None:
    assert len(countries()) == 250  # ISO 3166-1 and Kosovo
    assert all(re.fullmatch("[A-Z]{2}", code) and country.label for code, country in countries().items())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mali", "ML"), ("Malian", "ML"), ("Malians", "ML"), ("Bamako", "ML"), ("Republic of Mali", "ML"),
        ("US", "US"), ("U.S.", "US"), ("America", "US"), ("UAE", "AE"), ("UK", "GB"), ("Britain", "GB"),
        ("Holland", "NL"), ("Burma", "MM"), ("Czech Republic", "CZ"), ("DPRK", "KP"), ("Kosovar", "XK"),
        ("Islamic Republic of Iran", "IR"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Tel Aviv", "IL"), ("Serbs", "RS"),
    ],
)  # fmt: skip
def test_news_wordings_name_one_country(words: str, code: str) -> None:
    assert codes(words) == {code}


@pytest.mark.parametrize("words", ["Korean", "Congolese", "Dominicans", "Indian Ocean", "Latin America"])
def test_wordings_of_two_countries_or_none_name_none(words: str) -> None:
    assert codes(words) == {None}


@pytest.mark.parametrize("words", ["Congo", "Victoria", "Male", "Kingdom", "Turkey's"])
def test_words_that_mean_something_else_are_left_out(words: str) -> None:
    assert codes(words) == set()


def test_longer_wordings_come_first() -> None:
    lengths = [len(entry.text) for entry in country_words()["republic"]]
    assert lengths == sorted(lengths, reverse=True)


def test_a_name_that_is_a_capital_too_is_the_country() -> None:
    assert {entry.wording for entry in country_words()["singapore"] if entry.text == "Singapore"} == {Wording.NAME}
