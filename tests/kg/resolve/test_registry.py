"""The registry: what people decide holds, and a bad edit is named with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RegistryError
from kg.model.world import EntityId
from kg.resolve import Registry, load_registry, resolve

FRODO = """
[[identity]]
id = "person/frodo-baggins"
label = "Frodo Baggins"
aliases = ["Mr Underhill Senior"]
sameAs = ["http://www.wikidata.org/entity/Q1"]
"""


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ('[[identity]]\nid = "person/frodo"\n\n[[identity]]\nid = "person/frodo"\n', 4, "person/frodo"),
        ('[[identity]]\nid = "person/a"\nmerged_into = "person/b"\n', 1, "person/b"),
        (
            '[[identity]]\nid = "person/a"\nmerged_into = "person/b"\n'
            '[[identity]]\nid = "person/b"\nmerged_into = "person/a"\n',
            1,
            "circle",
        ),
        ('[[identity]]\nid = "person/a"\nmerged_into = "person/a"\n', 1, "circle"),
        ('[[identity]]\nid = "person/a"\nlabel = "Frodo\n', 3, "line 3"),
        ('\n[[identity]]\nid = "person/a"\nlable = "Frodo"\n', 2, "lable"),
        ('[[identity]]\nid = "Frodo Baggins"\n', 1, "Frodo Baggins"),
        ('[[identity]]\nlabel = "Frodo"\n', 1, "id"),
        ('[[identity]]\nid = "person/a"\naliases = "Frodo"\n', 1, "aliases"),
        ('[[identity]]\nid = "person/a"\nnot_same_as = ["person/b"]\n', 1, "person/b"),
        ('[[identity]]\nid = "person/a"\nsameAs = ["Q42"]\n', 1, "Q42"),
        ('[[person]]\nid = "person/a"\n', 1, "person"),
        (
            '[[identity]]\nid = "person/a"\nmerged_into = "person/b"\nnot_same_as = ["person/b"]\n'
            '[[identity]]\nid = "person/b"\n',
            1,
            "joined and parted",
        ),
        (
            '[[identity]]\nid = "person/a"\nlabel = "Frodo Baggins"\n'
            '[[identity]]\nid = "person/b"\naliases = ["Frodo Baggins"]\n',
            4,
            "Frodo Baggins",
        ),
    ],
)
def test_a_bad_edit_is_named_with_its_line(tmp_path: Path, text: str, line: int, named: str) -> None:
    path = tmp_path / "registry.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError) as error:
        load_registry(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert named in str(error.value)
    assert path.read_text(encoding="utf-8") == text


def test_a_registry_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_registry(tmp_path / "none.toml") == Registry()


def test_what_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "registry.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RegistryError, match="not UTF-8"):
        load_registry(path)


def test_labels_aliases_and_links_come_from_the_registry(page: Callable[..., Any]) -> None:
    world = resolve([page("d1").person("Mr Underhill Senior").facts()], Registry.parse(FRODO))
    (frodo,) = world.actors
    assert (frodo.id, frodo.label) == ("person/frodo-baggins", "Frodo Baggins")
    assert frodo.aliases == ("Mr Underhill Senior",)
    assert frodo.same_as == ("http://www.wikidata.org/entity/Q1",)


def test_the_registry_joins_what_evidence_does_not(page: Callable[..., Any]) -> None:
    text = (
        FRODO + '\n[[identity]]\nid = "person/gandalf-grey"\nlabel = "Gandalf Grey"\naliases = ["Mithrandir White"]\n'
    )
    pages = [page("d1").person("Gandalf Grey").facts(), page("d2").person("Mithrandir White").facts()]
    world = resolve(pages, Registry.parse(text))
    assert set(world.actor_of.values()) == {"person/gandalf-grey"}


def test_a_merge_of_published_ids_leaves_a_redirect(page: Callable[..., Any]) -> None:
    text = (
        '[[identity]]\nid = "person/gandalf-grey"\n\n'
        '[[identity]]\nid = "person/mithrandir-white"\nmerged_into = "person/gandalf-grey"\n'
    )
    pages = [page("d1").person("Gandalf Grey").facts(), page("d2").person("Mithrandir White").facts()]
    world = resolve(pages, Registry.parse(text))
    assert set(world.actor_of.values()) == {"person/gandalf-grey"}
    assert world.replaced[EntityId("person/mithrandir-white")] == "person/gandalf-grey"


def test_the_registry_parts_what_evidence_joins(page: Callable[..., Any]) -> None:
    text = (
        '[[identity]]\nid = "person/samwise-gamgee"\nnot_same_as = ["person/samwise-gamgee-2"]\n\n'
        '[[identity]]\nid = "person/samwise-gamgee-2"\nlabel = "Samwise Gamgee"\ndocuments = ["d2"]\n'
    )
    pages = [page(f"d{n}").person("Samwise Gamgee").facts() for n in (1, 2, 3)]
    world = resolve(pages, Registry.parse(text))
    assert [world.actor_of[p.document.id, p.actors.persons[0].key] for p in pages] == [
        "person/samwise-gamgee",
        "person/samwise-gamgee-2",
        "person/samwise-gamgee",
    ]


def test_a_published_surname_can_be_given_to_its_bearer(page: Callable[..., Any]) -> None:
    pages = [page("d1").person("Frodo Baggins").facts(), page("d2").person("Baggins").facts()]
    published = resolve(pages).actor_of[pages[1].document.id, pages[1].actors.persons[0].key]
    text = FRODO + f'\n[[identity]]\nid = "{published}"\nmerged_into = "person/frodo-baggins"\n'
    world = resolve(pages, Registry.parse(text))
    assert set(world.actor_of.values()) == {"person/frodo-baggins"}
    assert world.replaced[published] == "person/frodo-baggins"


def test_an_entry_for_one_namesake_leaves_the_other_alone(page: Callable[..., Any]) -> None:
    pages = [
        page("d1", issued="2020-05-01").person("Frodo Baggins", holds="IS/trade-minister").facts(),
        page("d2", issued="2020-06-01").person("Frodo Baggins", holds="NO/king").facts(),
        page("d3", issued="2020-07-01").person("Baggins").facts(),
    ]
    before = resolve(pages)
    for published in {before.actor_of[p.document.id, p.actors.persons[0].key] for p in pages}:
        label = next(actor.label for actor in before.actors if actor.id == published)
        entry = f'[[identity]]\nid = "{published}"\nlabel = "{label}"\nsameAs = ["https://example.org/1"]\n'
        after = resolve(pages, Registry.parse(entry))
        assert after.actor_of == before.actor_of
        assert [actor.id for actor in after.actors if actor.same_as] == [published]


def test_the_registry_parts_two_spellings(page: Callable[..., Any]) -> None:
    text = (
        '[[identity]]\nid = "person/dernhel-qarvan"\nnot_same_as = ["person/dernhel-gharvan"]\n\n'
        '[[identity]]\nid = "person/dernhel-gharvan"\n'
    )
    pages = [page("d1").person("Dernhel Qarvan").facts(), page("d2").person("Dernhel Gharvan").facts()]
    assert len(set(resolve(pages).actor_of.values())) == 1
    assert set(resolve(pages, Registry.parse(text)).actor_of.values()) == set(Registry.parse(text).identities)


def test_the_registry_in_the_manual_is_a_registry() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "identities.md").read_text(encoding="utf-8")
    shown = manual.partition("```toml\n")[2].partition("```")[0]
    assert len(Registry.parse(shown).identities) == 4
