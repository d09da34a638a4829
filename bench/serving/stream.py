"""Stream a million rows: when the first byte comes, how long it takes, how big the web process gets.

python -m bench.serving.stream --data data
"""

import time
from pathlib import Path

import click
import httpx

from bench.serving import peers
from kg.snapshot import open_snapshot

ROWS = 1_000_000
QUERY = f"SELECT ?a ?b ?c {{ ?a ?b ?c }} LIMIT {ROWS}"
CROSS = f"SELECT ?a ?c ?f {{ ?a ?b ?c . ?d ?e ?f }} LIMIT {ROWS}"
"""Of a graph that has fewer triples, each with every other."""


@click.command(help=__doc__)
@click.option("--data", required=True, type=click.Path(path_type=Path))
def main(data: Path) -> None:
    snapshot = open_snapshot(data)
    peer = peers.parley(snapshot, data)
    try:
        for format_ in ("csv", "json"):
            started, size, first = time.perf_counter(), 0, 0.0
            query = QUERY if snapshot.manifest.triples >= ROWS else CROSS
            parameters = {"query": query, "format": format_}
            headers = {"Accept-Encoding": "identity"}
            with httpx.stream("GET", peer.url, params=parameters, headers=headers, timeout=300) as answer:
                answer.raise_for_status()
                for piece in answer.iter_raw():
                    first = first or time.perf_counter() - started
                    size += len(piece)
            taken = time.perf_counter() - started
            print(f"{format_}: first byte {first * 1000:.0f} ms, {size / 2**20:.0f} MB in {taken:.1f} s")
        for pid in _web_processes(peer.process.pid):
            print(f"web process at most {_most(pid) / 2**20:.0f} MB")
    finally:
        peer.stop()


def _web_processes(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if b"server.door" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def _most(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024


if __name__ == "__main__":
    main()
