"""Places below countries."""

from kg.lexicon import words
from kg.lexicon.countries import countries, country_words
from kg.lexicon.towns import place_names, towns


def test_every_town_lies_in_a_known_country() -> None:
    assert set(towns().values()) <= set(countries())


def test_no_town_is_a_place_without_a_country_too() -> None:
    assert not set(towns()) & words("places/cities.txt")
    assert place_names() == set(towns()) | words("places/cities.txt")


def test_no_town_is_spelled_as_a_country_or_its_capital() -> None:
    wordings = {entry.text for entries in country_words().values() for entry in entries if entry.code}
    assert not set(towns()) & wordings
