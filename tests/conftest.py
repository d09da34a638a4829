"""The graph of the seeds, built once for all tests that ask it."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.config import Config
from kg.pipeline import build
from kg.resources import resource
from kg.snapshot import Snapshot, open_snapshot


@pytest.fixture(scope="session")
def seeds_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the snapshot of the seeds in service."""
    data = tmp_path_factory.mktemp("data")
    assert not build([resource("seeds")], Config(data=data)).left_out
    return data


@pytest.fixture(scope="session")
def seeds(seeds_data: Path) -> Snapshot:
    return open_snapshot(seeds_data)


@pytest.fixture(scope="session")
def seeds_store(seeds: Snapshot) -> Store:
    return seeds.load()
