"""Send hostile queries among honest clients: who is kept waiting, refused or told nothing, how much memory goes.

python -m bench.serving.soak --data data --seconds 60
"""

import re
import threading
import time
from collections import Counter
from pathlib import Path

import click
import httpx

from bench.serving import peers
from kg.ns import PAR, RDF
from kg.snapshot import open_snapshot

CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
HOSTILE = {
    "3,000 nested {": "SELECT * " + "{" * 3000 + "}" * 3000,
    "5,000 nested (": "SELECT ((" + "(" * 5000 + "1" + ")" * 5000 + ") AS ?x) {}",
    "8,000 UNIONs": "ASK {" + " UNION ".join(["{}"] * 8000) + "}",
    "1,000 nested collections": "ASK { ?s ?p " + "(" * 1000 + ")" * 1000 + " }",
    "cross product, COUNT": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER(?c != '%d') }}",
    "cross product, ORDER BY": f"SELECT * {{ {CROSS} FILTER(?c != '%d') }} ORDER BY ?c ?f",
    "cross product, GROUP_CONCAT": f"SELECT (GROUP_CONCAT(STR(?c)) AS ?n) {{ {CROSS} FILTER(?c != '%d') }}",
    "looks light": f"ASK {{ ?x <{RDF['type'].value}> <{PAR.Person.value}> . ?a ?b ?c . ?d ?e ?f "
    "FILTER((STR(?c) = STR(?f)) = (STR(?c) != STR(?f))) } # %d",
    "chain of additions": "ASK { FILTER(" + "1+" * 15000 + "%d < 0) }",
    "SERVICE": "SELECT * { FILTER(2<3)SERVICE#x>\n<http://localhost/> { ?s ?p ?o } }",
}
TIMES, ATTACKERS, HONEST = 20, 10, 8


@click.command(help=__doc__)
@click.option("--data", required=True, type=click.Path(path_type=Path))
@click.option("--seconds", default=60, show_default=True)
def main(data: Path, seconds: int) -> None:
    snapshot = open_snapshot(data)
    peer = peers.parley(snapshot, data)
    try:
        soak = Soak(peer, _people(peer))
        soak.run(seconds)
        soak.report()
    finally:
        peer.stop()


def _people(peer: peers.Peer) -> list[str]:
    query = "SELECT ?p { ?p a <https://w3id.org/parley/ns#Person> } LIMIT 2000"
    rows = httpx.get(peer.url, params={"query": query}, timeout=60).json()["results"]["bindings"]
    return [row["p"]["value"] for row in rows]


class Soak:
    """Attackers that send each hostile query so many times, and honest clients that look people up meanwhile."""

    def __init__(self, peer: peers.Peer, people: list[str]) -> None:
        self._peer, self._people = peer, people
        self._attacks = iter([(name, number) for number in range(TIMES) for name in HOSTILE])
        self._lock, self._stop = threading.Lock(), threading.Event()
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.times: list[float] = []
        self.failed: list[str] = []
        self.memory = 0

    def run(self, seconds: int) -> None:
        """Go on for so many seconds, and longer if the attackers are not through by then."""
        attackers = [threading.Thread(target=self._attack) for _ in range(ATTACKERS)]
        others = [threading.Thread(target=job) for job in [self._ask] * HONEST + [self._watch]]
        for thread in attackers + others:
            thread.start()
        time.sleep(seconds)
        for thread in attackers:
            thread.join()
        self._stop.set()
        for thread in others:
            thread.join()

    def report(self) -> None:
        self.times.sort()
        middle, late = (self.times[int(len(self.times) * share)] for share in (0.5, 0.99))
        print(f"honest: {len(self.times)} answered, {len(self.failed)} failed")
        print(f"        median {middle:.3f} s, 99 % within {late:.3f} s, slowest {self.times[-1]:.3f} s")
        for failure in self.failed[:5]:
            print("   ", failure)
        print(f"memory of all processes at most: {self.memory / 2**20:.0f} MB (shared pages counted once)")
        for (name, verdict), count in sorted(self.verdicts.items()):
            print(f"{count:4} x {name}: {verdict}")

    def _attack(self) -> None:
        while True:
            with self._lock:
                name, number = next(self._attacks, ("", 0))
            if not name:
                return
            query = HOSTILE[name].replace("%d", str(number))
            try:
                answer = httpx.post(self._peer.url, data={"query": query}, timeout=120)
                verdict = (
                    f"{answer.status_code} {answer.text.splitlines()[0][:70] if answer.status_code != 200 else ''}"
                )
            except httpx.HTTPError as error:
                verdict = repr(error)
            with self._lock:
                self.verdicts[name, re.sub(r"[0-9.]+ s\b", "… s", verdict)] += 1

    def _ask(self) -> None:
        with httpx.Client(timeout=60) as http:
            number = 0
            while not self._stop.is_set():
                number += 1
                person = self._people[number % len(self._people)]
                query = f"SELECT * {{ <{person}> ?p ?o }} # {threading.get_ident()} {number}"
                started = time.monotonic()
                answer = http.get(self._peer.url, params={"query": query})
                with self._lock:
                    self.times.append(time.monotonic() - started)
                    if answer.status_code != 200:
                        self.failed.append(f"{answer.status_code} {answer.text}")

    def _watch(self) -> None:
        while not self._stop.wait(0.2):
            self.memory = max(self.memory, sum(map(_proportional, _tree(self._peer.process.pid))))


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(descendant for child in children for descendant in _tree(int(child)))]


def _proportional(pid: int) -> int:
    """Return a process's memory, what it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
