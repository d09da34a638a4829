"""Date expressions stand for what a reader takes them to mean on the day of writing, and for nothing beyond it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import find_dates
from kg.model import PartialDate, Span

MONDAY = PartialDate(2023, 5, 29)


def _dates(text: str, anchor: PartialDate | None, *, ahead: bool = False) -> list[str]:
    return [str(d.resolve(anchor, ahead=ahead)) for d in find_dates(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday February 28, 2024, in Minas Tirith", "2024-02-28"),
        ("Sunday 25 August 2013", "2013-08-25"),
        ("May 29, 2023, 6:35 PM", "2023-05-29"),
        ("MAY 3, 2023", "2023-05-03"),
        ("on 3rd of May, 2023", "2023-05-03"),
        ("on the twenty-first of May, 2023", "2023-05-21"),
        ("published 2024-02-16 13:05:19", "2024-02-16"),
        ("on Jan. 23-24, 2017", "2017-01"),
        ("from 3 to 5 June 2021", "2021-06"),
        ("at the end of July 2023", "2023-07"),
        ("in October 2024", "2024-10"),
        ("back in 2021", "2021"),
        ("in the spring of 2021", "2021"),
        ("in the evening of 3 May 2021", "2021-05-03"),
    ],
)
def test_a_full_date_needs_no_day_of_writing(text: str, expected: str) -> None:
    assert _dates(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("on Tuesday", "2023-05-23", "2023-05-30"),
        ("on Monday", "2023-05-29", "2023-05-29"),
        ("Tuesday morning", "2023-05-23", "2023-05-30"),
        ("last Monday", "2023-05-22", "2023-05-22"),
        ("next Monday", "2023-06-05", "2023-06-05"),
        ("last week on Wednesday", "2023-05-24", "2023-05-24"),
        ("on Thursday next week", "2023-06-08", "2023-06-08"),
        ("today", "2023-05-29", "2023-05-29"),
        ("yesterday", "2023-05-28", "2023-05-28"),
        ("last week", "2023-05", "2023-05"),
        ("last month", "2023-04", "2023-04"),
        ("last year", "2022", "2022"),
        ("two years ago", "2021", "2021"),
        ("five months ago", "2022-12", "2022-12"),
        ("on the 12th of this month", "2023-05-12", "2023-05-12"),
        ("on the third of last month", "2023-04-03", "2023-04-03"),
        ("on 12th instant", "2023-05-12", "2023-05-12"),
        ("The next day the king left", "2023-05-30", "2023-05-30"),
        ("in the same month", "2023-05", "2023-05"),
        ("in March", "2023-03", "2024-03"),
        ("in late December", "2022-12", "2023-12"),
        ("in March last year", "2022-03", "2022-03"),
        ("in March the year before last", "2021-03", "2021-03"),
        ("his August meeting", "2022-08", "2023-08"),
        ("at the March talks", "2023-03", "2024-03"),
        ("by last month's feast", "2023-04", "2023-04"),
        ("in Mar-a-Lago in April", "2023-04", "2024-04"),
        ("last June", "2022-06", "2022-06"),
        ("on June 3", "2022-06-03", "2023-06-03"),
        ("between June 3 and 5", "2022-06", "2023-06"),
    ],
)
def test_what_is_not_named_counts_from_the_day_of_writing(text: str, past: str, ahead: str) -> None:
    assert _dates(text, MONDAY) == [past]
    assert _dates(text, MONDAY, ahead=True) == [ahead]


@pytest.mark.parametrize("text", ["on Tuesday", "last year", "in March", "on June 3", "today", "two weeks ago"])
def test_without_a_day_of_writing_a_relative_date_is_undecided(text: str) -> None:
    assert _dates(text, None) == ["None"]


@pytest.mark.parametrize(
    "text", ["since April 2021", "until Monday", "by 2030", "they march on and may come", "the 2000 riders", "12:30"]
)
def test_limits_and_other_words_are_no_dates(text: str) -> None:
    assert _dates(text, MONDAY) == []


def test_listed_years_are_dates_of_their_own() -> None:
    assert _dates("Denethor visited Rohan in 2006, 2009 and 2011.", None) == ["2006", "2009", "2011"]


def test_a_day_that_no_calendar_has_is_undecided() -> None:
    assert _dates("on February 30, 2023", None) == ["None"]


def test_a_month_counts_from_a_month() -> None:
    assert _dates("last year", PartialDate(2023, 3)) == ["2022"]
    assert _dates("on Tuesday", PartialDate(2023, 3)) == ["None"]


@given(st.text(), st.dates(date(2, 1, 1), date(9998, 12, 31)), st.booleans())
def test_any_text_is_read_without_error(text: str, day: date, ahead: bool) -> None:
    for found in find_dates(text, Span(0, len(text))):
        assert found.span.end <= len(text)
        found.resolve(PartialDate(day.year, day.month, day.day), ahead=ahead)
