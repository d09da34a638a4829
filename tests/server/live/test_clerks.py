"""Light queries go to clerks, on connections that are lent to them: nobody else notices, even where a clerk dies."""

import threading
import time
from pathlib import Path

import httpx
import pytest

from tests.live import LiveServer
from tests.server.live.graphs import BASE, publish

BOROMIR = f"{BASE}id/person/boromir"
# Looks light, is false, and takes far longer than a clerk has: it joins all types with all triples.
HEAVY = f"ASK {{ <{BOROMIR}> ?p ?o . ?a a ?c . ?d ?e ?f FILTER((STR(?c) = STR(?f)) = (STR(?c) != STR(?f))) }} # "


def _ask(http: httpx.Client, query: str) -> httpx.Response:
    return http.get("/sparql", params={"query": query})


def _ask_until_lent(http: httpx.Client) -> str:
    """Return what the ids of a clerk's answers begin with, once two answers come from the same."""
    before, deadline = "", time.monotonic() + 20
    while time.monotonic() < deadline:
        answer = _ask(http, f"SELECT * {{ <{BOROMIR}> ?p ?o }} # {time.monotonic_ns()}")
        assert len(answer.json()["results"]["bindings"]) == 2
        after = answer.headers["Query-Id"][:6]
        if after == before:
            return after
        before = after
    raise AssertionError("no clerk has answered")


def test_a_light_query_is_answered_by_a_clerk(server: LiveServer) -> None:
    with httpx.Client(base_url=server.url, timeout=60) as http:
        assert _ask_until_lent(http)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/parley/ns#Person> }", 200),
        ("SELECT * { ?s ?p ?o . ?s ?q ?r }", 200),
        (f"SELECT * {{ <{BOROMIR}> ?p }}", 400),
        (f"SELECT * {{ <{BOROMIR}> <not an IRI> ?o }}", 400),
        ("SELECT * { SERVICE <http://mordor.example/> { ?s ?p ?o } }", 403),
    ],
    ids=["not light", "longer than it looks", "wrong", "wrong IRI", "refused"],
)
def test_what_is_not_for_a_clerk_is_answered_as_ever(server: LiveServer, query: str, status: int) -> None:
    with httpx.Client(base_url=server.url, timeout=60) as http:
        _ask_until_lent(http)
        assert _ask(http, query).status_code == status
        assert http.get("/healthz").text == "ok\n"
        _ask_until_lent(http)


def test_a_clerk_that_dies_loses_no_request(data: Path) -> None:
    with LiveServer(data, PARLEY_BASE=BASE, PARLEY_CLERKS="1") as server:
        stop, failed = threading.Event(), []

        def look_up(number: int) -> None:
            with httpx.Client(base_url=server.url, timeout=60) as http:
                count = 0
                while not stop.is_set():
                    count += 1
                    answer = _ask(http, f"SELECT * {{ <{BOROMIR}> ?p ?o }} # {number} {count}")
                    if answer.status_code != 200 or len(answer.json()["results"]["bindings"]) != 2:
                        failed.append(answer.text)

        threads = [threading.Thread(target=look_up, args=[number]) for number in range(4)]
        for thread in threads:
            thread.start()
        with httpx.Client(base_url=server.url, timeout=60) as http:
            first = _ask_until_lent(http)
        for count in range(3):
            with httpx.Client(base_url=server.url, timeout=60) as http:
                _ask_until_lent(http)
                assert _ask(http, f"{HEAVY} {count}").json()["boolean"] is False
        stop.set()
        for thread in threads:
            thread.join()
        assert not failed
        with httpx.Client(base_url=server.url, timeout=60) as http:
            assert _ask_until_lent(http) != first


def test_clerks_answer_from_the_new_snapshot(tmp_path: Path) -> None:
    publish(tmp_path, people=1)
    label = f"SELECT ?l {{ <{BOROMIR}> <http://www.w3.org/2000/01/rdf-schema#label> ?l }}"
    with LiveServer(tmp_path, PARLEY_POLL="0.05") as server, httpx.Client(base_url=server.url, timeout=60) as http:
        _ask_until_lent(http)
        publish(tmp_path, people=1, note=" II")
        deadline = time.monotonic() + 20
        while "II" not in _ask(http, f"{label} # {time.monotonic_ns()}").text:
            assert time.monotonic() < deadline
        assert _ask_until_lent(http)


def test_a_server_stops_while_connections_are_lent(data: Path) -> None:
    with LiveServer(data, PARLEY_BASE=BASE) as server, httpx.Client(base_url=server.url, timeout=60) as http:
        _ask_until_lent(http)
        server.process.terminate()
        assert server.process.wait(timeout=20) == 0


def test_requests_are_counted_and_logged_by_clerks_too(server: LiveServer) -> None:
    def counted() -> float:
        name = 'parley_queries_total{verdict="ok"}'
        lines = server.http.get("/metrics").text.splitlines()
        return next(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))

    with httpx.Client(base_url=server.url, timeout=60) as http:
        _ask_until_lent(http)
        before = counted()
        ids = [_ask(http, f"ASK {{ <{BOROMIR}> ?p ?o }} # {number}").headers["Query-Id"] for number in range(10)]
    assert counted() == before + 10
    deadline = time.monotonic() + 10
    while any(id_ not in server.log.read_text(encoding="utf-8") for id_ in ids):
        assert time.monotonic() < deadline
