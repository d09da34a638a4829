"""The article among all the prose of a page."""

import pytest

from kg.read.article import Vocabulary, article_prose
from kg.read.looks import with_looks

LEAD = "The king of Gondor received the lord of Rohan in Minas Tirith on Monday, and both spoke of the war in the east."
SECOND = (
    "The lord of Rohan promised to send six thousand riders before the winter, an envoy of the king told the heralds."
)
THIRD = "“We shall come at dawn, as our fathers came,” the lord of Rohan said when he left the tower of the king."
BODY = [LEAD, SECOND, THIRD]
AGAIN = [f"{line[:-1]} again." for line in BODY]
TURN = (
    "Not all of this pleases the merchants of Lake-town, who have sold salt and timber to both courts for as long as "
    "anyone remembers and who fear that tolls will rise before their boats are loaded, as they did in the year of the "
    "long frost, when the bridge stood empty for a month and a barrel of herring cost as much as a good cow with a "
    "calf, so that whole streets were shuttered."
)
COUNTED = "“Tolls have doubled twice since my apprenticeship,” complained Bard, who keeps the ledger of the guild."
TEASER = (
    "Shipwrights at Dol Amroth have launched their largest grain barge, and the prince himself broke a bottle on it."
)
BIO = "Peregrin Took has covered harvests and taverns since his youth and once advised the mayor of Michel Delving."


def kept(lines: list[str]) -> list[str]:
    """Return the lines of the page that are taken for the article's prose."""
    text = "\n\n".join(lines)
    paragraphs = with_looks(text)
    return [paragraphs[i].whole.of(text) for i in article_prose(text, paragraphs)]


@pytest.mark.parametrize(
    "page",
    [
        BODY,
        # what stands above and below
        ["Home", "Ships", "Farms", *BODY, "Farms", "Ships", "More taverns", TEASER],
        [*BODY, "Prince launches largest grain barge at Dol Amroth", TEASER, "Taverns close early in all Bree", BIO],
        [*BODY, "Kalendar", "Almanac", "Peregrin Took", "Michel Delving", BIO],
        [*BODY, "06:35 PM", "Prince launches barge.", TEASER, "04:12 PM", "Taverns close.", BIO],
        [*BODY, "2 hours ago", BIO],
        [*BODY, "Old Gaffer", "3 hours ago", "They never ask what we eat, do they! Fools, all of them.", "Reply"],
        [*BODY, "Next story", "Prince launches barge", "Elanor Gardner", TEASER, BIO, TEASER[:-1] + " at last."],
        # what interrupts it
        [LEAD, "Farms", SECOND, "Ships", THIRD],
        [LEAD, "Daily Parchment", "All that happens", "Enter your name", "Go", SECOND, THIRD],
        [LEAD, SECOND, "Halflings", "Ships", "Barge launched", THIRD],
    ],
)
def test_the_article_is_the_prose_that_outweighs_what_interrupts_it(page: list[str]) -> None:
    assert kept(page) == BODY


@pytest.mark.parametrize(
    "box",
    [
        ["Farms", "Barge of Dol Amroth", TEASER, "Ships", "Havens"],
        ["Ships", "- Prince launches the largest grain barge of Dol Amroth."],
    ],
)
def test_pieces_of_other_pages_within_the_article_are_left_out(box: list[str]) -> None:
    assert kept([LEAD, SECOND, *box, THIRD, SECOND[:-1] + " again."]) == [LEAD, SECOND, THIRD, SECOND[:-1] + " again."]


def test_the_article_goes_on_below_a_cross_head_whatever_it_turns_to() -> None:
    assert kept([*BODY, *AGAIN, "Price of salt", TURN, COUNTED]) == [*BODY, *AGAIN, TURN, COUNTED]


def test_a_long_paragraph_below_teasers_is_none_of_them() -> None:
    teasers = ["You may also like", "Prince launches the largest grain barge yet"]
    riders = TURN.replace("the merchants of Lake-town", "the lord of Rohan, whose riders war in the east would need")
    assert kept([*BODY, *AGAIN, *teasers, riders]) == [*BODY, *AGAIN, riders]
    assert kept([*BODY, *AGAIN, *teasers, TEASER]) == [*BODY, *AGAIN]


def test_a_list_that_prose_leads_up_to_is_the_article_s() -> None:
    items = ["- Farmers shall keep half of their barley.", "- Millers pay nothing at all until spring."]
    assert kept([LEAD, SECOND, *items, THIRD]) == [LEAD, SECOND, *items, THIRD]


def test_a_page_without_prose_has_no_article() -> None:
    assert kept(["Home", "Ships"]) == []


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("The lord of Rohan on the war", True),
        ("Gondorian king and his heralds", True),
        ("Largest grain barge launched at Dol Amroth", False),
        ("", False),
    ],
)
def test_a_line_speaks_of_the_article_if_it_shares_its_words(line: str, *, speaks: bool) -> None:
    assert Vocabulary(BODY).speaks_of(line) is speaks
