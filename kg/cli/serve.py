"""`parley serve`: start the server on the snapshot in service."""

import os
import sys
from pathlib import Path

import click

from kg.cli import options


@click.command()
@options.data
@click.option("--host", default="127.0.0.1", envvar="PARLEY_HOST", show_default=True, show_envvar=True)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, envvar="PARLEY_PORT", show_default=True, show_envvar=True
)
def serve(data: Path, host: str, port: int) -> None:
    """Serve the snapshot in service: pages, SPARQL endpoint and dumps.

    \b
    Examples:
      parley serve
      parley serve --host 0.0.0.0 --port 80 --data /srv/parley
    """
    # The build does not know the server: the two meet in a process of its own.
    arguments = ["-m", "server", "--data", str(data), "--host", host, "--port", str(port)]
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - our own module, no shell
