import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.snapshot.describe import described
from kg.snapshot.lines import merged, quad_lines


@pytest.mark.parametrize("numbers", [range(0), range(300), range(250, 420), range(1, 900, 2)])
def test_counts_that_count_themselves_come_to_an_end(numbers: range) -> None:
    """Numbers that stand in the graph already are no new objects: so the count of objects may never settle."""
    iris = Iris("http://localhost:8000/")
    quads = [Quad(iris.dataset, NamedNode("urn:n"), Literal(n), iris.graph("actors")) for n in numbers]
    lines, statistics = described(quad_lines(quads), iris)
    assert statistics.triples == len(merged(lines))
