"""The command line: `parley build`, `check`, `serve`, `query`, `dump`.

Exit status: 0 done; 1 the input, the graph or the data folder is at fault (one line says what); 2 the command was not
understood; 3 done, but some documents were left out.
"""

import sys

import click

from kg.cli.build import build
from kg.cli.check import check
from kg.cli.dump import dump
from kg.cli.query import query
from kg.cli.serve import serve
from kg.errors import ParleyError


class _Group(click.Group):
    """Prints what Parley raises on purpose as one line, and lets everything else show its trace."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ParleyError as error:
            click.echo(f"parley: {error}", err=True)
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="parley", prog_name="parley")
def main() -> None:
    """Who met whom, and who said what: a knowledge graph from news documents, traceable to the words.

    Every option can also be set in the environment: --data as PARLEY_DATA, and so on.

    \b
    Examples:
      parley build                      the graph of the seeds, into ./data
      parley build news/ page.html      the graph of your own documents
      parley serve                      http://localhost:8000/
      echo 'SELECT * { ?m a par:Meeting } LIMIT 5' | parley query -
    """


for command in (build, check, serve, query, dump):
    main.add_command(command)
