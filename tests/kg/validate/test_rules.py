"""Every numbered rule of the shapes accepts the invented graph, and names the node that breaks it."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pyshacl
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import SH, Graph

from kg.derive import derive
from kg.iris import Iris
from kg.ns import RDF
from kg.validate import Report, Severity, validate_document, validate_graph
from kg.validate.document import _anchors
from kg.validate.shapes import all_shapes

VIOLATION, WARNING, INFO = Severity.VIOLATION, Severity.WARNING, Severity.INFO
Gondor = Callable[..., list[Quad]]

FARAMIR, MEETING, SAID = "id/person/faramir", "id/meeting/d1-1", "id/statement/d1-87-111"
STEWARD, TENURE, PASSAGE = "id/office/go/steward", "id/tenure/faramir/go-steward", "id/doc/d1#char=87,111"
KEYS = (SH.resultMessage, SH.resultSeverity, SH.focusNode)
AFTER = "id/tenure/faramir/go-steward#after-denethor"
SHOWN_LATER = 'par:tenureStatus par:InOffice ; par:attestedOn "3019-04-01"^^xsd:date'
PART, ATTESTATION = "id/meeting/d1-1#person-faramir", "id/attestation/d1/6"


class Case(NamedTuple):
    """What breaks: `new` for `old` in the graph's text, or triples added after the rules of derivation have run."""

    rule: str
    severity: Severity
    node: str
    old: str = ""
    new: str = ""
    added: str = ""

    @property
    def edits(self) -> list[tuple[str, str]]:
        return [(self.old, self.new)] if self.old else []


