"""Days as pages print them."""

from datetime import date

import pytest

from kg.model import Span
from kg.read.dates import find_date, is_clock, is_date_line, leading_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 29, 2023, 6:35 PM", date(2023, 5, 29)),
        ("2024-12-26 15:12:59", date(2024, 12, 26)),
        ("Updated 10 October 2019 Herald October 9, 2019", date(2019, 10, 9)),
        ("published_time: 2024-02-16 13:05:19-05:00", date(2024, 2, 16)),
        ("Updated: Oct 9, 2019, 11:05 IST", date(2019, 10, 9)),
        ("Sunday 25 August 2013", date(2013, 8, 25)),
        ("Tue, 4th of nothing", None),
        ("Sept. 3, 2020", date(2020, 9, 3)),
        ("3rd March 2021", date(2021, 3, 3)),
        ("3rd of March, 2021", date(2021, 3, 3)),
        ("3 March، 2021", date(2021, 3, 3)),
        ("03/04/2021", date(2021, 4, 3)),
        ("03/14/2021", date(2021, 3, 14)),
        ("14.03.2021", date(2021, 3, 14)),
        ("14-03-2021", date(2021, 3, 14)),
        ("2021/03/14", date(2021, 3, 14)),
        ("GNA-Herald 2021.03.14.", date(2021, 3, 14)),
        ("14. Mar 2021 09:12", date(2021, 3, 14)),
        ("Sunday 14/March/2021 19:05 PM", date(2021, 3, 14)),
        ("Published: 14 March ,2021: 05:42 PM GST", date(2021, 3, 14)),
        ("Bree March 14/2021 /GNA/", date(2021, 3, 14)),
        ("February 30, 2021", None),
        ("May 29", None),
    ],
)
def test_full_days_are_read(line: str, day: date | None) -> None:
    assert find_date(line) == day


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("Bree, March 4 (GNA) The king left.", date(2021, 3, 4)),
        ("Bree, April 3 (GNA) The king left.", date(2021, 4, 3)),
        ("On April 3 the king will be back, he said on March 4.", date(2021, 4, 3)),
        ("The king left.", date(2021, 4, 3)),
    ],
)
def test_of_a_day_in_numbers_the_month_is_the_one_that_the_page_has_in_words(page: str, day: date) -> None:
    assert find_date("03/04/2021 10:41 PM", page) == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 29, 2023, 6:35 PM", True),
        ("Monday, 1 March 2021 | 14:00 GMT", True),
        ("Pippin Took / GNA / Updated: Oct 9, 2019, 11:05 IST", True),
        ("Pippin Took · Herald · Posted: May 29, 2023 6:35 PM EDT | Last Updated: May 30, 2023", True),
        ("Pippin Took of Bree Published January 20, 2024 Updated January 21, 2024 07:12am", True),
        ("May 29, 2023 6:35 pm • 4 min read by Pippin Took", True),
        ("By Pippin Took in Editor's Picks, Abroad on 20 January 2024", True),
        ("May 29, 2023 - Bree, Eriador - Ministry of the Shire's Affairs", True),
        ("25.06.2022 Bree, Eriador EEAS Press Team", True),
        ("28 March 2025 AD - 28 Ramadan 1446 AH", True),
        ("GNA-Herald 2021.03.14.", True),
        ("10 May 2023 - Minister Took meets with the king of Rohan", False),
        ("By May 29, 2023 Gondor will have called for aid", False),
        ("On May 29, 2023, Gondor called for aid.", False),
        ("The battle of 3 March 2021 changed all that they knew", False),
        ("May 29", False),
        ("x" * 1000 + " May 29, 2023", False),
    ],
)
def test_a_line_with_little_but_a_day_is_a_date_line(line: str, *, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Sunday 25 August 2013 The king left.", "The king left."),
        ("25 August 2013 - The king left.", "The king left."),
        ("25 August 2013 was a Sunday.", "25 August 2013 was a Sunday."),
        ("The king left.", "The king left."),
    ],
)
def test_a_day_before_the_first_sentence_is_passed_over(line: str, rest: str) -> None:
    assert line[leading_date(line, Span(0, len(line))) :] == rest


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("06:35 PM", True),
        ("2 hours ago", True),
        ("3h", True),
        ("• 35 mins ago", True),
        ("Just now", True),
        ("Two kings ago", False),
        ("18", False),
        ("At 06:35 the king left.", False),
    ],
)
def test_a_line_with_a_time_and_nothing_else_is_a_clock(line: str, *, expected: bool) -> None:
    assert is_clock(line) is expected
