from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc, Span

from training.silver import SKIPPED
from training.silver_trees import Labels, Parse, labels_of, numbers, pieces, with_trees

LABELS = Labels(("ROOT", "det", "nsubj"), ("DT", "NN", "VBD"), ("DET|", "NOUN|Number=Sing", "VERB|"))


def raw(text: str) -> Doc:
    doc = spacy.blank("en").make_doc(text)
    for word in doc:
        word.is_sent_start = word.i == 0 or doc[word.i - 1].text == "."
    return doc


def annotated() -> Doc:
    return Doc(
        spacy.blank("en").vocab,
        words=["The", "elf", "left"],
        tags=["DT", "NN", "VBD"],
        pos=["DET", "NOUN", "VERB"],
        morphs=["", "Number=Sing", ""],
        heads=[1, 2, 2],
        deps=["det", "nsubj", "ROOT"],
    )


def parsed(doc: Doc, surety: Sequence[float]) -> list[tuple[Span, Parse]]:
    found = []
    for sentence, sure in zip(doc.sents, surety, strict=True):
        size = len(sentence)
        found.append((sentence, Parse([0, *[1] * (size - 1)], [1] * size, [1] * size, [1] * size, sure)))
    return found


def test_labels_and_numbers_come_from_annotated_sentences() -> None:
    sentences = list(annotated().sents)
    assert labels_of(sentences * 3) == LABELS
    assert numbers(sentences[0], LABELS) == ((2, 3, 0), (1, 2, 0), (0, 1, 2), (0, 1, 2))


def test_features_that_are_seldom_teach_nothing() -> None:
    sentences = list(annotated().sents)
    assert labels_of(sentences).features == ()
    assert numbers(sentences[0], labels_of(sentences))[3] == (SKIPPED,) * 3


@pytest.mark.parametrize(
    ("surety", "size", "expected"),
    [
        ((0.9, 0.9, 0.9), 20, ["Frodo went home. Sam went along. Both sang there."]),
        ((0.9, 0.9, 0.9), 8, ["Frodo went home. Sam went along.", "Both sang there."]),
        ((0.9, 0.5, 0.9), 20, ["Frodo went home.", "Both sang there."]),
        ((0.5, 0.5, 0.5), 20, []),
    ],
)
def test_neighbours_stay_together_where_the_teacher_is_sure(
    surety: tuple[float, ...], size: int, expected: list[str]
) -> None:
    found = pieces(parsed(raw("Frodo went home. Sam went along. Both sang there."), surety), 0.8, size)
    assert [" ".join(sentence.text for sentence, _ in piece) for piece in found] == expected


def test_a_sentence_of_two_words_is_left_out() -> None:
    assert not list(pieces(parsed(raw("Stop ."), [0.99]), 0.8, 20))


def test_what_the_teacher_reads_becomes_a_document() -> None:
    sentence = raw("The elf left")[:]
    doc = with_trees([(sentence, Parse([2, 3, 0], [1, 2, 1], [0, 1, 2], [0, 1, 2], 0.9))], LABELS)
    assert doc.text == "The elf left"
    assert [word.head.text for word in doc] == ["elf", "left", "left"]
    assert [word.dep_ for word in doc] == ["det", "nsubj", "ROOT"]
    assert [word.tag_ for word in doc] == ["DT", "NN", "VBD"]
    assert [word.pos_ for word in doc] == ["DET", "NOUN", "VERB"]
    assert str(doc[1].morph) == "Number=Sing"


def test_heads_count_within_the_sentence() -> None:
    first, second = raw("Elves sing . Orcs sing .").sents
    told = [(each, Parse([2, 0, 2], [2, 0, 1], [1, 2, 0], [1, 2, 0], 0.9)) for each in (first, second)]
    assert [word.head.i for word in with_trees(told, LABELS)] == [1, 1, 1, 4, 4, 4]
