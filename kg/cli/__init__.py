"""The command line: `parley build`, `check`, `serve`, `query`, `dump`, `why`, `reconcile`.

Exit status: 0 done; 1 the input, the graph or the data folder is at fault (one line says what); 2 the command was not
understood; 3 done, but some documents were left out.
"""

import sys
from importlib import import_module

import click

from kg.errors import ParleyError

COMMANDS = ("build", "check", "serve", "query", "dump", "why", "reconcile")
"""Each is a function of that name in a module of that name."""


class _Group(click.Group):
    """Loads a command when it is called: `parley query` need not wait for a language model's libraries.

    Prints what Parley raises on purpose as one line, and lets everything else show its trace.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kg.cli.{cmd_name}"), cmd_name)
        return command

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
