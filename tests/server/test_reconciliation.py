import json
from typing import Any

import pytest
from flask.testing import FlaskClient


def candidates(client: FlaskClient, **query: object) -> list[dict[str, Any]]:
    answer = client.post("/reconcile", data={"queries": json.dumps({"q": query})})
    found: list[dict[str, Any]] = json.loads(answer.data)["q"]["result"]
    return found


def test_the_service_describes_itself(client: FlaskClient) -> None:
    manifest = json.loads(client.get("/reconcile").data)
    assert manifest["versions"] == ["0.2"]
    person = client.get(manifest["view"]["url"].replace("{{id}}", "person/sadio-camara"))
    assert person.status_code == 303


@pytest.mark.parametrize("name", ["Sadio Camara", "CAMARA, Sadio", "sadio camará"])
def test_the_one_who_bears_the_name_is_a_match(client: FlaskClient, name: str) -> None:
    best = candidates(client, query=name)[0]
    assert (best["id"], best["match"], best["score"]) == ("person/sadio-camara", True, 100)


def test_another_spelling_is_a_candidate_and_no_match(client: FlaskClient) -> None:
    best = candidates(client, query="Sadyo Kamara Sadio", type="Person")[0]
    assert best["id"] == "person/sadio-camara"
    assert best["match"] is False


def test_a_name_of_two_nodes_is_no_match_of_either(client: FlaskClient) -> None:
    exact = [each for each in candidates(client, query="Mali") if each["score"] == 100]
    assert [each["match"] for each in exact] == [len(exact) == 1] * len(exact)


def test_a_type_bounds_the_candidates(client: FlaskClient) -> None:
    for wanted, types in (("Country", {"Country"}), (["Country", "Office"], {"Country", "Office"})):
        found = candidates(client, query="Mali defense minister", type=wanted)
        assert {kind["id"] for each in found for kind in each["type"]} <= types
    assert candidates(client, query="Mali", type="Galaxy") == []


def test_a_limit_is_kept(client: FlaskClient) -> None:
    assert len(candidates(client, query="Iran", limit=2)) == 2


@pytest.mark.parametrize("name", ["", '"', "a OR b", "NEAR(", "*", "外交部", "x" * 10_000])
def test_no_name_is_an_error(client: FlaskClient, name: str) -> None:
    assert isinstance(candidates(client, query=name), list)


@pytest.mark.parametrize(
    ("queries", "status"),
    [
        ("{", 400),
        ("[" * 100_000, 400),
        ("[]", 400),
        ('{"q": "name"}', 400),
        ('{"q": {"query": 1}}', 400),
        (json.dumps({str(n): {"query": "x"} for n in range(101)}), 413),
    ],
)
def test_what_is_no_batch_is_refused(client: FlaskClient, queries: str, status: int) -> None:
    assert client.post("/reconcile", data={"queries": queries}).status_code == status


def test_names_are_completed(client: FlaskClient) -> None:
    found = json.loads(client.get("/reconcile/suggest/entity", query_string={"prefix": "sadio cam"}).data)["result"]
    assert found[0]["id"] == "person/sadio-camara"
    assert client.get("/reconcile/suggest/entity", query_string={"prefix": "x" * 1000}).status_code == 414
