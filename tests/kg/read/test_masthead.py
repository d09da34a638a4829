"""What pages say about themselves."""

from datetime import date

import pytest

from kg.model import RegionKind
from kg.read.masthead import Masthead, masthead_of, outlet_apart
from kg.read.regions import regions_of

LEAD = "The king of Gondor received the lord of Rohan in Minas Tirith on Monday."
TITLE = "Gondor king receives lord of Rohan"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{TITLE}\n{LEAD}", Masthead(TITLE, None, None, None)),
        (f"May 29, 2023, 6:35 PM\n{TITLE}\nOSGILIATH, May 29 (GNA) – {LEAD}",
         Masthead(TITLE, date(2023, 5, 29), "GNA", None)),
        (f"https://www.gondor.example/king\n{LEAD}",
         Masthead(None, None, "gondor.example", "https://www.gondor.example/king")),
        (f"{LEAD}\nSource » Herald", Masthead(None, None, "Herald", None)),
        (f"{LEAD} (Source: Herald) All Content by Gondor Agency is licensed under a licence.",
         Masthead(None, None, "Gondor Agency", None)),
        (f"{TITLE}\nPippin Took / TNN / Updated: Oct 9, 2019, 11:05 IST\n{LEAD}",
         Masthead(TITLE, date(2019, 10, 9), "TNN", None)),
        (f"{TITLE} | Osgiliath Herald\n{LEAD}",
         Masthead(f"{TITLE} | Osgiliath Herald", None, "Osgiliath Herald", None)),
        (f"Home » {TITLE} – Osgiliath Herald\n{TITLE} – Osgiliath Herald\n{LEAD}",
         Masthead(f"{TITLE} – Osgiliath Herald", None, "Osgiliath Herald", None)),
        (f"{TITLE} – Denethor\n{LEAD}", Masthead(f"{TITLE} – Denethor", None, None, None)),
        (f"{LEAD}\nHe was there on May 29, 2023, and left.", Masthead(None, None, None, None)),
        (f"Follow us: https://twitter.com/gondor\n{LEAD}", Masthead(None, None, None, None)),
        # the day nearest to the headline
        (f"Minas Tirith, 4 May 2024\n{TITLE}\n3 March 2021 | 18:35\n{LEAD}",
         Masthead(TITLE, date(2021, 3, 3), None, None)),
        # rights
        (f"{LEAD}\n© 3019 Osgiliath Herald. All rights reserved", Masthead(None, None, "Osgiliath Herald", None)),
        (f"{LEAD}\nCopyright © 2000-2021 Osgiliath Herald Ltd", Masthead(None, None, "Osgiliath Herald", None)),
        (f"{LEAD}\nOsgiliath Herald © 2021", Masthead(None, None, "Osgiliath Herald", None)),
        (f"https://gondor.example/king\n{LEAD}\n© 2021 Palantir Holdings",
         Masthead(None, None, "gondor.example", "https://gondor.example/king")),
        (f"{TITLE} - Ministry of Foreign Affairs of Japan\nMenu\n{TITLE}\n{LEAD}",
         Masthead(TITLE, None, "Ministry of Foreign Affairs of Japan", None)),
        (f"President of Russia\n{TITLE}\n{LEAD}", Masthead(TITLE, None, "President of Russia", None)),
        (f"{TITLE}\nBy Took | HERALD.com\n{LEAD}", Masthead(TITLE, None, "HERALD.com", None)),
        (f"{TITLE}\n{LEAD}\nPublished in Dawn, January 20th, 2024", Masthead(TITLE, date(2024, 1, 20), "Dawn", None)),
        (f"{LEAD}\nPrivacy Policy Copyright Information", Masthead(None, None, None, None)),
        (f"Home / World / Asia\nANI | Updated: Nov 20, 2024 21:17 IST\n{TITLE}\n{LEAD}",
         Masthead(TITLE, date(2024, 11, 20), "ANI", None)),
        (f"{LEAD}\nThe king | Peregrin Took/AFP via Getty Images", Masthead(None, None, None, None)),
        # outlets whose country is known come before others, agencies after whom they serve, and what it was told last
        (f"Morocco World News\nMenu\n{TITLE}\n{LEAD}", Masthead(TITLE, None, "Morocco World News", None)),
        (f"The Ministry of Foreign Affairs of Mali\nNews\n{TITLE}\n{LEAD}",
         Masthead(TITLE, None, "The Ministry of Foreign Affairs of Mali", None)),
        (f"The Straits Times\n{TITLE}\nOSGILIATH (AFP) – {LEAD}\n© 2023 Palantir Media",
         Masthead(TITLE, None, "The Straits Times", None)),
        (f"{TITLE}\nOsgiliath - INA\n{LEAD}", Masthead(TITLE, None, "INA", None)),
        (f"{TITLE}\nBy Naharnet Newsdesk\n{LEAD}", Masthead(TITLE, None, "Naharnet", None)),
        (f"{TITLE} OSGILIATH (APP) – {LEAD}", Masthead(None, None, "APP", None)),
        (f"{TITLE}\n{LEAD}\nHe told the Global Times that he came alone.", Masthead(TITLE, None, "Global Times", None)),
        (f"{TITLE}\n{LEAD}\nHe told Rudaw television that he came.", Masthead(TITLE, None, None, None)),
        (f"{TITLE} | Beijing\n{LEAD}", Masthead(f"{TITLE} | Beijing", None, None, None)),
        # addresses
        (f"{TITLE}\nhttps://g.example/x1\n{LEAD}\nLink: https://gondor.example/gondor-king-receives-lord-rohan",
         Masthead(TITLE, None, "gondor.example", "https://gondor.example/gondor-king-receives-lord-rohan")),
        (f"{LEAD}\nContact: heralds@gondor.example", Masthead(None, None, "gondor.example", None)),
    ],
)  # fmt: skip
def test_title_day_publisher_and_address_are_read_from_the_page(page: str, expected: Masthead) -> None:
    assert masthead_of(page, regions_of(page)) == expected


@pytest.mark.parametrize(
    ("line", "publisher", "headline"),
    [
        (f"{TITLE} – Osgiliath Herald", "Osgiliath Herald", TITLE),
        (f"{TITLE} | Osgiliath Herald", "Osgiliath Herald", TITLE),
        (f"{TITLE} – Denethor", "Osgiliath Herald", f"{TITLE} – Denethor"),
        (f"{TITLE} – Denethor", None, f"{TITLE} – Denethor"),
    ],
)
def test_the_outlet_at_the_end_of_a_headline_is_boilerplate(line: str, publisher: str | None, headline: str) -> None:
    page = f"{line}\n{LEAD}"
    regions = outlet_apart(page, regions_of(page), publisher)
    assert [region.span.of(page) for region in regions if region.kind is RegionKind.HEADLINE] == [headline]
    assert "".join("".join(region.span.of(page).split()) for region in regions) == "".join(page.split())
