"""The application over the graph of the seeds."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import create_app
from server.config import Settings


@pytest.fixture(scope="session")
def app(seeds_data: Path) -> Flask:
    return create_app(Settings(data=seeds_data))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
