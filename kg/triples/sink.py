"""Collecting the quads of one named graph, each once, in the order of their making; and the literals they use."""

from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import PartialDate
from kg.ns import RDF, XSD

type_ = RDF["type"]

_DATE_TYPES = {1: XSD.gYear, 2: XSD.gYearMonth, 3: XSD.date}


class Sink:
    """The quads of one named graph."""

    __slots__ = ("_quads", "graph")

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self._quads: dict[Quad, None] = {}

    def add(self, subject: NamedNode, predicate: NamedNode, *objects: NamedNode | Literal | None) -> None:
        """Add a quad for each object; None stands for a value that is not known and adds nothing."""
        for object_ in objects:
            if object_ is not None:
                self._quads[Quad(subject, predicate, object_, self.graph)] = None

    def quads(self) -> list[Quad]:
        return list(self._quads)


def prose(text: str, language: str = "en") -> Literal:
    """Return text that people read; always with a language tag (a plain literal changes its type in oxrdflib)."""
    return Literal(text, language=language)


def day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=XSD.date)


def partial_date(value: PartialDate) -> Literal:
    """Return a date as precise as known: xsd:date, xsd:gYearMonth or xsd:gYear.

    >>> partial_date(PartialDate(2023, 7)).value
    '2023-07'
    """
    text = str(value)
    return Literal(text, datatype=_DATE_TYPES[text.count("-") + 1])


def decimal(value: float) -> Literal:
    """Return a number to two places in canonical form, as Oxigraph stores it.

    >>> decimal(0.9).value, decimal(1).value
    ('0.9', '1')
    """
    text = f"{Decimal(str(value)):.2f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=XSD.decimal)
