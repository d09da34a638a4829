"""Which of the short lines of a page are the article's headline and subheads."""

import pytest

from kg.model import RegionKind
from kg.read.regions import regions_of

LEAD = "The king of Gondor received the lord of Rohan in Minas Tirith on Monday, and both spoke of the war in the east."
SECOND = (
    "The lord of Rohan promised to send six thousand riders before the winter, an envoy of the king told the heralds."
)
TITLE = "Gondor king receives lord of Rohan"
OTHER = "Largest grain barge launched at Dol Amroth"


def headlines(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [region.span.of(text) for region in regions_of(text) if region.kind is RegionKind.HEADLINE]


@pytest.mark.parametrize(
    "page",
    [
        ["Skip to main content", "Our sites and services", TITLE, LEAD],
        [OTHER, "Taverns close early in all Bree", "Heralds", TITLE, LEAD],
        [TITLE, OTHER, "Taverns close early in all Bree", "Barrows to be sealed", LEAD],
        ["The best of the White City", "https://herald.example/gondor-king-receives-lord-of-rohan", TITLE, LEAD],
        [f"# {TITLE}", "*by Peregrin Took*", LEAD],
        [TITLE, "by", "Peregrin Took", LEAD],
        [TITLE, "by Peregrin Took 19 November 2024, 15:47", LEAD],
        [TITLE, LEAD, OTHER, SECOND],
        [f"{TITLE} - World", TITLE, LEAD],
        [TITLE, LEAD, "What do halflings eat?", SECOND],
        [TITLE, LEAD, "See also:", "Lord of Rohan to send six thousand riders", SECOND],
        [TITLE, "(ATTN: UPDATES with the lord of Rohan; ADDS riders and war in east)", LEAD],
    ],
)
def test_the_headline_shares_its_words_with_the_page(page: list[str]) -> None:
    assert headlines(*page) == [TITLE]


def test_items_below_the_headline_are_decks() -> None:
    items = [f"• Lord of Rohan says {what} of riders and war" for what in ("much", "little", "nothing")]
    assert headlines(TITLE, *items, LEAD, SECOND) == [TITLE, *items]


def test_an_initial_ends_no_sentence() -> None:
    title = "(2nd LD) King of Gondor and lord of Rohan speak of S. Ithilien and of riders"
    assert headlines(title, LEAD, SECOND) == [title]


def test_a_pages_address_is_no_headline() -> None:
    address = "https://www.herald.example/news/2022/07/25/six-thousand-riders-promised-to-gondor-before-winter"
    assert headlines(address, "EDORAS: " + LEAD, SECOND) == []


def test_a_subhead_speaks_of_what_the_article_speaks_of() -> None:
    assert headlines(TITLE, LEAD, "Riders before winter", SECOND) == [TITLE, "Riders before winter"]


def test_a_title_below_a_label_of_other_pages_is_no_subhead() -> None:
    assert headlines(TITLE, LEAD, "SEE ALSO:", "Riders before winter", SECOND) == [TITLE]


def test_items_of_a_list_below_the_headline_are_decks() -> None:
    decks = ["• Lord of Rohan promises riders to both before winter", "• Envoy says the war in the east is not lost"]
    assert headlines(
        "Pippin Took Published January 20, 2024 Updated January 20, 2024", TITLE, *decks, "• Harad", LEAD
    ) == [
        TITLE,
        *decks,
    ]


def test_menus_above_a_headline_do_not_hide_its_deck() -> None:
    deck = "The lord of Rohan also spoke with the king on the war, the second time in days"
    assert headlines("War in the east", "Heralds of the west", TITLE, deck, "By Peregrin Took", LEAD) == [TITLE, deck]


def test_an_initial_ends_no_sentence_of_a_headline() -> None:
    title = "(2nd LD) Lords of S. Gondor, Rohan fail to agree on riders"
    assert headlines(title, "All News 17:08 November 17, 2019", LEAD) == [title]
