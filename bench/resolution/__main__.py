"""Measure resolution on an invented world whose identities are known: `python bench/resolution`.

Prints pairwise precision and recall for persons and meetings on 2,000 documents, with processor time and memory; then
the same for 1,000 and 10,000.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable

from history import history
from press import Report, press

from kg.model.world import World
from kg.resolve import Registry, resolve

SEED = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, help="measure one world of so many documents only")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.documents:
        measure(options.documents, options.seed)
        return
    for documents in (2000, 1000, 10000):
        command = [sys.executable, __file__.removesuffix("/__main__.py"), "--documents", str(documents)]
        subprocess.run([*command, "--seed", str(options.seed)], check=True)


def measure(documents: int, seed: int) -> None:
    """Build a world, resolve it, and print a line of the table for each kind."""
    rng = random.Random(seed)  # noqa: S311 - a reproducible world, no secret
    reports = press(rng, history(rng, documents // 2), documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    world = resolve((report.facts for report in reports), Registry())
    seconds = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = f"{after // 1024} MB at most ({(after - before) // 1024} MB added)"
    print(f"{documents} documents: {seconds:.1f} s of one core, {memory}")
    for kind, pairs in (("persons", persons(reports, world)), ("meetings", meetings(reports, world))):
        precision, recall = pairwise(pairs)
        print(f"  {kind:9} precision {precision:.4f} recall {recall:.4f}")
    print(f"  {len(world.corroborations)} corroborations, {len(world.close_meetings)} close meetings")


def persons(reports: Iterable[Report], world: World) -> list[tuple[Hashable, Hashable]]:
    """Return the true and the found identity of each person of each document."""
    return [
        (number, world.actor_of[report.facts.document.id, key])
        for report in reports
        for key, number in report.persons.items()
    ]


def meetings(reports: Iterable[Report], world: World) -> list[tuple[Hashable, Hashable]]:
    return [
        (report.event, world.meeting_of[report.facts.document.id, report.facts.meetings[0].key]) for report in reports
    ]


def pairwise(identities: list[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Return precision and recall over pairs of occurrences that are held to be one."""
    both = _pairs(Counter(identities))
    return both / _pairs(Counter(found for _, found in identities)), both / _pairs(
        Counter(true for true, _ in identities)
    )


def _pairs(sizes: Counter[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values()) or 1


if __name__ == "__main__":
    main()
