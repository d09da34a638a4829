"""The world is a function of the documents: order, and the way they came in, leave no trace."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.model import ActorKey, CountryCode, Facts, UnnamedActor
from kg.model.world import EntityId, World
from kg.resolve import Registry, explain, resolve

Pages = list[Facts]


@pytest.fixture
def pages(page: Callable[..., Any]) -> Pages:
    """Return documents that spell, shorten and repeat names, and tell one meeting three times."""
    sam, frodo = "Samwise Gamgee", "Dernhel Qarvan"
    told = {"place": "Bree, IS", "on": "2020-05-02"}
    speech = "the beacons of the northern marches will be lit before the harvest moon rises"
    return [
        page("d1", issued="2020-05-03", publisher="Bree Herald")
        .person(frodo, "Qarvan", holds="IS/defence-minister").person(sam, holds="NO/king")
        .meeting(frodo, sam, **told).said(sam, speech, there=True).facts(),
        page("d2", issued="2020-05-02", publisher="Dale Gazette")
        .person("Dernhel Gharvan", holds="IS/defence-minister").person("Samwise Hamfast Gamgee")
        .meeting("Dernhel Gharvan", "Samwise Hamfast Gamgee", place="Bree, IS")
        .said("Samwise Hamfast Gamgee", speech, there=True).facts(),
        page("d3", issued="2020-05-04")
        .person("Gharvan", holds="IS/defence-minister").person(sam, holds="NO/king")
        .meeting(sam, "IS/defence-minister", **told).facts(),
        page("d4").person("Gharvan").person("Dernhel Qarvan", holds="FI/king").organization("Guild of Pelargir", "GP")
        .facts(),
        page("d5").organization("Guild of Pelargir").person("Gamgee", holds="NO/king").facts(),
    ]  # fmt: skip


def test_another_order_gives_the_same_world(pages: Pages) -> None:
    world = resolve(pages)
    for seed in range(20):
        shuffled = random.Random(seed).sample(pages, len(pages))
        assert resolve(shuffled) == world


def test_documents_that_came_one_by_one_give_the_same_world(pages: Pages) -> None:
    at_once = resolve(pages)
    for number in range(1, len(pages) + 1):
        last = resolve(pages[:number])
    assert last == at_once


def _published(world: World) -> set[str]:
    return {actor.id for actor in world.actors} | {t.id for t in world.tenures} | {m.id for m in world.meetings}


def test_what_was_published_stays_or_leads_to_its_successor(pages: Pages) -> None:
    for seed in range(20):
        shuffled = random.Random(seed).sample(pages, len(pages))
        for number in range(1, len(pages)):
            before, after = _published(resolve(shuffled[:number])), resolve(shuffled)
            assert all(old in _published(after) or EntityId(old) in after.replaced for old in before)


def test_later_documents_rename_nobody(pages: Pages) -> None:
    dated = sorted((p for p in pages if p.document.issued), key=lambda p: str(p.document.issued))
    for number in range(1, len(dated)):
        assert {a.id for a in resolve(dated[:number]).actors} <= {a.id for a in resolve(dated[: number + 1]).actors}


def test_every_key_and_every_redirect_leads_somewhere(pages: Pages) -> None:
    world = resolve(pages)
    actors = {actor.id for actor in world.actors}
    assert set(world.actor_of.values()) <= actors
    assert {e for t in world.tenures for e in (t.holder, t.office)} <= actors
    assert set(world.replaced.values()) <= _published(world)
    assert _published(world).isdisjoint(world.replaced)


def test_the_same_document_twice_under_two_names_keeps_two_statements(pages: Pages) -> None:
    copy = replace(pages[0], document=replace(pages[0].document, id="d1-copy"))  # type: ignore[arg-type]
    world = resolve([pages[0], copy])
    assert len(world.meetings) == 1
    assert [pair.similarity for pair in world.corroborations] == [1.0]


def test_no_documents_give_an_empty_world() -> None:
    assert resolve([]) == World((), (), (), (), (), {}, {}, {}, {}, {})


def test_every_merge_is_explained(pages: Pages) -> None:
    (dernhel,) = (e for e in explain(pages, Registry(), "gharvan") if len(e.appearances) > 1)
    text = "\n".join(dernhel.lines())
    assert {a.document for a in dernhel.appearances} == {"d1", "d2", "d3"}
    for said in ("transliterations of one name", "surname alone (office is/defence-minister", "2020-05-03 d1"):
        assert said in text


def test_a_near_miss_is_explained(page: Callable[..., Any]) -> None:
    pages = [
        page("d1").person("Frodo Baggins", holds="IS/king").facts(),
        page("d2").person("Bilbo Baggins", holds="IS/king").facts(),
        page("d3").person("Baggins", holds="IS/king").facts(),
    ]
    (alone,) = explain(pages, Registry(), "person/baggins-is")
    assert {link.refused for link in alone.refused} == {"several candidates: Bilbo Baggins, Frodo Baggins"}


def test_a_surname_that_nothing_places_is_explained(page: Callable[..., Any]) -> None:
    pages = [page("d1").person("Frodo Baggins").facts(), page("d2").person("Baggins").facts()]
    (frodo,) = explain(pages, Registry(), "frodo")
    assert [link.refused for link in frodo.refused] == ["a surname alone proves nothing"]


def test_two_described_alike_in_one_document_are_two(page: Callable[..., Any]) -> None:
    facts = page("d1").facts()
    keys = [ActorKey(f"unnamed:{n}") for n in (0, 1)]
    unnamed = tuple(UnnamedActor(key, "officials", CountryCode(c)) for key, c in zip(keys, ("IS", "NO"), strict=True))
    world = resolve([replace(facts, actors=replace(facts.actors, unnamed=unnamed))])
    assert [world.actor_of[facts.document.id, key] for key in keys] == [
        "unnamed/d1-officials",
        "unnamed/d1-officials-2",
    ]
