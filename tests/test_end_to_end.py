"""From a folder of documents to a client's answer, by the commands that a user types."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper

from kg.resources import resource

WHOM = resource("ontology/queries/cq01.rq").read_text(encoding="utf-8")
EXPECTED = {("Mohammad Reza Ashtiani", "2023-05-29", "Tehran"), ("Sergei Lavrov", "2024-02-28", "Moscow")}


def parley(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environ)


@pytest.fixture(scope="module")
def address(seeds_data: Path) -> Iterator[str]:
    """Start the real server on a free port and give its address, which it prints when it can be asked."""
    command = [sys.executable, "-m", "kg", "serve", "--data", str(seeds_data), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(match[1] for line in server.stdout if (match := re.search(r"serving on (http://\S+/)", line)))
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=20)
    assert server.returncode == 0


def test_rdflib_s_store_gets_the_answer(address: str) -> None:
    rows = SPARQLStore(f"{address}sparql").query(WHOM)
    assert {tuple(str(term) for term in row) for row in rows} >= EXPECTED  # type: ignore[union-attr]


def test_sparqlwrapper_gets_the_answer(address: str) -> None:
    client = SPARQLWrapper(f"{address}sparql", returnFormat=JSON)
    client.setQuery(WHOM)
    answer: Any = client.queryAndConvert()
    bindings = answer["results"]["bindings"]
    assert {
        tuple(row[name]["value"] for name in ("name", "date", "place") if name in row) for row in bindings
    } >= EXPECTED


def test_a_node_s_address_leads_to_its_description(address: str) -> None:
    request = Request(f"{address}id/person/sadio-camara", headers={"Accept": "application/ld+json"})
    with urlopen(request) as response:
        described = json.load(response)
    assert any(node["id"].endswith("id/person/sadio-camara") for node in described["@graph"])


def test_the_dump_is_the_graph(address: str) -> None:
    with urlopen(f"{address}dumps/parley.ttl") as response:
        graph = Graph().parse(data=response.read(), format="turtle")
    person = URIRef("http://localhost:8000/id/person/sadio-camara")
    assert (person, None, None) in graph


def test_query_prints_a_table_without_a_server(seeds_data: Path, tmp_path: Path) -> None:
    asked = tmp_path / "whom.rq"
    asked.write_text(WHOM, encoding="utf-8")
    answered = parley("query", str(asked), "--data", str(seeds_data))
    assert answered.returncode == 0
    assert "Sergei Lavrov" in answered.stdout


def test_a_port_in_use_is_one_clear_line(seeds_data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = parley("serve", "--data", str(seeds_data), "--port", str(port))
    assert refused.returncode != 0
    assert [line for line in refused.stderr.splitlines() if str(port) in line] == refused.stderr.splitlines()


def test_serving_without_a_snapshot_is_one_clear_line(tmp_path: Path) -> None:
    refused = parley("serve", "--data", str(tmp_path), "--port", "0")
    assert refused.returncode != 0
    assert str(tmp_path) in refused.stderr
    assert "Traceback" not in refused.stderr
