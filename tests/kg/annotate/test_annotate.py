"""Annotations: every offset is the document's, whatever the model read."""

import pytest

from kg.annotate import annotate
from kg.errors import ConfigError
from kg.model import Annotation, DocId, Document, Region, RegionKind, Span

BLANK = "blank:en"


def document(text: str, *, language: str = "en", boilerplate: tuple[int, ...] = ()) -> Document:
    """Make a document of `text`, each line a region; the lines numbered in `boilerplate` are none of the article."""
    regions = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = RegionKind.BOILERPLATE if number in boilerplate else RegionKind.BODY
        if line:
            regions.append(Region(Span(start, start + len(line)), kind))
        start += len(line) + 1
    return Document(DocId("gondor"), text, "", language, tuple(regions))


def annotated(text: str, model: str | None = BLANK) -> Annotation:
    (annotation,) = annotate([document(text)], model)
    return annotation


def sentences_of(annotation: Annotation) -> list[str]:
    return [sentence.span.of(annotation.document.text) for sentence in annotation.sentences]


def words_of(annotation: Annotation, sentence: int) -> list[str]:
    found = annotation.sentences[sentence]
    tokens = annotation.tokens[found.first : found.last]
    return ["<quotation>" if t.quotation is not None else t.text for t in tokens]


def test_a_long_quotation_is_one_token_outside_and_sentences_inside() -> None:
    annotation = annotated("“The king rode out. He met the riders,” Éomer said.")
    assert words_of(annotation, 0) == ["<quotation>", "Éomer", "said", "."]
    assert sentences_of(annotation)[1:] == ["The king rode out.", "He met the riders,"]
    assert [s.quotation for s in annotation.sentences] == [None, 0, 0]
    (stand_in,) = [t for t in annotation.tokens if t.quotation is not None]
    assert stand_in.span == annotation.quotations[0].span


def test_a_few_quoted_words_are_words_of_the_sentence() -> None:
    annotation = annotated("He spoke of the “mutual support” of the two realms.")
    assert words_of(annotation, 0) == ["He", "spoke", "of", "the", '"', "mutual", "support", '"',
                                       "of", "the", "two", "realms", "."]  # fmt: skip
    assert not annotation.quotations[0].stands_in


def test_a_quotation_in_a_quotation_has_its_own_sentences() -> None:
    annotation = annotated("“He told me, ‘we will ride at dawn,’ and he rode,” Éomer said.")
    assert sentences_of(annotation) == [
        "“He told me, ‘we will ride at dawn,’ and he rode,” Éomer said.",
        "He told me, ‘we will ride at dawn,’ and he rode,",
        "we will ride at dawn,",
    ]
    assert words_of(annotation, 1) == ["He", "told", "me", ",", "<quotation>", "and", "he", "rode", ","]


def test_heads_stay_in_the_sentence_and_reach_the_stand_in() -> None:
    annotation = annotated("“We shall never yield this city,” Denethor told reporters.", None)
    outer = annotation.sentences[0]
    assert all(outer.first <= t.head < outer.last for t in annotation.tokens[outer.first : outer.last])
    stand_in = annotation.tokens[outer.first]
    assert (annotation.tokens[stand_in.head].text, stand_in.dep) == ("told", "ccomp")


def test_boilerplate_and_other_languages_have_no_tokens() -> None:
    (partly,) = annotate([document("Share this\nThe king left.", boilerplate=(0,))], BLANK)
    assert [t.text for t in partly.tokens] == ["The", "king", "left", "."]
    (french,) = annotate([document("Le roi est parti.", language="fr")], BLANK)
    assert (french.tokens, french.sentences) == ((), ())


def test_white_space_and_marks_keep_their_offsets() -> None:
    text = "  Gondor’s\xa0 king \t left\u2028 “Minas Tirith”.  "
    annotation = annotated(text)
    assert len(annotation.text) == len(text)
    assert [t.span.of(text) for t in annotation.tokens] == [
        "Gondor", "’s", "king", "left", "“", "Minas", "Tirith", "”", ".",
    ]  # fmt: skip


def test_documents_come_back_in_order_and_empty_ones_too() -> None:
    texts = ["The king left.", "", "He met Éomer.", "*"]
    found = list(annotate((document(text) for text in texts), BLANK))
    assert [a.document.text for a in found] == texts
    assert [len(a.sentences) for a in found] == [1, 0, 1, 1]


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match="no_such_model"):
        list(annotate([], "no_such_model"))
