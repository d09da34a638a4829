"""Starting and stopping the server as `parley serve` and `python -m server` do."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from tests.live import LiveServer
from tests.server.live.graphs import publish


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    publish(folder, people=30)
    return folder


def run(**environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server"]
    return subprocess.run(command, env=os.environ | environ, capture_output=True, text=True, timeout=60, check=False)


def test_a_port_in_use_is_one_clear_line(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(PARLEY_DATA=str(data), PARLEY_PORT=port)
    assert done.returncode == 2
    assert done.stderr == f"parley: cannot listen on 127.0.0.1:{port}: Address already in use\n"


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"PARLEY_DATA": "/nowhere"}, "parley: /nowhere: no snapshot here; build one first\n"),
        ({"PARLEY_QUERY_TIME": "soon"}, "parley: PARLEY_QUERY_TIME: 'soon' is not a number\n"),
        ({"PARLEY_IN_MEMORY": "maybe"}, "parley: PARLEY_IN_MEMORY: 'maybe' is not 1, 0 or auto\n"),
        ({"PARLEY_HOST": "no.such.host.invalid"}, "parley: cannot listen on no.such.host.invalid:0: "),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(data: Path, environ: dict[str, str], said: str) -> None:
    done = run(**{"PARLEY_DATA": str(data), "PARLEY_PORT": "0"} | environ)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


def test_a_request_under_way_is_finished_when_the_server_stops(data: Path) -> None:
    answers: list[httpx.Response] = []
    query = "SELECT ?a ?c ?f { ?a ?b ?c . ?d ?e ?f } LIMIT 100000"

    with LiveServer(data) as server:
        begun = threading.Event()

        def ask() -> None:
            with httpx.stream(
                "GET", f"{server.url}/sparql", params={"query": query, "format": "csv"}, timeout=60
            ) as answer:
                begun.set()
                answer.read()
                answers.append(answer)

        thread = threading.Thread(target=ask)
        thread.start()
        assert begun.wait(30)
        server.process.send_signal(signal.SIGTERM)
        thread.join()
        assert server.process.wait(60) == 0
    assert answers[0].text.count("\r\n") == 100_001


def test_nothing_is_left_when_the_server_has_stopped(data: Path, tmp_path: Path) -> None:
    with LiveServer(data, TMPDIR=str(tmp_path)) as server:
        assert server.http.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        left = [pid for pid in _descendants(server.process.pid) if b"server.door" in _command(pid)]
        assert len(left) > 2  # the keeper, the parent of workers, and workers
    assert not list(tmp_path.iterdir())
    assert not [pid for pid in left if b"server.door" in _command(pid)]


def _descendants(pid: int) -> list[int]:
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    return [*children, *(descendant for child in children for descendant in _descendants(child))]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
