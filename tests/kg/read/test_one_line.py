"""Pages without line breaks."""

import pytest

from kg.model import RegionKind
from kg.read.regions import regions_of

TITLE = "Gondor king receives lord of Rohan"
BODY = " ".join(
    f"The king of Gondor received the lord of Rohan on day {number} of the war, and both spoke of riders and of grain."
    for number in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
)


@pytest.mark.parametrize(
    "head",
    [
        f"Herald Home News War / {TITLE} {TITLE} Peregrin Took / Herald / Updated: Oct 9, 2019, 11:05 IST Share AA",
        f"{TITLE} Source: Herald | 2019-10-09 21:08:23 | Editor: took",
        f"{TITLE} By Peregrin Took October 9, 2019 6:35 pm Follow us",
        f"{TITLE} 06.10.2019 19:42 Ukrinform",
        f"{TITLE}  Sam Gamgee | Osgiliath  October 9, 2019",
        f"Herald. White City News Agency. {TITLE}. Monday, October 9th 2019 - 04:52 UTC.",
        f"{TITLE} - Herald Barges Monday, October 9, 2019 {TITLE} by Took - October 9, 2019 in War 0 SHARES 3 VIEWS",
    ],
)
@pytest.mark.parametrize(
    "end",
    [
        "End of Article FOLLOW US ON PALANTIR Trending Stories Prince launches barge",
        "Share on Facebook Tweet Prince launches barge",
        "Related News Prince launches barge 2019-10-09",
        "Copyright © 3019 Herald. All rights reserved.",
    ],
)
def test_head_and_end_of_a_page_on_one_line_are_boilerplate(head: str, end: str) -> None:
    text = f"{head} {BODY} {end}"
    regions = [(region.kind, region.span.of(text)) for region in regions_of(text)]
    assert [line for kind, line in regions if kind is RegionKind.HEADLINE] == [TITLE]
    assert [line for kind, line in regions if kind is RegionKind.BODY] == [BODY]


def test_the_head_alone_may_stand_on_a_line_with_its_address() -> None:
    text = f"{TITLE} https://herald.example/9x4kq  Updated 10 October 2019 Herald October 9, 2019 \nEDORAS: {BODY}"
    regions = [(region.kind, region.span.of(text)) for region in regions_of(text)]
    assert regions[0] == (RegionKind.HEADLINE, TITLE)
    assert regions[-1] == (RegionKind.BODY, BODY)


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        f"The council of October 9, 2019 King Elessar remembers well. {BODY}",
        f"The king met the lord of Rohan this year (May 1-October 9, 2019) Rohan says. {BODY}",
        f"The king met the lord of Rohan on October 9, 2019 Rohan says. {BODY}",
    ],
)
def test_a_line_that_is_all_article_stays_whole(line: str) -> None:
    assert [region.span.of(line) for region in regions_of(line)] == [line]


@pytest.mark.parametrize("title", ["Riders of Rohan pass Edoras in snow", "What do halflings eat?"])
@pytest.mark.parametrize("label", ["Read also:", "READ MORE |", "RELATED:"])
def test_titles_of_other_pages_amid_the_line_are_boilerplate(title: str, label: str) -> None:
    text = f"{TITLE} 09.10.2019 19:42 {BODY} {label} {title} Later in the day the lord left. {BODY} © 3019 Herald"
    assert [(region.kind, region.span.of(text)) for region in regions_of(text)][2:] == [
        (RegionKind.BODY, BODY),
        (RegionKind.BOILERPLATE, f"{label} {title}"),
        (RegionKind.BODY, f"Later in the day the lord left. {BODY}"),
        (RegionKind.BOILERPLATE, "© 3019 Herald"),
    ]
