"""GraphML: who met whom, how often and when, as a reader of the format gets it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.derive import derive
from kg.iris import Iris
from kg.snapshot import write

BASE = "http://example.org/id/"
MORE = """
@base <http://example.org/> .
@prefix par: <https://w3id.org/parley/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<graph/doc/d2> {
  <id/person/frodo> a par:Person ; rdfs:label "Frodo <\\u0001> Baggins"@en ; org:holds <id/office/sh/mayor> .
  <id/person/sam> a par:Person ; rdfs:label "Sam"@en .
  <id/office/sh/mayor> a par:Office ; rdfs:label "mayor"@en ; par:country <id/country/sh> .
  <id/country/sh> a par:Country ; rdfs:label "Shire"@en .
  <id/org/council> a par:Organization ; rdfs:label "Council"@en ; par:country <id/country/sh> .
  <id/meeting/m1> a par:Meeting ; rdfs:label "m1"@en ; par:status par:Held ;
    par:earliestDate "3018-04-01"^^xsd:date ; par:latestDate "3018-04-30"^^xsd:date ;
    par:participant <id/person/frodo> , <id/person/sam> , <id/org/council> .
  <id/meeting/m2> a par:Meeting ; rdfs:label "m2"@en ; par:status par:Held ;
    par:earliestDate "3017-01-01"^^xsd:date ; par:latestDate "3017-12-31"^^xsd:date ;
    par:participant <id/person/frodo> , <id/person/sam> .
  <id/meeting/m3> a par:Meeting ; rdfs:label "m3"@en ; par:status par:Planned ;
    par:participant <id/person/frodo> , <id/person/gollum> .
}
"""
NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}


def network(folder: Path, quads: list[Quad], iris: Iris) -> ET.Element:
    file = write(folder, quads, iris).file("parley.graphml")
    return ET.fromstring(file.read_text(encoding="utf-8"))


def values(element: ET.Element) -> Mapping[str, str | None]:
    return {data.attrib["key"]: data.text for data in element.findall("g:data", NAMES)}


@pytest.fixture
def told(tmp_path: Path, iris: Iris) -> ET.Element:
    return network(tmp_path, list(parse(MORE, RdfFormat.TRIG)), iris)


def test_an_edge_counts_and_dates_the_meetings_that_two_shared(told: ET.Element) -> None:
    edges = {(e.attrib["source"], e.attrib["target"]): values(e) for e in told.iterfind(".//g:edge", NAMES)}
    frodo, sam, council = f"{BASE}person/frodo", f"{BASE}person/sam", f"{BASE}org/council"
    assert set(edges) == {(frodo, sam), (council, frodo), (council, sam)}
    assert edges[frodo, sam] == {
        "e-weight": "2",
        "e-first": "3017-01-01",
        "e-last": "3018-04-30",
        "e-meetings": f"{BASE}meeting/m1 {BASE}meeting/m2",
    }


def test_a_node_has_name_kind_and_country(told: ET.Element) -> None:
    found = {node.attrib["id"]: values(node) for node in told.iterfind(".//g:node", NAMES)}
    assert found == {
        f"{BASE}org/council": {"n-label": "Council", "n-kind": "org", "n-country": "Shire", "n-meetings": "1"},
        f"{BASE}person/frodo": {
            "n-label": "Frodo < > Baggins",
            "n-kind": "person",
            "n-country": "Shire",
            "n-meetings": "2",
        },
        f"{BASE}person/sam": {"n-label": "Sam", "n-kind": "person", "n-meetings": "2"},
    }


def test_every_value_has_a_declared_key(told: ET.Element) -> None:
    declared = {key.attrib["id"] for key in told.iterfind("g:key", NAMES)}
    assert {data.attrib["key"] for data in told.iter(f"{{{NAMES['g']}}}data")} <= declared


def test_who_met_in_the_graph_is_joined_here(gondor: Callable[..., list[Quad]], tmp_path: Path, iris: Iris) -> None:
    store = Store()
    store.extend(quads := gondor())
    quads += derive(store, iris)
    met = {
        tuple(sorted((q.subject.value, q.object.value)))  # type: ignore[union-attr]  # IRIs
        for q in quads
        if q.predicate.value == "https://w3id.org/parley/ns#met"
    }
    edges = network(tmp_path, quads, iris).iterfind(".//g:edge", NAMES)
    assert {(edge.attrib["source"], edge.attrib["target"]) for edge in edges} == met != set()
