"""Where the ontology, the shapes and the seeds lie: beside the code in a checkout, inside the package in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the folder or file called `name` among the project's data, for example `ontology/parley.ttl`.

    >>> resource("ontology/parley.ttl").name
    'parley.ttl'
    """
    installed = _PACKAGE / "data" / name
    return installed if installed.exists() else _PACKAGE.parent / name