CASES = [
    # -- actors and what they are
    Case("S01", VIOLATION, FARAMIR, 'a par:Person ; rdfs:label "Faramir"@en', "a par:Person"),
    Case("S01", VIOLATION, FARAMIR, 'rdfs:label "Faramir"@en', 'rdfs:label "Faramir"'),
    Case("S01", VIOLATION, FARAMIR, 'rdfs:label "Faramir"@en', 'rdfs:label "Faramir"@en , "Captain"@en'),
    Case("S01", VIOLATION, "id/org/rohan-herald", ' ; rdfs:label "Rohan Herald"@en', ""),
    Case("S01", VIOLATION, "id/unnamed/d1-1", 'rdfs:label "envoys of Rohan"@en ; ', ""),
    Case("S01", VIOLATION, "id/place/osgiliath", 'rdfs:label "Osgiliath"@en ; ', ""),
    Case("S01", VIOLATION, MEETING, 'rdfs:label "Faramir – Éomer, Osgiliath"@en ; ', ""),
    Case("S01", VIOLATION, TENURE, 'rdfs:label "Faramir, steward of Gondor"@en ; ', ""),
    Case("S02", VIOLATION, "id/country/go", '"GO"^^par:iso3166-1-alpha2 , ', ""),
    Case("S02", VIOLATION, "id/country/go", '"GO"^^', '"go"^^'),
    Case("S03", VIOLATION, STEWARD, "par:officeKind <id/office-kind/steward>", "rdfs:comment 'kindless'@en"),
    Case("S03", VIOLATION, STEWARD, "par:country <id/country/go> ; par:officeKind", "par:officeKind"),
    # -- tenures
    Case("S04", VIOLATION, TENURE, "par:holder <id/person/faramir>", "par:holder <id/org/rohan-herald>"),
    Case("S04", VIOLATION, TENURE, "par:Tenure ; par:holder <id/person/faramir>", "par:Tenure"),
    Case("S04", VIOLATION, TENURE, "par:office <id/office/go/steward>", "par:office <id/country/go>"),
    Case("S04", VIOLATION, TENURE, "par:tenureStatus par:InOffice", "par:tenureStatus par:Held"),
    Case("S04", VIOLATION, TENURE, 'par:attestedOn "3019-03-04"^^xsd:date', 'par:attestedOn "March"@en'),
    Case("S05", VIOLATION, TENURE, 'validUntil "3019-12-31"', 'validUntil "3018-12-31"'),
    Case("S06", VIOLATION, TENURE, 'validFrom "3019-01-01"', 'validFrom "3019-03-05"'),
    # -- meetings
    Case("S07", VIOLATION, MEETING, "par:meetingKind par:FaceToFace", "par:meetingKind par:Held"),
    Case("S07", VIOLATION, MEETING, 'Osgiliath"@en ; par:status par:Held', 'Osgiliath"@en'),
    Case("S08", VIOLATION, MEETING, "par:participation", "par:participant"),
    Case("S08", VIOLATION, MEETING, "par:place <id/place/osgiliath>", "par:place <id/country/go>"),
    Case("S09", VIOLATION, MEETING, 'par:latestDate "3019-03-03"', 'par:latestDate "3019-03-02"'),
    Case("S09", VIOLATION, MEETING, 'par:latestDate "3019-03-03"', 'par:latestDate "3019-03-04", "3019-03-03"'),
    Case("S10", VIOLATION, MEETING, " , <id/meeting/d1-1#person-eomer> .", " ."),
    Case("S11", INFO, MEETING, '; par:earliestDate "3019-03-03"^^xsd:date ', ""),
    Case("S12", WARNING, MEETING, 'earliestDate "3019-03-03"', 'earliestDate "3019-03-05"'),
    Case("S13", VIOLATION, PART, "par:actor <id/person/faramir>", "par:actor <id/place/osgiliath>"),
    Case(
        "S14",
        VIOLATION,
        PART,
        "par:onBehalfOf <id/country/go> ; par:capacity <id/tenure/faramir/go-steward>",
        "par:capacity <id/tenure/eomer/ro-king>",
    ),
    # -- statements
    Case(
        "S14",
        VIOLATION,
        SAID,
        "par:capacity <id/tenure/faramir/go-steward> ;\n    par:statementKind",
        "par:capacity <id/tenure/eomer/ro-king> ;\n    par:statementKind",
    ),
    Case(
        "S15",
        VIOLATION,
        SAID,
        "par:Statement ; par:speaker <id/person/faramir>",
        "par:Statement ; par:speaker <id/place/osgiliath>",
    ),
    Case("S15", VIOLATION, SAID, 'par:text "We shall hold the river,"@en ; ', ""),
    Case("S15", VIOLATION, SAID, "par:statementKind par:Direct", "par:statementKind par:Held"),
    Case("S15", VIOLATION, SAID, 'hold the river,"@en ; par:document <id/doc/d1>', 'hold the river,"@en'),
    Case(
        "S16",
        WARNING,
        SAID,
        "par:Statement ; par:speaker <id/person/faramir> ; par:capacity <id/tenure/faramir/go-steward>",
        "par:Statement ; par:speaker <id/org/rohan-herald>",
    ),
    Case("S17", VIOLATION, SAID, "par:madeAt <id/meeting/d1-1> ; dcterms", "par:madeAt <id/country/go> ; dcterms"),
    Case("S17", VIOLATION, SAID, "dcterms:subject <id/topic/defence>", "dcterms:subject <id/country/go>"),
    # -- evidence
    Case("S18", VIOLATION, PASSAGE, "oa:start 87", "oa:start 187"),
    Case("S18", VIOLATION, PASSAGE, "oa:end 111 ; ", ""),
    Case("S18", VIOLATION, PASSAGE, '; oa:exact "We shall hold the river,"@en', ""),
    Case("S18", VIOLATION, PASSAGE, "par:document <id/doc/d1> ; oa:start 87", "oa:start 87"),
    Case("S19", VIOLATION, PASSAGE, 'oa:exact "We shall hold', 'oa:exact "We will hold'),
    Case("S20", VIOLATION, "id/doc/d1#char=87,110", "id/doc/d1#char=87,111", "id/doc/d1#char=87,110"),
    Case("S21", VIOLATION, ATTESTATION, "par:attests <id/statement/d1-87-111>", "par:attests 'it'@en"),
    Case("S21", VIOLATION, ATTESTATION, " ; par:evidence <id/doc/d1#char=87,111>", ""),
    Case("S21", VIOLATION, "id/attestation/d1/7", "par:confidence 0.7", "par:confidence 1.7"),
    Case("S21", VIOLATION, ATTESTATION, "; prov:wasGeneratedBy <run/test>", ""),
    Case("S22", VIOLATION, ATTESTATION, "par:evidence <id/doc/d1#char=87,111>", "par:evidence <id/doc/d2#char=55,78>"),
    Case("S23", VIOLATION, SAID, "par:attests <id/statement/d1-87-111> ; ", ""),
    # -- documents
    Case("S24", VIOLATION, "id/doc/d1", 'dcterms:title "Riders for the river"@en', "rdfs:comment 'untitled'@en"),
    Case("S24", VIOLATION, "id/doc/d1", 'dcterms:identifier "d1" ; ', ""),
    Case("S24", VIOLATION, "id/doc/d1", 'dcterms:issued "3019-03-04"^^xsd:date', 'dcterms:issued "3019"^^xsd:gYear'),
    Case("S24", VIOLATION, "id/doc/d1", 'dcterms:issued "3019-03-04"', 'dcterms:issued "3019-02-30"'),
    Case("S25", INFO, "id/doc/d1", 'dcterms:issued "3019-03-04"^^xsd:date ; ', ""),
    Case("S25", INFO, "id/doc/d1", " ; dcterms:publisher <id/org/rohan-herald>", ""),
    # -- links to other data
    Case("S26", VIOLATION, "id/country/go", "<http://www.wikidata.org/entity/Q101>", "<mailto:gondor@example.org>"),
    Case(
        "S26",
        VIOLATION,
        "id/country/go",
        "<http://www.wikidata.org/entity/Q101>",
        "<https://www.wikidata.org/wiki/Q101>",
    ),
    Case(
        "S27",
        WARNING,
        "id/country/go",
        "<http://www.wikidata.org/entity/Q101>",
        "<http://www.wikidata.org/entity/Q101> , <http://www.wikidata.org/entity/Q7>",
    ),
    Case("S27", WARNING, "id/person/eomer", "entity/Q102", "entity/Q101"),
    # -- documents compared
    Case(
        "S28",
        VIOLATION,
        SAID,
        "<id/statement/d1-87-111> , <id/statement/d2-55-78>",
        "<id/statement/d1-87-111> , <id/statement/d1-147-170>",
    ),
    Case("S28", VIOLATION, SAID, added="<id/statement/d1-87-111> par:corroborates <id/statement/d1-147-170> ."),
    Case(
        "S29",
        WARNING,
        STEWARD,
        "par:holder <id/person/eomer> ; par:office <id/office/ro/king>",
        "par:holder <id/person/eomer> ; par:office <id/office/go/steward>",
    ),
    Case("S30", VIOLATION, MEETING, added="<id/meeting/d1-1> par:sourceCount 3 ."),
    Case("S30", VIOLATION, "id/place/osgiliath", added="<id/place/osgiliath> par:sourceCount 1 ."),
    Case("S31", WARNING, ATTESTATION, "oa:start 87", "oa:start 88"),
    # -- successions
    Case("S32", VIOLATION, AFTER, "par:successor <id/tenure/faramir/go-steward> ; ", ""),
    Case("S32", VIOLATION, AFTER, "par:predecessor <id/tenure/denethor", "par:predecessor <id/person/denethor"),
    Case("S33", WARNING, AFTER, "par:tenureStatus par:Former", SHOWN_LATER),
]

