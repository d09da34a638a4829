"""The report of the shapes: a table for people, a SHACL report graph for machines."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kg.validate import Report

VIOLATIONS = frozenset({"Violation"})
WARNINGS = frozenset({"Warning"})
_ROWS = 50


def show(report: Report, severities: frozenset[str]) -> None:
    """Print the results of these severities, the first fifty at most, on standard error."""
    results = [result for result in report.results if result.severity in severities]
    if not results:
        return
    table = Table("severity", "rule", "document", "node", "value", "message", box=None)
    for result in results[:_ROWS]:
        row = (result.severity, result.rule, result.document, result.node, result.value, result.message)
        table.add_row(*(str(cell or "-") for cell in row))
    Console(stderr=True, soft_wrap=True).print(table)
    if len(results) > _ROWS:
        click.echo(f"... and {len(results) - _ROWS} more (--report FILE writes them all)", err=True)


def write(report: Report, path: Path | None) -> None:
    """Write the SHACL report graph as Turtle to `path`, if one is given."""
    if path is not None:
        path.write_bytes(report.as_turtle())
