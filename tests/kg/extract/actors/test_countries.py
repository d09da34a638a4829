from collections.abc import Callable

import pytest

from kg.model import Actors


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Malian troops met Nigeriens.", ["ML", "NE"]),
        ("The US-backed force left; he told us so.", ["US"]),
        ("Tehran-Baku ties and the Russia-Iran pact grew.", ["IR", "AZ", "RU"]),
        ("TEHRAN, May 29 - It rained.", ["IR"]),
        ("The Islamic Republic of Iran and the Republic of Mali signed.", ["IR", "ML"]),
        ("The Korean leader met Congolese envoys.", []),
        ("The Korean leader met Congolese envoys from Kinshasa in South Korea.", ["KR", "CD"]),
        ("Faramir left Korea before the Korean War.", ["KR"]),
        ("The North Korean leader flew over the Indian Ocean.", ["KP"]),
        ("South Sudanese and Papua New Guinean teams played in Latin America.", ["SS", "PG"]),
        ("The Custodian of the Two Holy Mosques left.", ["SA"]),
        ("A turkey ate chad in china.", []),
        ("The Paris Agreement binds Mali.", ["ML"]),
        ("Mali paid US $5 million and US$6.", ["ML"]),
        ("Mali came to LIMA'25 and heard the German Marshall Fund.", ["ML"]),
        ("Côte d’Ivoire and the Ivory Coast are one.", ["CI"]),
    ],
)
def test_countries_are_found_by_name_demonym_and_capital(
    actors: Callable[[str], Actors], text: str, codes: list[str]
) -> None:
    assert list(actors(text).countries) == codes


def test_what_a_quotation_says_counts_too(actors: Callable[[str], Actors]) -> None:
    text = '"We support all the nations of the region, Syria and Lebanon among them," Faramir said in Mali.'
    assert set(actors(text).countries) == {"SY", "LB", "ML"}


@pytest.mark.parametrize(
    "phrase", ["the Malian government", "the government of Mali", "Mali's regime", "the Malian authorities"]
)
def test_a_government_is_its_country(referred: Callable[[str], list[tuple[str, str]]], phrase: str) -> None:
    found = referred(f"On Monday {phrase} said no.")
    assert [actor for _, actor in found] == ["country:ML"]


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("France was silent. The Macron administration said no.", "Macron administration", "country:FR"),
        ("Mali was silent. The Faramir administration said no.", "Faramir administration", ""),
    ],
)
def test_a_leaders_government_is_the_country_he_led(
    referred: Callable[[str], list[tuple[str, str]]], text: str, phrase: str, actor: str
) -> None:
    assert dict(referred(text)).get(phrase, "") == actor


def test_the_kingdom_is_the_only_one_spoken_of(referred: Callable[[str], list[tuple[str, str]]]) -> None:
    assert ("the Kingdom", "country:JO") in referred("Lebanon thanked Jordan. Faramir praised the Kingdom.")
    assert not referred("Jordan met Morocco, and the Kingdom signed.")
