"""What a page says about itself: headline, day, publisher, address. It stands in the headline and the boilerplate."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from urllib.parse import urlsplit

from kg.lexicon import any_of, words
from kg.lexicon.organizations import known_organizations
from kg.lexicon.publishers import ORGANS, names_outlet, publisher_country
from kg.model import Region, RegionKind, Span
from kg.read.datelines import find_dateline, places
from kg.read.dates import find_date, is_date_line

_URL = re.compile(r"https?://[^\s<>\"]+")
_LABELLED = re.compile(
    r"\b(?:published|posted|updated|modified|last update|date|this story is from)\w*\W", re.IGNORECASE
)
_LICENCE = re.compile(r"all content by (.{2,60}?) is licensed", re.IGNORECASE)
_YEARS = r"\d{4}(?:\s*[-–]\s*\d{4})?"
_FIRM = r"(?i:all rights|ltd|limited|inc|llc|plc|media|news & media|corporation|corp|group|company|co|or its)\b"
_RIGHTS = re.compile(
    rf"(?:(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:{_YEARS})?[\s,.|–-]*(?:(?i:by)\s+)?"
    rf"((?!(?:Information|Policy|Notice)\b)[A-Z][\w&'’]*(?:[ -][\w&'’]+){{0,5}}?)"
    rf"(?:\s+{_FIRM}|\s*(?:[.,|–]|{_YEARS}|\Z))"
    rf"|\A([A-Z][\w&'’]*(?: [\w&'’]+){{0,4}})\s*©\s*{_YEARS})"
)
_SOURCE = re.compile(r"\bsource\s*[:»›]\s*([^()|\n]{2,40})", re.IGNORECASE)
_BYLINE_AGENCY = re.compile(r"[/|]\s*([A-Z]{2,9})\b|\A([A-Z]{2,9})\s*[/|]")
_DATELINE = re.compile(r"\b[A-Z]{3,}(?:, [\w ]+)? \((\w+)\)\s*[-–—]")
_NEAREST = 4  # lines of boilerplate, those between headline and article first, where a common word may be an outlet
_PICTURED = re.compile(r"\b(?:via|getty|photo|image|picture|file|press)\b", re.IGNORECASE)
_TITLE_SUFFIX = re.compile(r"\s(?P<bar>[|–—-])\s(?P<name>[A-Z][^|]{2,40})\Z")
_LONGEST_PART = 100  # characters of a line whose parts may be outlets
_PARTS = re.compile(r"\s*[|/•·,]\s*|\s[–—-]\s|[.:]\s+")
_PUBLISHED_IN = re.compile(
    r"\A(?:(?:originally )?published (?:in|by)|by) (?:the )?|\s+(?:news ?desk|web desk|staff|correspondent)\b.*",
    re.IGNORECASE,
)
_HOST_NAME = re.compile(r"[A-Za-z][\w-]+\.(?:com|net|org)")
_TOLD = re.compile(
    r"\b(?:told|asked by|interview with|statements to|(?:contacted|obtained|reached|seen) by) (?:[Tt]he )?"
    rf"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})(?! (?:{any_of('outlets/nouns.txt')}|news|television)\b)"
)
_SOURCES = frozenset({"Reuters", "Associated Press", "AP", "AFP", "UPI", "Bloomberg", "CNN", "BBC"})
_BAR = re.compile(r"\s+[|–—-]\s+")
_OFFICIAL = re.compile(rf"(?:[\w.’']+ ){{0,6}}(?i:{ORGANS})\b(?: [\w.’']+){{0,6}}")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 2000  # characters of a line that are searched: the end of a page may stand on one
_NAMED = 0.6  # share of a headline's words that its address has
_HOST = re.compile(r"(?:https?://(?:www\.)?|[\w.+-]@)([\w-]+(?:\.[\w-]+)+)")
_OTHERS = re.compile(
    r"facebook|twitter|instagram|youtube|whatsapp|telegram|\bt\.co\b|linkedin|google|\bapp\.|gmail|yahoo\.",
    re.IGNORECASE,
)


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
    title = _title(text, regions)
    url = _url(furniture, title)
    publisher = _licensed(furniture, url) or next(_named(text, regions, furniture, title), None)
    return Masthead(title, _issued(_by_nearness(text, regions), text), publisher, url)


def _by_nearness(text: str, regions: Sequence[Region]) -> list[str]:
    """Return the boilerplate, that between headline and article first, then upwards from there, then downwards."""
    numbers = range(len(regions))
    body = next((i for i in numbers if regions[i].kind is RegionKind.BODY), len(regions))
    title = next((i for i in numbers[:body] if regions[i].kind is RegionKind.HEADLINE), body)
    order = (*numbers[title:body], *reversed(numbers[:title]), *numbers[body:])
    return [regions[i].span.of(text) for i in order if regions[i].kind is RegionKind.BOILERPLATE]


def _url(furniture: Sequence[str], title: str | None) -> str | None:
    """Return the first address that is a line's beginning, or else one whose path has the words of the headline."""
    printed = [(found[0].rstrip(".,;)"), found.start()) for line in furniture for found in _URL.finditer(line)]
    own = [(url, start) for url, start in printed if not _OTHERS.search(url)]
    wanted = set(_LETTERS.findall((title or "").lower()))
    paths = {url: set(_LETTERS.findall(urlsplit(url).path.lower())) for url, _ in own}
    named = (url for url, _ in own if wanted and len(wanted & paths[url]) >= _NAMED * len(wanted))
    return next(named, None) or next((url for url, start in own if start == 0 and paths[url]), None)


def _title(text: str, regions: Sequence[Region]) -> str | None:
    for region in regions:
        if region.kind is RegionKind.HEADLINE:
            return " ".join(region.span.of(text).split())
        if region.kind is RegionKind.BODY:
            return None
    return None


