"""`python -m server`: serve the snapshots of `PARLEY_DATA` on `PARLEY_HOST` and `PARLEY_PORT`."""

import logging
import sys

from kg.errors import ParleyError
from server.config import Settings
from server.serve import serve


def main() -> int:
    """Serve with the settings of the environment; a setting that cannot be used is one line and exit code 2."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    try:
        settings = Settings.from_environ()
        serve(settings.host, settings.port, settings.data, settings)
    except ParleyError as error:
        print(f"parley: {error}", file=sys.stderr)  # noqa: T201  # the command line's own words
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
