"""The application over the graph of the seeds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server import create_app
from server.config import Settings


class Client(FlaskClient):
    """Reads each answer to its end, so that no file stays open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        kwargs.setdefault("buffered", True)
        return super().open(*args, **kwargs)


@pytest.fixture(scope="session")
def app(seeds_data: Path) -> Iterator[Flask]:
    app = create_app(Settings(data=seeds_data, access_log=""))
    app.test_client_class = Client
    yield app
    app.extensions["door"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
