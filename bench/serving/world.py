"""An invented graph in the model's shape, as big as asked for: for measuring where no real one is at hand."""

import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.model import DocId, Span
from kg.model.world import EntityId
from kg.ns import OA, PAR, RDF, RDFS, XSD
from kg.snapshot import Snapshot, write

BASE = "http://localhost:8000/"
PEOPLE, COUNTRIES, STATEMENTS = 2000, 60, 6
_SYLLABLES = "bar cel dor eth fin gal hir ith kel lor mir nim oth pel rim sar thal und vor wen".split()


def publish(data: Path, documents: int) -> Snapshot:
    """Put a graph of so many documents, about 125 quads each, into service under `data`."""
    return write(data, _quads(documents), Iris(BASE))


def _quads(documents: int) -> Iterator[Quad]:
    chance, iris = random.Random(7), Iris(BASE)  # noqa: S311  # the same graph each time
    names = [" ".join("".join(chance.sample(_SYLLABLES, 2)).title() for _ in range(2)) for _ in range(PEOPLE)]
    people = [iris.entity(EntityId(f"person/{number}")) for number in range(PEOPLE)]
    countries = [NamedNode(f"{BASE}id/country/c{number}") for number in range(COUNTRIES)]
    actors = iris.graph("actors")
    for person, name in zip(people, names, strict=True):
        yield Quad(person, RDF["type"], PAR.Person, actors)
        yield Quad(person, RDFS.label, Literal(name, language="en"), actors)
    for country in countries:
        yield Quad(country, RDF["type"], PAR.Country, actors)
        yield Quad(country, RDFS.label, Literal(country.value[-3:], language="en"), actors)
    for number in range(documents):
        yield from _document(f"news-{number}", chance, iris, people, countries)


def _document(
    name: str, chance: random.Random, iris: Iris, people: list[NamedNode], countries: list[NamedNode]
) -> Iterator[Quad]:
    graph, document = iris.document_graph(DocId(name)), iris.document(DocId(name))
    yield Quad(document, RDF["type"], PAR.Document, graph)
    meeting = iris.entity(EntityId(f"meeting/{name}-1"))
    yield Quad(meeting, RDF["type"], PAR.Meeting, graph)
    yield Quad(meeting, RDFS.label, Literal(f"Meeting of {name}", language="en"), graph)
    speakers = chance.sample(people, 2)
    for actor, country in zip(speakers, chance.sample(countries, 2), strict=True):
        yield Quad(meeting, PAR.participant, actor, graph)
        yield Quad(meeting, PAR.involvesCountry, country, graph)
    for number in range(STATEMENTS):
        yield from _statement(name, number * 300, chance, iris, chance.choice(speakers), meeting)


def _statement(
    name: str, start: int, chance: random.Random, iris: Iris, speaker: NamedNode, meeting: NamedNode
) -> Iterator[Quad]:
    doc, span = DocId(name), Span(start, start + 200)
    graph, statement, passage = iris.document_graph(doc), iris.statement(doc, span), iris.passage(doc, span)
    text = Literal(" ".join(chance.choices(_SYLLABLES, k=25)), language="en")
    attestation = iris.attestation(doc, statement)
    facts: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (statement, RDF["type"], PAR.Statement),
        (statement, PAR.speaker, speaker),
        (statement, PAR.text, text),
        (statement, PAR.madeAt, meeting),
        (statement, PAR.document, iris.document(doc)),
        (statement, PAR.statementKind, PAR.Direct),
        (statement, PAR.cue, Literal("said", language="en")),
        (passage, RDF["type"], PAR.Passage),
        (passage, OA.start, Literal(str(span.start), datatype=XSD.integer)),
        (passage, OA.end, Literal(str(span.end), datatype=XSD.integer)),
        (passage, OA.exact, text),
        (passage, PAR.document, iris.document(doc)),
        (attestation, RDF["type"], PAR.Attestation),
        (attestation, PAR.attests, statement),
        (attestation, PAR.document, iris.document(doc)),
        (attestation, PAR.evidence, passage),
        (attestation, PAR.confidence, Literal("0.9", datatype=XSD.decimal)),
    ]
    for subject, predicate, object_ in facts:
        yield Quad(subject, predicate, object_, graph)
