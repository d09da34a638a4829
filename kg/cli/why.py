"""`parley why`: what joined the names of one actor."""

import sys
from pathlib import Path

import click

from kg import pipeline
from kg.cli import options
from kg.cli.progress import bar
from kg.config import Config
from kg.resolve import explain, load_registry, read_published
from kg.resources import resource


@click.command()
@click.argument("name")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.data
@options.model
@options.registry
def why(name: str, paths: tuple[Path, ...], data: Path, model: str | None, registry: Path | None) -> None:
    """Explain every actor that NAME names (a name, a part of one, or an id such as person/sadio-camara).

    Shows the documents and names that were joined, by what evidence, and the near misses that were kept apart. PATHS
    are the documents of the build (default: the seeds); those that were built before are not read again.

    \b
    Examples:
      parley why Camara
      parley why person/sergey-shoigu news/ --data /srv/parley
    """
    config = Config(data=data, model=model, registry=registry)
    facts, _ = pipeline.facts_of(paths or (resource("seeds"),), config, bar)
    published = read_published(config.published_file)
    explanations = explain(facts, load_registry(config.registry_file), name, published)
    for explanation in explanations:
        for line in explanation.lines():
            click.echo(line)
    if not explanations:
        click.echo(f"parley: no actor is called {name!r}", err=True)
        sys.exit(1)
