"""Every dump, in whatever syntax, says the same as the N-Quads that it follows from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse
from rdflib import Graph
from rdflib.compare import to_isomorphic

from kg.iris import Iris
from kg.ns import PAR, SKOS
from kg.snapshot import Snapshot, write

Gondor = Callable[..., list[Quad]]

# What a page may hold and a syntax may trip over: quotes, line ends, a no-break space, an astral character.
AWKWARD = 'He said "no"\r\nthen\tleft\\u0041 \u00a0— “so” \U0001f409 <&> ]]> \u2028 \x7f'
READABLE = {
    "nt": RdfFormat.N_TRIPLES,
    "ttl": RdfFormat.TURTLE,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def quads(gondor: Gondor, iris: Iris) -> list[Quad]:
    faramir = next(q.subject for q in gondor() if q.object == PAR.Person)
    return [*gondor(), Quad(faramir, SKOS.note, Literal(AWKWARD, language="en"), iris.graph("actors"))]


@pytest.fixture(scope="module")
def snapshot(quads: list[Quad], iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return write(tmp_path_factory.mktemp("data"), quads, iris)


def merge(snapshot: Snapshot, part: str) -> set[Triple]:
    return {quad.triple for quad in parse(path=str(snapshot.file(f"{part}.nq")), format=RdfFormat.N_QUADS)}


PARTS = ["parley", "parley-people", "parley-meetings", "parley-statements"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("syntax", READABLE)
def test_it_holds_the_merge(snapshot: Snapshot, part: str, syntax: str) -> None:
    path = snapshot.file(f"{part}.{syntax}")
    read = [quad.triple for quad in parse(path=str(path), format=READABLE[syntax])]
    assert set(read) == merge(snapshot, part)
    listed = next(file for file in snapshot.files if file.name == path.name)
    assert listed.statements == len(read)


@pytest.mark.parametrize("part", PARTS)
def test_trig_holds_the_named_graphs(snapshot: Snapshot, part: str) -> None:
    trig = parse(path=str(snapshot.file(f"{part}.trig")), format=RdfFormat.TRIG)
    assert set(trig) == set(parse(path=str(snapshot.file(f"{part}.nq")), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize(("syntax", "name"), [("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_same_without_a_network(snapshot: Snapshot, syntax: str, name: str) -> None:
    triples = Graph().parse(snapshot.file("parley.nt"), format="nt")
    assert to_isomorphic(Graph().parse(snapshot.file(f"parley.{syntax}"), format=name)) == to_isomorphic(triples)


def test_characters_that_xml_cannot_hold_are_replaced_there_only(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    snapshot = write(tmp_path, gondor([('rdfs:label "Faramir"@en', 'rdfs:label "Far\\fa\\u0001mir\\\\f"@en')]), iris)

    def label(syntax: str) -> str:
        triples = parse(path=str(snapshot.file(f"parley-people.{syntax}")), format=READABLE[syntax])
        return next(q.object.value for q in triples if isinstance(q.object, Literal) and "mir" in q.object.value)

    assert {syntax: label(syntax) for syntax in READABLE} == {
        "nt": "Far\x0ca\x01mir\\f",
        "ttl": "Far\x0ca\x01mir\\f",
        "jsonld": "Far\x0ca\x01mir\\f",
        "rdf": "Far\ufffda\ufffdmir\\f",
    }


@pytest.mark.parametrize(
    ("part", "classes", "strangers"),
    [
        ("parley-people", {PAR.Person, PAR.Office, PAR.Tenure, PAR.UnnamedActor}, {PAR.Meeting, PAR.Passage}),
        ("parley-meetings", {PAR.Meeting, PAR.Participation, PAR.Place}, {PAR.Person, PAR.Statement}),
        ("parley-statements", {PAR.Statement, PAR.Document}, {PAR.Meeting, PAR.Passage}),
    ],
)
def test_a_part_describes_its_nodes_and_names_the_others(
    snapshot: Snapshot, part: str, classes: set[object], strangers: set[object]
) -> None:
    triples = merge(snapshot, part)
    types = {triple.object for triple in triples}
    assert classes <= types
    assert not strangers & types
    assert any(isinstance(t.object, Literal) and t.object.value == "Faramir" for t in triples)


def test_turtle_tells_first_what_a_node_is(snapshot: Snapshot) -> None:
    text = snapshot.file("parley-people.ttl").read_text(encoding="utf-8")
    assert "\nperson:faramir a par:Person ;\n" in text
