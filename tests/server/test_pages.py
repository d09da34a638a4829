import json
import re
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Literal

from kg.ns import SCHEMA
from server.media import JSON
from server.pages.rows import cell
from server.pages.views import LISTS


def test_the_start_page_counts_and_links(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "<b>5</b> documents" in page
    assert all(f'href="/browse/{name}"' in page for name in LISTS)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_is_filled_and_its_links_lead_somewhere(client: FlaskClient, name: str) -> None:
    page = client.get(f"/browse/{name}").text
    links = set(re.findall(r'href="(/page/[^"#]+)"', page))
    assert links
    assert [link for link in sorted(links)[:5] if client.get(link).status_code != 200] == []


def test_an_unknown_list_is_not_found(client: FlaskClient) -> None:
    assert client.get("/browse/secrets").status_code == 404


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/page/person/sadio-camara", ["Sadio Camara", "minister of defence of Mali", "Statements"]),
        ("/page/country/ml", ["Mali", "Officials", "Statements about it"]),
        ("/page/office/ir/defence-minister", ["Holders", "Mohammad Reza Ashtiani"]),
        ("/page/doc/000-e23669db6ec7fb79", ["Iran ready to share experiences", "Statements", "Mentions"]),
        ("/page/place/tehran", ["Tehran", "Meetings"]),
    ],
)
def test_a_page_says_what_the_documents_say(client: FlaskClient, path: str, words: list[str]) -> None:
    page = client.get(path).text
    assert [word for word in words if word not in page] == []


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://gondor.example/news/1", "https://gondor.example/news/1"),
        ("javascript:alert(1)", None),
        ("gondor.example", None),
    ],
)
def test_only_addresses_on_the_web_are_links(address: str, link: str | None) -> None:
    row = {"url": Literal(address, datatype=SCHEMA.URL), "title": Literal(address)}
    assert (cell("url", row).link, cell("title", row).link) == (link, None)


def test_a_statement_s_page_shows_its_evidence(client: FlaskClient) -> None:
    listed = client.get("/browse/statements").text
    link = re.findall(r'href="(/page/statement/[^"]+)"', listed)[0]
    assert "Evidence" in client.get(link).text


def test_a_page_carries_schema_org_data(client: FlaskClient) -> None:
    page = client.get("/page/person/sadio-camara").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    assert json.loads(found[1])["@type"] == "Person"


def test_a_page_number_that_is_none_is_the_first(client: FlaskClient) -> None:
    assert client.get("/browse/people?people=x").text == client.get("/browse/people?people=1").text


def test_words_that_several_documents_report_are_shown_once(client: FlaskClient) -> None:
    twins = "?one <https://w3id.org/parley/ns#corroborates> ?other FILTER(STR(?one) < STR(?other))"
    query = f"SELECT * {{ {twins} . ?one <https://w3id.org/parley/ns#speaker> ?speaker }}"
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": JSON.type}).json
    assert answer is not None
    assert answer["results"]["bindings"]
    for row in answer["results"]["bindings"]:
        speaker, one, other = (row[name]["value"].replace("/id/", "/page/") for name in ("speaker", "one", "other"))
        page = client.get(urlsplit(speaker).path).text
        assert f'<a href="{urlsplit(one).path}">also in ' in page
        assert urlsplit(other).path not in page
