"""`python -m kg` is `parley`."""

from kg.cli import main

main(prog_name="parley")
