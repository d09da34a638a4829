"""Files and folders to documents, and one clear line for each that is none."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import DocumentError, NoDocuments
from kg.model import Document, RegionKind
from kg.read import read

TEXT = "The king of Gondor received the lord of Rohan."


def test_a_folder_is_read_in_order_and_below(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/x.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [document.id for document in read([tmp_path])] == ["a", "x", "c"]


def test_text_is_kept_as_it_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    stored = "\ufeffThe king\xa0left.\r\n\r\nHe met “Éomer”. \n"
    path.write_bytes(stored.encode())
    (document,) = read([path])
    assert document.text == stored
    assert [r.span.of(stored).lstrip("\ufeff") for r in document.regions] == ["The king\xa0left.", "He met “Éomer”."]


def test_a_page_gives_its_article_under_its_headline(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>King receives lord | Herald</title>"
        '<meta property="article:published_time" content="2021-03-04"/></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>King receives lord</h1><p>{TEXT} Both spoke of the war in the east.</p>"
        "<p>“We shall come at dawn,” the lord of Rohan said after the meeting in the tower.</p></article></body>",
        encoding="utf-8",
    )
    (document,) = read([page])
    assert (document.title, document.issued) == ("King receives lord", date(2021, 3, 4))
    assert document.regions[0].kind is RegionKind.HEADLINE
    assert "Home" not in document.text


def test_a_page_laid_out_in_tables_gives_its_article_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    second = "Both spoke of the war in the east, and the lord of Rohan promised to send his riders before the winter."
    third = second.replace("war", "grain")
    page.write_text(
        "<html><head><title>Osgiliath Herald | King of Gondor receives lord</title></head><body><table><tr>"
        '<td><a href="a.html">Prince launches grain barge</a><br><a href="b.html">Taverns close early</a></td>'
        f"<td><h2>King of Gondor receives lord</h2><br>{TEXT}<br><br>{second}<br><br>{third}</td>"
        '<td><table><tr><td><a href="c.html">Barrows to be sealed</a></td></tr></table></td></tr></table></body>',
        encoding="utf-8",
    )
    (document,) = read([page])
    body = [region.span.of(document.text) for region in document.regions if region.kind is RegionKind.BODY]
    assert (document.title, document.publisher) == ("King of Gondor receives lord", "Osgiliath Herald")
    assert body == [TEXT, second, third]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_records_bring_their_own_masthead(tmp_path: Path, suffix: str) -> None:
    record = {"id": "k1", "text": TEXT, "title": "King", "date": "2021-03-04", "url": "https://g.example/k",
              "publisher": "Herald"}  # fmt: skip
    line = (json.dumps(record) + "\n\n").encode()
    path = tmp_path / f"records{suffix}"
    path.write_bytes(gzip.compress(line) if suffix.endswith("gz") else line)
    (document,) = read([path])
    assert (document.id, document.title, document.issued) == ("k1", "King", date(2021, 3, 4))
    assert (document.url, document.publisher, document.language) == ("https://g.example/k", "Herald", "en")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"\xff\xfe\x00", "a.txt: not UTF-8 (byte 0)"),
        ("a.txt", b"", "a.txt: empty"),
        ("a.txt", b" \n\t\n", "a.txt: empty"),
        ("a.txt", bytes(range(1, 9)) * 9, "a.txt: not text but binary data"),
        ("a.pdf", b"x", "a.pdf: no reader for '.pdf'"),
        ("a", b"x", "a: no reader for ''"),
        ("a.html", b"<html></html>", "a.html: no article found in the page"),
        ("a.html", b"<svg><h1><p><article><title><svg></div><title><table><svg>", "a.html: "),
        ("a.jsonl", b'{"id": "k", "text": "x"}\n{"id": ', "a.jsonl:2: malformed JSON, column 8"),
        ("a.jsonl", b"[]", "a.jsonl:1: not a JSON object"),
        ("a.jsonl", b'{"id": "k"}', "a.jsonl:1: 'text' is not a text or empty"),
        ("a.jsonl", b'{"id": 5, "text": "x"}', "a.jsonl:1: 'id' is not a text or empty"),
        ("a.jsonl", b'{"id": "k", "text": "x", "date": "soon"}', "a.jsonl:1: 'date' is 'soon', not YYYY-MM-DD"),
        ("a.jsonl", b'{"id": "k", "text": "\\ud800"}', "a.jsonl:1: character 0 is half of a surrogate pair"),
        ("a.jsonl", b"\xff", "a.jsonl: not UTF-8"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1: malformed JSON"),
        ("a.jsonl.gz", b"no gzip", "a.jsonl.gz: Not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(b'{"id": "k", "text": "x"}')[:-9], "a.jsonl.gz: "),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as error:
        list(read([path]))
    assert str(error.value).startswith(f"{tmp_path}/{message}")
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: No such file"):
        list(read([tmp_path / "gone.txt"]))


def test_one_bad_record_does_not_lose_the_others(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": TEXT}, {"id": "b"}, {"id": "A ", "text": TEXT}, {"id": "c", "text": TEXT}]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    errors: list[DocumentError] = []
    documents: list[Document] = list(read([tmp_path], errors.append))
    assert [d.id for d in documents] == ["a", "c"]
    assert [str(error).removeprefix(f"{tmp_path}/") for error in errors] == [
        "empty.txt: empty",
        "records.jsonl:2: 'text' is not a text or empty",
        f"records.jsonl:3: the id 'A ' is taken by {path}:1",
    ]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoDocuments, match="empty"):
        list(read([tmp_path / "empty"]))
    with pytest.raises(NoDocuments, match="no path"):
        list(read([]))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Elessar, Éomer, Imrahil and Faramir met with Denethor of Gondor.", "en"),
        ("Le roi du Gondor a reçu le seigneur du Rohan à Minas Tirith lundi dernier.", "fr"),
        ("Der König von Gondor empfing den Herrn von Rohan in der weißen Stadt.", "de"),
        ("استقبل الملك سيد روهان في المدينة البيضاء يوم الاثنين.", "ar"),
        ("Король Гондора принял в понедельник правителя Рохана.", "ru"),
        ("12345 67890", "zxx"),
    ],
)
def test_the_language_is_recognised(tmp_path: Path, text: str, language: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read([path])
    assert document.language == language


def test_a_very_long_page_is_said_to_be_cut(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f"{TEXT} " * 6000, encoding="utf-8")
    (document,) = read([path])
    assert len(document.text) > 200_000
    assert "long.txt: " in caplog.text
