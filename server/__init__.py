"""Parley's server: a read-only SPARQL endpoint and linked-data pages over the snapshot in service.

`create_app` puts it together: one blueprint for each concern, one door to the data, one table of media types.
"""

from importlib import import_module

from flask import Blueprint, Flask

from server import access, headers, limit
from server.config import Settings
from server.door import Door
from server.metrics import Metrics

BLUEPRINTS = (
    "server.sparql",
    "server.graphs",
    "server.description",
    "server.health",
    "server.pages",
    "server.linked",
    "server.dumps",
    "server.search",
    "server.reconciliation",
    "server.openapi",
)
"""Modules that each hold one concern as `blueprint`, in the order in which their routes are added."""


def create_app(settings: Settings | None = None) -> Flask:
    """Make the WSGI application; it reads no data and starts no process before its first request.

    `app.extensions["door"]` is the door to the data, `app.extensions["settings"]` what it was made with.
    """
    app = Flask(__name__)
    app.extensions["settings"] = settings = settings or Settings.from_environ()
    app.extensions["door"] = door = Door(settings)
    app.extensions["metrics"] = Metrics(door.house.run)
    headers.install(app)
    access.install(app)
    limit.install(app)
    for module in BLUEPRINTS:
        blueprint: Blueprint = import_module(module).blueprint
        app.register_blueprint(blueprint)
    return app
