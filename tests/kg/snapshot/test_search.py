from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.ns import PAR, RDF, RDFS
from kg.snapshot.search import INDEX, Index, write_index


def node(name: str) -> NamedNode:
    return NamedNode(f"http://gondor.example/{name}")


def called(name: str, label: str) -> list[Triple]:
    return [Triple(node(name), RDF["type"], PAR.Person), Triple(node(name), RDFS.label, Literal(label))]


def spoken_of(name: str, times: int) -> list[Triple]:
    return [Triple(node(f"passage-{name}-{number}"), PAR.mentions, node(name)) for number in range(times)]


@pytest.mark.parametrize(
    ("triples", "words", "order"),
    [
        (called("a", "Denethor") + called("b", "Ecthelion of Denethor") + spoken_of("b", 9), "denethor", "ba"),
        (called("a", "Denethor") + called("b", "Ecthelion of Denethor"), "denethor", "ab"),
        (called("a", "Gondorian") + called("b", "Lady of Gondor"), "gondor", "ba"),
        (called("a", "Imrahil") + called("b", "Imrahil") + spoken_of("b", 1), "imra", "ba"),
        (called("a", "Imrahil of Dol Amroth") + called("b", "Amrothos of Dol"), "dol amroth", "ab"),
    ],
    ids=["renowned", "shorter", "whole word", "beginning", "all words"],
)
def test_first_comes_what_was_most_likely_meant(
    tmp_path: Path, triples: Sequence[Triple], words: str, order: str
) -> None:
    write_index(tmp_path / INDEX, triples)
    assert [hit.iri for hit in Index(tmp_path).search(words)] == [node(name).value for name in order]


def test_names_are_compared_without_regard_to_renown(tmp_path: Path) -> None:
    write_index(tmp_path / INDEX, called("a", "Boromir") + called("b", "Boromir Hurin") + spoken_of("b", 99))
    assert [hit.label for hit in Index(tmp_path).named_like("Boromir")] == ["Boromir", "Boromir Hurin"]
