"""Parley's server: a read-only SPARQL endpoint and linked-data pages over the snapshot in service.

`create_app` puts it together: one blueprint for each concern, one door to the data, one table of media types.
"""

from importlib import import_module

from flask import Blueprint, Flask

from server.config import Settings
from server.door import Door

BLUEPRINTS = ("server.sparql", "server.pages", "server.linked", "server.dumps", "server.search", "server.openapi")
"""Modules that each hold one concern as `blueprint`, in the order in which their routes are added."""


def create_app(settings: Settings | None = None) -> Flask:
    """Make the WSGI application; it reads no data and starts no process before its first request.

    `app.extensions["door"]` is the door to the data, `app.extensions["settings"]` what it was made with.
    """
    app = Flask(__name__)
    app.extensions["settings"] = settings = settings or Settings.from_environ()
    app.extensions["door"] = Door(settings)
    for module in BLUEPRINTS:
        blueprint: Blueprint = import_module(module).blueprint
        app.register_blueprint(blueprint)
    return app
