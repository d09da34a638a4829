"""Files to records: one reader for each kind of file, chosen by suffix."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page
from trafilatura.utils import load_html

from kg.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Record:
    """A page as its file gives it; `source` names file and line for messages. What is None may stand in the text."""

    id: str
    text: str
    source: str
    title: str | None = None
    issued: date | None = None
    publisher: str | None = None
    url: str | None = None


Result = Record | DocumentError
"""What a reader yields: a record, or why there is none, so that the records after it are not lost."""


# What lxml and trafilatura raise on broken mark-up; found by feeding them rubbish.
_PARSER_FAILURES = (AssertionError, AttributeError, RecursionError, SyntaxError, TypeError, ValueError)


_LAYOUT = "//table[.//p or .//h1 or .//h2 or .//h3 or .//table or count(.//br) > 2]"
_BARS = re.compile(r"\s+[|»–—-]\s+")


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from error


def read_plain(path: Path) -> Iterator[Result]:
    """Yield the file as it is; its stem is the id."""
    yield Record(path.stem, _decoded(path), str(path))


def read_html(path: Path) -> Iterator[Result]:
    """Yield the article in the page, under its headline if the article does not repeat it."""
    try:
        tree = load_html(_decoded(path))
        named = tree.findtext(".//title") if tree is not None else None
        page = bare_extraction(_without_layout_tables(tree), with_metadata=True, include_comments=False)
    except _PARSER_FAILURES as error:
        raise DocumentError(f"{path}: the page cannot be parsed") from error
    if not isinstance(page, Page) or not page.text:
        raise DocumentError(f"{path}: no article found in the page")
    title, outlet = _named(named, page.title)
    text = page.text if not title or title in page.text else f"{title}\n\n{page.text}"
    issued = date.fromisoformat(page.date) if page.date else None
    yield Record(path.stem, text, str(path), title, issued, page.sitename or outlet, page.url)


def _named(printed: str | None, title: str | None) -> tuple[str | None, str | None]:
    """Return headline and outlet, if the page's name holds both: the headline is the longer part."""
    parts = _BARS.split(" ".join((printed or "").split()))
    if len(parts) == 1 or title not in parts:
        return title, None
    longest = max(parts, key=lambda part: len(part.split()))
    return longest, parts[0] if parts[0] != longest else parts[-1]


def _without_layout_tables(tree: HtmlElement | None) -> HtmlElement | None:
    """Put plain divisions for tables that hold paragraphs: pages were once laid out in tables."""
    for table in () if tree is None else tree.xpath(_LAYOUT):
        for element in (table, *table.iter("tbody", "tr", "td")):
            element.tag = "div"
    return tree


def read_json_lines(path: Path) -> Iterator[Result]:
    """Yield one record a line: objects with `id` and `text`, and `title`, `date`, `url`, `publisher` where known."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _json_record(line, f"{path}:{number}")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path}: not UTF-8 ({error.reason})") from error
    except (OSError, EOFError) as error:  # a damaged gzip file raises either
        raise DocumentError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _json_record(line: str, source: str) -> Result:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        return DocumentError(f"{source}: malformed JSON, column {error.colno}: {error.msg}")
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 10,000 nested lists
        return DocumentError(f"{source}: malformed JSON: {error}")
    if not isinstance(fields, dict):
        return DocumentError(f"{source}: not a JSON object")
    for name in ("id", "text"):
        if not isinstance(fields.get(name), str) or not fields[name].strip():
            return DocumentError(f"{source}: {name!r} is not a text or empty")
    try:
        issued = date.fromisoformat(str(fields["date"])[:10]) if fields.get("date") else None
    except ValueError:
        return DocumentError(f"{source}: 'date' is {fields['date']!r}, not YYYY-MM-DD")
    title, publisher, url = (str(fields[name]) if fields.get(name) else None for name in ("title", "publisher", "url"))
    return Record(fields["id"], fields["text"], source, title, issued, publisher, url)


READERS: dict[str, Callable[[Path], Iterator[Result]]] = {
    ".txt": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_json_lines,
    ".jsonl.gz": read_json_lines,
}
"""Reader by suffix."""


def suffix_of(path: Path) -> str:
    """Return what the reader is chosen by; `.jsonl` belongs to `.gz`.

    >>> suffix_of(Path("pages.v2.JSONL.gz"))
    '.jsonl.gz'
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return "".join(suffixes[-2:]) if suffixes[-1:] == [".gz"] else "".join(suffixes[-1:])
