import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.silver import TAGS, Scores, best_tags, packed, pieces, tags, with_names


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def scores(*rows: dict[str, float]) -> Scores:
    """Return log likelihoods, those of the tags that a row does not name next to nothing."""
    return np.log(np.array([[row.get(tag, 1e-6) for tag in TAGS] for row in rows], dtype=np.float32))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frodo left there. Sam stayed.", ["Frodo left there.", "Sam stayed."]),
        ("Gen. Eomer of Rohan left.", ["Gen. Eomer of Rohan left."]),
        ('"We left there." Sam stayed.', ['"We left there."', "Sam stayed."]),
        ("One. Two. Three.", ["One. Two. Three."]),
        ("  ", []),
    ],
)
def test_an_article_is_cut_between_sentences(nlp: Language, text: str, expected: list[str]) -> None:
    assert [doc.text for doc in pieces(nlp, text, 3)] == expected


def test_short_sentences_stay_together(nlp: Language) -> None:
    assert [doc.text for doc in pieces(nlp, "Frodo left there. Sam stayed here. Both sang.", 6)] == [
        "Frodo left there. Sam stayed here.",
        "Both sang.",
    ]


def test_neighbours_are_read_together_up_to_a_number_of_words(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in ("one two", "three", "four five six seven", "eight")]
    assert [[doc.text for doc in pack] for pack in packed(docs, 3)] == [
        ["one two", "three"],
        ["four five six seven"],
        ["eight"],
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"B-PERSON": 0.9}, {"I-PERSON": 0.9}, {"O": 0.9}], ["B-PERSON", "I-PERSON", "O"]),
        ([{"B-ORG": 0.6, "B-PERSON": 0.4}, {"I-PERSON": 0.9}], ["B-PERSON", "I-PERSON"]),
        ([{"I-LOC": 0.6, "B-LOC": 0.3}], ["B-LOC"]),
        ([{"O": 0.9}, {"I-ORG": 0.8, "O": 0.2}], ["O", "O"]),
    ],
)
def test_a_name_goes_on_only_where_it_began(rows: list[dict[str, float]], expected: list[str]) -> None:
    assert [TAGS[tag] for tag in best_tags(scores(*rows))] == expected


def test_a_document_with_a_doubtful_word_is_left_out(nlp: Language) -> None:
    sure, doubtful = Doc(nlp.vocab, ["Frodo", "Baggins", "left"]), Doc(nlp.vocab, ["Imladris"])
    likely = scores({"B-PERSON": 0.9}, {"I-PERSON": 0.9}, {"O": 0.9}, {"B-LOC": 0.5, "B-ORG": 0.4})
    (kept,) = with_names([sure, doubtful], likely, surety=0.6)
    assert [(name.text, name.label_) for name in kept.ents] == [("Frodo Baggins", "PERSON")]
    assert [TAGS[tag] for tag in tags(kept)] == ["B-PERSON", "I-PERSON", "O"]
