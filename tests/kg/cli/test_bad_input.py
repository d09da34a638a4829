"""Bad input gets one clear line that names the thing, an exit status that scripts can use, and nothing is lost."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

PAGE = "Denethor of Chad met Faramir of Niger in Paris on 3 May 2019. “We share a river,” Denethor said."


def parley(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


BAD_FILES = [
    ("empty.txt", b"", "empty.txt"),
    ("latin.txt", "Gondor s’étend à l’ouest".encode("latin-1", "replace"), "not UTF-8"),
    ("broken.jsonl", b'\n{"id": ', "broken.jsonl:2"),
    ("list.jsonl", b"[1, 2]\n", "list.jsonl:1"),
    ("page.pdf", b"%PDF-1.4", "no reader for '.pdf'"),
    ("archive.jsonl.gz", b"not gzip", "archive.jsonl.gz"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES, ids=[name for name, *_ in BAD_FILES])
def test_a_bad_file_alone_is_named_and_nothing_is_built(
    tmp_path: Path, data: Path, name: str, content: bytes, said: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    result = parley("build", bad, "--data", data)
    assert result.exit_code != 0
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (data / "current").exists()


def test_a_bad_file_among_others_is_left_out_and_said_so(tmp_path: Path, data: Path, page: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = parley("build", page, tmp_path / "empty.txt", "--data", data)
    assert result.exit_code == 3
    assert "left out" in result.stderr
    assert "1 documents" in result.stdout


@pytest.mark.parametrize(
    "base", ["nonsense", "http://example.org", "ftp://example.org/", "http://example.org/a b/", ""]
)
def test_a_base_that_is_none_is_refused(page: Path, data: Path, base: str) -> None:
    result = parley("build", page, "--data", data, "--base", base)
    assert result.exit_code == 1
    assert repr(base) in result.stderr


def test_a_folder_without_documents_is_named(tmp_path: Path, data: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = parley("build", tmp_path / "nothing", "--data", data)
    assert result.exit_code == 1
    assert "nothing" in result.stderr


def test_a_path_that_does_not_exist_is_named(tmp_path: Path, data: Path) -> None:
    result = parley("build", tmp_path / "nowhere.txt", "--data", data)
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_a_failed_build_leaves_the_snapshot_in_service(tmp_path: Path, data: Path, page: Path) -> None:
    assert parley("build", page, "--data", data).exit_code == 0
    before = (data / "current").resolve()
    (tmp_path / "empty.txt").write_bytes(b"")
    assert parley("build", tmp_path / "empty.txt", "--data", data).exit_code == 1
    assert (data / "current").resolve() == before
    assert parley("check", "--data", data).exit_code == 0


def test_a_broken_registry_is_named_with_its_line(data: Path, page: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.toml"
    registry.write_text(
        '[[identity]]\nid = "person/denethor"\n\n[[identity]]\nid = "person/denethor"\n', encoding="utf-8"
    )
    result = parley("build", page, "--data", data, "--registry", registry)
    assert result.exit_code == 1
    assert f"{registry}:4" in result.stderr


@pytest.mark.parametrize("command", [["check"], ["query", "-"], ["dump"]])
def test_a_data_folder_without_snapshot_is_named(data: Path, command: list[str]) -> None:
    result = parley(*command, "--data", data)
    assert result.exit_code == 1
    assert str(data) in result.stderr


def test_a_damaged_snapshot_is_found(data: Path, page: Path) -> None:
    parley("build", page, "--data", data)
    dump = data / "current" / "dumps" / "parley.ttl"
    dump.write_bytes(dump.read_bytes().replace(b"Denethor", b"Sauronxx"))
    result = parley("check", "--data", data)
    assert result.exit_code == 1
    assert "parley.ttl" in result.stderr


def test_a_query_that_is_none_is_named_with_its_place(data: Path, page: Path, tmp_path: Path) -> None:
    parley("build", page, "--data", data)
    (tmp_path / "bad.rq").write_text("SELECT * WHERE { ?s", encoding="utf-8")
    result = parley("query", tmp_path / "bad.rq", "--data", data)
    assert result.exit_code == 1
    assert "bad.rq" in result.stderr
