"""The documentation says what is there."""

import dataclasses
import re

import pytest

from kg.cli import COMMANDS
from kg.resources import resource
from server.config import Settings

OPERATIONS = resource("docs/operations.md").read_text(encoding="utf-8")
README = resource("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Settings) if field.name != "base"])
def test_every_setting_of_the_server_is_documented(name: str) -> None:
    assert f"`PARLEY_{name.upper()}`" in OPERATIONS


def test_every_documented_setting_exists() -> None:
    known = {f"PARLEY_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    build = {"PARLEY_DATA", "PARLEY_BASE", "PARLEY_MODEL", "PARLEY_REGISTRY", "PARLEY_JOBS"}
    assert set(re.findall(r"`(PARLEY_\w+)`", OPERATIONS)) <= known | build


def test_the_readme_names_commands_that_exist() -> None:
    assert set(re.findall(r"^\$ (?:\.venv/bin/)?parley (\w+)", README, re.MULTILINE)) <= set(COMMANDS)


def test_the_readme_names_files_that_exist() -> None:
    linked = re.findall(r"\]\(([^):]+)\)", README)
    assert [path for path in linked if not resource(path).exists()] == []
