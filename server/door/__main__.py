"""The process of the keeper: `python -m server.door JSON`."""

import json
import logging
import signal
import sys

from server.door.keeper import keep

logging.basicConfig(format="%(name)s: %(message)s", level=logging.INFO)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)  # it ends when the web processes have finished
keep(json.loads(sys.argv[1]))
