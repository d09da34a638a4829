"""`parley build`: documents to a snapshot in service."""

import sys
from pathlib import Path

import click

from kg import pipeline
from kg.cli import options, report
from kg.cli.progress import bar
from kg.config import DEFAULT_BASE, Config
from kg.errors import InvalidGraph
from kg.resources import resource

_LEFT_OUT = 3


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.data
@click.option(
    "--base",
    default=DEFAULT_BASE,
    envvar="PARLEY_BASE",
    show_default=True,
    show_envvar=True,
    help="Base of the data's IRIs.",
)
@options.model
@options.registry
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=Config().jobs,
    envvar="PARLEY_JOBS",
    show_envvar=True,
    help="Processes [default: the number of cores].",
)
@options.report
def build(
    paths: tuple[Path, ...],
    data: Path,
    base: str,
    model: str | None,
    registry: Path | None,
    jobs: int,
    report_file: Path | None,
) -> None:
    """Build the graph of the documents at PATHS (default: the seeds), check it, and put it into service.

    PATHS are files and folders: plain text (.txt), web pages (.html), and records with id, text, title, date, url and
    publisher (.jsonl, .jsonl.gz). A document about which a shape is broken is left out; a graph that breaks one
    otherwise is not published: the previous snapshot stays in service.

    \b
    Examples:
      parley build
      parley build news/ extra.html archive.jsonl.gz --data /srv/parley
    """
    config = Config(base=base, data=data, model=model, registry=registry, jobs=jobs)
    try:
        built = pipeline.build(paths or (resource("seeds"),), config, bar)
    except InvalidGraph as broken:
        report.show(broken.report)
        report.write(broken.report, report_file)
        raise
    report.show(built.report)
    report.write(built.report, report_file)
    for left_out in built.left_out:
        click.echo(f"parley: left out: {left_out}", err=True)
    click.echo(
        f"{built.documents} documents, {built.snapshot.manifest.quads} quads, snapshot {built.snapshot.id} in service"
    )
    if built.left_out:
        sys.exit(_LEFT_OUT)
