"""Options that several commands take."""

from pathlib import Path

import click

data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default="data",
    envvar="PARLEY_DATA",
    show_default=True,
    show_envvar=True,
    help="Folder that holds the snapshots; `current` in it is the one in service.",
)

report = click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write the SHACL report as Turtle to this file.",
)

model = click.option(
    "--model",
    envvar="PARLEY_MODEL",
    show_envvar=True,
    help="spaCy pipeline, as a package's name or a folder [default: the one shipped].",
)

registry = click.option(
    "--registry",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="PARLEY_REGISTRY",
    show_envvar=True,
    help="Registry of identities [default: registry.toml in the data folder].",
)
