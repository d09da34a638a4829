import pytest

from training.conllu import Paragraph, Word, paragraphs, parse_sentence, pieces

TEXT = """\
# newdoc id = a
# text = The envoy didn't go.
1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_
2\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5.1\twent\tgo\tVERB\tVBD\t_\t_\t_\t_\t_
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = Why?
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar
# text = No.
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def surface(paragraph: Paragraph) -> str:
    return "".join(word.form + " " * word.space for sentence in paragraph for word in sentence)


def test_a_paragraph_starts_at_a_mark_and_gives_its_text_back() -> None:
    assert [surface(paragraph) for paragraph in paragraphs(TEXT)] == ["The envoy didn't go. Why? ", "No. "]


def test_a_contraction_gives_its_parts_and_an_empty_node_nothing() -> None:
    sentence = next(paragraphs(TEXT))[0]
    assert [(word.form, word.space) for word in sentence[2:5]] == [("did", False), ("n't", True), ("go", False)]
    assert len(sentence) == 6


def test_heads_count_from_nought_and_a_root_is_its_own_head() -> None:
    sentence = next(paragraphs(TEXT))[0]
    assert [(word.head, word.dep) for word in sentence[:2]] == [(1, "det"), (4, "nsubj")]
    assert (sentence[4].head, sentence[4].dep) == (4, "ROOT")


def test_absent_features_are_empty() -> None:
    assert parse_sentence(["1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_"]) == (
        Word("No", "no", "INTJ", "UH", "", 0, "ROOT", space=True),
    )


@pytest.mark.parametrize(
    ("size", "lengths"),
    [(100, [[6, 2]]), (7, [[6], [2]]), (1, [[6], [2]])],
)
def test_pieces_are_cut_between_sentences(size: int, lengths: list[list[int]]) -> None:
    paragraph = next(paragraphs(TEXT))
    assert [[len(sentence) for sentence in piece] for piece in pieces(paragraph, size)] == lengths
