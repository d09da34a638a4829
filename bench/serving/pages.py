"""How long each page takes that nobody has asked for before: every list, and for each class the node with most to show.

python -m bench.serving.pages --data data
"""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click
import httpx
from pyoxigraph import QuerySolutions, Store

from bench.serving import peers
from kg.snapshot import open_snapshot
from server.pages.sections import SECTIONS
from server.pages.views import LISTS

_BUSIEST = """PREFIX par: <https://w3id.org/parley/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?node { ?node a %s . ?other ?link ?node FILTER(CONTAINS(STR(?node), "/id/")) }
GROUP BY ?node ORDER BY DESC(COUNT(*)) LIMIT 1"""


@click.command(help=__doc__)
@click.option("--data", required=True, type=click.Path(path_type=Path))
def main(data: Path) -> None:
    snapshot = open_snapshot(data)
    paths = ["/", *(f"/browse/{name}" for name in LISTS), *_pages(snapshot.load())]
    peer = peers.parley(snapshot, data)
    try:
        with httpx.Client(base_url=peer.url.removesuffix("/sparql"), timeout=60) as http:
            print("| page | ms |\n|---|---|")
            for path in paths:
                started = time.perf_counter()
                http.get(path).raise_for_status()
                print(f"| {path} | {(time.perf_counter() - started) * 1000:,.0f} |")
    finally:
        peer.stop()


def _pages(store: Store) -> Iterator[str]:
    for name in SECTIONS:
        found = store.query(_BUSIEST % (f"skos:{name}" if name == "Concept" else f"par:{name}"))
        assert isinstance(found, QuerySolutions)
        yield from (urlsplit(row["node"].value).path.replace("/id/", "/page/", 1) for row in found)


if __name__ == "__main__":
    main()
