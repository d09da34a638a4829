import gzip
import hashlib
import json
import re

import pytest
import zstandard
from flask.testing import FlaskClient

SYNTAXES = ["nq", "trig", "ttl", "nt", "jsonld", "rdf", "ftm.json", "graphml"]


@pytest.fixture
def index(client: FlaskClient) -> dict[str, dict[str, object]]:
    return {file["name"] if "name" in file else file["url"].rpartition("/")[2]: file
            for file in json.loads(client.get("/dumps/index.json").data)["files"]}  # fmt: skip


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_dump_is_what_the_index_says(
    client: FlaskClient, index: dict[str, dict[str, object]], syntax: str
) -> None:
    sent = client.get(f"/dumps/parley.{syntax}", headers={"Accept-Encoding": "identity"})
    listed = index[f"parley.{syntax}"]
    assert hashlib.sha256(sent.data).hexdigest() == listed["sha256"]
    assert len(sent.data) == listed["bytes"]
    assert sent.headers["ETag"].strip('"') == listed["sha256"]


def test_compressed_copies_unpack_to_the_dump(client: FlaskClient) -> None:
    plain = client.get("/dumps/parley.nq", headers={"Accept-Encoding": "identity"}).data
    assert gzip.decompress(client.get("/dumps/parley.nq.gz").data) == plain
    assert zstandard.ZstdDecompressor().stream_reader(client.get("/dumps/parley.nq.zst").data).read() == plain


@pytest.mark.parametrize(
    ("accepted", "sent"), [("gzip", "gzip"), ("gzip, zstd", "zstd"), ("br", None), ("gzip;q=0", None)]
)
def test_a_client_gets_the_encoding_that_it_takes(client: FlaskClient, accepted: str, sent: str | None) -> None:
    response = client.get("/dumps/parley.ttl", headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == sent
    assert response.mimetype == "text/turtle"


def test_a_range_is_of_the_dump_itself(client: FlaskClient) -> None:
    whole = client.get("/dumps/parley.nq", headers={"Accept-Encoding": "identity"}).data
    part = client.get("/dumps/parley.nq", headers={"Range": "bytes=100-199", "Accept-Encoding": "gzip"})
    assert (part.status_code, part.data) == (206, whole[100:200])


def test_latest_leads_to_an_address_that_never_changes(client: FlaskClient) -> None:
    found = client.get("/dumps/latest/parley.ttl")
    assert found.status_code == 302
    assert "immutable" in client.get(found.headers["Location"]).headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["secret.txt", "../manifest.json", "%2e%2e/manifest.json", "manifest.json", "search.sqlite"]
)
def test_nothing_but_dumps_is_sent(client: FlaskClient, path: str) -> None:
    assert client.get(f"/dumps/{path}").status_code == 404


def test_a_snapshot_differs_from_itself_in_nothing(client: FlaskClient) -> None:
    snapshot = json.loads(client.get("/dumps/index.json").data)["id"]
    assert client.get(f"/dumps/delta/{snapshot}/{snapshot}/added.nq").data == b""


def test_the_page_begins_with_the_whole_graph(client: FlaskClient) -> None:
    headings = re.findall(r"<h2>(.*?)</h2>", client.get("/dumps/").text)
    assert headings == ["The whole graph", "Meetings", "People", "Statements", "Snapshots kept"]
