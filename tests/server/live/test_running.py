"""What those who run the server rely on: log, metrics, health, limits of requests, headers, descriptions."""

import json
import time
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, RDF, VOID

from kg.ns import PREFIXES
from tests.live import LiveServer
from tests.server.live.graphs import BASE

SD, SH = Namespace("http://www.w3.org/ns/sparql-service-description#"), Namespace("http://www.w3.org/ns/shacl#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
WAYS = pytest.mark.parametrize("way", [{}, {"X-Way": "flask"}], ids=["express", "flask"])


def _logged(server: LiveServer, id_: str) -> dict[str, object]:
    """Return the log's line of a request; it is written when the answer is out, which its reader may be before."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for line in server.log.read_text(encoding="utf-8").splitlines():
            entry: dict[str, object] = json.loads(line)
            if entry["id"] == id_:
                return entry
    raise AssertionError(f"{id_} is not in the log")


@WAYS
@pytest.mark.parametrize(
    ("query", "verdict", "rows", "status"),
    [
        ("SELECT * { VALUES ?x { 1 2 3 } }", "ok", 3, 200),
        ('ASK {}\n# "é" \\', "ok", 0, 200),
        ("SELECT * {", "wrong", -1, 400),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "time limit", -1, 503),
    ],
)
def test_the_log_tells_what_became_of_each_query(
    server: LiveServer, way: dict[str, str], query: str, verdict: str, rows: int, status: int
) -> None:
    query += f" # {way}"
    response = server.http.get("/sparql", params={"query": query, "timeout": "0.5"}, headers=way)
    entry = _logged(server, response.headers["Query-Id"])
    assert (entry["verdict"], entry["rows"], entry["status"], entry["query"]) == (verdict, rows, status, query)
    assert entry["client"] == "127.0.0.1"
    assert isinstance(entry["milliseconds"], float)


def test_a_cached_answer_is_logged_as_such(server: LiveServer) -> None:
    responses = [server.http.get("/sparql", params={"query": "ASK {} # twice"}) for _ in range(2)]
    assert _logged(server, responses[1].headers["Query-Id"])["verdict"] == "cached"


def test_metrics_count_in_prometheus_format(server: LiveServer) -> None:
    def value(name: str) -> float:
        lines = server.http.get("/metrics").text.splitlines()
        assert all(line.startswith("#") or len(line.rsplit(" ", 1)) == 2 for line in lines)
        return next(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))

    name = 'parley_queries_total{verdict="ok"}'
    before, rows = value(name), value("parley_query_rows_total")
    server.http.get("/sparql", params={"query": "SELECT * { VALUES ?x { 1 2 3 } } # counted"})
    assert value(name) == before + 1
    assert value("parley_query_rows_total") == rows + 3
    assert value('parley_query_seconds_bucket{le="+Inf"}') == value("parley_query_seconds_count")
    assert value("parley_snapshot_info") == 1


def test_health_and_readiness(server: LiveServer) -> None:
    assert server.http.get("/healthz").text == "ok\n"
    assert server.http.get("/readyz").text.startswith("ready: snapshot ")


@pytest.mark.parametrize(
    "path", ["/", "/sparql", "/sparql?query=ASK%7B%7D", "/sparql?query=wrong", "/none", "/healthz", "/dataset"]
)
def test_every_answer_carries_the_security_headers(server: LiveServer, path: str) -> None:
    headers = server.http.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_clients_that_ask_too_often_are_told_to_wait(data: Path) -> None:
    with LiveServer(data, PARLEY_RATE_LIMIT="5/minute") as server:
        answers = [server.http.get("/sparql", params={"query": "ASK {}"}) for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
        assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
        assert server.http.get("/healthz").status_code == 200


def test_behind_a_proxy_each_client_has_a_limit_of_its_own(data: Path) -> None:
    with LiveServer(data, PARLEY_RATE_LIMIT="1/minute", PARLEY_PROXIES="1") as server:
        answers = [
            server.http.get("/sparql?query=ASK%7B%7D", headers={"X-Forwarded-For": f"10.9.9.9, 10.0.0.{n}"}).status_code
            for n in (1, 2, 1)
        ]
    assert answers == [200, 200, 429]


def _graph(server: LiveServer, path: str) -> Graph:
    return Graph().parse(data=server.http.get(path).text, format="turtle")


def test_what_the_service_description_says_works(server: LiveServer) -> None:
    graph = _graph(server, "/sparql")
    service = URIRef(f"{server.url}/sparql")
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    types = {
        "SPARQL_Results_JSON": "application/sparql-results+json",
        "SPARQL_Results_XML": "application/sparql-results+xml",
        "SPARQL_Results_CSV": "text/csv",
        "SPARQL_Results_TSV": "text/tab-separated-values",
        "Turtle": "text/turtle",
        "N-Triples": "application/n-triples",
        "RDF_XML": "application/rdf+xml",
        "JSON-LD": "application/ld+json",
        "N-Quads": "application/n-quads",
        "TriG": "application/trig",
    }
    named = {str(name).removeprefix(str(FORMATS)) for name in graph.objects(service, SD.resultFormat)}
    assert named == set(types)
    for name in named:
        query = "ASK {}" if name.startswith("SPARQL") else "CONSTRUCT WHERE { ?s a ?o }"
        answer = server.http.get("/sparql", params={"query": query}, headers={"Accept": types[name]})
        assert answer.headers["Content-Type"].partition(";")[0] == types[name]
    [dataset] = graph.objects(service, SD.defaultDataset)
    count = server.http.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "format": "csv"})
    assert graph.value(graph.value(dataset, SD.defaultGraph), VOID.triples) == Literal(int(count.text.split()[1]))
    names = server.http.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g {} }"}).json()["results"]["bindings"]
    assert {str(name) for name in graph.objects(dataset, SD.namedGraph)} == {row["g"]["value"] for row in names}


def test_the_union_of_the_named_graphs_is_the_default_graph(server: LiveServer) -> None:
    """The service description says sd:UnionDefaultGraph."""
    only_default = "{ ?s ?p ?o MINUS { GRAPH ?g { ?s ?p ?o } } }"
    only_named = "{ GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"
    query = f"ASK {{ {only_default} UNION {only_named} }}"
    assert server.http.get("/sparql", params={"query": query}).json()["boolean"] is False


def test_the_limits_stand_in_the_service_description(server: LiveServer) -> None:
    text = server.http.get("/sparql").text
    for limit in ("time limit", "memory limit", "longest query", "deepest nesting"):
        assert limit in text


@pytest.mark.parametrize("path", ["/dataset", "/.well-known/void"])
@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"]
)
def test_the_dataset_describes_itself(server: LiveServer, path: str, accept: str) -> None:
    answer = server.http.get(path, headers={"Accept": accept})
    assert answer.headers["Content-Type"].partition(";")[0] == accept
    graph = Graph().parse(data=answer.text, format=accept)
    dataset = URIRef(f"{BASE}dataset")
    assert (dataset, RDF.type, VOID.Dataset) in graph
    assert (dataset, RDF.type, DCAT.Dataset) in graph
    assert list(graph.objects(dataset, VOID.classPartition))
    assert list(graph.objects(dataset, VOID.propertyPartition))
    assert list(graph.subjects(RDF.type, SH.SPARQLExecutable))


@pytest.mark.parametrize(
    "pattern",
    [
        f"<{BASE}dataset> a void:Dataset, sd:Dataset ; void:sparqlEndpoint <{BASE}sparql> ; void:triples ?n",
        "?d void:classPartition [ void:class par:Person ; void:entities ?n ]",
        "?d void:propertyPartition [ void:property rdfs:label ; void:triples ?n ]",
        "?d a dcat:Dataset ; dcat:distribution [ dcat:mediaType ?type ; dcat:downloadURL ?url ]",
        "?q a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; rdfs:comment ?label ; sh:select ?text ; "
        "sh:prefixes [ sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] ]",
        f"<{BASE}sparql> a sd:Service ; sd:endpoint <{BASE}sparql> ; sd:defaultDataset <{BASE}dataset>",
    ],
    ids=["VoID", "class partitions", "property partitions", "DCAT", "example queries", "service description"],
)
@pytest.mark.parametrize("graph", ["", f"GRAPH <{BASE}graph/meta>"], ids=["default graph", "meta"])
def test_the_descriptions_are_in_the_store_too(server: LiveServer, pattern: str, graph: str) -> None:
    prologue = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    query = f"{prologue}ASK {{ {graph} {{ {pattern} }} }}"
    assert server.http.get("/sparql", params={"query": query}).json()["boolean"] is True


def test_the_store_says_of_the_service_what_the_service_says_of_itself(server: LiveServer) -> None:
    """But for the service's limits and the graphs that it lists."""
    said, service = _graph(server, "/sparql"), URIRef(f"{server.url}/sparql")
    query = f"CONSTRUCT WHERE {{ <{BASE}sparql> ?p ?o }}"
    stored = Graph().parse(data=server.http.get("/sparql", params={"query": query}).text, format="turtle")
    expected = {(p, o) for p, o in said.predicate_objects(service) if not isinstance(o, BNode) and o != service}
    assert {(p, o) for _, p, o in stored if p != SD.endpoint} == expected


@pytest.mark.parametrize("path", ["/graphs?graph=http://gondor.example/graph/doc/red-book", "/graph/doc/red-book"])
def test_a_graph_can_be_had_by_its_name(server: LiveServer, path: str) -> None:
    assert len(_graph(server, path)) == 4


def test_an_unknown_graph_is_not_found(server: LiveServer) -> None:
    assert server.http.get("/graph/doc/none").status_code == 404
