"""Any request at all gets an HTTP answer that is no 500, and the server goes on. bench/serving does it for minutes."""

import re
import socket
from urllib.parse import quote_from_bytes

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.live import LiveServer

PATHS = st.sampled_from(
    ["/sparql", "/sparql/", "/graphs", "/", "/dataset", "/metrics", "/id/x", "/data/x.ttl", "/search", "/dumps/"]
)
METHODS = st.sampled_from(["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])
NAMES = st.sampled_from(
    ["query", "update", "default-graph-uri", "named-graph-uri", "timeout", "format", "graph", "default", "q", "page"]
)
QUERIES = st.sampled_from(
    [
        b"ASK {}",
        b"SELECT * { ?s ?p ?o } LIMIT 1",
        b"CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1",
        b"DESCRIBE <a:a>",
        b"SELECT",
        b"SELECT * { SERVICE <a:a> {} }",
        b"SELECT (\xff AS ?x) {}",
        b"ASK { FILTER(1<(2)) }",
    ]
)
PARAMETERS = st.lists(st.tuples(NAMES, QUERIES | st.binary(max_size=20)), max_size=3)
HEADERS = st.dictionaries(
    st.sampled_from(
        ["Accept", "Accept-Encoding", "Content-Type", "If-None-Match", "Range", "X-Forwarded-For", "Accept-Language"]
    ),
    st.sampled_from(
        [
            "*/*",
            "text/csv;q=0.3",
            "application/sparql-query",
            "application/x-www-form-urlencoded",
            'W/"x"',
            "bytes=0-1",
            "gzip;q=0",
            ",;=,q=,",
            "a" * 200,
            "en;q=x",
            "1.2.3.4",
        ]
    ),
    max_size=3,
)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(METHODS, PATHS, PARAMETERS, HEADERS, st.booleans())
def test_no_request_is_answered_with_a_fault(
    server: LiveServer,
    method: str,
    path: str,
    parameters: list[tuple[str, bytes]],
    headers: dict[str, str],
    in_body: bool,
) -> None:
    encoded = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in parameters)
    target = path if in_body else f"{path}?{encoded}"
    response = server.http.request(method, target, headers=headers, content=encoded.encode() if in_body else None)
    assert response.status_code < 500, response.text
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Security-Policy" in response.headers


@MANY
@given(
    st.binary(max_size=300)
    | st.sampled_from(
        [
            b"GET /sparql?query=ASK%7B%7D HTTP/1.0\r\n\r\n",
            b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n\r\n",
            b"\r\n\r\n\r\n",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\nquery=",
            b"GET / HTTP/9.9\r\n\r\n",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            b"GET /sparql?query=%zz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
            b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n\r\n" * 2,
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ]
    )
)
def test_bytes_that_are_no_request_harm_nobody(server: LiveServer, data: bytes) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as client:
        client.sendall(data)
        client.shutdown(socket.SHUT_WR)
        while client.recv(65536):
            pass
    assert server.http.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


@pytest.mark.parametrize("count", [1, 2, 5])
def test_requests_sent_ahead_are_answered_in_order(server: LiveServer, count: int) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    asked = b"".join(
        b"GET /sparql?query=ASK%%7BFILTER(%d)%%7D&format=csv HTTP/1.1\r\nHost: x\r\n\r\n" % (n % 2)
        for n in range(count)
    )
    with socket.create_connection((host, int(port)), timeout=20) as client:
        client.sendall(asked)
        said = b""
        while said.count(b"true") + said.count(b"false") < count:
            said += client.recv(65536)
    answers = re.findall(r"true|false", said.decode())
    assert answers == ["false", "true"] * (count // 2) + ["false"] * (count % 2)


def test_a_request_that_comes_in_pieces_is_answered(server: LiveServer) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as client:
        for piece in (b"GET /sparql?que", b"ry=ASK%7B%7D HTTP/1.1\r\nHo", b"st: x\r\nConnection: close\r\n", b"\r\n"):
            client.sendall(piece)
            httpx.get(f"{server.url}/healthz")  # so that the server has seen the piece before the next
        said = b""
        while piece := client.recv(65536):
            said += piece
    assert said.startswith(b"HTTP/1.1 200 OK")
    assert said.endswith(b'"boolean":true}')
