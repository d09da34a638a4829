"""The description of the HTTP interface for programs: OpenAPI 3.1, held to the routes by a test."""

import importlib.metadata
import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, jsonify
from flask.wrappers import Response

blueprint = Blueprint("openapi", __name__)


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Serve the description."""
    return jsonify(description())


@cache
def description() -> dict[str, Any]:
    """Return `openapi.json`, with the version of this program."""
    found: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    found["info"]["version"] = importlib.metadata.version("parley")
    return found
