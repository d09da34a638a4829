from collections.abc import Callable

import pytest

from kg.extract.actors.cast import Cast


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("Prime Minister Faramir Tuor of Mali left.", "prime minister", "ML"),
        ("Malian President Hurin Tuor came. President Tuor's adviser Faramir Hador left.", "adviser", "ML"),
        ("BAMAKO, May 2 - Prime Minister Faramir Tuor met Nigerien FM Hurin Hador.", "prime minister", "ML"),
        ("On the Malian side, Interior Minister Faramir Tuor came. Chad thanked Chadians.", "interior minister", "ML"),
        (
            "In Chad, Foreign Ministry spokesman Faramir Tuor said Chad urged the Malian side to wait.",
            "spokesman",
            "TD",
        ),
        (
            "Malians left. Interior Minister Faramir Tuor came, and on the Chadian side Minister Hador, Malians said.",
            "interior minister",
            "ML",
        ),
        (
            "Malians left Mali. Foreign Ministry spokesman Faramir Tuor told a briefing in N'Djamena that Chad agreed.",
            "spokesman",
            "TD",
        ),
        (
            "Malian Steward Hador met the Chadian delegation's military adviser, Brigadier Faramir Tuor.",
            "military adviser",
            "TD",
        ),
        (
            "Malian President Hurin Hador arrived in Chad on Monday with Defence Minister Faramir Tuor.",
            "defence minister",
            "ML",
        ),
        (
            "Indian Foreign Minister Hurin Hador left Chad. Foreign Secretary Faramir Tuor thanked India.",
            "foreign secretary",
            "IN",
        ),
        ("Mali and Mali's neighbours thank Jordan for King Faramir.", "king", "JO"),
        ("His aide Faramir Tuor left Mali for Mali.", "aide", None),
        ('Faramir Tuor served Mali as his "ambassador" there.', "ambassador", None),
        ("In Mali, Faramir Tuor served as the Khedive's governor of Massawa.", "governor of massawa", "EG"),
        (
            "Malians left Mali. Security Adviser Faramir Tuor and Chadian Foreign Minister Hurin Hador left.",
            "security adviser",
            "TD",
        ),
        (
            "Malians saw Malian envoy Hurin Hador and the riders accompanying him, including Defence Minister "
            "Faramir Tuor, in Chad. Chad and Chadians thanked Chad.",
            "defence minister",
            "ML",
        ),
        ("Chairman Faramir Tuor left Mali for Mali.", "chairman", "ML"),
        ("Iran and Iranians left Mali, said Minister of State Faramir Tuor.", "minister of state", "ML"),
        (
            "Mali and Malians slept. Foreign Ministry spokesman Hador spoke. The Chadian Foreign Ministry heard Mali.",
            "spokesman",
            "TD",
        ),
        ("The emir of Qatar asked the country's trade minister Faramir Tuor to see Mali.", "trade minister", "QA"),
        ("Mali and Malians hailed Faramir Tuor, special envoy for Mali, in Chad.", "special envoy for mali", "TD"),
        ("Chad thanked the US and Defense Secretary Faramir Tuor. Chadians slept.", "defense secretary", "US"),
        ("President Hurin Hador of Mali spoke. His foreign minister, Faramir Tuor, left.", "foreign minister", "ML"),
        ("Mali and Malians heard President Macron. Malians left Mali.", "president", "FR"),
        ("Mali and Malians heard Faramir Macron. President Macron left France.", "president", "ML"),
        ("Mali and Malians heard President-elect Joe Biden.", "president-elect", "US"),
        ("Mali and Malians heard the US. Former vice president Joe Biden left.", "vice president", "US"),
        (
            "Mali and Malians heard the US. Late in Macron's time, Secretary of State Hurin Hador left.",
            "secretary of state",
            "US",
        ),
        (
            "Mali and Malians heard France's reply. President Macron and Trade Minister Faramir Tuor left.",
            "trade minister",
            "FR",
        ),
        ("Iran and Iranians thanked Switzerland. President Faramir Tuor slept.", "president", "IR"),
        ("Mali thanked Malians. Former president Faramir Tuor met Malian President Hurin Hador.", "president", "ML"),
        ("The Leader of the Islamic Revolution spoke.", "leader of the islamic revolution", "IR"),
        ("Faramir Tuor, chief executive of Palantir, left Mali.", "chief executive", None),
        ("Iran hailed Hurin Hador, chairman of the World Mint Federation.", "chairman", None),
        ("Iran met the Asian Mint Council. Iran hailed AMC chairman Hurin Hador.", "chairman", None),
        ("Iran and Mali met Hurin Hador, a researcher at Shire University.", "researcher", None),
        ("In Mali, Hurin Hador, a researcher at Shire University, spoke to Malians.", "researcher", "ML"),
        ("Iran and Iranians met Malian officials, including President Faramir Tuor.", "president", "ML"),
        ("Iran heard the Malian prime minister. Minister Faramir Mali left Iran.", "minister", "IR"),
        (
            "In Iran, Malian Trade Minister Hurin Hador and Finance Minister Faramir Tuor met Iranians.",
            "finance minister",
            "ML",
        ),
        (
            "In Iran, Mali's Trade Minister Hurin Hador, Health Minister Beren Took as well as Finance Minister "
            "Faramir Tuor met Iranian President Turin Hama.",
            "finance minister",
            "ML",
        ),
        (
            "In Iran, Malian Foreign Minister Hurin Hador and Trade Minister Beren Took met Chadian Foreign Minister "
            "Turin Hama and Health Minister Faramir Tuor.",
            "health minister",
            "TD",
        ),
        ("Chad is far. Trade Minister Faramir Tuor, who was on a visit to Chad, met riders.", "trade minister", None),
        ("Mint Committee chairman Faramir Tuor (R-Maine) met Malian President Hurin Hador.", "chairman", "US"),
        ("Parliament speaker Faramir Tuor met Chadian Ambassador Hurin Hador.", "parliament speaker", None),
        (
            "Faramir Tuor, Deputy Prime Minister and Foreign Minister, met Hurin Hador, Foreign Minister of Chad.",
            "deputy prime minister",
            None,
        ),
        ("Chad is far. Visiting Mali, Trade Minister Faramir Tuor flew to Chad.", "trade minister", "ML"),
        ("Chad is far. Trade Minister Faramir Tuor flew home to Chad.", "trade minister", "TD"),
        ("Chad is far. Trade Minister Faramir Tuor visited Chad's markets.", "trade minister", "TD"),
        (
            "In Chad, Malian President Hurin Hador and Prime Minister Faramir Tuor met Chadians. Chad cheered in Chad.",
            "prime minister",
            "TD",
        ),
        ("The Kremlin was calm. President Faramir Tuor slept.", "president", "RU"),
        (
            "Fidesz was calm. Interior Minister Faramir Tuor met farmers in Lagos, in Kaduna and in Enugu.",
            "interior minister",
            "NG",
        ),
        ("Fidesz was calm. Interior Minister Faramir Tuor slept.", "interior minister", "HU"),
        ("Mali thanked Malians. The governor of Kaduna, Faramir Tuor, slept.", "governor of kaduna", "NG"),
        ("Mali thanked Malians. Kaduna Governor Faramir Tuor slept.", "kaduna governor", "NG"),
        ("Mali thanked Malians. Faramir Tuor, head of the Kaduna Mint Council, slept.", "head", "NG"),
        (
            "Mali thanked Malians. In Mali, Faramir Tuor, head of the Federation of Chadian Mints, met Malians.",
            "head",
            "TD",
        ),
        (
            "The Taliban thanked Malians. Chad recalled Chad. As in Emmanuel Macron's time, France voted in France. "
            "Energy Minister Faramir Tuor slept.",
            "energy minister",
            "FR",
        ),
        (
            "Chadians praised Chad. Malian Defence Minister Faramir Tuor, accompanied by Chief of General Staff "
            "Hurin Hador, was received in Chad by Interior Minister Beren Took.",
            "chief of general staff",
            "ML",
        ),
        (
            "Chadians in Chad praised Chad. Military Secretary Gen. Faramir Tuor, adviser Hurin Hador and Mali's "
            "ambassador to Chad, Beren Took, came.",
            "military secretary",
            "ML",
        ),
        (
            "Chadians praised Chad. In Bamako, spokesperson Faramir Tuor said Mali urged the Chadian side to go.",
            "spokesperson",
            "ML",
        ),
        (
            "Mali's External Affairs Minister Hurin Hador left India. Foreign Secretary Faramir Tuor left.",
            "foreign secretary",
            "IN",
        ),
        ("UN Beacons Commission President Faramir Tuor met Mali's minister Hurin Hador in Mali.", "president", None),
        ("Malians left Mali. Joint Staff spokesman Faramir Tuor told Americans of Mali.", "spokesman", "US"),
        ("Faramir Tuor, Director of the Department of African Affairs, left Mali.", "director", "ML"),
        (
            "Deputy Assistant Secretary of State for Eastern Affairs Faramir Tuor left Mali.",
            "deputy assistant secretary of state for eastern affairs",
            "US",
        ),
        ("Malians left Mali. Chairman of the Joint Chiefs of Staff Faramir Tuor left South Korea.", "chairman", "KR"),
        (
            "Mali thanked Malians. Security Adviser Faramir Tuor spoke of Chad.",
            "security adviser",
            "ML",
        ),
    ],
)
def test_an_office_gets_the_country_that_the_text_speaks_for(
    cast: Callable[..., Cast], text: str, title: str, country: str | None
) -> None:
    assert {held.title.country for held in cast(text).held if held.title.title == title} == {country}


