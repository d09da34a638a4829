"""A report for people and for machines."""

import pickle

from rdflib import SH, Graph, Literal, URIRef

from kg.validate import Report, Result, Severity

BASE = "http://example.org/id/"
WORSE = Result(
    rule="S08",
    severity=Severity.VIOLATION,
    node=f"{BASE}meeting/d1-1",
    message="S08 a meeting has participations",
    shape="https://w3id.org/parley/shapes#MeetingParticipation",
    component=str(SH.MinCountConstraintComponent),
    path="https://w3id.org/parley/ns#participation",
    document=f"{BASE}doc/d1",
)
BETTER = Result(
    "S11", Severity.INFO, f"{BASE}meeting/d1-1", "S11 undated meeting", "", str(SH.MinCountConstraintComponent)
)
REPORT = Report((BETTER, WORSE))


def test_results_are_told_apart_by_severity() -> None:
    assert (REPORT.violations, REPORT.warnings) == ((WORSE,), ())


def test_the_gravest_row_comes_first_and_names_document_node_and_rule() -> None:
    first, second = REPORT.rows()
    assert first[:4] == ("Violation", "S08", f"{BASE}doc/d1", f"{BASE}meeting/d1-1")
    assert second[1] == "S11"


def test_reports_add_up() -> None:
    assert Report((BETTER,)) + Report((WORSE,)) == REPORT == Report.of([Report((BETTER,)), Report((WORSE,))])


def test_a_report_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(REPORT)) == REPORT


def test_turtle_is_a_shacl_report() -> None:
    graph = Graph().parse(data=REPORT.as_turtle(), format="turtle")
    assert graph.value(None, SH.conforms, Literal(False)) is not None
    node = graph.value(None, SH.resultSeverity, SH.Violation)
    told = {key: graph.value(node, key) for key in (SH.focusNode, SH.resultPath, SH.sourceShape)}
    assert told == {
        SH.focusNode: URIRef(WORSE.node),
        SH.resultPath: URIRef(WORSE.path),
        SH.sourceShape: URIRef(WORSE.shape),
    }
    assert len(list(graph.objects(None, SH.result))) == 2


def test_an_empty_report_conforms() -> None:
    graph = Graph().parse(data=Report().as_turtle(), format="turtle")
    assert graph.value(None, SH.conforms, Literal(True)) is not None
