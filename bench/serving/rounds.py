"""Publish snapshot after snapshot while clients query: count lost requests, and answers of two snapshots.

    python -m bench.serving.rounds --rounds 1000

Two snapshots are built once and put into service in turn; each holds a mark of its own a hundred times.
"""

import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import click
import httpx
from pyoxigraph import Literal, NamedNode, Quad

from bench.serving import peers
from kg.iris import Iris
from kg.snapshot import Snapshot, write

MARKS, CLIENTS = 100, 4
QUERY = "SELECT ?mark { ?s <http://localhost:8000/mark> ?mark }"


@click.command(help=__doc__)
@click.option("--rounds", default=1000, show_default=True)
@click.option("--pause", default=0.1, show_default=True, help="Seconds that each stays in service.")
def main(rounds: int, pause: float) -> None:
    with tempfile.TemporaryDirectory(prefix="parley-rounds-") as folder:
        snapshots = [_publish(Path(folder), mark) for mark in ("one", "two")]
        peer = peers.parley(snapshots[0], Path(folder))
        try:
            seen, failed = _run(peer, Path(folder), snapshots, rounds, pause)
        finally:
            peer.stop()
    print(f"{rounds} rounds, answers by snapshot: {dict(seen)}, failed or mixed: {len(failed)}")
    for failure in failed[:5]:
        print("   ", failure)


def _publish(data: Path, mark: str) -> Snapshot:
    iris = Iris("http://localhost:8000/")
    nodes = [NamedNode(f"http://localhost:8000/id/{number}") for number in range(MARKS)]
    value = NamedNode("http://localhost:8000/mark")
    return write(data, (Quad(node, value, Literal(mark), iris.graph("actors")) for node in nodes), iris)


def _run(
    peer: peers.Peer, data: Path, snapshots: list[Snapshot], rounds: int, pause: float
) -> tuple[Counter[str], list[str]]:
    seen: Counter[str] = Counter()
    failed: list[str] = []
    stop = threading.Event()

    def ask(number: int) -> None:
        with httpx.Client(timeout=60) as http:
            count = 0
            while not stop.is_set():
                count += 1
                note = f"# {number} {count}" if count % 2 else ""
                answer = http.get(peer.url, params={"query": QUERY + note})
                marks = (
                    [row["mark"]["value"] for row in answer.json()["results"]["bindings"]] if answer.is_success else []
                )
                if len(marks) == MARKS and len(set(marks)) == 1:
                    seen[marks[0]] += 1
                else:
                    failed.append(f"{answer.status_code} {answer.text[:200]}")

    threads = [threading.Thread(target=ask, args=[number]) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for number in range(rounds):
        fresh = data / "current.new"
        fresh.symlink_to(snapshots[number % 2].folder)
        fresh.rename(data / "current")
        time.sleep(pause)
    stop.set()
    for thread in threads:
        thread.join()
    return seen, failed


if __name__ == "__main__":
    main()
