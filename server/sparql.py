"""The SPARQL 1.1 Protocol, for reading: `/sparql`."""

import errno
from collections.abc import Iterator
from typing import IO

from flask import Blueprint, Response, render_template, request

from kg.ns import RDFS, SH
from server import protocol
from server.access import Record, present_settings, record
from server.compress import SMALLEST, accepted_coding, compress, compress_pieces
from server.config import Settings
from server.description import describe_service
from server.door import Answer, Broken, ClientGone, Query, door
from server.errors import BadRequest, Forbidden, Refusal, TooLong, Unsupported
from server.headers import caching
from server.media import GRAPHS, HTML

blueprint = Blueprint("sparql", __name__)

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_PIECE, _PATIENCE = 65536, 64  # what is read of a body that is too long: 4 MB in pieces
_EXAMPLES = f"SELECT ?label ?text {{ ?q {RDFS.comment} ?label ; {SH.select} ?text }} ORDER BY ?q"


@blueprint.route("/sparql", methods=["GET", "POST"])
@blueprint.route("/sparql/", methods=["GET", "POST"])
def sparql() -> Response | str:
    """Answer a query; without one, the query page for a browser and the service description for anything else."""
    settings = present_settings()
    asked = _request(settings)
    query = protocol.read(asked, settings)
    if query is None:
        if request.method == "POST":
            raise BadRequest("parameter 'query' is missing")
        return _bare(asked)
    return respond(query)


def _request(settings: Settings) -> protocol.Request:
    """Return what the client asks, from the URL and from the body that the method allows."""
    accept = ",".join(request.headers.getlist("Accept")) or None
    parameters = list(protocol.parse(request.query_string))
    if request.method != "POST":
        return protocol.Request(parameters, accept)
    parameters += _body(settings)
    return protocol.Request(parameters, accept, too_long=413)


def _body(settings: Settings) -> protocol.Parameters:
    if request.mimetype == FORM:
        return protocol.parse(_read(settings))
    if request.mimetype == QUERY:
        if request.mimetype_params.get("charset", "utf-8").lower() not in {"utf-8", "utf8", "us-ascii"}:
            raise Unsupported("queries are read in UTF-8 only")
        try:
            return [("query", _read(settings).decode())]
        except UnicodeDecodeError:
            raise BadRequest("the query is not UTF-8") from None
    if request.mimetype == UPDATE:
        raise Forbidden(protocol.READ_ONLY)
    raise Unsupported(f"content type {request.mimetype or '(none)'!r} is not read here; send {FORM} or {QUERY}")


def _read(settings: Settings) -> bytes:
    """Return the body; raises TooLong for more than a query can take, once the client has sent the worst of it.

    A client that is still sending would not read the answer.
    """
    most = 3 * settings.query_size + 4096  # URL-encoding trebles a byte
    stream: IO[bytes] = request.environ["wsgi.input"]
    body = stream.read(min(request.content_length or most + 1, most + 1))
    if len(body) <= most:
        return body
    for _ in range(_PATIENCE):
        if not stream.read(_PIECE):
            break
    raise TooLong(f"the body is too long: the longest query that is read has {settings.query_size} bytes", 413)


def _bare(asked: protocol.Request) -> Response | str:
    media = protocol.choose(asked, (*GRAPHS, HTML))
    if media is not HTML:
        return describe_service(media)
    examples = [{"label": row["label"].value, "text": row["text"].value} for row in door().rows(_EXAMPLES)]
    base = present_settings().base
    response = Response(render_template("query.html", query="", base=base, examples=examples))
    response.vary.add("Accept")
    return response


def respond(query: Query) -> Response:
    """Answer `query`: 304 without evaluating it if the client has the answer of this snapshot."""
    entry = record()
    entry.query = query.text
    snapshot = door().snapshot
    if not query.volatile and request.if_none_match.contains_weak(_opaque(query.etag(snapshot))):
        entry.verdict = "unchanged"
        return _with_caching(Response(status=304), query, snapshot)
    try:
        answer = door().answer(query, request.environ.get("gunicorn.socket"))
    except Refusal as refusal:
        entry.verdict = refusal.verdict
        raise
    except ClientGone:
        entry.verdict = "client left"
        return Response(status=499)  # nobody reads it
    return _response(query, answer, entry)


def _opaque(etag: str) -> str:
    return etag.removeprefix("W/").strip('"')


def _response(query: Query, answer: Answer, entry: Record) -> Response:
    coding = accepted_coding(request.headers.get("Accept-Encoding", ""))
    body: bytes | Iterator[bytes]
    if answer.whole is None:
        pieces = _unbroken(answer, entry)
        body = compress_pieces(pieces, coding) if coding else pieces
    else:
        coding = coding if len(answer.whole) >= SMALLEST else ""
        body = compress(answer.whole, coding) if coding else answer.whole
        entry.rows = answer.rows
    response = Response(body, content_type=answer.media.content_type)
    if answer.whole is None:
        response.call_on_close(answer.close)
    if coding:
        response.headers["Content-Encoding"] = coding
    entry.verdict = "cached" if answer.cached else "ok"
    return _with_caching(response, query, answer.snapshot)


def _unbroken(answer: Answer, entry: Record) -> Iterator[bytes]:
    """Yield the answer's pieces; where it breaks, break the connection, so that nobody takes the part for the whole."""
    try:
        yield from answer.pieces
        entry.rows = answer.rows
    except Broken as broken:
        entry.verdict = f"broken: {broken}"
        raise ConnectionResetError(errno.ECONNRESET, str(broken)) from None


def _with_caching(response: Response, query: Query, snapshot: str) -> Response:
    response.headers.update(caching(query, snapshot))
    return response
