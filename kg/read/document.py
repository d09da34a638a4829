"""Record -> Document: what the page says about itself, and which of its lines are the article."""

import hashlib
import logging
import re

from kg.errors import DocumentError
from kg.model import DocId, Document, Region, RegionKind
from kg.read.language import language_of
from kg.read.masthead import masthead_of, outlet_apart
from kg.read.readers import Record
from kg.read.regions import LONGEST, regions_of

_log = logging.getLogger(__name__)
_RUBBISH = re.compile(r"[\x00-\x08\x0e-\x1a\ufffd]")
_MOST_RUBBISH = 0.02  # share of control characters from which a file is no text


def as_document(record: Record) -> Document:
    """Return the document; raises DocumentError for an empty text and for binary rubbish."""
    text = record.text
    if not text.strip():
        raise DocumentError(f"{record.source}: empty")
    if len(_RUBBISH.findall(text)) > _MOST_RUBBISH * len(text):
        raise DocumentError(f"{record.source}: not text but binary data")
    try:
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise DocumentError(f"{record.source}: character {error.start} is half of a surrogate pair") from error
    if len(text) > LONGEST:
        _log.warning("%s: %d characters long, facts are taken from the first %d", record.source, len(text), LONGEST)
    regions = regions_of(text)
    page = masthead_of(text, regions)
    publisher = record.publisher or page.publisher
    return Document(
        id=DocId(record.id),
        text=text,
        sha256=sha256,
        language=language_of(_body(text, regions) or text),
        regions=outlet_apart(text, regions, publisher),
        title=record.title or page.title,
        issued=record.issued or page.issued,
        publisher=publisher,
        url=record.url or page.url,
    )


def _body(text: str, regions: tuple[Region, ...]) -> str:
    return "\n".join(region.span.of(text) for region in regions if region.kind is not RegionKind.BOILERPLATE)
