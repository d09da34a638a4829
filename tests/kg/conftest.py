"""An invented graph in our model, for tests of the stages that take graphs."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.iris import Iris

_DATA = Path(__file__).parent / "data"

Edit = tuple[str, str]
Gondor = Callable[..., list[Quad]]


@pytest.fixture(scope="session")
def iris() -> Iris:
    return Iris("http://example.org/")


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return the documents of the graph by the name of their graph."""
    return {f"http://example.org/graph/doc/{name}": (_DATA / f"{name}.txt").read_text("utf-8") for name in ("d1", "d2")}


@pytest.fixture(scope="session")
def gondor() -> Gondor:
    """Return a function that gives the quads of `gondor.trig` after some edits of its text."""
    text = (_DATA / "gondor.trig").read_text(encoding="utf-8")

    def quads(edits: Iterable[Edit] = ()) -> list[Quad]:
        edited = text
        for old, new in edits:
            assert old in edited, f"{old!r} is not in gondor.trig"
            edited = edited.replace(old, new)
        return list(parse(edited, RdfFormat.TRIG))

    return quads