ONE_OF_EACH = list({case.rule: case for case in CASES}.values())


def complete(quads: list[Quad], added: str, iris: Iris) -> Store:
    """Return the graph with what the rules derive from it, and with the quads of `added`."""
    store = Store()
    store.extend(quads)
    store.extend(list(derive(store, iris)))
    prefix = f"@base <{iris.base}> . @prefix par: <https://w3id.org/parley/ns#> ."
    graph = iris.graph("derived")
    store.extend(Quad(q.subject, q.predicate, q.object, graph) for q in parse(prefix + added, RdfFormat.TURTLE))
    return store


def own(store: Store, graph: str) -> list[Quad]:
    return list(store.quads_for_pattern(None, None, None, NamedNode(graph)))


def context(store: Store, quads: list[Quad]) -> list[Quad]:
    """Return the types of the nodes that a document's graph names and does not describe."""
    described = {quad.subject for quad in quads}
    named = {quad.object for quad in quads if isinstance(quad.object, NamedNode)} - described
    return [quad for node in named for quad in store.quads_for_pattern(node, RDF["type"], None)]


def check(store: Store, texts: dict[str, str]) -> Report:
    documents = [(own(store, graph), text) for graph, text in texts.items()]
    reports = [validate_document(quads, context(store, quads), text) for quads, text in documents]
    return Report.of([*reports, validate_graph(store)])


