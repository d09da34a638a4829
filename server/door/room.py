"""How much memory this machine, or the control group that holds the server, has for copies of a graph."""

import os
from pathlib import Path

from kg.errors import ParleyError
from kg.snapshot import open_snapshot
from server.config import Settings

BYTES_A_QUAD = 620
"""What Oxigraph's store in memory takes for a quad of a graph and its part of the default graph."""
_SHARE = 0.75
"""The part of all memory that copies of the graph may come to."""
_GROUPS = Path("/sys/fs/cgroup")


def is_wanted_in_memory(snapshot: Path, settings: Settings) -> bool:
    """Tell whether the settings want it, or there is room: not for a snapshot that later ones have swept away."""
    if settings.in_memory is not None:
        return settings.in_memory
    try:
        return has_room(open_snapshot(snapshot, verify=False).manifest.quads, settings)
    except (ParleyError, OSError):
        return False


def has_room(quads: int, settings: Settings) -> bool:
    """Tell whether a graph of so many quads fits into memory once for each worker and for their parent."""
    copies = 1 + settings.query_workers * settings.web_processes
    return copies * quads * BYTES_A_QUAD <= _SHARE * memory()


def memory() -> int:
    """Return the bytes of memory that this process may take: the machine's, or the least limit of a control group."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    group = _GROUPS / _group().lstrip("/")
    limits = [_limit(folder / "memory.max") for folder in (group, *group.parents) if folder.is_relative_to(_GROUPS)]
    return min([machine, *filter(None, limits)])


def _group() -> str:
    """Return this process's control group of version 2, as /proc names it (`0::/system.slice/parley.service`)."""
    try:
        lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.removeprefix("0::") for line in lines if line.startswith("0::")), "")


def _limit(file: Path) -> int:
    """Return what a limit's file says; 0 where there is none (`max`)."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
