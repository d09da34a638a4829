import pytest

from kg.lexicon.leaders import countries_led


@pytest.mark.parametrize(
    ("kind", "name", "countries"),
    [
        ("president", "Rohani", {"IR"}),
        ("president", "Emmanuel Macron", {"FR"}),
        ("president", "Bashar Assad", {"SY"}),
        ("president", "Xi Jinping", {"CN"}),
        ("president", "Castro", {"CU", "HN"}),
        ("president", "Xiomara Castro", {"HN"}),
        ("president", "Faramir Macron", set()),
        ("prime-minister", "Macron", set()),
        ("president", "Faramir", set()),
    ],
)
def test_a_leaders_name_tells_the_country_in_any_spelling(kind: str, name: str, countries: set[str]) -> None:
    assert countries_led(kind, name.split()) == countries
