"""`parley query`: ask the snapshot in service, without a server."""

import sys
from pathlib import Path
from typing import TextIO

import click
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)
from rich.console import Console
from rich.table import Table

from kg.cli import options
from kg.errors import QueryError
from kg.ns import PREFIXES
from kg.snapshot import Snapshot, open_snapshot

_SOLUTIONS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_TRIPLES = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}

Results = QuerySolutions | QueryBoolean | QueryTriples


@click.command()
@click.argument("source", metavar="FILE|-", type=click.File("r", encoding="utf-8"))
@options.data
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", *_SOLUTIONS, *_TRIPLES]),
    help="[default: a table, or Turtle for CONSTRUCT and DESCRIBE]",
)
def query(source: TextIO, data: Path, format_: str | None) -> None:
    """Evaluate a SPARQL query of FILE, or of standard input (-). The usual prefixes are known.

    \b
    Examples:
      parley query ontology/queries/cq01.rq
      echo 'SELECT ?name { [] a par:Person ; rdfs:label ?name }' | parley query - --format csv
    """
    results = evaluate(open_snapshot(data), source.read(), source.name)
    if isinstance(results, QueryTriples):
        _write_triples(results, format_ or "ttl")
    elif format_ in (None, "table"):
        Console(soft_wrap=not sys.stdout.isatty()).print(as_table(results))
    elif format_ in _SOLUTIONS:
        sys.stdout.buffer.write(results.serialize(format=_SOLUTIONS[format_]) or b"")
    else:
        raise QueryError(f"{format_} is a format for CONSTRUCT and DESCRIBE; choose one of {', '.join(_SOLUTIONS)}")


def evaluate(snapshot: Snapshot, text: str, name: str) -> Results:
    """Return the answer, relative IRIs taken under the snapshot's base; raises QueryError for a query that is none."""
    try:
        return snapshot.load().query(text, prefixes=PREFIXES, base_iri=snapshot.manifest.base)
    except SyntaxError as error:
        raise QueryError(f"{name}: {error}") from None


def as_table(results: QuerySolutions | QueryBoolean) -> Table | str:
    """Return the answer for people to read: values without their datatypes, a dash where nothing is bound."""
    if isinstance(results, QueryBoolean):
        return "yes" if results else "no"
    names = [variable.value for variable in results.variables]
    table = Table(*names, highlight=True)
    for solution in results:
        table.add_row(*("-" if term is None else getattr(term, "value", str(term)) for term in solution))
    return table


def _write_triples(results: QueryTriples, format_: str) -> None:
    if format_ not in _TRIPLES:
        raise QueryError(f"{format_} is a format for SELECT and ASK; choose one of {', '.join(_TRIPLES)}")
    serialize(results, output=sys.stdout.buffer, format=_TRIPLES[format_], prefixes=PREFIXES)
