"""`parley reconcile` proposes, a person confirms, the registry keeps."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.resolve import load_registry


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.tsv"
    path.write_text(
        "iri\tname\tdescription\nhttps://example.org/camara\tCamara, Sadio\tminister\n"
        "https://example.org/lavrov\tSergey Lavrov\t\n",
        encoding="utf-8",
    )
    return path


def reconcile(*arguments: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["reconcile", *map(str, arguments)], input=answers)


def test_candidates_are_listed_without_asking(seeds_data: Path, table: Path) -> None:
    result = reconcile(table, "Camara", "--data", seeds_data, "--list")
    assert result.exit_code == 0
    assert result.output == (
        "person/sadio-camara\tSadio Camara\t100\thttps://example.org/camara\tCamara, Sadio\tminister\n"
    )


def test_what_is_confirmed_goes_into_the_registry(seeds_data: Path, table: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.toml"
    result = reconcile(table, "--data", seeds_data, "--registry", registry, answers="1\n0\n")
    assert result.exit_code == 0, result.output
    identities = load_registry(registry).identities
    assert {i.id: i.same_as for i in identities.values()} == {"person/sadio-camara": ("https://example.org/camara",)}


@pytest.mark.parametrize(
    ("source", "options", "said"),
    [
        ("nowhere.tsv", [], "nowhere.tsv"),
        ("ftp://example.org/", [], "ftp://example.org/"),
        ("nowhere.tsv", ["--type", "Hobbit=Q1"], "Hobbit=Q1"),
    ],
)
def test_a_source_that_is_none_is_named(seeds_data: Path, source: str, options: list[str], said: str) -> None:
    result = reconcile(source, "--data", seeds_data, *options)
    assert result.exit_code == 1
    assert said in result.output
