"""The report of the shapes: a table for people, a SHACL report graph for machines."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kg.validate import Report, Severity

_ROWS = 50
_COLUMNS = ("severity", "rule", "document", "node", "message", "value")
_WIDTH = 160  # where the output is no terminal


def show(report: Report, *severities: Severity) -> None:
    """Print the results of these severities, the first fifty at most, on standard error."""
    rows = [row for row in report.rows() if row[0] in severities]
    if not rows:
        return
    table = Table(*_COLUMNS, box=None)
    for row in rows[:_ROWS]:
        table.add_row(*(_local(cell) or "-" for cell in row))
    console = Console(stderr=True)
    console.print(table, width=None if console.is_terminal else _WIDTH)
    if len(rows) > _ROWS:
        click.echo(f"... and {len(rows) - _ROWS} more (--report FILE writes them all)", err=True)


def write(report: Report, path: Path | None) -> None:
    """Write the SHACL report graph as Turtle to `path`, if one is given."""
    if path is not None:
        path.write_text(report.as_turtle(), encoding="utf-8")


def _local(cell: str) -> str:
    """Return an IRI of the graph as its path below `id/`, and everything else as it is."""
    return cell.partition("/id/")[2] or cell if cell.startswith("http") else cell
