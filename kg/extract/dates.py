"""Date expressions of a text, and the dates they stand for."""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kg.lexicon import any_of, table
from kg.model import Annotation, PartialDate, Sentence, Span

_TURN = {"the": -2, "last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}  # "the year before last"
_OWNED = re.compile(r"['’]s\b")
_REACH = 400  # characters before a quotation that may say when the words were printed


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that say when, as far as they say it.

    `weekday` counts from Monday 0. `shift` goes `shift` units (`day`, `week`, `month`, `year`) forward from the day of
    writing. `turn` is -1 for "last", 1 for "next". A range of days within a month is that month. `base` is
    what the shift counts from: the day of "writing", that "told" last ("on Monday ... the next day"), or that of the
    "news" ("later in the day").
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int = 0
    turn: int = 0
    base: str = "writing"

    def resolve(self, anchor: PartialDate | None, *, ahead: bool = False) -> PartialDate | None:
        """Return the date seen from `anchor`, the day of writing, or None where the text does not decide it.

        What is not named counts backwards, or forwards if the event lies `ahead`.

        >>> tuesday = DateExpression(Span(0, 7), weekday=1)
        >>> print(tuesday.resolve(PartialDate(2024, 2, 29)), tuesday.resolve(PartialDate(2024, 2, 29), ahead=True))
        2024-02-27 2024-03-05
        >>> tuesday.resolve(None)
        """
        if self.year is not None:
            return _valid(self.year, self.month, self.day)
        if anchor is None:
            return None
        if self.weekday is not None:
            return self._on_weekday(anchor, ahead=ahead)
        if self.unit is not None:
            return self._in_unit(anchor)
        return self._in_nearest_year(anchor, ahead=ahead)

    def _on_weekday(self, anchor: PartialDate, *, ahead: bool) -> PartialDate | None:
        if anchor.day is None or self.weekday is None:
            return None
        day = anchor.earliest
        if self.unit == "week":
            return _of(day + timedelta(weeks=self.shift, days=self.weekday - day.weekday()))
        if self.turn:
            day += timedelta(days=self.turn)
        if self.turn > 0 or (ahead and self.turn == 0):
            return _of(day + timedelta(days=(self.weekday - day.weekday()) % 7))
        return _of(day - timedelta(days=(day.weekday() - self.weekday) % 7))

    def _in_unit(self, anchor: PartialDate) -> PartialDate | None:
        if self.unit == "year":
            return _valid(anchor.year + self.shift, self.month, self.day)
        if self.unit == "month" and anchor.month is not None:
            months = anchor.year * 12 + anchor.month - 1 + self.shift
            return _valid(months // 12, months % 12 + 1, self.day)
        if anchor.day is None:
            return None
        if self.unit == "day":
            return _of(anchor.earliest + timedelta(days=self.shift))
        return _week(anchor.earliest + timedelta(weeks=self.shift))

    def _in_nearest_year(self, anchor: PartialDate, *, ahead: bool) -> PartialDate | None:
        """Take the year that puts a month (and day) nearest on the right side of the day of writing."""
        if anchor.month is None or self.month is None:
            return None
        forward = self.turn > 0 or (ahead and self.turn == 0)
        here = (anchor.month, anchor.day or 1) if self.day is not None else (anchor.month, 0)
        there = (self.month, self.day or 0)
        same = there == here and self.turn != 0
        if forward:
            return _valid(anchor.year + (there < here or same), self.month, self.day)
        return _valid(anchor.year - (there > here or same), self.month, self.day)


def find_dates(text: str, within: Span) -> tuple[DateExpression, ...]:
    """Return the date expressions of `text` inside `within`, in order; limits ("since April") are none.

    `text` is the folded text of an annotation.

    >>> [str(d.resolve(None)) for d in find_dates("He came in 2006 and 2009.", Span(0, 25))]
    ['2006', '2009']
    """
    found: list[DateExpression] = []
    for match in _pattern().finditer(text, within.start, within.end):
        ranged = match["r1"] or match["r2"]  # "from May 3 to 5" is no limit, nor "by last month's meeting"
        if ranged or _OWNED.match(text, match.end()) or not _is_limit(text, match.start()):
            found.extend(_read(match))
    return tuple(found)


def anchor(annotation: Annotation, sentence: Sentence) -> PartialDate | None:
    """Return the day from which the sentence's dates count.

    It is the document's date of issue, or, in a quotation that the text introduces with a dated source ("an article in
    March 2023 said"), the date of that source.
    """
    if sentence.quotation is not None:
        start = annotation.quotations[sentence.quotation].span.start
        lead = Span(max(0, annotation.text.rfind("\n", 0, start), start - _REACH), start)
        dated = [d.resolve(None) for d in find_dates(annotation.text, lead)]
        if any(dated) and _source().search(annotation.text, lead.start, lead.end):
            return next(d for d in reversed(dated) if d is not None)
    issued = annotation.document.issued
    return _of(issued) if issued is not None else None


def _of(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _valid(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """Return the date, or None where the calendar has no such day ("February 30")."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and (month is None or not 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return PartialDate(year, month, day)


def _week(day: date) -> PartialDate | None:
    """Return what all days of the week of `day` have in common: its month, else its year."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return None
    return PartialDate(monday.year, monday.month if monday.month == sunday.month else None)


@cache
def _numbers(name: str) -> Mapping[str, int]:
    return {row[0]: int(row[1]) for row in table(name)}


@cache
def _relative() -> Mapping[str, tuple[str, int]]:
    return {row[0]: (row[1], int(row[2])) for row in table("times/relative_dates.tsv")}


@cache
def _told() -> Mapping[str, tuple[str, int, str]]:
    return {row[0]: (row[1], int(row[2]), row[3]) for row in table("times/told_dates.tsv")}


def _either(names: Mapping[str, object]) -> str:
    return "|".join(sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all forms, so that a text is read once and the longest form wins."""
    names = _numbers("times/months.tsv")  # in capitals only: "may" and "march" are words, too
    spelt = {form: 0 for name in names for form in (name.capitalize(), name.upper())}
    month = rf"(?-i:(?:{_either(spelt)})\b(?!-\w-)\.?)"  # not "Mar-a-Lago"
    weekday = rf"(?:{_either(_numbers('times/weekdays.tsv'))})\b"
    day = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?:{_either(_numbers('times/ordinals.tsv'))})(?=\s+of\b))"
    days = rf"{day}(?:\s*(?:-|–|to|and)\s*(?P<{{}}>{day}))?(?!\d|:\d)"
    year = r"(?:1[89]|20)\d\d"
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    turned = r"(?P<{}>this|last|next|the(?=\s+year\s+before\s+last))\s+year(?:\s+before\s+last)?"
    of_year = rf"(?:,?\s+(?:of\s+)?(?:(?P<{{}}>{year})\b|{turned}))?"
    opens = r"(?P<opens>(?-i:(?<=On\s|In\s)|(?=[A-Z])))?"
    of_that = r"(?!\s+(?:that|of|on)\b)"  # "the same day that", "in the evening of May 3"
    apart = rf"{of_that}(?(opens)(?<!before)(?<!after)|(?!\s+(?:the|a|an|his|her|its|their)\b))"
    units = "day|week|month|year"
    seasons = "(?:spring|summer|autumn|fall|winter)"
    forms = (
        r"(?P<iso>\b(?:1[89]|20)\d\d-\d\d-\d\d\b)",
        rf"\b(?:{weekday},?\s+)?(?P<m1>{month})\s*(?P<d1>{days.format('r1')}){of_year.format('y1', 't1')}",
        rf"\b(?:{weekday},?\s+)?(?P<d2>{days.format('r2')})\s+(?:of\s+)?(?P<m2>{month}){of_year.format('y2', 't2')}",
        rf"\b(?P<m3>{month})(?:,?\s+(?:of\s+)?(?:(?P<y3>{year})\b|{turned.format('t3')}))",
        rf"\b(?:in|of|during|for|early|late|mid)(?:\s+|-)(?P<m4>{month})(?!\s*\d){of_year.format('y4', 't4')}",
        rf"\b(?P<m9>{month})\s+(?=(?:{'|'.join(row[0] for row in table('meetings/nouns.tsv'))})s?\b)",
        rf"\b(?P<d10>{day})\s+(?:of\s+(?P<turn10>this|last|next|the\s+current)\s+month|instant|inst\.)",
        rf"\b(?P<turn5>last|this|next|past|coming)\s+(?P<m5>{month})(?!\s*\d)",
        rf"\b(?P<week6>last|this|next)\s+week(?:\s+on|,)?\s+(?P<w6>{weekday}){part}",
        rf"\b(?P<w7>{weekday}){part},?\s+(?:of\s+)?(?P<week7>last|this|next)\s+week\b",
        rf"\b(?:(?P<turn8>last|this|next|past|coming)\s+)?(?P<w8>{weekday}){part}",
        rf"\b(?P<relative>{_either(_relative())})\b",
        rf"\b{opens}(?P<told>{_either(_told())})\b{apart}",
        rf"\b(?P<count>{_either(_numbers('numbers.tsv'))}|\d\d?)\s+(?P<unit>{units})s?\s+(?P<way>ago|earlier|later)\b",
        rf"\b(?:in|during|year|early|late|mid|{seasons}(?:\s+of)?)(?:\s+|-)(?P<years>{year}(?:(?:,\s+|\s+and\s+|,\s+and\s+){year})*)\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _limit() -> re.Pattern[str]:
    calendar_year = r"\((?:which\s+)?(?:began|begins|started|starts|ended|ends|starting|ending)\s+(?:on\s+)?$"
    return re.compile(
        rf"\b(?:{any_of('times/limits.txt')})\s+(?:the\s+|early\s+|late\s+|last\s+)*$|{calendar_year}", re.IGNORECASE
    )


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('times/dated_sources.txt')})\b", re.IGNORECASE)


def _is_limit(text: str, start: int) -> bool:
    return _limit().search(text, max(0, start - 30), start) is not None


def _read(match: re.Match[str]) -> Iterator[DateExpression]:
    """Yield what the match says; years that are listed ("2006 and 2009") are dates of their own."""
    groups = {name: value.casefold() for name, value in match.groupdict().items() if value is not None}
    span = Span(*match.span())
    if "years" in groups:
        for year in re.finditer(r"\d{4}", match["years"]):
            start = match.start("years") + year.start()
            yield DateExpression(Span(start, start + 4), year=int(year[0]))
        return
    yield _calendar(DateExpression(span), groups) or _counted(DateExpression(span), groups)


def _calendar(empty: DateExpression, groups: Mapping[str, str]) -> DateExpression | None:
    if "iso" in groups:
        parts = [int(part) for part in groups["iso"].split("-")]
        return replace(empty, year=parts[0], month=parts[1], day=parts[2])
    if "d10" in groups:
        shift = _TURN.get(groups.get("turn10", "this"), 0)
        return replace(empty, day=_day_of(groups["d10"]), unit="month", shift=shift)
    name = next((groups[key] for key in ("m1", "m2", "m3", "m4", "m5", "m9") if key in groups), None)
    if name is None:
        return None
    month = _numbers("times/months.tsv")[name.rstrip(".")]
    printed = groups.get("d1") or groups.get("d2")
    ranged = "r1" in groups or "r2" in groups
    day = _day_of(printed) if printed and not ranged else None
    year = next((int(groups[key]) for key in ("y1", "y2", "y3", "y4") if key in groups), None)
    turned = next((groups[key] for key in ("t1", "t2", "t3", "t4") if key in groups), None)
    if turned is not None:
        return replace(empty, month=month, day=day, unit="year", shift=_TURN[turned])
    return replace(empty, year=year, month=month, day=day, turn=_TURN[groups.get("turn5", "this")])


def _day_of(printed: str) -> int:
    return _numbers("times/ordinals.tsv").get(printed) or int(printed.rstrip("stndrh"))


def _counted(empty: DateExpression, groups: Mapping[str, str]) -> DateExpression:
    if "relative" in groups:
        unit, shift = _relative()[re.sub(r"\s+", " ", groups["relative"])]
        return replace(empty, unit=unit, shift=shift)
    if "told" in groups:
        unit, shift, base = _told()[re.sub(r"\s+", " ", groups["told"])]
        return replace(empty, unit=unit, shift=shift, base=base)
    if "count" in groups:
        count = groups["count"]
        number = int(count) if count.isdigit() else _numbers("numbers.tsv")[count]
        shift = number if groups["way"] == "later" else -number
        return replace(empty, unit=groups["unit"], shift=shift, base="writing" if groups["way"] == "ago" else "told")
    weekday = _numbers("times/weekdays.tsv")[next(groups[key] for key in ("w6", "w7", "w8") if key in groups)]
    week = groups.get("week6") or groups.get("week7")
    if week is not None:
        return replace(empty, weekday=weekday, unit="week", shift=_TURN[week])
    return replace(empty, weekday=weekday, turn=_TURN[groups.get("turn8", "this")])
