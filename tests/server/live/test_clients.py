"""Clients that people use query the server."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.model.world import ActorType, EntityId, SharedActor
from kg.resolve.reconcile import propose, service
from tests.live import LiveServer
from tests.server.live.graphs import BASE

MEETING = f"{BASE}id/meeting/red-book-1"
PAR = "https://w3id.org/parley/ns#"
QUERY = f"SELECT ?m {{ ?m a <{PAR}Meeting> }}"
JS = Path(__file__).parent / "js"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflibs_store(server: LiveServer, method: str) -> None:
    graph = Graph(SPARQLStore(f"{server.url}/sparql", method=method))
    assert [row[0] for row in graph.query(QUERY)] == [URIRef(MEETING)]  # type: ignore[index]  # rows of a SELECT
    assert (URIRef(MEETING), None, URIRef(f"{PAR}Meeting")) in graph
    assert graph.query("ASK { ?s ?p ?o }").askAnswer
    assert len(graph.query(f"DESCRIBE <{MEETING}>").graph or ()) > 2


def test_another_parley_reconciles_its_actors_with_these(server: LiveServer) -> None:
    actor = SharedActor(EntityId("person/elrond-half-elven"), ActorType.PERSON, "ELROND")
    proposal = next(propose([actor], service(f"{server.url}/reconcile", {"Person": "Person"})))
    assert [(each.iri, each.match) for each in proposal.candidates] == [(f"{BASE}id/person/elrond", True)]


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(server: LiveServer, method: str) -> None:
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setMethod(method)
    client.setReturnFormat(JSON)
    client.setQuery(QUERY)
    found: Any = client.queryAndConvert()
    assert found["results"]["bindings"][0]["m"]["value"] == MEETING
    client.setQuery(f"CONSTRUCT {{ ?m a <{PAR}Meeting> }} WHERE {{ ?m a <{PAR}Meeting> }}")
    client.setReturnFormat("xml")
    graph: Any = client.queryAndConvert()
    assert len(graph) == 1
    client.setQuery("SELECT * {")
    with pytest.raises(QueryBadFormed):
        client.query()


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_node_by_itself(server: LiveServer) -> None:
    ask = "fetch(process.argv[1], { method: 'POST', body: new URLSearchParams({ query: process.argv[2] }) })"
    script = f"{ask}.then((answer) => answer.text()).then(console.log)"
    done = subprocess.run(
        ["node", "-e", script, f"{server.url}/sparql", QUERY], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["results"]["bindings"][0]["m"]["value"] == MEETING


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
@pytest.mark.skipif(not (JS / "node_modules").is_dir(), reason="needs `npm ci` in tests/server/live/js")
def test_fetch_sparql_endpoint(server: LiveServer) -> None:
    command = ["node", str(JS / "query.mjs"), f"{server.url}/sparql"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"select {MEETING}", "ask true", f"construct 1 {PAR}Meeting", "wrong true"]