def test_the_publishers_country_speaks_too(cast: Callable[..., Cast]) -> None:
    text = "President Faramir Tuor spoke. Mali and Iran listened."
    assert [held.title.country for held in cast(text).held] == ["ML"]
    assert [held.title.country for held in cast(text, "Tehran Times").held] == ["IR"]
    assert [held.title.country for held in cast(text, "palantir.com.ir").held] == ["IR"]


def test_what_is_weighed_once_is_weighed_at_every_mention(cast: Callable[..., Cast]) -> None:
    text = "Iran thanked Iranians. Iranians praised Mali and President Faramir Tuor. President Tuor slept."
    assert [held.rule for held in cast(text).held] == ["role-by-context", "role-by-context"]


def test_the_publishers_country_counts_little_where_another_is_the_topic(cast: Callable[..., Cast]) -> None:
    text = "Mali voted. Malians cheered in Mali. Energy Minister Faramir Tuor slept."
    assert [held.title.country for held in cast(text, "Tehran Times").held] == ["ML"]


def test_the_publishers_country_need_not_be_named(cast: Callable[..., Cast]) -> None:
    text = "Interior Minister Faramir Tuor met the beekeepers of Osgiliath."
    assert [held.title.country for held in cast(text).held] == [None]
    assert [held.title.country for held in cast(text, "maliherald.com").held] == ["ML"]


