"""Run the tests that send any request at all for minutes instead of seconds.

python -m bench.serving.fuzz --minutes 2
"""

import subprocess
import sys
import time

import click


@click.command(help=__doc__)
@click.option("--minutes", default=2.0, show_default=True)
def main(minutes: float) -> None:
    until, rounds = time.monotonic() + minutes * 60, 0
    while time.monotonic() < until:
        rounds += 1
        seed = f"--hypothesis-seed={rounds}"
        command = [sys.executable, "-m", "pytest", "-q", "tests/server/live/test_fuzz.py", seed]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{done.stdout}\nfailed with {seed}")
    print(f"{rounds} rounds of 300 requests, none answered with a fault")


if __name__ == "__main__":
    main()
