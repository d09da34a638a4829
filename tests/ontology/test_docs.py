"""The queries that docs/ontology.md shows are answered."""

import re

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib import SH

from kg.ns import PREFIXES
from kg.resources import resource
from kg.validate.shapes import all_shapes

TEXT = resource("docs/ontology.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", TEXT, flags=re.DOTALL)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_that_is_shown_can_be_asked(seeds_store: Store, query: str) -> None:
    assert isinstance(seeds_store.query(query, prefixes=PREFIXES), QuerySolutions)


def test_the_way_to_the_words_leads_there(seeds_store: Store) -> None:
    found = seeds_store.query(QUERIES[0], prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    assert next(found)


def test_the_severities_are_those_of_the_shapes() -> None:
    warned = {
        str(all_shapes().value(constraint, SH.message))[:3]
        for shape in all_shapes().subjects(SH.severity, SH.Warning)
        for constraint in all_shapes().objects(shape, SH.sparql)
    }
    noted = {str(all_shapes().value(shape, SH.message))[:3] for shape in all_shapes().subjects(SH.severity, SH.Info)}
    assert f"warnings ({', '.join(sorted(warned))})" in TEXT.replace("\n", " ")
    assert f"notes ({', '.join(sorted(noted))})" in TEXT.replace("\n", " ")