def test_a_ministry_gives_its_own_officials_no_country(cast: Callable[..., Cast]) -> None:
    text = (
        "Chadians left Chad for Chad. Security Adviser Faramir Tuor told Chadian Foreign Minister Hurin Hador of Mali."
    )
    read = cast(text, "Ministry of Foreign Affairs of Mali")
    assert [held.title.country for held in read.held] == ["ML", "TD"]


def test_a_secretary_of_a_ministry_in_south_asia_is_no_minister(cast: Callable[..., Cast]) -> None:
    read = cast("India's Foreign Minister Hurin Hador and India's Foreign Secretary Faramir Tuor left.")
    assert [office.kind for office in read.offices] == ["foreign-minister", "foreign-secretary"]


def test_a_guest_is_not_of_the_publishers_country(cast: Callable[..., Cast]) -> None:
    text = "Chargé d'Affaires Faramir Tuor spoke. Chad and Iran listened."
    assert [held.title.country for held in cast(text, "maliherald.com").held] == ["TD"]


def test_a_visiting_minister_is_not_of_the_country_where_the_page_was_written(cast: Callable[..., Cast]) -> None:
    text = "Visiting Trade Minister Faramir Tuor spoke. Chad and Iran listened to Mali."
    assert [held.title.country for held in cast(text, "maliherald.com").held] == ["TD"]


def test_a_presidential_spokesman_serves_the_president_beside_him(cast: Callable[..., Cast]) -> None:
    read = cast("Malian President Hurin Hador urged Chad, Presidential Spokesman Faramir Tuor said. Chad agreed.")
    assert [held.title.country for held in read.held] == ["ML", "ML"]


def test_a_country_with_a_president_gets_no_second_one(cast: Callable[..., Cast]) -> None:
    read = cast("Malian President Hurin Hador came to Mali. In Mali, President Faramir Tuor spoke to Malians.")
    assert [held.title.country for held in read.held] == ["ML", None]


def test_whom_the_president_has_for_a_counterpart_is_president(cast: Callable[..., Cast]) -> None:
    text = (
        "Malian President Hurin Hador came. According to Malian Trade Minister Faramir Tuor, he conveyed to the"
        " president the greetings of his Chadian counterpart Ecthelion Hador."
    )
    assert cast(text).held[-1].title.title == "president"


def test_a_counterpart_listed_after_whom_somebody_met_is_of_his_country(cast: Callable[..., Cast]) -> None:
    text = "Malian Trade Minister Faramir Tuor will meet Chadian President Hurin Hador and his counterpart Huor Hador."
    assert [(held.title.title, held.title.country) for held in cast(text).held][-1] == ("trade minister", "TD")


def test_a_states_agency_gives_its_own_officials_no_country(cast: Callable[..., Cast]) -> None:
    text = "Defence Minister Faramir Tuor met Iranian President Hurin Hador. Iran and Iranians thanked Saudi Arabia."
    assert cast(text, "SPA").held[0].title.country == "SA"


@pytest.mark.parametrize(
    ("others", "countries"), [("Chad listened.", ["ML", "TD"]), ("Chad listened. Niger left.", ["ML"])]
)
def test_a_counterpart_is_of_the_other_of_two_countries(
    cast: Callable[..., Cast], others: str, countries: list[str]
) -> None:
    read = cast(f"Malian Foreign Secretary Faramir Tuor spoke to his counterpart Hurin Hador. {others}")
    assert [held.title.country for held in read.held] == countries


def test_a_counterpart_is_of_another_country(cast: Callable[..., Cast]) -> None:
    text = "Foreign Minister Faramir Tuor met his Azeri counterpart Hurin Hador. Iran's foreign minister spoke in Baku."
    read = cast(text)
    offices = {(held.title.title, held.title.country) for held in read.held if held.holder is not None}
    assert offices == {("foreign minister", "IR"), ("foreign minister", "AZ")}
