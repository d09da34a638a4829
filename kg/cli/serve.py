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
    "--port", type=click.IntRange(0, 65535), default=8000, envvar="PARLEY_PORT", show_default=True, show_envvar=True
)
def serve(data: Path, host: str, port: int) -> None:
    """Serve the snapshot in service: pages, SPARQL endpoint and dumps. Port 0 takes any that is free.

    The server has further settings, all in the environment: docs/operations.md lists them.

    \b
    Examples:
      parley serve
      parley serve --host 0.0.0.0 --port 80 --data /srv/parley
    """
    # The build does not know the server: the two meet in the environment of a process of its own.
    settings = {"PARLEY_DATA": str(data), "PARLEY_HOST": host, "PARLEY_PORT": str(port)}
    os.execve(sys.executable, [sys.executable, "-m", "server"], os.environ | settings)  # noqa: S606 - no shell