def _issued(furniture: Sequence[str], page: str) -> date | None:
    lines = [line for line in furniture if is_date_line(line.rstrip(" .")) or _LABELLED.search(line[:200])]
    return next((day for line in lines if (day := find_date(line[:200], page))), None)


def _licensed(furniture: Sequence[str], url: str | None) -> str | None:
    """Return the publisher that the licence or the address tells."""
    host = urlsplit(url).hostname if url else None
    return _printed(_LICENCE, furniture) or (host.removeprefix("www.") if host else None)


def _named(text: str, regions: Sequence[Region], furniture: Sequence[str], title: str | None) -> Iterator[str]:
    """Yield the publishers that the page names, the likeliest first: those whose country is known.

    The great agencies come after others, that print them. What the text says it was told, and the hosts of links and of
    e-mail addresses come last: they may be another's.
    """
    near = _by_nearness(text, regions)
    printed = (_printed(_RIGHTS, furniture), _printed(_SOURCE, furniture), _agency(furniture) or _led(text, regions))
    known = (_official(text, regions), _part(near[:_NEAREST], names_outlet), _part(near, _is_known))
    signs = (_on_top(text, regions), *printed, _suffix(furniture, title), *known)
    named = [name for name in signs if name]
    yield from (name for name in named if name not in _SOURCES and publisher_country(name))
    yield from (name for name in named if name in _SOURCES)
    yield from (name for name in (*named, _told(text, regions), _linked_host(furniture)) if name)


def _on_top(text: str, regions: Sequence[Region]) -> str | None:
    """Return the outlet that the first line of the page names, or the first part of it that does."""
    parts = _BAR.split(_above(text, regions[0]) or "") if regions else []
    return next((part for part in parts if names_outlet(part)), None)


def _told(text: str, regions: Sequence[Region]) -> str | None:
    """Return the outlet that is oftenest told something in the article, and not called another's: "told the Herald"."""
    body = "\n".join(region.span.of(text) for region in regions if region.kind is RegionKind.BODY)
    runs = (found[1].split(" ") for found in _TOLD.finditer(body))
    names = (" ".join(run[:end]) for run in runs for end in range(len(run), 0, -1))
    named = Counter(name for name in names if _is_outlet(name))
    return next((name for name, _ in named.most_common(1)), None)


def _official(text: str, regions: Sequence[Region]) -> str | None:
    """Return the ministry or other part of a state that a line above the headline, or the end of one, names."""
    lines = takewhile(lambda line: line is not None, (_above(text, region) for region in regions))
    named = (part for line in lines if line for part in _BAR.split(line) if _OFFICIAL.fullmatch(part))
    return next((name for name in named if publisher_country(name)), None)


def _part(furniture: Sequence[str], named: Callable[[str], bool]) -> str | None:
    """Return the outlet that a line names, or a part of it: "Osgiliath Herald / 08:15 PM", "By Took | herald.net"."""
    lines = (line.strip() for line in furniture if len(line) <= _LONGEST_PART)
    parts = (part.strip("()[] ") for line in lines for part in _PARTS.split(_PUBLISHED_IN.sub("", line)))
    return next((part for part in parts if named(part) and not _OTHERS.search(part)), None)


def _is_known(name: str) -> bool:
    return _HOST_NAME.fullmatch(name) is not None or _is_outlet(name)


def _is_outlet(name: str) -> bool:
    """Tell whether it is a known outlet's name. The great agencies are named as sources."""
    body = known_organizations().get(name)
    return body is not None and body.kind == "outlet" and body.name not in _SOURCES


def _above(text: str, region: Region) -> str | None:
    return region.span.of(text).strip() if region.kind is RegionKind.BOILERPLATE else None


def _printed(form: re.Pattern[str], furniture: Sequence[str]) -> str | None:
    """Return what the first line that has the form names."""
    found = next((found for line in furniture if (found := form.search(line[:_LONGEST]))), None)
    return next(group for group in found.groups() if group).strip(" .") if found else None


def _linked_host(furniture: Sequence[str]) -> str | None:
    hosts = (found[1].lower() for line in furniture for found in _HOST.finditer(line) if not _OTHERS.search(found[1]))
    return next((host for host, _ in Counter(hosts).most_common(1)), None)


def _suffix(furniture: Sequence[str], title: str | None) -> str | None:
    """Take the outlet from "Headline | Outlet", and from "Headline – Outlet" if the page's path repeats it.

    Otherwise what follows the dash may be the speaker ("Gondor will stand — envoy").
    """
    found = _TITLE_SUFFIX.search(title or "")
    if found is None or not title:
        return None
    path = any(line.endswith(title) and len(line) > len(title) for line in furniture)
    return found["name"] if (found["bar"] == "|" or path) and found["name"] not in places() else None


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


def _led(text: str, regions: Sequence[Region]) -> str | None:
    """Return the agency of a dateline behind a headline on its line: "Gondor king leaves OSGILIATH (GNA) – ..."."""
    body = next((region.span.of(text)[:_LONGEST] for region in regions if region.kind is RegionKind.BODY), "")
    found = _DATELINE.search(body)
    return found[1] if found and found[1] in words("outlets/news_agencies.txt") else None


def _agency(furniture: Sequence[str]) -> str | None:
    for line in furniture:
        dateline = find_dateline(line + " The", Span(0, len(line) + 4))
        if dateline and dateline.agency:
            return dateline.agency
        for found in _BYLINE_AGENCY.finditer("" if _PICTURED.search(line) else line[:120]):
            if (name := found[1] or found[2]) in words("outlets/news_agencies.txt"):
                return name
    return None
