"""The application over the graph of the seeds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import create_app
from server.config import Settings


@pytest.fixture(scope="session")
def app(seeds_data: Path) -> Iterator[Flask]:
    app = create_app(Settings(data=seeds_data, access_log=""))
    yield app
    app.extensions["door"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