def test_the_shapes_hold_33_rules() -> None:
    messages = {str(message)[:3] for message in all_shapes().objects(None, SH.message)}
    assert messages == {f"S{number:02}" for number in range(1, 34)}


def test_every_rule_has_a_graph_that_breaks_it() -> None:
    assert {case.rule for case in CASES} == {f"S{number:02}" for number in range(1, 34)}


def test_a_sound_graph_breaks_no_rule(gondor: Gondor, iris: Iris, texts: dict[str, str]) -> None:
    assert check(complete(gondor(), "", iris), texts).rows() == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{n}" for n, case in enumerate(CASES)])
def test_a_broken_rule_is_reported_with_its_node(case: Case, gondor: Gondor, iris: Iris, texts: dict[str, str]) -> None:
    report = check(complete(gondor(case.edits), case.added, iris), texts)
    found = {(result.rule, result.severity, result.node.removeprefix(iris.base)) for result in report.results}
    assert (case.rule, case.severity, case.node) in found


DENETHOR_STAYS = (
    "par:tenureStatus par:Former",
    'par:tenureStatus par:InOffice ; par:attestedOn "3019-03-05"^^xsd:date',
)
OF_ANOTHER_DAY = (
    'dcterms:issued "3019-03-05"^^xsd:date ; dcterms:publisher <id/org/white-tower-gazette>',
    "dcterms:publisher <id/org/white-tower-gazette>",
)
BY_A_MEETING = ('par:attestedOn "3019-03-05"^^xsd:date', 'par:attestedOn "3019-03-03"^^xsd:date')
EOMER_REIGNS = [
    (
        "par:holder <id/person/eomer> ; par:office <id/office/ro/king>",
        "par:holder <id/person/eomer> ; par:office <id/office/go/steward>",
    ),
    (
        'par:tenureStatus par:InOffice ; par:attestedOn "3019-03-04"^^xsd:date .\n  <id/attestation/d1/2>',
        'par:tenureStatus par:InOffice ; par:attestedOn "3019-03-03"^^xsd:date .\n  <id/attestation/d1/2>',
    ),
]


@pytest.mark.parametrize(
    ("edits", "day", "first", "second"),
    [
        (EOMER_REIGNS[:1], "3019-03-04", ("eomer", "d1"), ("faramir", "d1")),
        ([DENETHOR_STAYS], "3019-03-05", ("denethor", "d2"), ("faramir", "d2")),
        # the day is that of a meeting that both tell of
        ([*EOMER_REIGNS, OF_ANOTHER_DAY, BY_A_MEETING], "3019-03-03", ("eomer", "d1"), ("faramir", "d1")),
    ],
)
def test_two_holders_of_one_office_on_one_day_are_named_with_their_documents(
    edits: list[tuple[str, str]],
    day: str,
    first: tuple[str, str],
    second: tuple[str, str],
    gondor: Gondor,
    iris: Iris,
    texts: dict[str, str],
) -> None:
    report = check(complete(gondor(edits), "", iris), texts)
    (message,) = (result.message for result in report.warnings if result.rule == "S29")
    named = [f"{iris.base}id/person/{person} ({iris.base}id/doc/{doc})" for person, doc in (first, second)]
    assert message == f"S29 two people attested in one office on {day}: {named[0]} and {named[1]}"


@pytest.mark.parametrize("case", ONE_OF_EACH, ids=[case.rule for case in ONE_OF_EACH])
def test_pyshacl_alone_finds_the_same_in_the_whole_graph(
    case: Case, gondor: Gondor, iris: Iris, texts: dict[str, str]
) -> None:
    store = complete(gondor(case.edits), case.added, iris)
    expected = {(result.rule, str(result.severity), result.node) for result in check(store, texts).results}
    anchors = [quad for graph, text in texts.items() for quad in _anchors(own(store, graph), text)]
    whole = Store()
    whole.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in (*store, *anchors))
    data: Any = whole  # pySHACL takes an Oxigraph store, though its types do not say so
    _, report, _ = pyshacl.validate(data, shacl_graph=all_shapes(), inplace=True)
    assert isinstance(report, Graph)
    found = {tuple(str(report.value(node, p)) for p in KEYS) for node in report.objects(None, SH.result)}
    assert {(message[:3], severity.removeprefix(str(SH)), node) for message, severity, node in found} == expected
