"""Progress bars on standard error: on a terminal, and nowhere else."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

Item = TypeVar("Item")


def bar(label: str, items: Iterable[Item], length: int) -> Iterator[Item]:
    """Yield the items and show how many of `length` are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length, f"{label:9}", file=sys.stderr, show_pos=True) as shown:
        yield from shown
