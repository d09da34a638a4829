"""The SPARQL 1.1 Protocol's parameters: from what a request says to a query that can be asked.

Knows nothing of how requests arrive; every refusal is a `Refusal` with its status.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from server.config import Settings
from server.door.query import Query
from server.errors import BadRequest, Forbidden, NotAcceptable, TooLong
from server.media import GRAPHS, RESULTS, Media, by_name, negotiate
from server.syntax import Inspection, inspect

Parameters = Sequence[tuple[str, str]]

READ_ONLY = "this endpoint is for reading: updates are not possible"
GRAPH_FORMS = frozenset({"CONSTRUCT", "DESCRIBE"})
"""The forms of query whose answers are graphs."""
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_PARAMETERS = 200  # more than this many are no query


def parse(text: bytes) -> Parameters:
    """Read URL-encoded parameters; raises BadRequest where they are not UTF-8 or too many.

    >>> parse(b"query=ASK+%7B%7D")
    [('query', 'ASK {}')]
    """
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_PARAMETERS)
    except UnicodeDecodeError:
        raise BadRequest("the parameters are not URL-encoded UTF-8") from None
    except ValueError as error:
        raise BadRequest(f"the parameters cannot be read: {error}") from None


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks of the endpoint: its parameters, what it accepts, and where the query stood."""

    parameters: Parameters
    accept: str | None = None
    too_long: int = 414

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a parameter."""
        return tuple(value for key, value in self.parameters if key == name)

    def one(self, name: str) -> str | None:
        """Return the one value of a parameter, None where there is none; raises BadRequest where there are more."""
        values = self.all(name)
        if len(values) > 1:
            raise BadRequest(f"parameter {name!r} is given {len(values)} times")
        return values[0] if values else None


def read(request: Request, settings: Settings) -> Query | None:
    """Return the query that `request` asks; None where it has no query at all, not even an empty one."""
    if request.all("update"):
        raise Forbidden(READ_ONLY)
    text = request.one("query")
    if text is None:
        return None
    inspection = check(text, settings, request.too_long)
    default, named = _dataset(request, inspection)
    results, graph = formats(request, inspection.form)
    return Query(
        text=text,
        results=results,
        graph=graph,
        default=default,
        named=named,
        limit=_limit(request.one("timeout"), settings.query_time),
        volatile=inspection.volatile,
    )


def check(text: str, settings: Settings, too_long: int = 413) -> Inspection:
    """Inspect a query's text; raises TooLong, BadQuery or Forbidden where it is not to be evaluated."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise BadRequest("the query is not UTF-8") from None
    if size > settings.query_size:
        raise TooLong(f"the query has {size} bytes; the longest that is read has {settings.query_size}", too_long)
    inspection = inspect(text, settings.query_depth, settings.base)
    if inspection.update:
        raise Forbidden(f"{inspection.update}: {READ_ONLY}")
    for target in inspection.services:
        raise Forbidden(f"SERVICE {target.text}: this endpoint asks no other")
    return inspection


def formats(request: Request, form: str) -> tuple[Media, Media]:
    """Return the formats for results and for graphs, negotiating the one that a query of this form needs."""
    if form in GRAPH_FORMS:
        return RESULTS[0], choose(request, GRAPHS)
    return (choose(request, RESULTS), GRAPHS[0]) if form else (RESULTS[0], GRAPHS[0])


def choose(request: Request, offered: Sequence[Media]) -> Media:
    """Return what of `offered` is asked for by `format` or else accepted; raises NotAcceptable with a list."""
    name = request.one("format")
    found = by_name(name, offered) if name else negotiate(request.accept, offered)
    if found is None:
        listed = "".join(f"\n{media.type} (format={media.name})" for media in offered)
        wanted = f"format {name!r} is not offered" if name else "none of the formats offered is accepted"
        raise NotAcceptable(f"{wanted}; offered are:{listed}")
    return found


def _dataset(request: Request, inspection: Inspection) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Return default and named graphs: the request's over the query's; None, None leaves them to Oxigraph."""
    default, named = request.all("default-graph-uri"), request.all("named-graph-uri")
    for iri in (*default, *named):
        if not _IRI.fullmatch(iri):
            raise BadRequest(f"{iri!r} is not an absolute IRI")
    if default or named:
        return default, named
    if len(inspection.default) > 1:
        return inspection.default, inspection.named
    return None, None


def _limit(text: str | None, most: float) -> float:
    if text is None or not text.strip():
        return most
    try:
        wanted = float(text)
    except ValueError:
        wanted = math.nan
    if not wanted > 0:
        raise BadRequest(f"timeout {text!r} is not a number of seconds")
    return min(wanted, most)
