"""The report of the shapes: a table for people, a SHACL report graph for machines."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kg.validate import Report, Severity

_ROWS = 50
_COLUMNS = ("severity", "rule", "document", "node", "message", "value")
_WIDTH = 200  # where the output is no terminal


def show(report: Report) -> None:
    """Print each violation (the first fifty at most), and each rule that gave warnings, on standard error."""
    rows = [row for row in report.rows() if row[0] == Severity.VIOLATION]
    if rows:
        _print(_COLUMNS, [[_local(cell) or "-" for cell in row] for row in rows[:_ROWS]])
    if len(rows) > _ROWS:
        click.echo(f"... and {len(rows) - _ROWS} more (--report FILE writes them all)", err=True)
    warnings = [row for row in report.rows() if row[0] == Severity.WARNING]
    for rule, number in Counter(row[1] for row in warnings).items():
        _, _, document, node, message, _ = next(row for row in warnings if row[1] == rule)
        click.echo(f"warning, {number} times: {_local(message)} ({_local(node)}, {_local(document)})", err=True)


def _print(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(*columns, box=None)
    for row in rows:
        table.add_row(*row)
    terminal = sys.stderr.isatty()
    Console(stderr=True, width=None if terminal else _WIDTH).print(table)


def write(report: Report, path: Path | None) -> None:
    """Write the SHACL report graph as Turtle to `path`, if one is given."""
    if path is not None:
        path.write_text(report.as_turtle(), encoding="utf-8")


def _local(cell: str) -> str:
    """Return an IRI of the graph as its path below `id/`, and everything else as it is."""
    return cell.partition("/id/")[2] or cell if cell.startswith("http") else cell
