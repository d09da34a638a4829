from collections.abc import Callable

import pytest

from kg.extract.actors.cast import Cast


@pytest.mark.parametrize(
    ("text", "title", "country", "status"),
    [
        ("The Malian defense minister left.", "defense minister", "ML", "in office"),
        ("Mali's acting prime minister left.", "prime minister", "ML", "acting"),
        ("The former president of Mali left.", "president", "ML", "former"),
        ("The ex-president of Mali left.", "president", "ML", "former"),
        ("The head of Malian diplomacy left.", "head of diplomacy", "ML", "in office"),
        ("Malian Minister of Trade and Industry left.", "minister of trade and industry", "ML", "in office"),
        ("Mali's Local Administration Minister left.", "local administration minister", "ML", "in office"),
        ("Malian Minister of Veterans' Affairs Rose Gamgee left.", "minister of veterans' affairs", "ML", "in office"),
        ("Malian Minister of Women's Affairs Rose Gamgee left.", "minister of women's affairs", "ML", "in office"),
        ("Malian FM left.", "foreign minister", "ML", "in office"),
        ("Malian NSA Faramir Tuor left.", "national security adviser", "ML", "in office"),
        ("Malian NSA Shri Faramir Tuor left.", "national security adviser", "ML", "in office"),
        ("Mali's Chief of Defence Staff (CDS), Faramir Tuor, left.", "chief of defence staff", "ML", "in office"),
        ("United Kingdom (UK) Trade Minister Faramir Tuor left.", "trade minister", "GB", "in office"),
        ("Mali's Trade Minister, the Hon Faramir Tuor, left.", "trade minister", "ML", "in office"),
        (
            "Mali's Secretary of State for Foreign, Commonwealth and Development Affairs left.",
            "secretary of state for foreign, commonwealth and development affairs",
            "ML",
            "in office",
        ),
        (
            "Malian Minister of State for Cabinet Affairs Faramir Tuor left.",
            "minister of state for cabinet affairs",
            "ML",
            "in office",
        ),
        (
            "Mali's Senior Assistant of the Foreign Minister for Special Political Affairs left.",
            "senior assistant of the foreign minister for special political affairs",
            "ML",
            "in office",
        ),
        ("Mali's CDS, General Faramir Tuor, left.", "chief of defence staff", "ML", "in office"),
        ("Malian Chief Election Commissioner left.", "chief election commissioner", "ML", "in office"),
        ("The Malian chief weapons inspector left.", "chief weapons inspector", "ML", "in office"),
        ("Mali's army chief of staff left.", "army chief of staff", "ML", "in office"),
        ("The US Secretary of State left.", "secretary of state", "US", "in office"),
        ("Mali's ambassador to Hanoi left.", "ambassador to hanoi", "ML", "in office"),
        ("They saw Mali's ambassador to Hanoi on Monday.", "ambassador to hanoi", "ML", "in office"),
        ("They saw Mali's ambassador to Hanoi on June 3.", "ambassador to hanoi", "ML", "in office"),
        (
            "The Malian deputy foreign minister for economic diplomacy left.",
            "deputy foreign minister for economic diplomacy",
            "ML",
            "in office",
        ),
        ("The adviser to Mali's president left.", "adviser to president", "ML", "in office"),
        ("Mali's vice-president left.", "vice-president", "ML", "in office"),
        ("The Malian president-elect left.", "president-elect", "ML", "in office"),
        ("Mali's Prime Minister-designate left.", "prime minister-designate", "ML", "in office"),
        ("The Malian chargé d' affaires left.", "chargé d'affaires", "ML", "in office"),
        (
            "The U. S. Special Envoy to the Horn of Africa left.",
            "special envoy to the horn of africa",
            "US",
            "in office",
        ),
        ("At Parliament, Special Envoy of Mali stood up.", "special envoy", "ML", "in office"),
        ("On Wednesday Secretary of State of the US left.", "secretary of state", "US", "in office"),
        ("The Malian aide to foreign minister left.", "aide to foreign minister", "ML", "in office"),
        (
            "The envoy of the Malian president for North Africa left.",
            "envoy of president for north africa",
            "ML",
            "in office",
        ),
        ("The head of the Malian team left.", "head", None, "in office"),
        ("The US Mali envoy left.", "mali envoy", "US", "in office"),
        ("The UN's Mali envoy left.", "mali envoy", None, "in office"),
        ("The Malian government's special envoy left.", "special envoy", "ML", "in office"),
        ("The prime minister of the Malian regime left.", "prime minister", "ML", "in office"),
        (
            "Ambassador Extraordinary and Plenipotentiary of Mali to Japan left.",
            "ambassador to japan",
            "ML",
            "in office",
        ),
        (
            "Mali's envoy to the international organizations left.",
            "envoy to the international organizations",
            "ML",
            "in office",
        ),
    ],
)
def test_titles_are_parted_into_office_country_and_status(
    cast: Callable[..., Cast], text: str, title: str, country: str | None, status: str
) -> None:
    (held,) = cast(text).held
    assert (held.title.title, held.title.country, held.title.status) == (title, country, status)


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("The chairman of the Shire Council left.", "chairman", "Shire Council"),
        ("The Malian foreign ministry spokesman left.", "spokesman", "Malian foreign ministry"),
        ("NATO's deputy commander left.", "deputy commander", "NATO"),
        ("The secretary of Mali's Supreme Security Council left.", "secretary", "Supreme Security Council"),
        (
            "The chairman of the Shire Council's Budget Committee left.",
            "chairman of the budget committee",
            "Shire Council",
        ),
        ("A spokesperson for the White House left.", "spokesperson", "White House"),
        ("The Shire Party (SP) leader left.", "leader", "Shire Party"),
        ("The International Monetary Fund (IMF) spokesman left.", "spokesman", "International Monetary Fund"),
        ("A senior adviser to the Shire Foundation left.", "senior adviser", "Shire Foundation"),
        (
            "The Judge President of the West Division of the High Court of Mali left.",
            "judge president",
            "West Division of the High Court of Mali",
        ),
    ],
)
def test_offices_in_organizations_name_them(
    cast: Callable[..., Cast], text: str, title: str, organization: str
) -> None:
    read = cast(text)
    (held,) = read.held
    assert held.title.organization is not None
    name = held.title.organization
    assert (held.title.title, read.reading.words.phrase(name.first, name.last)) == (title, organization)


def test_a_deputy_prime_minister_is_a_minister_too(cast: Callable[..., Cast]) -> None:
    read = cast("Mali was told. It was attended by Deputy Prime Minister, Foreign Minister Faramir Tuor.")
    assert [held.title.title for held in read.held if held.holder] == ["deputy prime minister", "foreign minister"]


def test_joined_titles_share_their_country(cast: Callable[..., Cast]) -> None:
    held = cast("Mali's Deputy Prime Minister and Foreign Minister Faramir Tuor left.").held
    assert [(each.title.title, each.title.country) for each in held] == [
        ("deputy prime minister", "ML"),
        ("foreign minister", "ML"),
    ]


def test_a_given_name_is_no_sultan(cast: Callable[..., Cast]) -> None:
    assert [held.title.title for held in cast("Shire Fund CEO Sultan Tuor left Mali.").held] == [
        "chief executive officer"
    ]
    assert [held.title.title for held in cast("Sultan Haitham Tuor left Oman.").held] == ["sultan"]
