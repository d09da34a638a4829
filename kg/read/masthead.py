"""What a page says about itself: headline, day, publisher, address. It stands in the headline and the boilerplate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from kg.lexicon import words
from kg.model import Region, RegionKind, Span
from kg.read.datelines import find_dateline
from kg.read.dates import find_date, is_date_line

_URL = re.compile(r"https?://[^\s<>\"]+")
_LABELLED = re.compile(
    r"\b(?:published|posted|updated|modified|last update|date|this story is from)\w*\W", re.IGNORECASE
)
_LICENCE = re.compile(
    r"all content by (.{2,60}?) is licensed|(?:©|copyright)\s*(?:\d{4})?\s*([A-Z][\w. ]{2,40})", re.IGNORECASE
)
_SOURCE = re.compile(r"\bsource\s*[:»›]\s*([^()|\n]{2,40})", re.IGNORECASE)
_BYLINE_AGENCY = re.compile(r"[/|]\s*([A-Z]{2,9})\b")
_TITLE_SUFFIX = re.compile(r"\s(?P<bar>[|–—-])\s(?P<name>[A-Z][^|]{2,40})\Z")
_OTHERS = re.compile(r"facebook|twitter|instagram|youtube|whatsapp|telegram|t\.co\b|linkedin", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is None the page does not say."""

    title: str | None
    issued: date | None
    publisher: str | None
    url: str | None


def masthead_of(text: str, regions: Sequence[Region]) -> Masthead:
    """Read the masthead of a page whose regions are known."""
    furniture = [region.span.of(text) for region in regions if region.kind is RegionKind.BOILERPLATE]
    url = next((found[0] for line in furniture if (found := _URL.match(line)) and not _OTHERS.search(line)), None)
    title = _title(text, regions)
    return Masthead(title, _issued(furniture), _publisher(furniture, url, title), url)


def _title(text: str, regions: Sequence[Region]) -> str | None:
    for region in regions:
        if region.kind is RegionKind.HEADLINE:
            return " ".join(region.span.of(text).split())
        if region.kind is RegionKind.BODY:
            return None
    return None


def _issued(furniture: Sequence[str]) -> date | None:
    lines = [line for line in furniture if is_date_line(line) or _LABELLED.search(line[:200])]
    return next((day for line in lines if (day := find_date(line[:200]))), None)


def _publisher(furniture: Sequence[str], url: str | None, title: str | None) -> str | None:
    """Take the first of: licence, "Source: ...", address, agency in dateline or byline, suffix of the headline."""
    for form in (_LICENCE, _SOURCE):
        for line in furniture:
            if found := form.search(line[:300]):
                return next(group for group in found.groups() if group).strip(" .")
    host = urlsplit(url).hostname if url else None
    if host:
        return host.removeprefix("www.")
    return _agency(furniture) or _suffix(furniture, title)


def _suffix(furniture: Sequence[str], title: str | None) -> str | None:
    """Take the outlet from "Headline | Outlet", and from "Headline – Outlet" if the page's path repeats it.

    Otherwise what follows the dash may be the speaker ("Gondor will stand — envoy").
    """
    found = _TITLE_SUFFIX.search(title or "")
    if found is None or not title:
        return None
    path = any(line.endswith(title) and len(line) > len(title) for line in furniture)
    return found["name"] if found["bar"] == "|" or path else None


def outlet_apart(text: str, regions: Sequence[Region], publisher: str | None) -> tuple[Region, ...]:
    """Return the regions, the page's own outlet at the end of a headline ("Headline – Outlet") made boilerplate."""
    return tuple(part for region in regions for part in _parted(text, region, publisher))


def _parted(text: str, region: Region, publisher: str | None) -> Iterator[Region]:
    found = _TITLE_SUFFIX.search(region.span.of(text)) if region.kind is RegionKind.HEADLINE else None
    if found is None or found["name"] != publisher:
        yield region
        return
    cut = region.span.start + found.start()
    yield Region(Span(region.span.start, cut), region.kind)
    yield Region(Span(cut + 1, region.span.end), RegionKind.BOILERPLATE)


def _agency(furniture: Sequence[str]) -> str | None:
    for line in furniture:
        dateline = find_dateline(line + " The", Span(0, len(line) + 4))
        if dateline and dateline.agency:
            return dateline.agency
        for found in _BYLINE_AGENCY.finditer(line[:120]):
            if found[1] in words("news_agencies.txt"):
                return found[1]
    return None
