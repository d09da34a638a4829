"""Any string gives an annotation with exact offsets, in bounded time."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.annotate.folding import fold
from kg.annotate.quotations import find_quotations
from kg.errors import DocumentError
from kg.model import Annotation, DocId, Document, Span
from kg.read import read
from kg.read.regions import regions_of

# What breaks tokenisers, mark pairing and line rules, more often than random characters would hold it.
FRAGMENTS = st.sampled_from(
    [
        '"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", " ", "\xa0", "\n", "\n\n", "\t", "\u2028", "\u200b", "\r\n",
        ".", "...", "…", "?", "!", ":", ",", ";", "-", "—", "(", ")", "/", "|", "a", "A", "U.S.", "Gen. ",
        "said", "that", "Gondor", "The king left.", "He said, ", "MINAS TIRITH, May 29 (GNA) – ",
        "READ ALSO: ", "May 29, 2023",
        "قال", "e\u0301", "\U0001f468\u200d\U0001f469", "ß", "İ", "\u202e", "\x00", "\ufeff", "x" * 150, "1,000.5",
        "http://a.b/c", "All Content by X is licensed under Y",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=60).map("".join), st.lists(FRAGMENTS).map(" ".join))


def annotated(text: str) -> Annotation:
    document = Document(DocId("any"), text, "", "en", regions_of(text))
    (annotation,) = annotate([document], "blank:en")
    return annotation


def check_offsets(annotation: Annotation) -> None:
    text = annotation.document.text
    assert len(annotation.text) == len(text)
    for token in annotation.tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert annotation.text[token.start : token.end] == token.text
        assert not token.text[0].isspace()
    for sentence in annotation.sentences:
        tokens = annotation.tokens[sentence.first : sentence.last]
        assert (tokens[0].start, tokens[-1].end) == (sentence.span.start, sentence.span.end)
        assert all(a.end <= b.start for a, b in pairwise(tokens))
        assert all(sentence.first <= token.head < sentence.last for token in tokens)
    for quotation in annotation.quotations:
        assert quotation.span.contains(quotation.content)
        assert quotation.span.end <= len(text)


@given(TEXTS)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_every_offset_lies_in_the_text(text: str) -> None:
    check_offsets(annotated(text))


@given(TEXTS)
@settings(deadline=None)
def test_regions_are_in_order_and_apart(text: str) -> None:
    regions = regions_of(text)
    assert "".join("".join(r.span.of(text).split()) for r in regions) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(regions))


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
@settings(deadline=None)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    found = find_quotations(text, [Span(0, len(text))])
    for index, quotation in enumerate(found):
        assert quotation.index == index
        if quotation.parent is not None:
            assert found[quotation.parent].span.contains(quotation.span)
        for other in found[index + 1 :]:
            assert not quotation.span.overlaps(other.span) or quotation.span.contains(other.span)


@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_document_or_one_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(content)
    errors: list[DocumentError] = []
    documents = list(read([path], errors.append))
    assert len(documents) + len(errors) == 1
    assert all(str(path) in str(error) for error in errors)
    for annotation in annotate(documents, "blank:en"):
        assert annotation.document.text.encode() == content
        check_offsets(annotation)


SENTENCE = "The king of Gondor said that Rohan will march. "


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE * 220_000, id="10 MB"),
        pytest.param((SENTENCE + "\n\n") * 20_000, id="1 MB of paragraphs"),
        pytest.param(SENTENCE.replace(".", "") * 20_000, id="no sentence ends"),
        pytest.param("the" * 400_000, id="no spaces"),
        pytest.param('"' * 100_000, id="100,000 quotation marks"),
        pytest.param('the "' * 100_000, id="marks and words"),
        pytest.param("the “king of “ " * 20_000, id="marks never closed"),
        pytest.param('"The king left," he said. ' * 20_000, id="100,000 quotations"),
        pytest.param("the 'king' of ‘Gondor’ said " * 20_000, id="single marks"),
        pytest.param("the “‘king’” of « Gondor » " * 20_000, id="nested marks"),
        pytest.param("the." * 200_000, id="full stops"),
        pytest.param("of the\n" * 100_000, id="short lines"),
        pytest.param("the " + "e\u0301\u0302" * 200_000, id="combining characters"),
        pytest.param("the king \u202eقال الملك\u202c of Rohan " * 10_000, id="right to left"),
        pytest.param("the" + " " * 1_000_000 + "king", id="white space"),
        pytest.param("of the " + "(" * 300_000, id="brackets"),
        pytest.param("MINAS TIRITH, " * 50_000, id="datelines"),
        pytest.param("All Content by the " * 20_000, id="licences"),
    ],
)
def test_the_cost_of_a_page_is_bounded(text: str) -> None:
    started = time.process_time()
    check_offsets(annotated(text))
    assert time.process_time() - started < 30
