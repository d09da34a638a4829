import spacy

from training.characters import plain
from training.conllu import Word
from training.entities import name_doc
from training.lines import Line, Name
from training.trees import headline, in_split, splits, tree_doc


def word(form: str, head: int, dep: str, *, space: bool = True) -> Word:
    return Word(form, form.lower(), "NOUN", "NN", "Number=Sing", head, dep, space)


def test_a_paragraph_becomes_one_document_with_two_trees() -> None:
    first = (word("Elves", 1, "nsubj"), word("sing", 1, "ROOT", space=False), word(".", 1, "punct"))
    doc = tree_doc(spacy.blank("en").vocab, (first, (word("Men", 1, "nsubj"), word("hear", 1, "ROOT"))))
    assert doc.text == "Elves sing. Men hear "
    assert [token.head.i for token in doc] == [1, 1, 1, 4, 4]
    assert [sentence.text for sentence in doc.sents] == ["Elves sing.", "Men hear"]


def test_plain_characters_keep_their_offsets() -> None:
    assert plain("“Frodo’s\u00a0here”") == '"Frodo\'s here"'


def test_a_name_covers_its_tokens() -> None:
    line = Line(("Frodo", "’s", "aunt"), (False, True, True), (Name(0, 1, "PERSON"),))
    doc = name_doc(spacy.blank("en"), line)
    assert doc.text == "Frodo's aunt"
    assert [(name.text, name.label_) for name in doc.ents] == [("Frodo", "PERSON")]


def test_splits_are_read_by_heading() -> None:
    table = splits("# Splits\n\n## dev\n\n  * shire_news\n\n## test\n\n  * bree_news\n")
    assert table == {"shire_news": "dev", "bree_news": "test"}
    assert in_split(["shire_news.conllu", "rohan.conllu"], table, "train") == ["rohan.conllu"]


def test_a_headline_has_capitals_and_no_full_stop() -> None:
    made = headline((word("Elves", 1, "nsubj"), word("sing", 1, "ROOT"), word("of", 1, "case"), word(".", 1, "punct")))
    assert [word.form for word in made] == ["Elves", "Sing", "of"]
