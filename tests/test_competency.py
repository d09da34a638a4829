"""The 25 competency questions, asked of the graph that is built from the seeds."""

import pytest
from pyoxigraph import QuerySolutions, Store

from kg.config import DEFAULT_BASE
from kg.resources import resource

QUERIES = sorted(resource("ontology/queries").glob("cq*.rq"))

# What the documents decide, as rows that must be among the answers; columns that a row leaves out may hold anything.
DECIDED = {
    "cq01": [
        {"name": "Mohammad Reza Ashtiani", "date": "2023-05-29", "place": "Tehran"},
        {"name": "Sergei Lavrov", "date": "2024-02-28", "place": "Moscow"},
    ],
    "cq02": [
        {"actor": "Sadio Camara", "country": "Mali"},
        {"actor": "Mohammad Reza Ashtiani", "country": "Iran"},
    ],
    "cq03": [{"country": "Mali", "sources": "2"}, {"country": "Iraq"}, {"country": "Lebanon"}, {"country": "Russia"}],
    "cq05": [
        {"person": "Mohammad Reza Ashtiani", "status": "in office", "first": "2023-05-29"},
        {"person": "Hossein Dehqan"},
        {"person": "Amir Hatami"},
    ],
    "cq06": [{"person": "Sadio Camara", "lastBefore": "2023-05-29", "firstAfter": "2024-02-28"}],
    "cq07": [{"kind": "direct", "cue": "continued"}, {"kind": "indirect", "cue": "voiced"}],
    "cq08": [{"who": "Mohammad Reza Ashtiani"}, {"who": "Iran"}],
    "cq10": [{"speaker": "Mohammad Reza Ashtiani"}],
    "cq12": [{"speaker": "Sadio Camara", "relayer": "Tasnim"}],
    "cq14": [{"speaker": "Sadio Camara"}, {"speaker": "Mohammad Reza Ashtiani"}],
    "cq15": [{"country": "Iraq"}],
    "cq16": [{"speaker": "Sadio Camara", "cue": "called on"}],
    "cq18": [{"name": "Sadio Camara"}, {"name": "Abdoulaye Diop"}],
    "cq21": [{"earliest": "2023-05-29"}, {"earliest": "2024-02-28"}],
    "cq23": [{"label": "Mali", "qid": "Q912"}, {"label": "Iran", "qid": "Q794"}],
    "cq24": [{"who": "Sadio Camara"}],
    "cq25": [{"sha": "55e9ae57db811b4daf7572e63f007d26fc6733593c6d032dd52fcf74859589f9"}],
}


def answers(store: Store, name: str) -> list[dict[str, str]]:
    query = resource(f"ontology/queries/{name}.rq").read_text(encoding="utf-8")
    results = store.query(query, base_iri=DEFAULT_BASE)
    assert isinstance(results, QuerySolutions)
    names = [variable.value for variable in results.variables]
    return [
        {name: getattr(term, "value", str(term)) for name, term in zip(names, row, strict=True) if term is not None}
        for row in results
    ]


def test_there_are_25_questions() -> None:
    assert [path.stem for path in QUERIES] == [f"cq{n:02}" for n in range(1, 26)]


@pytest.mark.parametrize("name", [path.stem for path in QUERIES])
def test_every_question_has_an_answer(seeds_store: Store, name: str) -> None:
    assert answers(seeds_store, name)


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, rows in DECIDED.items() for row in rows])
def test_what_the_documents_decide_is_answered(seeds_store: Store, name: str, row: dict[str, str]) -> None:
    found = answers(seeds_store, name)
    assert any(row.items() <= answer.items() for answer in found), found
