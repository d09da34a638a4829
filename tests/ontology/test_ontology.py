"""The vocabulary says what its terms mean, and the code and the rules use no other."""

import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from kg.resources import resource

PAR = Namespace("https://w3id.org/parley/ns#")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDFS.Datatype, SKOS.Concept, SKOS.ConceptScheme)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resource("ontology/parley.ttl"))


@pytest.fixture(scope="module")
def terms(ontology: Graph) -> set[str]:
    return {str(node).removeprefix(PAR) for node in ontology.subjects() if str(node).startswith(PAR)}


def test_every_term_has_an_english_label_and_a_comment(ontology: Graph, terms: set[str]) -> None:
    for term in terms:
        for predicate in (RDFS.label, RDFS.comment):
            (text,) = ontology.objects(PAR[term], predicate)
            assert isinstance(text, Literal)
            assert text.language == "en"


def test_every_code_stands_in_a_list_with_the_label_that_queries_ask_for(ontology: Graph) -> None:
    for code in ontology.subjects(RDF.type, SKOS.Concept):
        (scheme,) = ontology.objects(code, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology
        assert ontology.value(code, SKOS.prefLabel) == ontology.value(code, RDFS.label)


@pytest.mark.parametrize("predicate", [RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf])
def test_a_term_of_ours_that_another_points_at_exists(ontology: Graph, terms: set[str], predicate: URIRef) -> None:
    pointed_at = {str(node) for node in ontology.objects(None, predicate) if str(node).startswith(PAR)}
    assert {iri.removeprefix(PAR) for iri in pointed_at} <= terms


@pytest.mark.parametrize("folder", ["ontology/rules", "ontology/queries", "ontology/reference", "shapes"])
def test_rules_queries_and_shapes_use_terms_that_exist(terms: set[str], folder: str) -> None:
    for path in sorted(resource(folder).iterdir()):
        used = re.findall(r"\bpar:([A-Za-z][\w-]*)", path.read_text(encoding="utf-8"))
        assert set(used) <= terms, path.name


def test_there_is_no_blank_node_to_be_named_differently_in_every_build(ontology: Graph) -> None:
    assert all(isinstance(node, URIRef) for node in ontology.subjects())
