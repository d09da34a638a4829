import pytest

from server.compress import accepted_coding
from server.media import GRAPHS, HTML, RESULTS, Media, by_name, negotiate


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("application/json", "json"),
        ("TEXT/CSV", "csv"),
        ("text/*", "csv"),
        ("text/*;q=0.2, application/*;q=0.1", "csv"),
        ("application/sparql-results+xml;q=0.9, application/sparql-results+json;q=0.8", "xml"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "xml"),
        ("text/csv;q=0, text/*", "tsv"),
        ("text/csv;q=1.7, text/tab-separated-values;q=1", "csv"),
        ("text/csv;q=rubbish", "csv"),
        ("text/csv; charset=utf-8; q=0.5, text/tab-separated-values;q=0.6", "tsv"),
        (",,, text/csv ,", "csv"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/turtle", None),
        ("text", None),
    ],
)
def test_results_are_negotiated(accept: str | None, name: str | None) -> None:
    media = negotiate(accept, RESULTS)
    assert (media.name if media else None) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("*/*", "turtle"),
        ("application/ld+json, text/html;q=0.5", "jsonld"),
        ("application/xml", "rdfxml"),
    ],
)
def test_browsers_get_pages_and_machines_get_graphs(accept: str, name: str) -> None:
    media = negotiate(accept, (*GRAPHS, HTML))
    assert media is not None
    assert media.name == name


@pytest.mark.parametrize("media", [*RESULTS, *GRAPHS])
def test_every_format_can_be_named_by_name_suffix_and_type(media: Media) -> None:
    offered = GRAPHS if media in GRAPHS else RESULTS
    for name in (media.name, media.suffix, media.type, media.name.upper(), *media.names):
        assert by_name(name, offered) is media


def test_an_unknown_format_has_no_media_type() -> None:
    assert by_name("parquet", GRAPHS) is None


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("identity", ""),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip;q=0.9, zstd;q=0.1", "gzip"),
        ("*", "gzip"),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=0, *", "zstd"),
        ("gzip;q=x", ""),
        ("br", ""),
    ],
)
def test_the_coding_is_one_that_the_client_takes(header: str, coding: str) -> None:
    assert accepted_coding(header) == coding
