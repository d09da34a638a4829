from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.iris import Iris
from kg.model import ActorKey, Facts, RoleStatus, Succession
from kg.model.world import EntityId, World
from kg.ns import PREFIXES
from kg.triples import document_quads

BASE = "http://localhost:8000/"


@pytest.fixture
def store(facts: Facts, world: World, iris: Iris) -> Store:
    store = Store()
    store.extend(document_quads(facts, world, iris))
    return store


def ask(store: Store, pattern: str) -> bool:
    query = f"BASE <{BASE}> ASK {{ GRAPH <graph/doc/gazette-7> {{ {pattern} }} }}"
    return bool(store.query(query, prefixes=PREFIXES))


def select(store: Store, query: str) -> list[tuple[str, ...]]:
    results = store.query(query, prefixes=PREFIXES)
    assert isinstance(results, QuerySolutions)
    return [tuple(str(getattr(term, "value", term)) for term in row) for row in results]


@pytest.mark.parametrize(
    "pattern",
    [
        "<id/doc/gazette-7> a par:Document ; dcterms:identifier 'gazette_7' ; dcterms:issued '2019-06-01'^^xsd:date",
        "<id/tenure/denethor-hurin/td-foreign-minister> par:holder <id/person/denethor-hurin> ;"
        " par:attestedOn '2019-06-01'^^xsd:date ; par:tenureStatus par:InOffice",
        "<id/meeting/gazette-7-1> a par:Meeting ; par:meetingKind par:Visit ;"
        " par:participation <id/meeting/gazette-7-1#person-denethor-hurin>",
        "<id/meeting/gazette-7-1#person-denethor-hurin> par:onBehalfOf <id/country/td> ;"
        " par:capacity <id/tenure/denethor-hurin/td-foreign-minister>",
        # a host whose officials are not named takes part itself
        "<id/meeting/gazette-7-1#country-ne> par:actor <id/country/ne>",
        # the document's own date and place stand on its attestation
        "[] par:attests <id/meeting/gazette-7-1> ; par:date '2019-05'^^xsd:gYearMonth ; par:place <id/place/niger>",
        "?s par:speaker <id/person/denethor-hurin> ; par:text 'We share … a river'@en ; par:statementKind par:Direct ;"
        " par:cue 'said'@en ; dcterms:subject <id/topic/bilateral>",
        "?a par:evidence ?p . ?p oa:exact 'a river'@en ; par:document <id/doc/gazette-7>",
        "?p par:mentions <id/country/td> ; oa:exact 'Chadian'@en",
    ],
)
def test_a_document_graph_holds_what_the_document_says(store: Store, pattern: str) -> None:
    assert ask(store, pattern)


def test_a_split_quotation_is_one_statement_with_two_passages(store: Store) -> None:
    where = "GRAPH ?g { ?a par:attests ?s ; par:evidence ?p . ?s a par:Statement }"
    assert select(store, f"SELECT ?s (COUNT(?p) AS ?n) {{ {where} }} GROUP BY ?s")[0][1] == "2"


def test_a_passage_is_the_document_s_own_characters(store: Store, facts: Facts) -> None:
    rows = select(store, "SELECT ?s ?e ?x { GRAPH ?g { ?p oa:start ?s ; oa:end ?e ; oa:exact ?x } }")
    assert rows
    for start, end, exact in rows:
        assert facts.document.text[int(start) : int(end)] == exact


def test_every_literal_is_as_oxigraph_keeps_it(facts: Facts, world: World, iris: Iris) -> None:
    quads = document_quads(facts, world, iris)
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


def test_every_fact_has_its_attestation(facts: Facts, world: World, iris: Iris) -> None:
    quads = document_quads(facts, world, iris)
    par = "https://w3id.org/parley/ns#"
    wanted = {par + name for name in ("Meeting", "Tenure", "Participation", "Statement")}
    facts_found = {q.subject for q in quads if isinstance(q.object, NamedNode) and q.object.value in wanted}
    attested = {q.object for q in quads if q.predicate.value == par + "attests"}
    assert facts_found == attested


def test_words_with_two_speakers_are_one_statement_attested_once(facts: Facts, world: World, iris: Iris) -> None:
    said = facts.statements[0]
    both = replace(facts, statements=(said, replace(said, speaker=ActorKey("country:TD"), confidence=0.4)))
    store = Store()
    store.extend(document_quads(both, world, iris))
    assert ask(store, "?s par:speaker <id/country/td> , <id/person/denethor-hurin>")
    assert len(select(store, "SELECT ?c { GRAPH ?g { ?a par:attests [ a par:Statement ] ; par:confidence ?c } }")) == 1


def test_a_page_without_headline_is_titled_by_its_first_words(facts: Facts, world: World, iris: Iris) -> None:
    title = next(q.object for q in document_quads(facts, world, iris) if q.predicate.value.endswith("dc/terms/title"))
    assert isinstance(title, Literal)
    assert title.value.startswith("Chadian Foreign Minister")
    assert len(title.value) <= 101


def test_quads_are_made_once(facts: Facts, world: World, iris: Iris) -> None:
    quads: list[Quad] = document_quads(facts, world, iris)
    assert len(quads) == len(set(quads))


def test_a_succession_is_a_fact_about_two_tenures(facts: Facts, world: World, iris: Iris) -> None:
    (role,) = facts.roles
    doc, other, office = facts.document.id, ActorKey("person:2"), role.office
    before = replace(role, holder=other, status=RoleStatus.FORMER)
    succession = Succession(role.holder, other, office, role.evidence, "test", 0.8)
    hurin, tenure = EntityId("person/hurin-tuor"), EntityId("tenure/hurin-tuor/td-foreign-minister-former")
    later = replace(facts, roles=(role, before), successions=(succession,))
    known = replace(
        world,
        actor_of={**world.actor_of, (doc, other): hurin},
        tenure_of={**world.tenure_of, (doc, other, office, RoleStatus.FORMER): tenure},
    )
    store = Store()
    store.extend(document_quads(later, known, iris))
    record = "<id/tenure/denethor-hurin/td-foreign-minister#after-hurin-tuor>"
    assert ask(store, f"{record} par:successor <id/tenure/denethor-hurin/td-foreign-minister>")
    assert ask(store, f"{record} a par:Succession ; par:predecessor <id/{tenure}>")
    assert ask(store, f"[] par:attests {record} ; par:confidence 0.8")
