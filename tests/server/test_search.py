import json

import pytest
from flask.testing import FlaskClient


def found(client: FlaskClient, **arguments: str) -> list[dict[str, str]]:
    answer = client.get("/search", query_string=arguments, headers={"Accept": "application/json"})
    results: list[dict[str, str]] = json.loads(answer.data)["results"]
    return results


@pytest.mark.parametrize("words", ["sadio camara", "Camara Sadio", "sadio cam", "SADIO CAMARA"])
def test_a_person_is_found_by_the_words_of_the_name(client: FlaskClient, words: str) -> None:
    assert found(client, q=words)[0]["id"].endswith("id/person/sadio-camara")


def test_the_country_comes_before_its_offices(client: FlaskClient) -> None:
    assert found(client, q="mali")[0]["id"].endswith("id/country/ml")


def test_a_name_found_is_shown_once(client: FlaskClient) -> None:
    page = client.get("/search", query_string={"q": "camara", "type": "Person"}, headers={"Accept": "text/html"}).text
    assert page.count("Sadio <mark>Camara</mark>") == 1
    assert "Sadio Camara<" not in page


def test_marks_on_letters_do_not_matter(client: FlaskClient) -> None:
    assert any(hit["label"] == "Assimi Goïta" for hit in found(client, q="goita"))


def test_statements_are_found_by_their_words(client: FlaskClient) -> None:
    assert found(client, q="popular mobilization", type="Statement") == []
    assert found(client, q="uproot terrorism", type="Statement")


@pytest.mark.parametrize("words", ['"', "a OR", "NEAR(", "*", "-", "label:x", "'; DROP TABLE entry; --", "\x00", ""])
def test_no_search_is_an_error(client: FlaskClient, words: str) -> None:
    assert client.get("/search", query_string={"q": words}).status_code == 200


def test_a_search_that_is_too_long_is_refused(client: FlaskClient) -> None:
    assert client.get("/search", query_string={"q": "x" * 1000}).status_code == 414


def test_words_are_shown_not_run(client: FlaskClient) -> None:
    page = client.get("/search", query_string={"q": "<script>alert(1)</script>"}, headers={"Accept": "text/html"}).text
    assert "<script>alert" not in page


def test_a_limit_is_kept_and_pages_go_on(client: FlaskClient) -> None:
    first, second = found(client, q="iran", limit="3"), found(client, q="iran", limit="3", page="2")
    assert len(first) == 3
    assert not {hit["id"] for hit in first} & {hit["id"] for hit in second}
