"""Whatever the text, extraction answers, and every fact shows words of that text."""

import hashlib
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.extract import extract
from kg.model import DocId, Document, Facts, Region, RegionKind, Span

WORDS = st.sampled_from(
    [
        "President", "Faramir", "Denethor", "of", "Gondor", "met", "with", "the", "Malian", "minister", "in", "Tehran",
        "on", "Tuesday", "said", "that", "“", "”", '"', "'s", ",", ".", "and", "he", "his", "counterpart", "visited",
        "will", "not", "a", "meeting", "talks", "between", "signed", "2023", "\n", "—", ":", "who", "told", "by",
    ]
)  # fmt: skip


def _read(text: str) -> Facts:
    regions = tuple(Region(Span(*match.span()), RegionKind.BODY) for match in re.finditer(r"[^\n]+", text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(DocId("any"), text, digest, "en", regions)
    return extract(next(annotate([document])))


def _spans(facts: Facts) -> Iterator[Span]:
    yield from (mention.span for mention in facts.actors.mentions)
    yield from (span for role in facts.roles for span in role.evidence)
    yield from (span for meeting in facts.meetings for span in meeting.evidence)
    yield from (span for meeting in facts.meetings for p in meeting.participants for span in p.evidence)
    yield from (span for statement in facts.statements for span in statement.content)


def _holds(facts: Facts) -> None:
    length = len(facts.document.text)
    assert all(0 <= span.start < span.end <= length for span in _spans(facts))
    assert len({meeting.key for meeting in facts.meetings}) == len(facts.meetings)
    for meeting in facts.meetings:
        actors = [participant.actor for participant in meeting.participants]
        assert len(set(actors)) == len(actors)
        assert len(actors) > 1 or len(meeting.countries) > 1


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=60))
@example(["Denethor", "Faramir", "Denethor"])
@example(["meeting", "in", "Faramir", "Denethor"])
def test_any_row_of_news_words_is_read(words: list[str]) -> None:
    _holds(_read(" ".join(words)))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=300))
def test_any_string_is_read(text: str) -> None:
    _holds(_read(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Faramir met with " * 300,
        "met " * 2000,
        "“" * 500,
        "President Faramir of Gondor, " * 200 + "met President Theoden of Rohan.",
    ],
)
def test_what_is_no_prose_is_read(text: str) -> None:
    _holds(_read(text))
