"""Which queries a clerk tries: look-ups and short lists, nothing that counts, follows paths or searches at large."""

import pytest

from server.syntax import inspect

BASE = "http://gondor.example/"
LIGHT = [
    "SELECT * { <http://gondor.example/id/person/boromir> ?p ?o } # 17",
    "PREFIX par: <https://w3id.org/parley/ns#> SELECT ?s ?t { ?s par:speaker <a:x> ; par:text ?t } LIMIT 100",
    "SELECT ?s ?t { ?s <a:text> ?t ; <a:document> ?d } LIMIT 50000",
    "ASK { <a:x> a <a:Person> }",
    "DESCRIBE <a:x>",
    "CONSTRUCT WHERE { <a:x> ?p ?o }",
    "SELECT ?l { <a:x> <a:label> ?l FILTER(LANG(?l) = 'en') }",
    "SELECT ?t { ?s <a:speaker> <a:x> ; <a:text> ?t } ORDER BY ?s LIMIT 20",
    "SELECT DISTINCT ?p { <a:x> ?p ?o }",
    "SELECT * { VALUES ?x { <a:x> <a:y> } ?x ?p ?o OPTIONAL { ?x <a:label> ?l } }",
]
NOT_LIGHT = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?a (COUNT(?m) AS ?n) { ?m <a:involves> ?a } GROUP BY ?a",
    "SELECT * { <a:x> <a:knows>+ ?y }",
    "SELECT * { <a:x> <a:knows>/<a:label> ?y }",
    "SELECT * { <a:x> ^<a:knows> ?y }",
    "SELECT * { { SELECT * { ?s ?p ?o } } }",
    "SELECT DISTINCT ?p { ?s ?p ?o }",
    "SELECT ?s { ?s a <a:Statement> } ORDER BY ?s",
    "SELECT ?t { ?s <a:text> ?t FILTER(CONTAINS(?t, 'oil')) }",
    "SELECT ?t { <a:x> <a:text> ?t FILTER(<a:relevance>(?t, 'oil')) }",
    "SELECT * FROM <a:g> { <a:x> ?p ?o }",
    "SELECT (NOW() AS ?n) { <a:x> ?p ?o }",
    "SELECT * { SERVICE <a:s> { <a:x> ?p ?o } }",
    "INSERT DATA { <a:x> <a:y> <a:z> }",
    "SELECT * { <a:x> ?p ?o . " + "?a ?b ?c . " * 100 + "}",
]


@pytest.mark.parametrize("query", LIGHT)
def test_look_ups_and_short_lists_are_light(query: str) -> None:
    assert inspect(query, 100, BASE).light


@pytest.mark.parametrize("query", NOT_LIGHT)
def test_what_may_take_long_is_not(query: str) -> None:
    assert not inspect(query, 100, BASE).light
