"""What offices are called."""

import pytest

from kg.model.facts import ActorKey, CountryCode, Office
from kg.resolve.labels import office_labels


@pytest.mark.parametrize(
    ("title", "country", "label"),
    [
        ("keeper of the hives", "IS", "keeper of the hives of Iceland"),
        ("keeper of iceland's hives", "IS", "keeper of Iceland's hives"),
        ("ambassador to nigeria", "NE", "ambassador to Nigeria of Niger"),
        ("keeper of the hives", None, "keeper of the hives"),
    ],
)
def test_an_office_is_called_with_its_country_once(title: str, country: str | None, label: str) -> None:
    office = Office(ActorKey("office:0"), "keeper", title, CountryCode(country) if country else None)
    assert office_labels(office, [], None) == [label]
