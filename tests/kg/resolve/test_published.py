"""Published ids never come to mean somebody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RegistryError
from kg.resolve import read_published, resolve, write_published


def test_an_earlier_namesake_that_comes_to_light_does_not_take_a_published_id(
    page: Callable[..., Any], tmp_path: Path
) -> None:
    later = page("d2", issued="2021-05-01").person("Frodo Baggins", holds="IS/trade-minister").facts()
    earlier = page("d1", issued="2020-05-01").person("Frodo Baggins", holds="NO/king").facts()
    path = tmp_path / "published.tsv"
    write_published(path, resolve([later]).named_by)
    world = resolve([earlier, later], published=read_published(path))
    assert world.actor_of["d2", "person:0"] == "person/frodo-baggins"  # type: ignore[index]
    assert world.actor_of["d1", "person:0"] == "person/frodo-baggins-no"  # type: ignore[index]


def test_what_is_published_changes_nothing_where_nobody_contends(page: Callable[..., Any]) -> None:
    first = page("d1", issued="2020-05-01").person("Dernhel Qarvan").facts()
    second = page("d2", issued="2019-05-01").person("Dernhel Gharvan").facts()
    world = resolve([first, second], published=resolve([first]).named_by)
    assert world == resolve([first, second])
    assert world.replaced == {"person/dernhel-qarvan": "person/dernhel-gharvan"}


def test_published_ids_are_read_as_written(page: Callable[..., Any], tmp_path: Path) -> None:
    named = resolve([page("d1").person("Frodo Baggins").organization("White Council").facts()]).named_by
    path = tmp_path / "published.tsv"
    assert read_published(path) == {}
    write_published(path, named)
    assert read_published(path) == named
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "published.tsv"
    path.write_text("# ids\nperson/frodo-baggins d1\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=f"{path}:2: .*person/frodo-baggins d1"):
        read_published(path)
