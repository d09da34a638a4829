"""From the bytes of an HTTP request to a query, for the plain requests that most clients send."""

import re
from binascii import a2b_qp
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import unquote_to_bytes

from server import protocol
from server.compress import accepted_coding
from server.config import Settings
from server.door.query import Query
from server.errors import Refusal
from server.media import GRAPHS, RESULTS, Media, negotiate

Made = TypeVar("Made")

_GET, _POST, _QUERY, _VERSION = b"GET /sparql?", b"POST /sparql HTTP/1.1", b"query=", b" HTTP/1.1"
_END = b"\r\n\r\n"
# Headers that change nothing here; a request with any other goes to Flask.
_PLAIN = frozenset(
    {"host", "user-agent", "connection", "accept-language", "cache-control", "pragma", "referer", "origin", "dnt",
     "priority", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "sec-ch-ua", "sec-ch-ua-mobile",
     "sec-ch-ua-platform"}
)  # fmt: skip
_WRONG_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_FORWARDED = frozenset({"x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "x-real-ip"})
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"


@dataclass(slots=True)
class Headers:
    """What a block of headers says; memoised, since a client sends the same with every request."""

    accept: str | None
    coding: str
    length: int
    type: str
    results: Media | None
    graph: Media | None
    client: str


@dataclass(slots=True)
class Plan:
    """A request that can be answered here; `head` is that of its last answer, from the snapshot and of the length."""

    query: Query
    headers: Headers
    method: str
    head: bytes = b""
    head_of: tuple[str, int] = ("", -1)


class Planner:
    """Reads requests, remembering those it has read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._plans: Memo[Plan | None] = Memo(self._read)
        self._headers: Memo[Headers | None] = Memo(lambda block: _headers(block, settings.proxies))

    def plan(self, request: bytes) -> Plan | None:
        """Return how to answer; None for all that is not plain, or not wholly here, or to be refused."""
        return self._plans(request)

    def _read(self, request: bytes) -> Plan | None:
        head, end, body = request.partition(_END)
        if not end:
            return None
        line, _, block = head.partition(b"\r\n")
        headers = self._headers(block)
        if headers is None or len(body) != headers.length:
            return None
        try:
            if line.startswith(_GET) and line.endswith(_VERSION) and not body:
                return self._get(line[len(_GET) : -len(_VERSION)], headers)
            if line == _POST and body:
                return self._post(body, headers)
        except Refusal:
            return None
        return None

    def _get(self, target: bytes, headers: Headers) -> Plan | None:
        if target.startswith(_QUERY) and b"&" not in target:
            try:
                text = _unquote(target[len(_QUERY) :])
            except UnicodeDecodeError:
                return None
            return self._query([("query", text)], headers, "GET")
        return self._query(protocol.parse(target), headers, "GET")

    def _post(self, body: bytes, headers: Headers) -> Plan | None:
        if headers.type == _FORM:
            return self._query(protocol.parse(body), headers, "POST")
        try:
            return self._query([("query", body.decode())], headers, "POST") if headers.type == _DIRECT else None
        except UnicodeDecodeError:
            return None

    def _query(self, parameters: protocol.Parameters, headers: Headers, method: str) -> Plan | None:
        query = self._simple(parameters, headers) or protocol.read(
            protocol.Request(parameters, headers.accept), self._settings
        )
        return Plan(query, headers, method) if query else None

    def _simple(self, parameters: protocol.Parameters, headers: Headers) -> Query | None:
        """Return what `protocol.read` would of a query that comes alone."""
        if len(parameters) != 1 or parameters[0][0] != "query":
            return None
        text = parameters[0][1]
        inspection = protocol.check(text, self._settings)
        makes_graph = inspection.form in protocol.GRAPH_FORMS
        media = headers.graph if makes_graph else headers.results
        if media is None or not inspection.form or len(inspection.default) > 1:
            return None
        return Query(
            text,
            results=RESULTS[0] if makes_graph else media,
            graph=media if makes_graph else GRAPHS[0],
            limit=self._settings.query_time,
            volatile=inspection.volatile,
            light=inspection.light,
        )


def _unquote(value: bytes) -> str:
    """Undo URL-encoding: as quoted-printable, which is the same with `=` for `%` and has a decoder in C."""
    if _WRONG_ESCAPE.search(value):
        return unquote_to_bytes(value.replace(b"+", b" ")).decode()
    return a2b_qp(value.replace(b"+", b" ").replace(b"=", b"%3D").replace(b"%", b"=")).decode()


def _headers(block: bytes, proxies: int) -> Headers | None:
    found: dict[str, str] = {}
    for line in block.decode("latin-1").split("\r\n"):
        name, colon, value = line.partition(":")
        name = name.lower()
        if not colon or name in found or name != name.strip():
            return None
        found[name] = value.strip()
    accept, coding = found.pop("accept", None), found.pop("accept-encoding", "")
    length, type_ = found.pop("content-length", "0"), found.pop("content-type", "")
    hops = [hop.strip() for hop in found.pop("x-forwarded-for", "").split(",")] if proxies else []
    if proxies:
        found = {name: value for name, value in found.items() if name not in _FORWARDED}
    if "host" not in found or not found.keys() <= _PLAIN or not (length.isascii() and length.isdigit()):
        return None
    if found.get("connection", "keep-alive").lower() != "keep-alive":
        return None
    media, _, parameter = type_.partition(";")
    if parameter and parameter.strip().lower() not in {"charset=utf-8", "charset=utf8"}:
        return None
    return Headers(
        accept=accept,
        coding=accepted_coding(coding),
        length=int(length),
        type=media.strip().lower(),
        results=negotiate(accept, RESULTS),
        graph=negotiate(accept, GRAPHS),
        client=hops[-proxies] if 0 < proxies <= len(hops) else "",
    )


class Memo(Generic[Made]):
    """Remembers what a function made of the last few thousand byte strings, and of none that is long."""

    def __init__(self, make: Callable[[bytes], Made], size: int = 2048, longest: int = 4096) -> None:
        self._make, self._size, self._longest = make, size, longest
        self._made: OrderedDict[bytes, Made] = OrderedDict()

    def __call__(self, key: bytes) -> Made:
        if key in self._made:
            return self._made[key]
        made = self._make(key)
        if len(key) <= self._longest:
            self._made[key] = made
            if len(self._made) > self._size:
                self._made.popitem(last=False)
        return made
