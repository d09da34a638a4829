"""Side by side: requests a second of Parley's server and its peers on the same graph.

python -m bench.serving                          an invented graph of 10,000 documents
python -m bench.serving --data data              the snapshot in service under data/
python -m bench.serving --documents 500 --seconds 1 --only parley --only oxigraph
"""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import click
from pyoxigraph import Store

from bench.serving import peers, world
from kg.snapshot import Snapshot, open_snapshot

PAR = "PREFIX par: <https://w3id.org/parley/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
LOOK_UP = "SELECT * { <%s> ?p ?o }"
BY_SPEAKER = PAR + "SELECT ?s ?t { ?s par:speaker <%s> ; par:text ?t } LIMIT 100"
PAIRS = (
    PAR + "SELECT ?a ?b (COUNT(DISTINCT ?m) AS ?n) { ?m par:involvesCountry ?a, ?b FILTER(STR(?a) < STR(?b)) } "
    "GROUP BY ?a ?b ORDER BY DESC(?n) LIMIT 20"
)
ROWS = PAR + "SELECT ?s ?t ?d { ?s par:text ?t ; par:document ?d } LIMIT 50000"
TASKS = ("look-up", "look-up, repeated", "list by speaker", "country pairs", "50,000 rows")
HEAVY = frozenset({"country pairs", "50,000 rows"})
"""Tasks of which one may take longer than a measurement of the others: they are measured for four times as long."""
_WARM_UP = 20
"""Seconds that each server is asked before it is measured: time to read what it reads once."""
HEAD = f"| server | clients | {' | '.join(TASKS)} |\n|{'---|' * (len(TASKS) + 2)}"

# wrk reads the paths to ask from a file: each thread goes through them in turn.
_SCRIPT = """
local paths, at = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function() at = at %% #paths + 1; return wrk.format("GET", paths[at]) end
"""


@click.command(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path), help="Data folder; without it a graph is invented.")
@click.option("--documents", default=10_000, show_default=True)
@click.option("--seconds", default=3, show_default=True, help="How long each measurement takes.")
@click.option("--clients", multiple=True, default=(1, 8), show_default=True)
@click.option("--only", multiple=True, type=click.Choice([*peers.PEERS, "pyoxigraph"]))
@click.option("--real-time", is_flag=True, help="Put servers and load before all other work (needs root).")
def main(
    data: Path | None, documents: int, seconds: int, clients: tuple[int, ...], only: tuple[str, ...], *, real_time: bool
) -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed: it makes the load (Debian: apt-get install wrk)")
    if real_time:  # what is started from here inherits it
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(5))
    table = Table()
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        snapshot = open_snapshot(data) if data else world.publish(Path(folder) / "data", documents)
        print(f"{snapshot.manifest.quads:,} quads, {snapshot.manifest.triples:,} triples in the default graph\n")
        print(HEAD)
        load = Load(snapshot, Path(folder), seconds)
        for name, start in peers.PEERS.items():
            if not only or name in only:
                _measure(name, start, load, clients, table)
        if not only or "pyoxigraph" in only:
            table.add("pyoxigraph in process", 1, load.in_process())
    table.print_ratios()


def _measure(name: str, start: peers.Start, load: "Load", clients: tuple[int, ...], table: "Table") -> None:
    try:
        peer = start(load.snapshot, load.folder)
    except peers.Skipped as reason:
        print(f"| {name} | | skipped: {reason} |")
        return
    try:
        load.over_http(peer, "list by speaker", 1, seconds=_WARM_UP)
        for count in clients:
            table.add(name, count, (load.over_http(peer, task, count) for task in TASKS))
    finally:
        peer.stop()


class Table:
    """The figures, printed as they come in."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int], list[float]] = {}

    def add(self, name: str, clients: int, figures: Iterator[float]) -> None:
        """Print requests a second of each task; a server that answered none in time has a dash."""
        row = self._rows[name, clients] = list(figures)
        cells = (f"{figure:,.1f}" if figure < 100 else f"{figure:,.0f}" for figure in row)
        print(
            f"| {name} | {clients} | " + " | ".join(cell if cell != "0.0" else "–" for cell in cells) + " |", flush=True
        )

    def print_ratios(self) -> None:
        """Print Parley's figures as multiples of each peer's with as many clients."""
        for own in sorted({name for name, _ in self._rows if name.startswith("parley")}):
            print(f"\n{own.capitalize()} as a multiple of\n\n{HEAD}")
            for (name, clients), row in self._rows.items():
                ours = self._rows.get((own, clients))
                if ours and not name.startswith("parley"):
                    cells = (f"{mine / theirs:.2f}" if theirs else "∞" for mine, theirs in zip(ours, row, strict=True))
                    print(f"| {name} | {clients} | " + " | ".join(cells) + " |")


class Load:
    """Asks a server the same questions as all others, for so many seconds each."""

    def __init__(self, snapshot: Snapshot, folder: Path, seconds: int) -> None:
        self.snapshot, self.folder = snapshot, folder
        self._seconds = seconds
        store = snapshot.load()
        self._people = _nodes(store, "?n a par:Person")
        self._speakers = _nodes(store, "?s par:speaker ?n")
        self._serial = itertools.count()

    def queries(self, task: str) -> Iterator[str]:
        """Yield queries without end; but for those repeated each text is new, so that no cache knows it."""
        for number in itertools.count():
            note = f" # {next(self._serial)}"
            if task == "look-up, repeated":
                yield LOOK_UP % self._people[0]
            elif task == "look-up":
                yield LOOK_UP % self._people[number % len(self._people)] + note
            elif task == "list by speaker":
                yield BY_SPEAKER % self._speakers[number % len(self._speakers)] + note
            else:
                yield (PAIRS if task == "country pairs" else ROWS) + note

    def over_http(self, peer: peers.Peer, task: str, clients: int, seconds: int = 0) -> float:
        """Return how many requests a second are answered, asking for `seconds`, or for as long as the task wants."""
        seconds = seconds or self._seconds * (4 if task in HEAVY else 1)
        path = re.sub(r"^http://[^/]+", "", peer.url)
        count = 1 if "repeated" in task else 20_000 if task in HEAVY else 60_000 * self._seconds
        lines = [f"{path}?query={quote(query)}" for query in itertools.islice(self.queries(task), count)]
        (self.folder / "paths").write_text("\n".join(lines), encoding="utf-8")
        (self.folder / "load.lua").write_text(_SCRIPT % (self.folder / "paths"), encoding="utf-8")
        command = [
            "wrk",
            "-t1",
            f"-c{clients}",
            f"-d{seconds}s",
            "--timeout",
            "120s",
            "-s",
        ]
        command += [str(self.folder / "load.lua"), "-H", "Accept: application/sparql-results+json", peer.url]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in said:
            raise RuntimeError(f"{peer.name}: {task}: {said}")
        return float(re.search(r"Requests/sec: +([0-9.]+)", said)[1])  # type: ignore[index]  # wrk always says so

    def in_process(self) -> Iterator[float]:
        ask = peers.in_process(self.snapshot)
        for task in TASKS:
            started = time.perf_counter()
            for done, query in enumerate(self.queries(task), 1):
                ask(query)
                taken = time.perf_counter() - started
                if taken > self._seconds:
                    yield done / taken
                    break


def _nodes(store: Store, pattern: str) -> list[str]:
    rows = store.query(f"{PAR} SELECT DISTINCT ?n {{ {pattern} }} ORDER BY ?n LIMIT 2000")
    return [row["n"].value for row in rows]  # type: ignore[union-attr]  # a SELECT


if __name__ == "__main__":
    main()
