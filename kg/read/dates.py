"""Days as pages print them, above and below the article."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kg.lexicon import table
from kg.model import Span

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FULL_STOP = re.compile(r"[.!?][\"”]?\s*\Z")
_LEADING = 60  # characters in which a day before the first sentence must end
_CLOCK = (
    r"(?:[\s,|T-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*(?:(?-i:[A-Z]{1,4}\b)|[+-]\d\d:?\d\d))?)?"
)
_PREPOSITION = 10  # characters before a day in which one stands
_IN_SENTENCE = re.compile(
    r"(?:\b(?:on|in|of|since|until|till|from|dated|for|the|and|to|after|before)\s+|\(|\d\s*[-–]\s*)\Z", re.IGNORECASE
)
_BUTTON = (
    r"(?i:[ap]\.?m\b\.?|shares?|views?|follow us|print|save|aa|comments?|font size|listen|editor: \w+"
    r"|(?:share )?(?:on )?(?:facebook|twitter|whatsapp|email)|(?:share|tweet|send|pin){2,})\b"
)
_BEHIND_DAY = re.compile(
    rf"(?:[\s|·,()-]+(?:[A-Z]{{2,4}}(?:[+-]\d+)?\b(?!\s*[-–—:(,])|\d+(?!\S)|in [A-Z]\w+|{_BUTTON}))*"
)
_STARTS = re.compile(r"(?P<stop>\.)?[\s|·)-]+[\"“‘'(]?(?:[^\W\d_a-z]|\d)")
_BAR = re.compile(r"[|/•·]|\A\W*(?:[-–—]\s.*(?:,|\s[-–—]\s)|(?i:by) [A-Z])")
_NAMES = re.compile(r"(?:\s*[A-Z][\w’'-]*,?)+\s*")  # of a place and a desk: "Osgiliath, Gondor Herald Press Team"
_OTHER_ERA = re.compile(r"\b(?:\d{1,2} [A-Z]\S+(?: \S+)?,?|[A-Z]\S+ \d{1,2},) 1[34]\d\d\b|\b(?:AD|CE|AH)\b")
_UNITS = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)"
_AGO = re.compile(
    rf"\W*(?:\d{{1,2}}[:.]\d{{2}}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?|(?:\d+|an?)\s*{_UNITS}(?:\s+(?:ago|read))?"
    r"|yesterday|today|just now)\W*",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:(?:last )?updated?|published|posted|modified)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:updated?|modified)\W{0,4}(?:on\s+)?\Z", re.IGNORECASE)
_LABEL_WORDS = 10  # words of a date line beside the day, if bars part them, or one leads to a place or a name
_BARE_WORDS = 4
_MONTHS = 12
_LONGEST_LINE = 200


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in table("times/months.tsv")}


@cache
def _day() -> re.Pattern[str]:
    month = rf"(?:{'|'.join(sorted(_months(), key=len, reverse=True))})\.?"
    return re.compile(
        rf"""(?<!\d){_WEEKDAY}(?:
          (?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)(?:(?<=\.\d\d)\.)?
        | (?P<name1>{month})\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+|[,/])(?P<year1>(?:19|20)\d\d)
        | (?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s/-]+(?:of\s+)?(?P<name2>{month})(?:\s?[,،]\s*|[\s/-]+)
          (?P<year2>(?:19|20)\d\d)
        | (?P<day3>\d{{1,2}})(?P<part>[./-])(?P<month3>\d{{1,2}})(?P=part)(?P<year3>(?:19|20)\d\d)
        ){_CLOCK}""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_date(text: str, page: str = "") -> date | None:
    """Return the first full day printed in `text`, if the calendar has it, rather than one of an update.

    "03/04/2021" is read with the day first, unless only the other order is a day, or the one that `page` has in words.

    >>> find_date("Updated: Oct 9, 2019, 11:05 IST"), find_date("March 2025-March 2026")
    (datetime.date(2019, 10, 9), None)
    """
    days = list(_day().finditer(text))
    first = (found for found in days if not _AGAIN.search(text, max(0, found.start() - _PREPOSITION), found.start()))
    found = next(first, next(iter(days), None))
    day = _as_date(found) if found else None
    if day is None or found is None or not found["year3"] or day.day > _MONTHS:
        return day
    other = day.replace(month=day.day, day=day.month)
    return other if _names_day(page, other) and not _names_day(page, day) else day


def _names_day(page: str, day: date) -> bool:
    """Whether `page` has the day in words: "March 4"."""
    month = "|".join(name for name, number in _months().items() if number == day.month)
    words = rf"\b(?:(?:{month})\.? {day.day}\b|{day.day} (?:{month})\b)"
    return re.search(words, page, re.IGNORECASE) is not None


def is_date_line(line: str) -> bool:
    """Say whether `line` is a day and nothing else but labels, names of desks and clocks.

    >>> is_date_line("May 29, 2023, 6:35 PM"), is_date_line("On May 29, 2023, Gondor called for aid.")
    (True, False)
    """
    if len(line) >= _LONGEST_LINE or not _day().search(line):
        return False
    rest = _OTHER_ERA.sub(" ", _MADE.sub(" ", _day().sub(" ", line)))
    most = _LABEL_WORDS if _BAR.search(rest) or (_day().match(line) and _NAMES.fullmatch(rest)) else _BARE_WORDS
    return len(rest.split()) <= most and not _FULL_STOP.search(rest)


def is_clock(line: str) -> bool:
    """Say whether `line` is a time of day or a while ago, and nothing else.

    >>> is_clock("06:35 PM GMT"), is_clock("2 hours ago"), is_clock("Two hours ago the king left.")
    (True, True, False)
    """
    return _AGO.fullmatch(line) is not None


def stamps(text: str, span: Span) -> Iterator[tuple[Span, int]]:
    """Yield the days in `span` that no sentence speaks of, and where what follows their counts and buttons starts.

    With a full stop behind it a day is none, unless another stands before it.
    """
    for found in _day().finditer(text, span.start, span.end):
        behind = _BEHIND_DAY.match(text, found.end(), span.end)
        before = text[max(span.start, found.start() - _PREPOSITION) : found.start()]
        starts = _STARTS.match(text, behind.end()) if behind else None
        if starts and (not starts["stop"] or _FULL_STOP.search(before)) and not _IN_SENTENCE.search(before):
            yield Span(*found.span()), max(starts.start(), starts.end("stop"))


def leading_date(text: str, paragraph: Span) -> int:
    """Return where the first sentence of `paragraph` starts: after a day printed before it, else at its start."""
    found = _day().match(text, paragraph.start, min(paragraph.end, paragraph.start + _LEADING))
    if found is None:
        return paragraph.start
    end = found.end()
    while end < paragraph.end and text[end] in " \t|,-–—:":
        end += 1
    return end if end == paragraph.end or text[end].isupper() else paragraph.start


def _as_date(found: re.Match[str]) -> date | None:
    named = next((n for n in "12" if found[f"year{n}"]), None)
    if named:
        month = _months()[found[f"name{named}"].rstrip(".").lower()]
        return _calendar(found[f"year{named}"], month, found[f"day{named}"])
    if found["year3"]:
        year, first, second = found["year3"], found["day3"], found["month3"]
        return _calendar(year, second, first) or _calendar(year, first, second)
    return _calendar(found["year"], found["month"], found["day"])


def _calendar(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
