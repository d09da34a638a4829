"""Lines that are not the article, and lines that only look like it."""

import pytest

from kg.model import Span
from kg.read.furniture import ends_page, is_furniture, without_tail

FURNITURE = [
    # the seeds'
    "News ID 201356",
    "Your Comment",
    "You are replying to: .",
    "• captcha",
    "Source » jpost",
    "Home » Fight against terrorism: Malians and Russians hard at work – Une Plume du Mali",
    "by admin",
    "READ: Elessar: Riders were late",
    "READ ALSO: Kidal reconquered: Assimi Goïta restores the “trellis”",
    'See also  The Libyan crown prince: "Italy risks big on migrants and gas"',
    "You may also like",
    "Leave a Comment",
    "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
    "This website uses cookies to improve your experience. We'll assume you're ok with this, but you can opt-out.",
    "Privacy & Cookies Policy",
    "0 replies",
    "Leave a Reply",
    "Want to join the discussion?",
    "Feel free to contribute!",
    "Your email address will not be published. Required fields are marked *",
    # invented
    "https://gondor.example/news/elessar-meets-eomer",
    "scribe@gondor.example",
    "Share this on Facebook",
    "Share",
    "Facebook Twitter WhatsApp",
    "Sign up for our newsletter",
    "Get weekly analysis of the war of the Ring with the newsletter Palantir. Sign up here.",
    "You can now listen to articles of the Gondor Gazette!",
    "This article is more than 2 years old",
    "Subscribe to The Osgiliath Herald",
    "Get the day's news delivered to your inbox",
    "Advertisement",
    "By Peregrin Took",
    "From: Ministry of the Mint and The Rt Hon Faramir Hurin MP",
    "By Faramir Hurin and Beregond | Osgiliath Herald",
    "Our Correspondent",
    "Photo: Dol Amroth Pictures",
    "File photo of the White Tower",
    "Tags: Gondor, Rohan, war",
    "Related articles",
    "Most read",
    "More from this section",
    "Published: 3 March 3019",
    "All rights reserved.",
    "© 2021 Osgiliath Herald",
    "Terms of Use",
    "12 comments",
    "5 min read",
    "Posted on 4 March by Merry",
    "***",
    "1",
    "Click here to read more",
    "Follow us on Palantir",
    "Please enable JavaScript to view the comments",
    "Read the full story in the Herald",
    "You have three free articles left this month.",
    "By giving us your email, you are opting in to the Herald's letters.",
    "Thank you for reading the Herald.",
    "This live blog is now closed.",
    "Kindly share this story:",
    "Privacy Notice: letters may tell of feasts that others pay for.",
    "The writer is a former envoy of Gondor and tweets @took",
    "Pictured: the king in the tower",
    "+7 View gallery",
    "(Osgiliath Herald)",
    "Home News Politics Opinion Sport",
    "Home War in Mordor Climate Video World Business Tech Science",
    "Also read | [Riders seen at Bree](https://herald.example/riders)",
    "[Home](https://herald.example/) / [News](https://herald.example/news)",
    "Reporting by Peregrin Took in Osgiliath and Merry in Edoras; Editing by Faramir",
    "(This article was written by Peregrin Took and Merry Brandybuck.)",
    "(This article was compiled from reports by Peregrin Took and Merry Brandybuck.)",
    "Editor: Beregond",
    "Our Standards: The Herald's Principles.",
    "(END)",
    "For Immediate Release",
    "(ATTN: UPDATES with talks, the king's remarks in paras 7-10; CHANGES headline; ADDS photo)",
    "By Peregrin Took Herald News, War Desk",
    "RELATED: Riders of Rohan pass Edoras in snow",
    "You clearly find our careful reporting valuable, in a time when facts are rare.",
    "With a report from Meriadoc Brandybuck",
]

ARTICLE = [
    "By contrast, the king of Gondor called for peace.",
    "Share of the harvest, the steward said, goes to the wounded.",
    "Follow the river, Boromir told them.",
    "Source of the river dispute is the dam, Elessar said.",
    "Join US-led talks, envoy tells Gondor",
    "Support us or fall, Denethor says",
    "Photographs of the ruined city shook the council, Éomer said.",
    "This report by the council was refused by Denethor.",
    "Comments by the steward angered Rohan.",
    "Read by the herald, the letter called for war.",
    "Reject foreign rule, king says",
    "Gondor king meets Rohan envoy",
    "“Follow us,” said Éomer.",
    "Posting guards on the bridge was a mistake, Faramir said.",
    "Times of war are over, the king said.",
    "Timely help from Rohan saved the city.",
    "Date palms were planted in Harad, its envoy said.",
    "Terms of the treaty were agreed by both kings.",
    "Print shops in Osgiliath were closed on Monday.",
    "Contact between the two realms broke off.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_sentences_and_headlines_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("The king left. NA/PA", "The king left."),
        ("The king left. (Source: Herald)", "The king left."),
        ("The king left. — GNA", "The king left."),
        ("The king left. MQ/M  All Content by Gondor Agency is licensed under a free licence.", "The king left."),
        ("The king met Éomer at dawn via Wikicommons", "The king met Éomer at dawn"),
        ("The king left. (With Reuters and AFP) Last Update: Sunday 25 August 2013", "The king left."),
        ("The king met the GNA", "The king met the GNA"),
        ("The king in the tower, May 5, 2023. REUTERS/Peregrin Took Acquire Licensing Rights",
         "The king in the tower, May 5, 2023."),
        ("The king in the tower. | Photo Credit: GNA", "The king in the tower."),
        ("The king left. (END)", "The king left."),
        ("The king in the tower, May 5, 2023. (Peregrin Took/War Ministry)", "The king in the tower, May 5, 2023."),
        ("The king in the tower. Herald photo by Archer 2nd Class Beregond", "The king in the tower."),
        ("The king in the tower on Tuesday. PHOTO FROM GNA", "The king in the tower on Tuesday."),
        ("The king in the tower. (PHOTO NOT FOR SALE) (Xinhua)", "The king in the tower."),
        ("The king in the tower, May 5, 2023. (WarD photo by Beregond A. Took)", "The king in the tower, May 5, 2023."),
        ("The king in the tower [Gondorian Ministry of War via Reuters]", "The king in the tower"),
        ("The king left. *** Terms & Conditions | Privacy Policy | Content Owned by the Mint.", "The king left."),
        ("He spoke of elves (and orcs/goblins).", "He spoke of elves (and orcs/goblins)."),
        ("The council (of Elrond) met.", "The council (of Elrond) met."),
        ("He left for Rohan (photo taken by nobody).", "He left for Rohan (photo taken by nobody)."),
    ],
)  # fmt: skip
def test_credits_are_cut_from_the_end_of_a_line(line: str, kept: str) -> None:
    assert without_tail(line, Span(0, len(line))).of(line) == kept


def test_some_lines_end_the_page() -> None:
    assert ends_page("Leave a Reply")
    assert ends_page("With reporting by Herald, Palantir, and GNA")
    assert ends_page("Agencies contributed to this report.")
    assert not ends_page("Share")
