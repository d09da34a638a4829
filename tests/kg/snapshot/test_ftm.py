"""FollowTheMoney: every entity says what its node says, and the file can be loaded as it is."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.derive import derive
from kg.iris import Iris
from kg.resources import resource
from kg.snapshot import Snapshot, write

Gondor = Callable[..., list[Quad]]
Entities = dict[str, dict[str, Any]]

ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z-]*[0-9a-zA-Z])?")  # a dot would set off a signature
SIGNATURE = "." + 40 * "0"  # what Aleph appends
REFERENCES = ("entity", "holder", "involved", "organization", "post", "proof")
LONG = "tower-" * 50
MORE = f"""
@base <http://example.org/> .
@prefix par: <https://w3id.org/parley/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<graph/doc/d2> {{
  <id/country/mo> a par:Country ; rdfs:label "Mordor"@en ; skos:notation "MO"^^par:iso3166-1-alpha2 .
  <id/office/mo/envoy> a par:Office ; rdfs:label "envoy of Mordor"@en ; par:country <id/country/mo> .
  <id/org/white-council> a par:Organization ; rdfs:label "White Council"@en ; skos:altLabel "\\u0001"@en .
  <id/office/org/white-council/head> a par:Office ; rdfs:label "head of White Council"@en ;
    skos:altLabel "chief of White Council"@en ; par:officeIn <id/org/white-council> .
  <id/meeting/d2-2> a par:Meeting ; rdfs:label "envoy of Mordor – head of White Council – envoys of Rohan"@en ;
    par:meetingKind par:Talks ; par:status par:Planned ; par:date "3019-04"^^xsd:gYearMonth ;
    par:outcome "a \\u0000 truce"@en ;
    par:participation <id/meeting/d2-2#a> , <id/meeting/d2-2#b> , <id/meeting/d2-2#c> .
  <id/meeting/d2-2#a> a par:Participation ; par:actor <id/office/mo/envoy> .
  <id/meeting/d2-2#b> a par:Participation ; par:actor <id/office/org/white-council/head> .
  <id/meeting/d2-2#c> a par:Participation ; par:actor <id/unnamed/d1-1> .
  <id/statement/d2-1-2> a par:Statement ; par:speaker <id/country/ro> ; par:statementKind par:Direct ;
    par:text "no"@en ; par:document <id/doc/d2> .
  <id/statement/d2-3-4> a par:Statement ; par:speaker <id/unnamed/d1-1> ; par:statementKind par:Direct ;
    par:text "yes"@en ; par:document <id/doc/d2> .
  <id/statement/{LONG}5-6> a par:Statement ; par:speaker <id/office/go/steward> ; par:statementKind par:Direct ;
    par:text "perhaps"@en ; par:document <id/doc/d2> .
  <id/tenure/eomer/ro-king> par:endedBy "3063-01-01"^^xsd:date .
  <id/person/eomer-king> <http://purl.org/dc/terms/isReplacedBy> <id/person/eomer> .
}}
"""


@pytest.fixture(scope="module")
def quads(gondor: Gondor, iris: Iris) -> list[Quad]:
    vocabulary = parse(path=str(resource("ontology/parley.ttl")), format=RdfFormat.TURTLE)
    ontology = (Quad(q.subject, q.predicate, q.object, iris.graph("ontology")) for q in vocabulary)
    told = [*gondor(), *parse(MORE, RdfFormat.TRIG), *ontology]
    store = Store()
    store.extend(told)
    return [*told, *derive(store, iris)]


@pytest.fixture(scope="module")
def snapshot(quads: list[Quad], iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return write(tmp_path_factory.mktemp("data"), quads, iris)


@pytest.fixture(scope="module")
def lines(snapshot: Snapshot) -> list[dict[str, Any]]:
    text = snapshot.file("parley.ftm.json").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def entities(lines: list[dict[str, Any]]) -> Entities:
    return {entity["id"]: entity for entity in lines}


# Node, schema and the properties, but for the link back to the node.
ENTITIES: list[tuple[str, str, dict[str, list[str]]]] = [
    ("person/faramir", "Person", {"name": ["Faramir"], "position": ["steward of Gondor"], "country": ["go"]}),
    ("person/denethor", "Person", {"name": ["Denethor"]}),
    (
        "person/eomer",
        "Person",
        {
            "name": ["Éomer"],
            "alias": ["Eomer"],
            "position": ["king of Rohan"],
            "country": ["ro"],
            "wikidataId": ["Q102"],
        },
    ),
    ("org/white-tower-gazette", "Organization", {"name": ["White Tower Gazette"], "country": ["go"]}),
    ("country/ro", "PublicBody", {"name": ["Rohan"], "country": ["ro"]}),
    ("office/go/steward", "Position", {"name": ["steward of Gondor"], "country": ["go"]}),
    (
        "office/org/white-council/head",
        "Position",
        {
            "name": ["head of White Council"],
            "alias": ["chief of White Council"],
            "organization": ["org--white-council"],
        },
    ),
    (
        "tenure/faramir/go-steward",
        "Occupancy",
        {
            "holder": ["person--faramir"],
            "post": ["office--go--steward"],
            "summary": ["in office"],
            "startDate": ["3019-01-01"],
            "endDate": ["3019-12-31"],
            "date": ["3019-03-04", "3019-03-05"],
            "proof": ["doc--d1", "doc--d2"],
        },
    ),
    (
        "tenure/denethor/go-steward-former",
        "Occupancy",
        {
            "holder": ["person--denethor"],
            "post": ["office--go--steward"],
            "status": ["ended"],
            "summary": ["former"],
            "proof": ["doc--d2"],
        },
    ),
    (
        "tenure/eomer/ro-king",
        "Occupancy",
        {
            "holder": ["person--eomer"],
            "post": ["office--ro--king"],
            "status": ["ended"],
            "summary": ["in office"],
            "date": ["3019-03-04"],
            "proof": ["doc--d1"],
        },
    ),
    (
        "meeting/d1-1",
        "Event",
        {
            "name": ["Faramir – Éomer, Osgiliath"],
            "summary": ["meeting", "held"],
            "date": ["3019-03-03"],
            "location": ["Osgiliath"],
            "country": ["go", "ro"],
            "involved": ["person--eomer", "person--faramir"],
            "proof": ["doc--d1", "doc--d2"],
        },
    ),
    (
        "doc/d1",
        "Article",
        {
            "title": ["Riders for the river"],
            "fileName": ["d1"],
            "publishedAt": ["3019-03-04"],
            "publisher": ["Rohan Herald"],
            "language": ["eng"],
            "detectedCountry": ["ro"],
        },
    ),
    (
        "statement/d1-147-170",
        "Note",
        {
            "description": ["Rohan would send riders"],
            "entity": ["person--eomer"],
            "summary": ["promised"],
            "keywords": ["indirect"],
            "detectedCountry": ["ro"],
            "proof": ["doc--d1"],
        },
    ),
    (
        "statement/d1-87-111",
        "Note",
        {
            "description": ["We shall hold the river,"],
            "entity": ["person--faramir"],
            "summary": ["said"],
            "keywords": ["direct", "defence"],
            "proof": ["doc--d1"],
        },
    ),
]


@pytest.mark.parametrize(("node", "schema", "properties"), ENTITIES, ids=[node for node, _, _ in ENTITIES])
def test_an_entity_says_what_its_node_says(
    entities: Entities, node: str, schema: str, properties: dict[str, list[str]]
) -> None:
    name = node.replace("/", "--")
    link = {"sourceUrl": [f"http://example.org/id/{node}"]}
    assert entities[name] == {"id": name, "schema": schema, "properties": properties | link}
    assert list(entities[name]["properties"]) == [*properties, "sourceUrl"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("unnamed--d1-1", "has no name"),
        ("statement--d2-3-4", "its speaker has no name"),
        ("country--go", "neither meets nor speaks"),
        ("person--eomer-king", "only leads on"),
    ],
)
def test_what_an_analyst_cannot_use_is_left_out(entities: Entities, name: str, why: str) -> None:
    assert name not in entities, why


def test_an_office_that_meets_stands_for_its_organization_or_country(entities: Entities) -> None:
    assert entities["meeting--d2-2"]["properties"]["involved"] == ["country--mo", "org--white-council"]
    assert entities["country--mo"]["properties"]["name"] == ["Mordor"]


def test_an_office_that_speaks_is_a_position(entities: Entities) -> None:
    said = next(e["properties"] for e in entities.values() if e["properties"].get("description") == ["perhaps"])
    assert said["entity"] == ["office--go--steward"]


def test_a_date_is_as_precise_as_known(entities: Entities) -> None:
    assert entities["meeting--d2-2"]["properties"]["date"] == ["3019-04"]


def test_no_value_holds_a_character_that_databases_refuse(entities: Entities) -> None:
    assert entities["meeting--d2-2"]["properties"]["description"] == ["a   truce"]


def test_every_reference_is_an_entity_of_the_file(entities: Entities) -> None:
    named = {id_ for e in entities.values() for name in REFERENCES for id_ in e["properties"].get(name, ())}
    assert named
    assert named <= set(entities)


def test_ids_are_such_as_aleph_can_sign_and_each_stands_once(lines: list[dict[str, Any]]) -> None:
    ids = [entity["id"] for entity in lines]
    assert any(id_.startswith("statement--tower-tower-") for id_ in ids)
    assert all(ID.fullmatch(id_) and len(id_) + len(SIGNATURE) <= 200 for id_ in ids)
    assert len(set(ids)) == len(ids)


def test_every_value_is_a_list_of_words(lines: list[dict[str, Any]]) -> None:
    for entity in lines:
        assert list(entity) == ["id", "schema", "properties"]
        assert all(values and all(isinstance(v, str) and v for v in values) for values in entity["properties"].values())


def test_the_same_graph_gives_the_same_bytes(snapshot: Snapshot, quads: list[Quad], iris: Iris, tmp_path: Path) -> None:
    again = write(tmp_path, random.Random(7).sample(quads, len(quads)), iris)
    assert again.file("parley.ftm.json").read_bytes() == snapshot.file("parley.ftm.json").read_bytes()


def test_the_manifest_counts_the_entities_and_only_the_whole_graph_has_them(
    snapshot: Snapshot, lines: list[dict[str, Any]]
) -> None:
    listed = {file.name: file.statements for file in snapshot.files if ".ftm.json" in file.name}
    assert listed == dict.fromkeys(("parley.ftm.json", "parley.ftm.json.gz", "parley.ftm.json.zst"), len(lines))
