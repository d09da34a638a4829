"""The promises of the endpoint to those who query it, kept by the real server."""

import gzip
import json
from urllib.parse import quote

import httpx
import pytest
import zstandard
from rdflib import Graph

from tests.live import LiveServer

PAR = "PREFIX par: <https://w3id.org/parley/ns#>"
ASK, SELECT = "ASK { ?s ?p ?o }", f"{PAR} SELECT ?m {{ ?m a par:Meeting }}"
CONSTRUCT = f"{PAR} CONSTRUCT {{ ?m a par:Meeting }} WHERE {{ ?m a par:Meeting }}"
MEETING = "http://gondor.example/id/meeting/red-book-1"

# A header that the express lane does not know sends a request on to Flask: so each way can be asked for.
WAYS = pytest.mark.parametrize("way", [{}, {"X-Way": "flask"}], ids=["express", "flask"])


def get(server: LiveServer, query: str, **headers: str) -> httpx.Response:
    return server.http.get("/sparql", params={"query": query}, headers=headers)


@WAYS
@pytest.mark.parametrize(
    "send",
    [
        lambda http, query, headers: http.get("/sparql", params={"query": query}, headers=headers),
        lambda http, query, headers: http.post("/sparql", data={"query": query}, headers=headers),
        lambda http, query, headers: http.post(
            "/sparql", content=query, headers={"Content-Type": "application/sparql-query", **headers}
        ),
    ],
    ids=["get", "form", "direct"],
)
def test_a_query_can_be_sent_in_three_ways(server: LiveServer, send: object, way: dict[str, str]) -> None:
    response = send(server.http, SELECT, way)  # type: ignore[operator]  # a function of the table
    assert response.json()["results"]["bindings"] == [{"m": {"type": "uri", "value": MEETING}}]


