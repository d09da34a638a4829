"""The process of the keeper: `python -m server.door RUN SETTINGS`, the run folder and the settings as JSON."""

import logging
import signal
import sys
from pathlib import Path

from server.config import Settings
from server.door.keeper import keep

logging.basicConfig(format="%(name)s: %(message)s", level=logging.INFO)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)  # it ends when the web processes have finished
keep(Path(sys.argv[1]), Settings.from_json(sys.argv[2]))
