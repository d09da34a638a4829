"""JSON-LD is compact, in the terms of our context, and loses nothing."""

import io
import json
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.ns import DCTERMS, PAR, RDF, RDFS, XSD
from kg.resources import resource
from kg.snapshot import CONTEXT, write_jsonld

FARAMIR = NamedNode("http://example.org/id/person/faramir")

VALUES: list[tuple[NamedNode, NamedNode | Literal, str, object]] = [
    (RDF["type"], PAR.Person, "type", "par:Person"),
    (RDFS.label, Literal("Faramir", language="en"), "label", "Faramir"),
    (RDFS.label, Literal("Faramiro", language="eo"), "label", {"@value": "Faramiro", "@language": "eo"}),
    (RDFS.label, Literal("Faramir"), "label", {"@value": "Faramir"}),
    (PAR.country, NamedNode("http://example.org/id/country/go"), "country", "http://example.org/id/country/go"),
    (PAR.statementKind, PAR.Direct, "statementKind", "par:Direct"),
    (PAR.date, Literal("3019-03-03", datatype=XSD.date), "date", "3019-03-03"),
    (PAR.date, Literal("3019-03", datatype=XSD.gYearMonth), "date", {"@value": "3019-03", "@type": "xsd:gYearMonth"}),
    (PAR.confidence, Literal("0.9", datatype=XSD.decimal), "confidence", "0.9"),
    (PAR.sourceCount, Literal(2), "sourceCount", 2),
    (PAR.independent, Literal(True), "independent", True),
    (DCTERMS.identifier, Literal("d1"), "identifier", "d1"),
    (DCTERMS.identifier, Literal(7), "identifier", 7),
    (NamedNode("http://example.org/own#rank"), Literal("captain"), "http://example.org/own#rank", "captain"),
    (
        NamedNode("http://example.org/own#rank"),
        Literal("9007199254740993", datatype=XSD.integer),
        "http://example.org/own#rank",
        {"@value": "9007199254740993", "@type": "xsd:integer"},
    ),
    (
        NamedNode("http://example.org/own#sees"),
        NamedNode("http://example.org/id/place/osgiliath"),
        "http://example.org/own#sees",
        {"@id": "http://example.org/id/place/osgiliath"},
    ),
]


def written(*triples: Triple, context: str | None = None) -> bytes:
    out = io.BytesIO()
    write_jsonld(triples, out, context)
    return out.getvalue()


def only_node(data: bytes) -> dict[str, Any]:
    (node,) = json.loads(data)["@graph"]
    assert isinstance(node, dict)
    return node


@pytest.mark.parametrize(("predicate", "value", "key", "expected"), VALUES)
def test_a_value_is_written_the_short_way_and_read_back(
    predicate: NamedNode, value: NamedNode | Literal, key: str, expected: object
) -> None:
    triple = Triple(FARAMIR, predicate, value)
    data = written(triple)
    assert only_node(data) == {"id": FARAMIR.value, key: expected}
    assert [quad.triple for quad in parse(data, RdfFormat.JSON_LD)] == [triple]


def test_several_values_of_a_key_are_a_list() -> None:
    names = [Triple(FARAMIR, RDFS.label, Literal(name, language="en")) for name in ("Captain", "Steward")]
    assert only_node(written(*names))["label"] == ["Captain", "Steward"]


def test_a_context_may_be_named_instead() -> None:
    data = json.loads(written(Triple(FARAMIR, RDF["type"], PAR.Person), context="http://example.org/context"))
    assert data["@context"] == "http://example.org/context"


def test_no_triples_are_a_document_too() -> None:
    assert json.loads(written()) == {"@context": CONTEXT, "@graph": []}


def test_every_property_of_the_ontology_has_a_term_that_fits_it() -> None:
    quads = list(parse(path=str(resource("ontology/parley.ttl")), format=RdfFormat.TURTLE))
    properties = {
        quad.subject: quad.object
        for quad in quads
        if isinstance(quad.object, NamedNode) and quad.object.value.endswith(("ObjectProperty", "DatatypeProperty"))
    }
    for node, kind in properties.items():
        assert isinstance(node, NamedNode)
        local = node.value.removeprefix(PAR.base)
        assert CONTEXT[local]["@id"] == f"par:{local}"
        assert (CONTEXT[local].get("@type") == "@id") == str(kind).endswith("ObjectProperty>")
