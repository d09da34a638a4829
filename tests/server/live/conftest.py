"""A live server over a small invented graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import LiveServer
from tests.server.live.graphs import BASE, publish


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gondor")
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def server(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    log = tmp_path_factory.mktemp("log") / "access.log"
    with LiveServer(data, PARLEY_BASE=BASE, PARLEY_QUERY_TIME="3", PARLEY_ACCESS_LOG=str(log)) as running:
        running.log = log
        yield running
