import pytest
from pyoxigraph import Store

from kg.iris import Iris
from kg.model import Facts
from kg.model.world import EntityId, World
from kg.ns import PREFIXES
from kg.triples import Context, document_quads, reference_quads, shared_quads, withdrawn_quads


@pytest.fixture
def store(facts: Facts, world: World, iris: Iris) -> Store:
    store = Store()
    store.extend(shared_quads(world, [facts], iris, described=()))
    return store


@pytest.mark.parametrize(
    "pattern",
    [
        "GRAPH <graph/actors> { <id/person/denethor-hurin> a par:Person ; rdfs:label 'Denethor Hurin'@en ;"
        " skos:altLabel 'Hurin'@en }",
        "GRAPH <graph/actors> { <id/office/td/foreign-minister> par:officeKind <id/office-kind/foreign-minister> }",
        "GRAPH <graph/actors> { <id/office-kind/foreign-minister> a par:OfficeKind ; rdfs:label ?label }",
        "GRAPH <graph/actors> { <id/tenure/denethor-hurin/td-foreign-minister>"
        " rdfs:label 'Denethor Hurin, minister of foreign affairs of Chad'@en }",
        "GRAPH <graph/actors> { <id/person/d-hurin> dcterms:isReplacedBy <id/person/denethor-hurin> }",
        "GRAPH <graph/actors> { <id/place/niger> a par:Place ; par:country <id/country/ne> }",
        "GRAPH <graph/meetings> { <id/meeting/gazette-7-1> rdfs:label 'Hurin visits Niger'@en ; par:status par:Held ;"
        " par:place <id/place/niger> ;"
        " par:date '2019-05'^^xsd:gYearMonth ; par:earliestDate '2019-05-01'^^xsd:date ;"
        " par:latestDate '2019-05-31'^^xsd:date }",
    ],
)
def test_what_is_shared_stands_in_its_graph(store: Store, pattern: str) -> None:
    assert store.query(f"BASE <http://localhost:8000/> ASK {{ {pattern} }}", prefixes=PREFIXES)


def test_reference_data_are_not_described_again(facts: Facts, world: World, iris: Iris) -> None:
    described = {iris.office_kind("foreign-minister"), iris.place("Niger")}
    subjects = {quad.subject for quad in shared_quads(world, [facts], iris, described)}
    assert not subjects & described


def test_the_ontology_and_the_reference_data_have_graphs_of_their_own(iris: Iris) -> None:
    graphs = {quad.graph_name for quad in reference_quads(iris)}
    assert graphs == {iris.graph("ontology"), iris.graph("reference")}


def test_context_adds_all_about_subjects_and_the_types_of_the_rest(facts: Facts, world: World, iris: Iris) -> None:
    shared = shared_quads(world, [facts], iris, described=())
    seen = Context(shared).of(document_quads(facts, world, iris))
    about = {(str(q.subject).strip("<>").rsplit("/", 1)[-1], q.predicate.value.rsplit("#", 1)[-1]) for q in seen}
    assert ("gazette-7-1", "earliestDate") in about  # the meeting is a subject of the document's graph
    assert ("denethor-hurin", "type") in about  # the person is only named
    assert ("denethor-hurin", "label") not in about
    assert ("niger", "type") in about  # where the shared meeting took place


def test_an_id_that_nobody_has_any_more_is_withdrawn(world: World, iris: Iris) -> None:
    published = [EntityId("person/denethor-hurin"), EntityId("person/d-hurin"), EntityId("person/grima")]
    assert [str(quad.subject) for quad in withdrawn_quads(published, world, iris)] == [
        "<http://localhost:8000/id/person/grima>"
    ]
