"""The reference data: what every country, place, office kind and topic must have."""

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from kg.ns import DCTERMS, OWL, PAR, RDF, RDFS, SKOS
from kg.resources import resource

BASE = "http://gondor.example/"
FILES = ("countries", "places", "office-kinds", "topics")


def quads(name: str) -> list[Quad]:
    path = resource(f"ontology/reference/{name}.ttl")
    return list(parse(path=path, format=RdfFormat.TURTLE, base_iri=BASE))


@pytest.fixture(scope="module")
def reference() -> list[Quad]:
    return [quad for name in FILES for quad in quads(name)]


def subjects(reference: list[Quad], kind: NamedNode) -> set[NamedNode]:
    found = {quad.subject for quad in reference if quad.predicate == RDF["type"] and quad.object == kind}
    return {node for node in found if isinstance(node, NamedNode)}


@pytest.mark.parametrize("name", FILES)
def test_iris_are_relative_to_the_deployment(name: str) -> None:
    text = Path(resource(f"ontology/reference/{name}.ttl")).read_text(encoding="utf-8")
    assert "localhost" not in text
    assert all(
        quad.subject.value.startswith(BASE + "id/") for quad in quads(name) if isinstance(quad.subject, NamedNode)
    )
    assert all(quad.graph_name == DefaultGraph() for quad in quads(name))


@pytest.mark.parametrize("name", FILES)
def test_sources_and_licences_are_named(name: str) -> None:
    head = Path(resource(f"ontology/reference/{name}.ttl")).read_text(encoding="utf-8").partition("@prefix")[0]
    assert "CC BY 4.0" in head or "PDDL" in head


def test_each_country_is_identified(reference: list[Quad]) -> None:
    countries = subjects(reference, PAR.Country)
    assert len(countries) == 250
    notations = Counter(
        (quad.subject, quad.object.datatype)
        for quad in reference
        if quad.subject in countries and quad.predicate == SKOS.notation and isinstance(quad.object, Literal)
    )
    for country in countries:
        assert notations[country, PAR["iso3166-1-alpha2"]] == notations[country, PAR["iso3166-1-alpha3"]] == 1
    for needed in (RDFS.label, DCTERMS.identifier, OWL.sameAs):
        assert countries <= {quad.subject for quad in reference if quad.predicate == needed}


def test_no_two_countries_share_a_wikidata_item(reference: list[Quad]) -> None:
    items = [q.object for q in reference if q.predicate == OWL.sameAs and "wikidata" in str(q.object)]
    assert len(items) == len(set(items)) == 250


def test_whatever_is_pointed_to_is_described(reference: list[Quad]) -> None:
    described = {quad.subject for quad in reference}
    pointed = {q.object for q in reference if isinstance(q.object, NamedNode) and q.object.value.startswith(BASE)}
    assert pointed <= described


def test_labels_are_tagged_and_single(reference: list[Quad]) -> None:
    labels = [quad for quad in reference if quad.predicate in {RDFS.label, SKOS.prefLabel}]
    assert all(isinstance(quad.object, Literal) and quad.object.language == "en" for quad in labels)
    assert max(Counter((quad.subject, quad.predicate) for quad in labels).values()) == 1
