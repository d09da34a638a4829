"""What validation found, for people (rows) and for machines (a SHACL report graph)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.ns import PAR, PREFIXES, RDF, SH


class Severity(StrEnum):
    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class Result:
    """One node that breaks one rule.

    `rule` is the rule's number (`S08`) and begins the `message` in the shapes; `value` is what is wrong, if it is one
    value; `document` the IRI of the document whose graph says so, if it is one document's fault.
    """

    rule: str
    severity: Severity
    node: str
    message: str
    shape: str
    component: str
    path: str = ""
    value: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The results of one check or, added up, of many."""

    results: tuple[Result, ...] = ()

    def __add__(self, other: "Report") -> "Report":
        return Report(self.results + other.results)

    @classmethod
    def of(cls, reports: Iterable["Report"]) -> "Report":
        """Return all results of `reports` in one, in their order; linear, where a sum of reports is not."""
        return cls(tuple(result for report in reports for result in report.results))

    @property
    def violations(self) -> tuple[Result, ...]:
        return self._of(Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        return self._of(Severity.WARNING)

    def _of(self, severity: Severity) -> tuple[Result, ...]:
        return tuple(result for result in self.results if result.severity is severity)

    def rows(self) -> list[tuple[str, str, str, str, str, str]]:
        """Return severity, rule, document, node, message and value of each result, the gravest first."""
        order = list(Severity)
        ranked = sorted(self.results, key=lambda r: (order.index(r.severity), r.rule, r.document, r.node, r.value))
        return [(str(r.severity), r.rule, r.document, r.node, r.message, r.value) for r in ranked]

    def as_turtle(self) -> str:
        """Return a SHACL validation report; it conforms only if there is no result at all, as SHACL demands."""
        return (serialize(self._triples(), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()

    def _triples(self) -> Iterable[Triple]:
        report = BlankNode("report")
        yield Triple(report, RDF["type"], SH.ValidationReport)
        yield Triple(report, SH.conforms, Literal(not self.results))
        nodes = [BlankNode(f"result{index}") for index in range(len(self.results))]
        yield from (Triple(report, SH.result, node) for node in nodes)
        for node, result in zip(nodes, self.results, strict=True):
            yield from _describe(node, result)


def _describe(node: BlankNode, result: Result) -> Iterable[Triple]:
    yield Triple(node, RDF["type"], SH.ValidationResult)
    yield Triple(node, SH.focusNode, NamedNode(result.node))
    yield Triple(node, SH.resultSeverity, SH[result.severity])
    yield Triple(node, SH.resultMessage, Literal(result.message, language="en"))
    yield Triple(node, SH.sourceConstraintComponent, NamedNode(result.component))
    if result.shape:
        yield Triple(node, SH.sourceShape, NamedNode(result.shape))
    if result.path:
        yield Triple(node, SH.resultPath, NamedNode(result.path))
    if result.value:
        yield Triple(node, SH.value, Literal(result.value))
    if result.document:
        yield Triple(node, PAR.document, NamedNode(result.document))
