"""Settings of the build; the command line takes them from options, the environment (`PARLEY_...`) and defaults."""

import os
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

    @property
    def registry_file(self) -> Path:
        return self.registry or self.data / "registry.toml"

    @property
    def published_file(self) -> Path:
        """The ids that builds have published, so that none passes to anybody else."""
        return self.data / "published.tsv"
