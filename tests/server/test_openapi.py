import json
import re

from flask import Flask
from flask.testing import FlaskClient


def test_every_described_path_is_a_route_with_that_method(app: Flask, client: FlaskClient) -> None:
    routes = {
        re.sub(r"<(?:[^:<>]*:)?(\w+)>", r"{\1}", rule.rule): rule.methods or set() for rule in app.url_map.iter_rules()
    }
    described = json.loads(client.get("/openapi.json").data)["paths"]
    missing = [
        (path, verb) for path, verbs in described.items() for verb in verbs if verb.upper() not in routes.get(path, ())
    ]
    assert missing == []
