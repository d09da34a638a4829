"""What the graph says of itself is true of it."""

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.iris import Iris
from kg.ns import DCAT, DCTERMS, PREFIXES, RDF, VOID
from kg.snapshot import Snapshot, write
from kg.snapshot.describe import described
from kg.snapshot.lines import merged, quad_lines

Gondor = Callable[..., list[Quad]]
HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


@pytest.fixture(scope="module")
def snapshot(gondor: Gondor, iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return write(tmp_path_factory.mktemp("data"), gondor(), iris)


@pytest.fixture(scope="module")
def store(snapshot: Snapshot) -> Store:
    return snapshot.load()


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    solutions = store.query(HEAD + query)
    assert isinstance(solutions, QuerySolutions)
    return {tuple(str(getattr(term, "value", "")) for term in solution) for solution in solutions}


COUNTED = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    "classes": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s a ?o }",
}


@pytest.mark.parametrize("term", COUNTED)
def test_a_count_is_what_the_graph_answers(store: Store, iris: Iris, term: str) -> None:
    assert rows(store, f"SELECT ?n {{ <{iris.dataset.value}> void:{term} ?n }}") == rows(store, COUNTED[term])


def test_a_class_partition_counts_the_instances(store: Store) -> None:
    told = rows(store, "SELECT ?c ?n { ?d void:classPartition [ void:class ?c ; void:entities ?n ] }")
    assert told == rows(store, "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c")


def test_a_property_partition_counts_the_triples(store: Store) -> None:
    told = rows(store, "SELECT ?p ?n { ?d void:propertyPartition [ void:property ?p ; void:triples ?n ] }")
    assert told == rows(store, "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")


def test_the_manifest_counts_the_instances_of_our_classes(snapshot: Snapshot, store: Store) -> None:
    told = {(f"{PREFIXES['par']}{name}", str(count)) for name, count in snapshot.manifest.counts.items()}
    assert told == rows(
        store, "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c FILTER(STRSTARTS(STR(?c), STR(par:))) } GROUP BY ?c"
    )


def test_every_dump_is_a_distribution_with_its_media_type(snapshot: Snapshot, store: Store, iris: Iris) -> None:
    told = rows(store, "SELECT ?url ?type { ?d dcat:distribution [ dcat:downloadURL ?url ; dcat:mediaType ?type ] }")
    types = "https://www.iana.org/assignments/media-types/"
    dumps = [file for file in snapshot.files if file.part]
    assert told == {(f"{iris.base}dumps/latest/{file.name}", types + file.media_type) for file in dumps}


def test_followthemoney_and_graphml_are_distributions_but_no_syntaxes_of_rdf(store: Store) -> None:
    features = rows(store, "SELECT ?feature { ?d void:feature ?feature }")
    assert features == {
        (f"http://www.w3.org/ns/formats/{name}",)
        for name in ("N-Quads", "TriG", "Turtle", "N-Triples", "JSON-LD", "RDF_XML")
    }
    dumped = {url.rpartition("/")[2] for (url,) in rows(store, "SELECT ?url { ?d void:dataDump ?url }")}
    assert "parley.nq" in dumped
    assert not [name for name in dumped if "ftm" in name or "graphml" in name or "-" in name]


def test_a_compressed_dump_says_how(store: Store, iris: Iris) -> None:
    node = NamedNode(f"{iris.dataset.value}#parley.ttl.zst")
    (quad,) = store.quads_for_pattern(node, DCAT.compressFormat, None, iris.graph("meta"))
    assert quad.object == NamedNode("https://www.iana.org/assignments/media-types/application/zstd")


def test_the_licence_of_the_data_is_said(store: Store, iris: Iris) -> None:
    (quad,) = store.quads_for_pattern(iris.dataset, DCTERMS.license, None, iris.graph("meta"))
    assert quad.object == NamedNode("https://creativecommons.org/licenses/by/4.0/")


def test_the_example_queries_are_in_the_store_and_run_as_they_stand(store: Store) -> None:
    found = rows(
        store, "SELECT ?comment ?query { ?q a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select ?query }"
    )
    assert len(found) == 25
    for comment, query in found:
        assert comment
        assert isinstance(store.query(query), QuerySolutions)


def test_an_example_query_asks_of_the_deployment_s_own_data(store: Store) -> None:
    asked = "SELECT ?q { ?s sh:select ?q FILTER(CONTAINS(?q, 'id/country/')) }"
    assert all(query.startswith("BASE <http://example.org/>\n") for (query,) in rows(store, asked))


def test_nothing_in_it_tells_the_time(store: Store, iris: Iris) -> None:
    described = store.quads_for_pattern(None, None, None, iris.graph("meta"))
    types = {quad.object.datatype.value for quad in described if isinstance(quad.object, Literal)}
    assert not [name for name in types if "date" in name.casefold() or "time" in name.casefold()]


def test_it_tells_no_count_that_would_change_by_being_told(store: Store) -> None:
    assert not list(store.quads_for_pattern(None, VOID.distinctObjects, None))


@pytest.mark.parametrize("numbers", [range(0), range(300), range(250, 420), range(1, 900, 2)])
def test_it_ends_whatever_numbers_the_graph_holds(iris: Iris, numbers: range) -> None:
    subject = NamedNode("http://example.org/numbers")
    quads = [Quad(subject, NamedNode("http://example.org/n"), Literal(n), iris.graph("actors")) for n in numbers]
    lines, triples, statistics = described(quad_lines(quads), iris)
    assert triples == merged(lines)
    assert statistics.triples == len(triples)


def test_the_dataset_is_one(store: Store) -> None:
    assert len(list(store.quads_for_pattern(None, RDF["type"], VOID.Dataset, None))) == 2  # its graph and the merge
