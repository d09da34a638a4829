"""W3C's SPARQL 1.1 Protocol, Service Description and Graph Store tests, asked of the live server.

Parley is for reading: what W3C expects of a good update is refused here with 403, and bad ones are refused as well.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF
from rdflib.term import Node

from tests.live import LiveServer

HERE = Path(__file__).parent / "sparql11"
WEB = "http://w3c.example/sparql11/"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")

TABLES = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
GRAPHS = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}


class Call(NamedTuple):
    """One request of a test and what it expects."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes | None
    statuses: tuple[str, ...]
    format: str
    boolean: bool | None


def _calls(path: Path) -> Iterator[tuple[str, list[Call]]]:
    graph = Graph().parse(path, format="turtle", publicID=WEB)
    for test in graph.subjects(MF.action):
        requests = graph.value(graph.value(test, MF.action), HT.requests)
        name = str(test).rpartition("#")[2]
        if name != "test":  # the manifests' own list
            yield name, [_call(graph, item) for item in Collection(graph, requests)] if requests else []


def _call(graph: Graph, item: Node) -> Call:
    headers_list, body = graph.value(item, HT.headers), graph.value(item, HT.body)
    headers = {}
    for header in Collection(graph, headers_list) if headers_list else ():
        headers[str(graph.value(header, HT.fieldName))] = str(graph.value(header, HT.fieldValue))
    encoding = str(graph.value(body, CNT.characterEncoding) or "utf-8") if body else ""
    response = graph.value(item, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    return Call(
        str(graph.value(item, HT.methodName)),
        str(graph.value(item, HT.absolutePath)),
        headers,
        str(graph.value(body, CNT.chars)).encode(encoding) if body else None,
        tuple(str(status).rpartition("#")[2] for status in graph.objects(response, MF.expectedStatus)),
        str(graph.value(response, MF.expectedFormat) or ""),
        bool(boolean.toPython()) if isinstance(boolean, Literal) else None,
    )


PROTOCOL = dict(_calls(HERE / "protocol" / "manifest.ttl"))


def _send(w3c: LiveServer, call: Call) -> httpx.Response:
    target = call.target.replace("/sparql/", "/sparql", 1)
    return w3c.http.request(call.method, target, headers=call.headers, content=call.body)


@pytest.mark.parametrize("name", [name for name in PROTOCOL if name.startswith("query")])
def test_query(w3c: LiveServer, name: str) -> None:
    for call in PROTOCOL[name]:
        response = _send(w3c, call)
        assert response.status_code == 200, response.text
        media = response.headers["Content-Type"].partition(";")[0]
        assert media in (GRAPHS if call.format == "RDF" else TABLES)
        if call.boolean is not None:
            assert response.json()["boolean"] is call.boolean


@pytest.mark.parametrize("name", [name for name in PROTOCOL if name.startswith("bad")])
def test_bad_request(w3c: LiveServer, name: str) -> None:
    for call in PROTOCOL[name]:
        assert 400 <= _send(w3c, call).status_code < 500


@pytest.mark.parametrize("name", [name for name in PROTOCOL if name.startswith("update")])
def test_update_is_refused(w3c: LiveServer, name: str) -> None:
    response = _send(w3c, PROTOCOL[name][0])
    assert (response.status_code, response.headers["Content-Type"]) == (403, "text/plain; charset=utf-8")


def test_all_of_the_protocol_is_asked() -> None:
    assert len(PROTOCOL) == 34


class TestServiceDescription:
    def test_returns_rdf(self, w3c: LiveServer) -> None:
        response = w3c.http.get("/sparql")
        assert response.headers["Content-Type"].partition(";")[0] in GRAPHS
        assert len(Graph().parse(data=response.text, format="turtle"))

    def test_has_endpoint_triple(self, w3c: LiveServer) -> None:
        graph = Graph().parse(data=w3c.http.get("/sparql").text, format="turtle")
        assert (None, SD.endpoint, URIRef(f"{w3c.url}/sparql")) in graph

    def test_conforms_to_schema(self, w3c: LiveServer) -> None:
        graph = Graph().parse(data=w3c.http.get("/sparql").text, format="turtle")
        [service] = graph.subjects(RDF.type, SD.Service)
        kinds = {SD.endpoint: URIRef, SD.supportedLanguage: URIRef, SD.resultFormat: URIRef, SD.feature: URIRef}
        for predicate, kind in kinds.items():
            values = list(graph.objects(service, predicate))
            assert values
            assert all(isinstance(value, kind) for value in values)
        [dataset] = graph.objects(service, SD.defaultDataset)
        assert (dataset, RDF.type, SD.Dataset) in graph
        assert (graph.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in graph
        for named in graph.objects(dataset, SD.namedGraph):
            assert (named, RDF.type, SD.NamedGraph) in graph
            assert graph.value(named, SD.name)


class TestGraphStore:
    """The manifests' GET and HEAD on graphs that are already here, since none can be put."""

    GRAPH = WEB + "exists/exists01.ttl"

    def test_get_of_a_named_graph(self, w3c: LiveServer) -> None:
        response = w3c.http.get("/graphs", params={"graph": self.GRAPH})
        assert response.headers["Content-Type"].startswith("text/turtle")
        expected = Graph().parse(HERE / "exists" / "exists01.ttl", format="turtle")
        assert Graph().parse(data=response.text, format="turtle").isomorphic(expected)

    def test_get_of_the_default_graph(self, w3c: LiveServer) -> None:
        response = w3c.http.get("/graphs?default", headers={"Accept": "application/n-triples"})
        assert response.status_code == 200
        assert len(response.text.splitlines()) > 400

    @pytest.mark.parametrize(
        "accept", ["text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"]
    )
    def test_get_negotiates(self, w3c: LiveServer, accept: str) -> None:
        response = w3c.http.get("/graphs", params={"graph": self.GRAPH}, headers={"Accept": accept})
        assert response.headers["Content-Type"].partition(";")[0] == accept

    def test_head_of_an_existing_graph(self, w3c: LiveServer) -> None:
        response = w3c.http.head("/graphs", params={"graph": self.GRAPH})
        assert (response.status_code, response.content) == (200, b"")
        assert int(response.headers["Content-Length"]) > 0

    @pytest.mark.parametrize("method", ["GET", "HEAD"])
    def test_a_graph_that_is_not_here(self, w3c: LiveServer, method: str) -> None:
        assert w3c.http.request(method, "/graphs", params={"graph": WEB + "none"}).status_code == 404

    def test_percent_encoding_is_undone_once(self, w3c: LiveServer) -> None:
        encoded = self.GRAPH.replace("exists01", "%65xists01")
        once = w3c.http.get(f"/graphs?graph={encoded}")
        twice = w3c.http.get("/graphs", params={"graph": encoded})
        assert (once.status_code, twice.status_code) == (200, 404)

    @pytest.mark.parametrize("query", ["", "graph=relative", "graph=a:a&default"])
    def test_a_request_that_names_no_graph(self, w3c: LiveServer, query: str) -> None:
        assert w3c.http.get(f"/graphs?{query}").status_code == 400

    @pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
    def test_writing_is_refused(self, w3c: LiveServer, method: str) -> None:
        response = w3c.http.request(method, "/graphs", params={"graph": self.GRAPH}, content=b"")
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]