@WAYS
@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ASK, "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples; charset=utf-8"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/n-quads", "application/n-quads; charset=utf-8"),
        (CONSTRUCT, "application/trig", "application/trig; charset=utf-8"),
        (f"DESCRIBE <{MEETING}>", "text/csv;q=0.9, application/rdf+xml;q=0.2", "application/rdf+xml"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
        (SELECT, "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        (SELECT, "text/*", "text/csv; charset=utf-8"),
    ],
)
def test_the_answer_comes_as_the_client_accepts_it(
    server: LiveServer, way: dict[str, str], query: str, accept: str, content_type: str
) -> None:
    response = get(server, query, Accept=accept, **way)
    assert (response.status_code, response.headers["Content-Type"]) == (200, content_type)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("query", "name", "content_type"),
    [
        (SELECT, "csv", "text/csv"),
        (SELECT, "xml", "application/sparql-results+xml"),
        (CONSTRUCT, "nt", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "json", "application/ld+json"),
    ],
)
def test_format_beats_accept(server: LiveServer, query: str, name: str, content_type: str) -> None:
    response = server.http.get("/sparql", params={"query": query, "format": name}, headers={"Accept": "text/html"})
    assert response.headers["Content-Type"].partition(";")[0] == content_type


@WAYS
@pytest.mark.parametrize(("query", "accept"), [(SELECT, "image/png"), (CONSTRUCT, "text/csv"), (SELECT, "text/turtle")])
def test_what_is_not_offered_is_refused_with_a_list(
    server: LiveServer, way: dict[str, str], query: str, accept: str
) -> None:
    response = get(server, query, Accept=accept, **way)
    assert response.status_code == 406
    assert ("text/turtle" if query is CONSTRUCT else "text/csv") in response.text


@WAYS
@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (("GET", "/sparql?query=SELEKT", {}, None), 400),
        (("GET", "/sparql?query=", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D%FF", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=not+an+iri", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D&timeout=soon", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D&timeout=-1", {}, None), 400),
        (("GET", "/sparql?query=ASK%7B%7D&format=parquet", {}, None), 406),
        (("GET", "/sparql?update=CLEAR%20ALL", {}, None), 403),
        (("GET", "/sparql?query=INSERT%20DATA%20%7B%7D", {}, None), 403),
        (("GET", "/sparql?query=LOAD%20%3Chttp%3A%2F%2Fa%2F%3E", {}, None), 403),
        (("GET", "/sparql?query=" + "x" * 33000, {}, None), 414),
        (("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 33000), 413),
        (("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 200_000), 413),
        (("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK {} #\xff"), 400),
        (
            (
                "POST",
                "/sparql",
                {"Content-Type": "application/sparql-query; charset=utf-16"},
                "ASK {}".encode("utf-16"),
            ),
            415,
        ),
        (("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL"), 403),
        (("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"update=CLEAR+ALL"), 403),
        (("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"nothing=here"), 400),
        (("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}"), 415),
        (("POST", "/sparql", {}, b"ASK {}"), 415),
        (("PUT", "/sparql", {}, None), 405),
        (("DELETE", "/sparql?query=ASK%7B%7D", {}, None), 405),
        (("GET", "/nowhere", {}, None), 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_plain_text(
    server: LiveServer, way: dict[str, str], request_: tuple[str, str, dict[str, str], bytes | None], status: int
) -> None:
    method, target, headers, body = request_
    response = server.http.request(method, target, headers=headers | way, content=body)
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Traceback" not in response.text
    if status == 405:
        assert "GET" in response.headers["Allow"]


@WAYS
def test_an_error_says_where_and_shows_the_line(server: LiveServer, way: dict[str, str]) -> None:
    response = get(server, "SELECT *\nWHERE {\n  ?s <script> ;;\n", **way)
    said = response.text.splitlines()
    assert said[0].startswith("line ")
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


@WAYS
@pytest.mark.parametrize(
    ("parameters", "labels"),
    [
        ({}, {"Council of Elrond"}),
        ({"default-graph-uri": "http://gondor.example/graph/doc/red-book"}, {"Council of Elrond"}),
        ({"default-graph-uri": "http://gondor.example/graph/meta"}, set()),
        ({"default-graph-uri": "http://gondor.example/graph/doc/none"}, set()),
        ({"named-graph-uri": "http://gondor.example/graph/doc/red-book"}, set()),
    ],
)
def test_the_request_chooses_the_default_graph(
    server: LiveServer, way: dict[str, str], parameters: dict[str, str], labels: set[str]
) -> None:
    query = f"{PAR} SELECT ?l {{ ?m a par:Meeting ; <http://www.w3.org/2000/01/rdf-schema#label> ?l }}"
    response = server.http.get("/sparql", params={"query": query, **parameters}, headers=way)
    assert {row["l"]["value"] for row in response.json()["results"]["bindings"]} == labels


_TWO = ["http://gondor.example/graph/doc/red-book", "http://gondor.example/graph/doc/annals"]


@pytest.mark.parametrize(
    ("clauses", "parameters"),
    [
        ("FROM <http://gondor.example/graph/doc/red-book> FROM <http://gondor.example/graph/doc/annals>", {}),
        ("FROM <graph/doc/red-book> FROM <graph/doc/annals>", {}),
        ("", {"default-graph-uri": _TWO}),
        ("FROM <http://gondor.example/graph/meta>", {"default-graph-uri": _TWO}),
    ],
)
def test_several_default_graphs_are_merged(server: LiveServer, clauses: str, parameters: dict[str, list[str]]) -> None:
    query = f"SELECT * {clauses} WHERE {{ <{MEETING}> a ?class }}"
    response = server.http.get("/sparql", params={"query": query, **parameters})
    assert len(response.json()["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({}, 2),
        ({"named-graph-uri": _TWO[0]}, 1),
        ({"named-graph-uri": _TWO}, 2),
        ({"named-graph-uri": [*_TWO, "http://gondor.example/graph/doc/none"]}, 2),
        ({"default-graph-uri": _TWO[0]}, 0),
        ({"default-graph-uri": _TWO, "named-graph-uri": _TWO[1]}, 1),
    ],
)
def test_the_request_chooses_the_named_graphs(server: LiveServer, parameters: dict[str, object], count: int) -> None:
    query = f"SELECT ?g {{ GRAPH ?g {{ <{MEETING}> a ?class }} }}"
    response = server.http.post("/sparql", data={"query": query, **parameters})
    assert len(response.json()["results"]["bindings"]) == count


def test_from_never_fetches(server: LiveServer) -> None:
    response = get(server, f"SELECT * FROM <file:///etc/passwd> FROM <{server.url}/ns> {{ ?s ?p ?o }}")
    assert response.json()["results"]["bindings"] == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <%s/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <%s/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent<%s/sparql>{ ?s ?p ?o } }",
        "SELECT * { FILTER(2<3)SERVICE#x>\n<%s/sparql> { ?s ?p ?o } }",
        "SELECT * { FILTER(2<3)SERVICE#x>\nSILENT<%s/sparql> { ?s ?p ?o } }",
        "PREFIX a: <%s/> SELECT * { BIND('#' AS ?x) SERVICE a:sparql { ?s ?p ?o } }",
        "SELECT * { BIND(<%s/sparql> AS ?t) SERVICE ?t { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''it's''' . SERVICE <%s/sparql> { ?s ?p ?o } }",
    ],
)
def test_service_is_refused_however_it_is_spelled(server: LiveServer, query: str) -> None:
    response = get(server, query % server.url)
    assert response.status_code == 403
    assert "SERVICE" in response.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <a:a> {}' }",
        "SELECT * { ?s ?p ?o } # SERVICE <a:a> {}",
        "ASK { ?s <http://e.example/SERVICE> ?o }",
        "PREFIX s: <a:> ASK { ?s s:SERVICE ?o }",
        "ASK { ?SERVICE ?p ?INSERT }",
    ],
)
def test_the_word_alone_is_no_service(server: LiveServer, query: str) -> None:
    assert get(server, query).status_code == 200


@WAYS
@pytest.mark.parametrize(
    ("query", "volatile"),
    [
        ("SELECT (NOW() AS ?x) {}", True),
        ("SELECT (rand() AS ?x) {}", True),
        ("SELECT (UUID ( ) AS ?x) {}", True),
        ("SELECT (STRUUID() AS ?x) {}", True),
        ("SELECT (BNODE() AS ?x) {}", True),
        ("SELECT ('NOW()' AS ?now) {}", False),
    ],
)
def test_what_differs_each_time_is_never_kept(
    server: LiveServer, way: dict[str, str], query: str, *, volatile: bool
) -> None:
    response = get(server, query, **way)
    assert (response.headers["Cache-Control"] == "no-store") is volatile
    assert ("ETag" not in response.headers) is volatile


@WAYS
def test_a_client_that_has_the_answer_gets_304(server: LiveServer, way: dict[str, str]) -> None:
    first = get(server, SELECT, **way)
    again = get(server, SELECT, **{"If-None-Match": first.headers["ETag"]}, **way)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert get(server, SELECT, **{"If-None-Match": 'W/"other"'}, **way).status_code == 200
    assert get(server, SELECT, Accept="text/csv", **way).headers["ETag"] != first.headers["ETag"]


@WAYS
@pytest.mark.parametrize(
    ("coding", "undo"), [("gzip", gzip.decompress), ("zstd", zstandard.ZstdDecompressor().decompressobj)]
)
def test_answers_are_compressed_for_who_accepts_it(
    server: LiveServer, way: dict[str, str], coding: str, undo: object
) -> None:
    query = "SELECT * { ?s ?p ?o } LIMIT 2000"
    with server.http.stream(
        "GET", "/sparql", params={"query": query}, headers={"Accept-Encoding": coding, **way}
    ) as got:
        raw = b"".join(got.iter_raw())
    assert got.headers["Content-Encoding"] == coding
    plain = undo(raw) if coding == "gzip" else undo().decompress(raw)  # type: ignore[operator]  # a function of the table
    assert json.loads(plain) == get(server, query, **{"Accept-Encoding": "identity"}).json()


@WAYS
def test_head_says_what_get_would(server: LiveServer, way: dict[str, str]) -> None:
    response = server.http.head("/sparql", params={"query": SELECT}, headers=way)
    whole = get(server, SELECT, **way)
    assert (response.status_code, response.content) == (200, b"")
    for name in ("Content-Type", "ETag", "Vary", "Content-Length"):
        assert response.headers[name] == whole.headers[name]


def test_a_browser_may_ask_from_another_site(server: LiveServer) -> None:
    preflight = server.http.options(
        "/sparql", headers={"Origin": "https://arnor.example", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in preflight.headers["Access-Control-Allow-Headers"]


def test_the_bare_endpoint_is_a_page_for_browsers_and_a_description_for_all_else(server: LiveServer) -> None:
    browser = server.http.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    machine = server.http.get("/sparql")
    assert browser.headers["Content-Type"] == "text/html; charset=utf-8"
    assert machine.headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert len(Graph().parse(data=machine.text, format="turtle"))


@pytest.mark.parametrize(
    "query",
    [
        SELECT,
        CONSTRUCT,
        "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 700",
        "SELECT * {",
        ASK,
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT (RAND() < 2 AS ?sure) {}",
        "SELECT * { ?s ?p ?o . ?a a ?b } LIMIT 3000",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_express_lane_and_flask_answer_alike(server: LiveServer, query: str, method: str) -> None:
    """Whichever way comes first fills the cache: so each asks a text of its own, and only the entity tag differs."""

    def ask(way: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
        text = {"query": f"{query}\n# {method} {'ef'[len(way)]}"}
        kept = {"params": text} if method == "GET" else {"data": text}
        response = server.http.request(method, "/sparql", headers=way, **kept)  # type: ignore[arg-type]  # one of the two
        varying = {"date", "query-id", "etag", "connection"}
        return response.status_code, response.content, {k: v for k, v in response.headers.items() if k not in varying}

    express, flask = ask({}), ask({"X-Way": "flask"})
    assert express[0] == flask[0]
    assert express[2] == flask[2]
    if express[0] == 200:
        assert express[1] == flask[1]


def test_timeout_may_only_shorten(server: LiveServer) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    for asked, limit in (("0.2", "0.2"), ("100", "3")):
        response = server.http.get("/sparql", params={"query": endless, "timeout": asked})
        assert response.status_code == 503
        assert f"time limit of {limit} s" in response.text


def test_a_query_in_the_url_may_be_as_long_as_one_in_a_body(server: LiveServer) -> None:
    long = "ASK {} #" + quote("é" * 16000)[: 32 * 1024 - 10]
    assert get(server, long).json()["boolean"] is True


def test_answers_of_every_length_come_whole(server: LiveServer) -> None:
    """Around the 64 KB past which an answer is made of several frames."""
    for rows in range(450, 900, 9):
        csv = get(server, f"SELECT * {{ ?a ?b ?c . ?d a ?e }} LIMIT {rows}", Accept="text/csv").text
        assert (csv[:11], csv.count("\r\n")) == ("a,b,c,d,e\r\n", rows + 1)
