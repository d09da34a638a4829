"""Candidates from other data, and what a person confirms of them."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from kg.errors import ConfigError, RegistryError
from kg.model.world import ActorType, EntityId, SharedActor
from kg.resolve import load_registry
from kg.resolve.editing import confirm, with_link
from kg.resolve.reconcile import Candidate, local_table, propose, service

FRODO = SharedActor(EntityId("person/frodo-baggins"), ActorType.PERSON, "Frodo Baggins", ("Frodo Drogo Baggins",))
COUNCIL = SharedActor(EntityId("org/white-council"), ActorType.ORGANIZATION, "White Council")
LINKED = SharedActor(EntityId("person/sam"), ActorType.PERSON, "Sam Gamgee", same_as=("https://example.org/sam",))
OFFICE = SharedActor(EntityId("office/is/king"), ActorType.OFFICE, "king of Iceland", office_kind="king")


class Service(BaseHTTPRequestHandler):
    """A Reconciliation API 0.2 service that knows one hobbit."""

    def do_GET(self) -> None:
        self._reply({"versions": ["0.2"], "name": "Red Book", "identifierSpace": "https://example.org/book/"})

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        queries = json.loads(form["queries"][0])
        self._reply({name: {"result": self._found(query)} for name, query in queries.items()})

    def _found(self, query: dict[str, str]) -> list[dict[str, object]]:
        if query["query"] != "Frodo Baggins" or query.get("type") != "hobbit":
            return []
        return [
            {"id": "B7", "name": "Bingo Baggins", "score": 61, "match": False, "type": []},
            {"id": "B1", "name": "Frodo Baggins", "score": 99.5, "match": True, "description": "ring-bearer"},
        ]

    def _reply(self, answer: dict[str, object]) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    """Return the address of a service on loopback."""
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/reconcile"
        server.shutdown()
        thread.join()


def test_a_service_proposes_candidates_best_first(address: str) -> None:
    (proposal,) = propose([FRODO, COUNCIL, LINKED, OFFICE], service(address, {"Person": "hobbit"}))
    assert proposal.actor == FRODO
    assert proposal.candidates == (
        Candidate("https://example.org/book/B1", "Frodo Baggins", 99.5, match=True, description="ring-bearer"),
        Candidate("https://example.org/book/B7", "Bingo Baggins", 61, match=False),
    )


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "book", "http://127.0.0.1:1/"])
def test_a_service_that_is_none_is_named(url: str) -> None:
    with pytest.raises(ConfigError, match=url):
        service(url)


def test_a_table_proposes_by_any_name(tmp_path: Path) -> None:
    path = tmp_path / "book.tsv"
    path.write_text(
        "iri\tname\tdescription\nhttps://example.org/B1\tBaggins, Frodo\tring-bearer\n"
        "https://example.org/B9\tLobelia Bracegirdle\t\n",
        encoding="utf-8",
    )
    (proposal,) = propose([FRODO, COUNCIL], local_table(path))
    assert [candidate.iri for candidate in proposal.candidates] == ["https://example.org/B1"]


@pytest.mark.parametrize("text", ["", "name\nFrodo\n"])
def test_a_table_without_its_columns_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "book.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"book\.tsv: no table"):
        local_table(path)


ENTRIES = """# Kept by the librarians of Bree.
[[identity]]  # a hobbit
id = "person/frodo-baggins"
label = "Frodo Baggins"   # as he signs

[[identity]]
id = "org/white-council"
sameAs = ["https://example.org/old"]
"""


def test_a_confirmed_link_is_written_and_the_rest_stands(tmp_path: Path) -> None:
    path = tmp_path / "registry.toml"
    path.write_text(ENTRIES, encoding="utf-8")
    confirm(path, FRODO.id, FRODO.label, "https://example.org/B1")
    confirm(path, COUNCIL.id, COUNCIL.label, "https://example.org/B2")
    confirm(path, LINKED.id, 'Sam "the brave" Gamgee', "https://example.org/B3")
    identities = load_registry(path).identities
    assert identities[FRODO.id].same_as == ("https://example.org/B1",)
    assert identities[COUNCIL.id].same_as == ("https://example.org/B2", "https://example.org/old")
    assert identities[LINKED.id].label == 'Sam "the brave" Gamgee'
    for line in ENTRIES.splitlines()[:5]:
        assert line in path.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_written_once() -> None:
    assert with_link(ENTRIES, COUNCIL.id, COUNCIL.label, "https://example.org/old") == ENTRIES


def test_a_broken_registry_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "registry.toml"
    path.write_text("[[identity]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"registry\.toml:1"):
        confirm(path, FRODO.id, FRODO.label, "https://example.org/B1")
    assert path.read_text(encoding="utf-8") == "[[identity]\n"
