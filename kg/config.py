"""Settings of the build: from options, the environment (`PARLEY_...`) and defaults, in this order."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_BASE = "http://localhost:8000/"


@dataclass(frozen=True, slots=True)
class Config:
    """What a build needs to know.

    `base` is the IRI under which data IRIs are minted; `data` the folder that holds snapshots; `model` a folder or an
    installed package with a spaCy pipeline (None: the one shipped with Parley); `registry` the file of identities
    (None: `registry.toml` under `data`); `jobs` the number of processes.
    """

    base: str = DEFAULT_BASE
    data: Path = Path("data")
    model: str | None = None
    registry: Path | None = None
    jobs: int = os.cpu_count() or 1

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        """Read `PARLEY_BASE`, `PARLEY_DATA`, `PARLEY_MODEL`, `PARLEY_REGISTRY` and `PARLEY_JOBS`."""
        default = cls()
        registry = environ.get("PARLEY_REGISTRY")
        return cls(
            base=environ.get("PARLEY_BASE", default.base),
            data=Path(environ.get("PARLEY_DATA", default.data)),
            model=environ.get("PARLEY_MODEL") or None,
            registry=Path(registry) if registry else None,
            jobs=int(environ.get("PARLEY_JOBS", default.jobs)),
        )
