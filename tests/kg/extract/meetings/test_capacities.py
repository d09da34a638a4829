"""Who holds an office that the text tells in other words."""

import pytest

from kg.extract.meetings.capacities import Capacities
from kg.model import ActorKey, Actors, CountryCode, Office, Person, Role, RoleStatus, Span

COUNTERPART = Office(ActorKey("office:XG/secretary"), "secretary", "secretary", CountryCode("XG"))


def _in_council(number: int, country: str) -> tuple[Person, Office, Role]:
    """Return somebody who is the secretary of a council of the country."""
    person = Person(ActorKey(f"person:{number}"), f"Faramir {number}", (f"Faramir {number}",), 0.9)
    council = ActorKey(f"organization:{number}")
    office = Office(
        ActorKey(f"office:{council}/secretary"), "secretary", "secretary of Gondor", CountryCode(country), council
    )
    return person, office, Role(person.key, office.key, RoleStatus.IN_OFFICE, (Span(0, 1),), "test", 0.9)


@pytest.mark.parametrize(
    ("countries", "expected"),
    [(("XG",), "person:1"), (("XR",), None), (("XG", "XG"), None), (("XG", "XR"), "person:1")],
)
def test_an_office_told_without_its_body_is_that_of_the_one_in_a_body(
    countries: tuple[str, ...], expected: str | None
) -> None:
    held = [_in_council(number, country) for number, country in enumerate(countries, start=1)]
    actors = Actors(
        persons=tuple(person for person, _, _ in held),
        organizations=(),
        offices=(COUNTERPART, *(office for _, office, _ in held)),
        unnamed=(),
        countries=(),
        mentions=(),
    )
    assert Capacities(actors, tuple(role for _, _, role in held)).holder(COUNTERPART.key) == expected
