"""`parley dump`: write a dump of the snapshot in service."""

import shutil
from pathlib import Path
from typing import BinaryIO

import click

from kg.cli import options
from kg.snapshot import open_snapshot


@click.command()
@options.data
@click.option(
    "--format",
    "suffix",
    type=click.Choice(["nq", "trig", "ttl", "nt", "jsonld", "rdf", "ftm.json", "graphml"]),
    default="ttl",
    show_default=True,
    help="nq and trig hold the named graphs, ftm.json FollowTheMoney entities, graphml the network of who met whom, "
    "the others the merge of the graphs.",
)
@click.option(
    "--output", "-o", type=click.File("wb", atomic=True), default="-", help="File to write [default: stdout]."
)
def dump(data: Path, suffix: str, output: BinaryIO) -> None:
    """Write the whole graph of the snapshot in service.

    \b
    Examples:
      parley dump > parley.ttl
      parley dump --format nq -o parley.nq
      parley dump --format ftm.json -o parley.ftm.json
      parley dump --format graphml -o parley.graphml
    """
    with open_snapshot(data).file(f"parley.{suffix}").open("rb") as source:
        shutil.copyfileobj(source, output)
