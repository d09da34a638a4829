import pytest

from server.errors import BadQuery
from server.syntax import Inspection, inspect

BASE = "http://gondor.example/"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("ask{}", "ASK"),
        ("PREFIX a: <http://select.example/> CONSTRUCT {} {}", "CONSTRUCT"),
        ("# SELECT\nDESCRIBE <a:a>", "DESCRIBE"),
        ("BASE <http://e.example/ask> SELECT * { ?s ?p 'CONSTRUCT' }", "SELECT"),
        ("rubbish", ""),
        ("", ""),
    ],
)
def test_the_form_is_found(query: str, form: str) -> None:
    assert inspect(query, 100, BASE).form == form


@pytest.mark.parametrize(
    "query",
    ["INSERT DATA {}", "PREFIX a: <a:> DELETE WHERE {}", "load <a:a>", "CLEAR ALL", "WITH <a:a> DELETE {} WHERE {}"],
)
def test_updates_are_known(query: str) -> None:
    inspection = inspect(query, 100, BASE)
    assert inspection.update
    assert not inspection.form


@pytest.mark.parametrize(
    "query", ["SELECT ?with ?insert { ?with a:LOAD 'CLEAR' }", "SELECT * {?s ?p <a:DROP>} # DELETE"]
)
def test_an_updates_words_elsewhere_are_none(query: str) -> None:
    assert inspect(query, 100, BASE).update == ""


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        ("SELECT * FROM <http://a.example/g> {}", ["http://a.example/g"], []),
        ("SELECT * FROM <g> FROM NAMED <h> {}", [BASE + "g"], [BASE + "h"]),
        ("BASE <http://b.example/> PREFIX p: <graph/> ASK FROM p:x FROM p:y {}",
         ["http://b.example/graph/x", "http://b.example/graph/y"], []),
        ("SELECT * WHERE { ?s ?p 'FROM <g>' }", [], []),
    ],
)  # fmt: skip
def test_the_dataset_is_read(query: str, default: list[str], named: list[str]) -> None:
    inspection = inspect(query, 100, BASE)
    assert (list(inspection.default), list(inspection.named)) == (default, named)


@pytest.mark.parametrize(
    "query", ["SELECT (NOW() AS ?n) {}", "SELECT (rand ( ) AS ?n) {}", "ASK { BIND(BNODE('x') AS ?b) }"]
)
def test_volatile_functions_are_known(query: str) -> None:
    assert inspect(query, 100, BASE).volatile


@pytest.mark.parametrize("query", ["SELECT ?now { ?now a:rand 'NOW()' }", "SELECT * {} # NOW()"])
def test_their_names_alone_are_not(query: str) -> None:
    assert not inspect(query, 100, BASE).volatile


@pytest.mark.parametrize(("opening", "closing"), ["{}", "()", "[]"])
def test_nesting_is_bounded_where_it_gets_too_deep(opening: str, closing: str) -> None:
    deep = "SELECT *\n" + opening * 101 + closing * 101
    with pytest.raises(BadQuery, match="line 2, column 101: the query nests deeper than 100 levels"):
        inspect(deep, 100, BASE)
    assert isinstance(inspect("SELECT *\n" + opening * 100 + closing * 100, 100, BASE), Inspection)


def test_brackets_in_strings_comments_and_iris_do_not_nest() -> None:
    assert inspect("SELECT * { ?s ?p '" + "(" * 200 + "' } #" + "{" * 200, 100, BASE).form == "SELECT"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s <a:(x#y> ?o } SERVICE <b:s> {}",
        "PREFIX a: <a:> SELECT * { ?s a:x\\#y ?o } SERVICE <b:s> {}",
        "SELECT * { ?s ?p '''a' # ''' } SERVICE <b:s> {}",
        "SELECT * { FILTER(2<3)SERVICE#x>\n<b:s> {} }",
    ],
)
def test_nothing_hides_a_service(query: str) -> None:
    """Queries of one shape are read once; where a constant could be mistaken for another, each is read."""
    inspect(query.replace("SERVICE", "      "), 100, BASE)
    assert [target.text for target in inspect(query, 100, BASE).services] == ["<b:s>"]


def test_the_graphs_of_two_queries_of_one_shape_differ() -> None:
    found = [inspect(f"SELECT * FROM <{name}> {{ ?s ?p ?o }}", 100, BASE).default for name in ("one", "two")]
    assert found == [(BASE + "one",), (BASE + "two",)]
