"""The real server, started as people start it, for tests that need more than the application object."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

_READY = "parley: serving on "


class LiveServer:
    """`python -m server` on a free port over `data`; its settings are given as environment variables."""

    def __init__(self, data: Path, **settings: str) -> None:
        self._environ = os.environ | {"PARLEY_DATA": str(data), "PARLEY_PORT": "0", "PARLEY_ACCESS_LOG": ""} | settings
        self.process: subprocess.Popen[str]
        self.url = ""
        self.log = Path()
        self.http = httpx.Client()

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server"], env=self._environ, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stderr
        said = []
        for line in self.process.stderr:
            said.append(line)
            if line.startswith(_READY):
                self.url = line.removeprefix(_READY).strip().rstrip("/")
                self.http = httpx.Client(base_url=self.url, timeout=60)
                return self
        raise RuntimeError(f"the server did not start: {''.join(said)}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=60)
