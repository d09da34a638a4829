from pathlib import Path

import pytest

from server.syntax.grammar import misfit
from server.syntax.mistake import explain

W3C = Path(__file__).parents[2] / "w3c" / "sparql11"
MANIFESTS = {folder: (folder / "manifest.ttl").read_text(encoding="utf-8") for folder in sorted(W3C.iterdir())}
QUERIES = [p for folder, text in MANIFESTS.items() for p in sorted(folder.glob("*.rq")) if f"<{p.name}>" in text]


@pytest.mark.parametrize(
    ("query", "line", "column", "said"),
    [
        ("SELECT * { ?s ?p }", 1, 18, "} does not fit here; expected"),
        ("SELECT *\nWHERE {\n  ?s ?p ?o ;\n  FILTER }", 4, 10, "} does not fit here"),
        ("SELECT * {\r\n ?s ?p ?o\r\n ) }", 3, 2, ") does not fit here"),
        ("SELEC * {}", 1, 1, "SELEC does not fit here"),
        ("SELECT * { ?s ?p ?o", 1, 20, "the query ends too soon"),
        ("SELECT * { ?s ?p 'abc }", 1, 18, "this quotation mark has no partner"),
        ("SELECT * { ?s ?p ?o } LIMIT x", 1, 29, "x does not fit here; expected an integer"),
        ("SELECT ?x WHERE { ?x a ?y . FILTER(?x > ) }", 1, 41, ") does not fit here"),
        ("SELECT * { ?s c:d ?o }", 1, 15, "the prefix 'c:' is not declared"),
        ("SELECT ?s ?p o { ?s ?p ?o }", 1, 14, "o does not fit here"),
        ("SELECT * { ?s ?p ?o }}", 1, 22, "} does not fit here; expected the end of the query"),
        ("# é\n\tSELECT * { 'é' ?p ?o ! }", 2, 23, "! does not fit here"),
        ("", 1, 1, "the query ends too soon"),
        ("ASK { " + "{" * 50 + "}" * 49, 1, 106, "the query ends too soon"),
    ],
)
def test_a_mistake_is_shown_where_it_is(query: str, line: int, column: int, said: str) -> None:
    told = explain(query, "error at 9:9: expected [_]").splitlines()
    assert told[0].startswith(f"line {line}, column {column}: {said}")
    if query:
        assert told[1][told[2].index("^") :].startswith(
            query.replace("\r", "").split("\n")[line - 1][column - 1 :][:20]
        )


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_grammar_takes_every_good_query_of_w3c(path: Path) -> None:
    parts = MANIFESTS[path.parent].split("\n\n")
    negative = f"<{path.name}>" in "".join(part for part in parts if "NegativeSyntaxTest" in part)
    wrong = misfit(path.read_text(encoding="utf-8"))
    assert wrong is None or negative


def test_a_long_line_is_cut_around_the_mistake() -> None:
    told = explain("SELECT * { " + "?s ?p ?o . " * 500 + "! }", "").splitlines()
    assert len(told[1]) <= 100
    assert told[1][len(told[2]) - 1] == "!"


@pytest.mark.parametrize(
    ("query", "message", "said"),
    [
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }",
         "error at 1:41: expected one of The SELECT contains a variable that is unbound, [_]",
         "The SELECT contains a variable that is unbound"),
        ("SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }", "error at 1:40: expected [_]", "one is bound twice"),
        ("SELECT * { FILTER(<a:f>(1)) }", "The custom function <a:f> is not supported",
         "The custom function <a:f> is not supported"),
    ],
)  # fmt: skip
def test_where_the_grammar_is_right_the_reason_is_told_without_a_place(query: str, message: str, said: str) -> None:
    told = explain(query, message)
    assert said in told
    assert "line" not in told
