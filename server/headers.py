"""Headers that every answer carries, errors included, and the plain-text form of errors."""

from http import HTTPStatus

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from server.door.query import Query
from server.errors import Refusal

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
COMMON = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After, Query-Id"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", CONTENT_POLICY),
)
PREFLIGHT = (
    ("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"),
    ("Access-Control-Allow-Headers", "Accept, Content-Type, Accept-Language, If-None-Match, Range, Authorization"),
    ("Access-Control-Max-Age", "86400"),
)


def caching(query: Query, snapshot: str) -> dict[str, str]:
    """Return the headers that tell caches what to do with the answer to a query."""
    vary = {"Vary": "Accept, Accept-Encoding"}
    if query.volatile:
        return vary | {"Cache-Control": "no-store"}
    return vary | {"Cache-Control": "public, no-cache", "ETag": query.etag(snapshot)}


def install(app: Flask) -> None:
    """Have `app` set the headers, and answer errors as plain text that quotes nothing as HTML."""
    app.after_request(_set)
    app.register_error_handler(Refusal, refuse)
    app.register_error_handler(HTTPException, _http_error)


def refuse(error: Refusal) -> Response:
    """Return a refusal as plain text."""
    return plain(str(error), error.status, error.headers)


def plain(text: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """Return a text for people to read, never to be kept."""
    response = Response(f"{text}\n", status, content_type="text/plain; charset=utf-8", headers=headers)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _http_error(error: HTTPException) -> Response:
    if error.response is not None:
        return error.get_response()  # type: ignore[return-value]  # Flask's own, for redirects
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    headers = {"Allow": ", ".join(sorted(error.valid_methods or ()))} if isinstance(error, MethodNotAllowed) else None
    return plain(error.description or HTTPStatus(status).phrase, status, headers)


def _set(response: Response) -> Response:
    for name, value in COMMON:
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers.extend(PREFLIGHT)
    return response
