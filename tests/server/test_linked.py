import json

import pytest
from flask.testing import FlaskClient
from rdflib import Graph

PERSON = "/id/person/sadio-camara"


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/html", "/page/person/sadio-camara"),
        ("text/turtle", "/data/person/sadio-camara.ttl"),
        ("application/ld+json", "/data/person/sadio-camara.jsonld"),
        ("application/n-triples", "/data/person/sadio-camara.nt"),
        ("application/rdf+xml", "/data/person/sadio-camara.rdf"),
        ("application/rdf+xml;q=0.3, text/turtle;q=0.9, text/html;q=0.1", "/data/person/sadio-camara.ttl"),
        ("*/*", "/data/person/sadio-camara.ttl"),
    ],
)
def test_a_node_leads_to_what_the_client_accepts(client: FlaskClient, accept: str, location: str) -> None:
    response = client.get(PERSON, headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, location)
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    "path", ["/id/person/nobody", "/data/person/nobody.ttl", "/page/person/nobody", "/id/a b<>", "/page/%00"]
)
def test_an_unknown_node_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_nobody_offers_is_not_acceptable(client: FlaskClient) -> None:
    assert client.get(PERSON, headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(("suffix", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_every_syntax_holds_the_same_description(client: FlaskClient, suffix: str, name: str) -> None:
    def described(suffix: str, name: str) -> set[tuple[object, ...]]:
        return set(Graph().parse(data=client.get(f"/data/person/sadio-camara.{suffix}").data, format=name))

    assert described(suffix, name) == described("nt", "nt") != set()


def test_a_description_holds_what_points_at_the_node_and_labels(client: FlaskClient) -> None:
    turtle = client.get("/data/country/ml.ttl").text
    assert "par:mentions <http://localhost:8000/id/country/ml>" in turtle
    assert 'rdfs:label "minister of defence of Mali"@en' in turtle


def test_json_ld_carries_its_context(client: FlaskClient) -> None:
    found = json.loads(client.get("/data/person/sadio-camara.jsonld").data)
    assert isinstance(found["@context"], dict)
    assert json.loads(client.get("/context.jsonld").data)["@context"] == found["@context"]


def test_a_description_unchanged_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/data/person/sadio-camara.ttl")
    again = client.get("/data/person/sadio-camara.ttl", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_vocabulary_is_a_page_and_a_graph(client: FlaskClient) -> None:
    assert "par:Meeting" in client.get("/ns", headers={"Accept": "text/html"}).text
    assert len(Graph().parse(data=client.get("/ns", headers={"Accept": "text/turtle"}).data, format="turtle")) > 300
