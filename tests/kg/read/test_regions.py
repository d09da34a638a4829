"""Pages in pieces: what is headline, what is body, what is neither."""

from itertools import pairwise

import pytest

from kg.model import RegionKind
from kg.read.regions import LONGEST, regions_of

LETTERS = {RegionKind.HEADLINE: "H", RegionKind.BODY: "B", RegionKind.BOILERPLATE: "-"}
LEAD = "The king of Gondor received the lord of Rohan in Minas Tirith on Monday."
SECOND = "Both spoke of the war, and the lord of Rohan promised to send riders."
THIRD = "“We shall come at dawn,” he said."


def marked(*lines: str) -> str:
    """Return one letter for each region of the page with these lines."""
    return "".join(LETTERS[region.kind] for region in regions_of("\n".join(lines)))


@pytest.mark.parametrize(
    ("lines", "letters"),
    [
        (["Gondor king receives lord of Rohan", "", LEAD, "", SECOND], "HBB"),
        ([LEAD, SECOND, THIRD], "BBB"),
        (["News", "World", "Gondor king receives lord of Rohan", "Share", LEAD, THIRD], "--H-BB"),
        (["Gondor king receives lord of Rohan", "By Peregrin Took", LEAD], "H-B"),
        (["Gondor king receives lord of Rohan"], "H"),
        (["Gondor king receives lord of Rohan", LEAD, SECOND, "Question (the Herald): Will he come?", THIRD], "HBBBB"),
        (["Gondor king receives lord of Rohan", LEAD, f"{SECOND} PTI SKG AMS", "Get Latest Gondor News here"], "HBB--"),
        # printed twice
        (["Gondor king receives lord of Rohan", "Gondor king receives lord of Rohan", LEAD], "H-B"),
        ([LEAD, SECOND, LEAD], "BB-"),
        (["King of Gondor received the lord of Rohan in Minas Tirith", LEAD, SECOND], "HBB"),
        ([LEAD[:-1] + "…", "Share", LEAD, SECOND], "--BB"),
        (["Gondor king receives lord of Rohan", "The lord of Rohan promised to send riders", SECOND + " " + THIRD],
         "H-B"),
        ([LEAD, '"The treaty stands."', "- Faramir Took, Steward of Gondor", '"The riders have come home."',
          "", "- Faramir Took, Steward of Gondor", SECOND], "BBBB"),
        # headlines with a full stop
        (["Gondor King Says Rohan Will Send Its Riders.", LEAD, SECOND], "HBB"),
        (["Gondor king says Rohan will send its riders.", "MINAS TIRITH, May 29 (GNA) – " + LEAD, SECOND], "H-BB"),
        (["The steward says Rohan will send its riders.", LEAD, SECOND], "BBB"),
        # decks
        (["Gondor king receives lord of Rohan", "2024-12-26 15:12:59", "The lord of Rohan has promised to send riders",
          LEAD, SECOND], "H-HBB"),
        (["Gondor king receives lord of Rohan", "By Peregrin Took", "Read it here, page two", LEAD], "H--B"),
        # lists of other pages
        (["Steward of Gondor opens harvest fair", "Gondor king receives lord of Rohan", "Twelve ships lost off Umbar",
          "Gondor king receives lord of Rohan", LEAD, THIRD], "-H--BB"),
        ([LEAD, SECOND, "Twelve ships lost off Umbar", "Steward opens harvest fair"], "BB--"),
        ([LEAD, SECOND, "The steward of Gondor has warned that the harvest of this year will…"], "BB-"),
        # subheads
        ([LEAD, "War in the east", SECOND], "BHB"),
        # what follows the article
        ([LEAD, SECOND, "Leave a Reply", "I think the king should have spoken of the harvest too."], "BB--"),
        # parts of a line
        (["OSGILIATH, May 29 (GNA) – " + LEAD, SECOND + " NA/PA"], "-BB-"),
        (["The king of Gondor with the lord of Rohan in the White Tower via Wikicommons", LEAD], "B-B"),
        (["Sunday 25 August 2013 Gondor king receives lord of Rohan. " + LEAD], "-H-B"),
    ],
)  # fmt: skip
def test_pages_are_told_apart_from_their_furniture(lines: list[str], letters: str) -> None:
    assert marked(*lines) == letters


def test_a_wrapped_paragraph_is_one_region() -> None:
    text = "The king of Gondor received the lord of Rohan in the\nWhite Tower, and both of them spoke of the\nwar. "
    text += "Then he left."
    assert [region.span.of(text) for region in regions_of(text)][-1].endswith("war. Then he left.")


def test_regions_cover_all_but_white_space() -> None:
    text = f"  News \n\n{LEAD}   (Source: Herald)\n\t{THIRD}\xa0\n"
    regions = regions_of(text)
    covered = "".join(region.span.of(text) for region in regions)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(regions))


def test_what_is_too_long_to_be_news_is_not_read() -> None:
    text = f"{LEAD} " * (2 * LONGEST // len(LEAD))
    *_, body, rest = regions_of(text)
    assert (body.kind, rest.kind) == (RegionKind.BODY, RegionKind.BOILERPLATE)
    assert body.span.end <= LONGEST < rest.span.end
    assert rest.span.end == len(text.rstrip())
