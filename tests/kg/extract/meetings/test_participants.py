"""Who takes part, in which office and for which country, and the words that say so."""

from collections.abc import Callable

import pytest

from kg.model import ActorKey, Meeting, RegionKind

Find = Callable[..., tuple[Meeting, ...]]


def test_each_takes_part_in_an_office_and_for_its_country(meetings: Find) -> None:
    (meeting,) = meetings("Faramir met with Eomer in Edoras.")
    assert {(p.capacity, p.on_behalf_of) for p in meeting.participants} == {
        ("office:XG/defence-minister", "country:XG"),
        ("office:XR/foreign-minister", "country:XR"),
    }
    assert meeting.countries == ("XG", "XR")


def test_an_office_takes_part_for_its_country(meetings: Find) -> None:
    (meeting,) = meetings("Faramir met with Arnor's trade minister on Monday.")
    assert {(p.actor, p.on_behalf_of) for p in meeting.participants} >= {("office:XA/trade-minister", "country:XA")}
    assert meeting.countries == ("XA", "XG")


def test_a_former_king_stands_for_his_country_without_the_office(meetings: Find) -> None:
    (meeting,) = meetings("Faramir met with Celeborn.")
    assert [p.capacity for p in meeting.participants] == ["office:XG/defence-minister", None]
    assert meeting.countries == ("XG", "XL")


@pytest.mark.parametrize("text", ["Faramir met Rohan's Barliman.", "Faramir met Barliman of Rohan."])
def test_who_is_called_a_countrys_takes_part_for_it(meetings: Find, text: str) -> None:
    (meeting,) = meetings(text)
    assert [p.on_behalf_of for p in meeting.participants] == ["country:XG", "country:XR"]
    assert meeting.countries == ("XG", "XR")


def test_the_host_of_a_visit_is_one_of_its_countries(meetings: Find) -> None:
    (meeting,) = meetings("Faramir visited Lorien in 2021.")
    assert meeting.countries == ("XG", "XL")


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Faramir visited Cape Town in 2021.", ("XG", "ZA")),
        ("Faramir flew to Ho Chi Minh City on Monday.", ("VN", "XG")),
        ("Faramir met Istanbul officials on Monday.", ("TR", "XG")),
        ("Faramir met with Eomer in Cape Town.", ("XG", "XR")),
    ],
)
def test_a_town_stands_for_its_country_as_host_or_sender_only(
    meetings: Find, text: str, countries: tuple[str, ...]
) -> None:
    (meeting,) = meetings(text)
    assert meeting.countries == countries


def test_somebody_who_only_describes_another_takes_no_part(meetings: Find) -> None:
    (meeting,) = meetings("Denethor's adviser Boromir met with Eomer.")
    assert [p.actor for p in meeting.participants] == ["person:6", "person:3"]


def test_evidence_is_the_words_that_tell_it(meetings: Find) -> None:
    text = "War is near. Yesterday Faramir met with Eomer in Edoras, as all know."
    (meeting,) = meetings(text)
    (evidence,) = meeting.evidence
    assert "Faramir met with Eomer in Edoras" in evidence.of(text)
    assert "War" not in evidence.of(text)


@pytest.mark.parametrize(
    "text", ["Faramir met with Eomer.", "Faramir visited Lorien.", "Faramir and Eomer signed an agreement in Edoras."]
)
def test_boilerplate_tells_no_meeting(meetings: Find, text: str) -> None:
    assert meetings(text, kind=RegionKind.BOILERPLATE) == ()
    assert meetings(text)


def test_a_signing_gives_the_meeting_its_outcome(meetings: Find) -> None:
    (meeting,) = meetings(
        "Faramir met with Eomer.\nAt the end, the two signed a memorandum of understanding on trade during a feast."
    )
    assert meeting.outcome == "memorandum of understanding on trade signed"
    assert {p.actor for p in meeting.participants} == {ActorKey("person:1"), ActorKey("person:3")}
