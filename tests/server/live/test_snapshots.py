"""A new snapshot is taken into service without a restart and without a failed request."""

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
        [keeper] = [
            pid for pid in _children(server.process.pid) if b"server.door" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]
        [parent] = _children(int(keeper))
        os.kill(int(parent), signal.SIGKILL)
        deadline = time.monotonic() + 10
        while set(_children(int(keeper))) <= {parent}:
            assert time.monotonic() < deadline
        for number in range(20):
            assert server.http.get("/sparql", params={"query": f"ASK {{}} # {number}"}).status_code == 200


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
