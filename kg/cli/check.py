"""`parley check`: the snapshot in service against its checksums and the shapes."""

import sys
from pathlib import Path

import click

from kg import pipeline
from kg.cli import options, report
from kg.snapshot import open_snapshot


@click.command()
@options.data
@options.report
def check(data: Path, report_file: Path | None) -> None:
    """Check the snapshot in service: the sha256 of every file, and every shape.

    Exit status 1 if a file is damaged or a shape is broken; warnings do not count.

    \b
    Examples:
      parley check
      parley check --report report.ttl
    """
    snapshot = open_snapshot(data)
    found = pipeline.check(snapshot)
    report.show(found)
    report.write(found, report_file)
    click.echo(f"snapshot {snapshot.id}: {snapshot.manifest.quads} quads, {len(found.violations)} violations")
    if found.violations:
        sys.exit(1)
