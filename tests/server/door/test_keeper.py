"""What the keeper does where the data folder is not what it was a moment ago."""

from pathlib import Path

from server.config import Settings
from server.door.keeper import Keeper


def test_a_snapshot_that_is_gone_is_not_wanted_in_memory(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, Settings(data=tmp_path))
    assert keeper._is_wanted_in_memory("snapshots/swept") is False
