"""Between the data's IRIs, which are minted under a base, and the paths of whatever host the application runs on."""

from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode

from kg.snapshot import Manifest
from server.door import door


@lru_cache(maxsize=4)
def _manifest(folder: Path) -> Manifest:
    return Manifest.read(folder)


def manifest() -> Manifest:
    """Return the manifest of the snapshot in service."""
    return _manifest(door().folder)


def node(path: str) -> NamedNode | None:
    """Return the IRI of the node whose path below `id/` is `path`; None for a path that makes no IRI."""
    try:
        return NamedNode(f"{manifest().base}id/{path}")
    except ValueError:
        return None


def page_path(iri: str) -> str | None:
    """Return where this application shows the node: `/page/person/x`; None for nodes that are not of the graph.

    A fragment (a passage of a document, a part in a meeting) stays on the page of what it belongs to.
    """
    base = manifest().base
    if iri.startswith(base + "id/"):
        return "/page/" + iri.removeprefix(base + "id/")
    return None
