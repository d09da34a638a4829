"""A new snapshot is taken into service without a restart and without a failed request."""

import contextlib
import os
import signal
import threading
import time
from pathlib import Path

import httpx
import pytest

from tests.live import LiveServer
from tests.server.live.graphs import publish

_NOTES = (
    "SELECT DISTINCT ?l { ?p a <https://w3id.org/parley/ns#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l }"
)


def test_a_new_snapshot_is_taken_into_service(tmp_path: Path) -> None:
    first = publish(tmp_path, people=1)
    with LiveServer(tmp_path, PARLEY_POLL="0.05") as server:
        before = server.http.get("/sparql", params={"query": "ASK {}"}).headers["ETag"]
        assert first.id in server.http.get("/readyz").text
        second = publish(tmp_path, people=2)
        deadline = time.monotonic() + 10
        while second.id not in server.http.get("/readyz").text:
            assert time.monotonic() < deadline
        assert server.http.get("/sparql", params={"query": "ASK {}"}).headers["ETag"] != before


@pytest.mark.slow
def test_rounds_of_publishing_fail_no_request_and_mix_no_answer(tmp_path: Path) -> None:
    """bench/serving does a thousand rounds; these are enough to see a request that is lost at a change."""
    publish(tmp_path, people=20, note=" 0")
    failed: list[str] = []
    seen: set[str] = set()
    stop = threading.Event()

    def ask(headers: dict[str, str]) -> None:
        with httpx.Client(base_url=server.url, timeout=30, headers=headers) as http:
            while not stop.is_set():
                answer = http.get("/sparql", params={"query": _NOTES})
                if answer.status_code != 200:
                    failed.append(f"{answer.status_code} {answer.text}")
                    continue
                notes = {row["l"]["value"].split()[-1] for row in answer.json()["results"]["bindings"]}
                if len(notes) != 1:
                    failed.append(f"mixed: {notes}")
                seen.update(notes)

    with LiveServer(tmp_path, PARLEY_POLL="0.02") as server:
        threads = [
            threading.Thread(target=ask, args=[headers]) for headers in ({}, {}, {"X-Way": "flask"}, {"X-Way": "flask"})
        ]
        for thread in threads:
            thread.start()
        for number in range(1, 9):
            publish(tmp_path, people=20, note=f" {number}")
        stop.set()
        for thread in threads:
            thread.join()
    assert not failed
    assert len(seen) > 3


@pytest.mark.parametrize("wanted", ["1", "auto"])
def test_workers_read_a_large_graph_from_memory_once_it_is_there(tmp_path: Path, wanted: str) -> None:
    store = publish(tmp_path, memory_quads=1).folder / "store"
    settings = {"PARLEY_IN_MEMORY": wanted, "PARLEY_POLL": "0.02", "PARLEY_CLERKS": "0"}
    with LiveServer(tmp_path, **settings) as server:
        answers = set()

        def ask_until(opened: bool) -> None:  # an idle worker goes when the next is asked for
            deadline = time.monotonic() + 20
            while _is_open(store) is not opened or len(_parents(server)) != 1:
                query = f"{_NOTES} ORDER BY ?l # {time.monotonic_ns()}"
                answer = server.http.get("/sparql", params={"query": query})
                if answer.status_code != 503:  # as it may be where a parent has just died
                    answers.add(answer.text)
                assert time.monotonic() < deadline

        ask_until(opened=False)
        assert 'store="memory"' in server.http.get("/metrics").text
        [parent] = _parents(server)
        os.kill(int(parent), signal.SIGKILL)  # as the kernel does where memory was too little after all
        ask_until(opened=True)
    assert len(answers) == 1


def test_workers_read_a_large_graph_from_disk_where_that_is_wanted(tmp_path: Path) -> None:
    store = publish(tmp_path, memory_quads=1).folder / "store"
    with LiveServer(tmp_path, PARLEY_IN_MEMORY="0", PARLEY_POLL="0.02", PARLEY_CLERKS="0") as server:
        for number in range(20):
            assert server.http.get("/sparql", params={"query": f"{_NOTES} # {number}"}).status_code == 200
        assert _is_open(store)
        assert len(_parents(server)) == 1


def test_a_damaged_snapshot_is_not_taken_into_service(tmp_path: Path) -> None:
    good = publish(tmp_path / "good", people=1)
    damaged = publish(tmp_path / "other", people=2)
    (damaged.folder / "dumps" / "parley.nt").write_bytes(b"rubbish\n")
    with LiveServer(tmp_path / "good", PARLEY_POLL="0.05") as server:
        fresh = tmp_path / "good" / "current.new"
        fresh.symlink_to(damaged.folder)
        fresh.rename(tmp_path / "good" / "current")
        time.sleep(1)  # time enough to make the mistake
        assert good.id in server.http.get("/readyz").text


def test_the_parent_of_the_workers_is_replaced_when_it_dies(data: Path) -> None:
    with LiveServer(data, PARLEY_POLL="0.05") as server:
        assert server.http.get("/readyz").status_code == 200
        [parent] = _parents(server)
        os.kill(int(parent), signal.SIGKILL)
        deadline = time.monotonic() + 10
        while set(_parents(server)) <= {parent}:
            assert time.monotonic() < deadline
        for number in range(20):
            assert server.http.get("/sparql", params={"query": f"ASK {{}} # {number}"}).status_code == 200


def _parents(server: LiveServer) -> list[str]:
    """Return the processes that the keeper holds: parents of workers."""
    [keeper] = [
        pid for pid in _children(server.process.pid) if b"server.door" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    return _children(int(keeper))


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def _is_open(folder: Path) -> bool:
    """Tell whether any process has a file of the folder open."""
    for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):  # it is gone, or another user's
            if descriptor.readlink().is_relative_to(folder):
                return True
    return False
