import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.cache import FactsCache
from kg.model import Actors, DocId, Document, Facts

PAGE = Document(DocId("gazette"), "Denethor met Faramir.", "0", "en", ())


def facts(document: Document) -> Facts:
    return Facts(document, Actors((), (), (), (), (), ()), (), (), (), "en_test 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache.sqlite"


def remember(path: Path, *documents: Document) -> None:
    with FactsCache(path, None) as cache:
        cache.find(documents)
        for document in documents:
            cache.add(facts(document))


def known(path: Path, document: Document, model: str | None = None) -> bool:
    with FactsCache(path, model) as cache:
        return cache.find([document]) == {document: facts(document)}


def test_what_was_read_is_known_to_the_next_build(path: Path) -> None:
    remember(path, PAGE)
    assert known(path, PAGE)


@pytest.mark.parametrize(
    "changed",
    [replace(PAGE, text="Denethor left."), replace(PAGE, issued=date(2020, 1, 1)), replace(PAGE, id=DocId("x"))],
)
def test_a_document_that_changed_is_read_again(path: Path, changed: Document) -> None:
    remember(path, PAGE)
    assert not known(path, changed)


def test_another_model_reads_again(path: Path) -> None:
    remember(path, PAGE)
    assert not known(path, PAGE, "en_other")


def test_what_a_build_does_not_ask_for_is_forgotten(path: Path) -> None:
    remember(path, PAGE)
    remember(path, replace(PAGE, id=DocId("another")))
    assert not known(path, PAGE)


def test_a_build_that_fails_forgets_nothing(path: Path) -> None:
    remember(path, PAGE)
    with pytest.raises(KeyboardInterrupt), FactsCache(path, None):
        raise KeyboardInterrupt
    assert known(path, PAGE)


def test_a_damaged_cache_is_begun_anew(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)
    assert not known(path, PAGE)
    remember(path, PAGE)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM facts").fetchone() == (1,)


def test_a_build_that_is_killed_keeps_what_it_had_read_but_for_the_last(path: Path) -> None:
    pages = [replace(PAGE, id=DocId(f"gazette {number}")) for number in range(120)]
    with FactsCache(path, None) as cache:
        for page in pages:
            cache.add(facts(page))
        with closing(sqlite3.connect(path)) as other:  # sees what would be there after a kill
            assert other.execute("SELECT COUNT(*) FROM facts").fetchone() == (100,)
