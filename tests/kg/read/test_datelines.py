"""Datelines, and beginnings of sentences that look like them."""

import pytest

from kg.model import Span
from kg.read.datelines import find_dateline

REST = "The king of Gondor received the lord of Rohan and spoke with him about the war in the east of both realms."


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("TEHRAN, May 29 (MNA) – ", "MNA"),
        ("HANOI, December 26. /TASS/. ", "TASS"),
        ("AMMAN — ", None),
        ("MINAS TIRITH - ", None),
        ("MINAS TIRITH- ", None),
        ("MINAS TIRITH -", None),
        ("OSGILIATH/PELARGIR — ", None),
        ("SHAFAQNA – ", "SHAFAQNA"),
        ("(Xinhua) -- ", "Xinhua"),
        ("OSGILIATH (Reuters) - ", "Reuters"),
        ("Edoras, Rohan (CNN) — ", "CNN"),
        ("Edoras, IRNA – ", "IRNA"),
        ("OSGILIATH, Gondor, Jan. 5, 2021 (Herald) -- ", "Herald"),
        ("Osgiliath, 5 January — ", None),
        ("MINAS TIRITH, 5th January, 2023 (WAM) -- ", "WAM"),
        ("NEW DELHI: ", None),
        ("Osgiliath, May 5 (PTI) ", "PTI"),
        ("Minas Tirith May 5/2023 /GNA/ ", "GNA"),
        ("Osgiliath [Gondor], November 20 (ANI): ", "ANI"),
        ("Pelargir, May 5 (EFE).- ", "EFE"),
        ("MOSCOW. May 5 (Interfax) - ", "Interfax"),
        ("ASTANA. KAZINFORM – ", "KAZINFORM"),
        ("OSGILIATH, FEBRUARY 23, 2024, ARMENPRESS. ", "ARMENPRESS"),
        ("OSGILIATH - 5 May 2023: ", None),
        ("OSGILIATH, Gondor, May 5. ", None),
        ("OSGILIATH, MAY 5, 2023, ARMENPRESS. ", "ARMENPRESS"),
        ("BEIJING, April 25 (Xinhua) -- ", "Xinhua"),
        ("Kuwait: ", None),
        ("Tehran – ", None),
    ],
)
def test_datelines_stand_before_the_sentence(dateline: str, agency: str | None) -> None:
    text = dateline + REST
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert (text[found.span.end :], found.agency) == (REST, agency)


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "Elessar: " + REST,
        "Denethor said: " + REST,
        "Iran: We will win",  # a headline with its speaker
        "Aragorn – heir of Isildur – left.",
        "GONDOR-ROHAN talks began.",
        "GONDOR–Rohan talks began.",
        "The king (Reuters wrote) - left.",
        "",
    ],
)
def test_speakers_and_names_are_no_datelines(text: str) -> None:
    assert find_dateline(text, Span(0, len(text))) is None
