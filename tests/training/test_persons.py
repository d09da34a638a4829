from random import Random

from training.conllu import Sentence, Word
from training.lines import Line, Name
from training.persons import Stock, full_names, stock, titled, with_other_persons, with_persons

STOCK = Stock(persons={2: (("Samwise", "Gamgee"),)}, demonyms=("Gondorian",))


def word(form: str, head: int, dep: str, tag: str = "NNP", pos: str = "PROPN") -> Word:
    return Word(form, form, pos, tag, "", head, dep, space=True)


SENTENCE: Sentence = (
    word("Yesterday", 1, "advmod", "RB", "ADV"),
    word("met", 1, "ROOT", "VBD", "VERB"),
    word("Frodo", 1, "nsubj"),
    word("Baggins", 2, "flat"),
    word("Elves", 1, "obj"),
)


def shown(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(word.form, word.dep, sentence[word.head].form) for word in sentence]


def test_a_full_name_is_a_run_of_flat_words() -> None:
    assert full_names(SENTENCE) == [(2, 4)]


def test_a_title_hangs_on_the_name_and_moves_the_other_heads() -> None:
    title = [word("Prime", 1, "amod"), word("Minister", -1, "nmod:desc")]
    assert shown(titled(SENTENCE, 2, title))[1:] == [
        ("met", "ROOT", "met"),
        ("Prime", "amod", "Minister"),
        ("Minister", "nmod:desc", "Frodo"),
        ("Frodo", "nsubj", "met"),
        ("Baggins", "flat", "Frodo"),
        ("Elves", "obj", "met"),
    ]


def test_other_persons_keep_the_tree_connected() -> None:
    for seed in range(50):
        made = with_other_persons(SENTENCE, STOCK, Random(seed))
        relations = shown(made)
        assert ("Samwise", "nsubj", "met") in relations
        assert ("Gamgee", "flat", "Samwise") in relations
        assert all(relation[2] == "Samwise" for relation in relations if relation[1] == "nmod:desc")
        assert all(relation[2] != relation[0] for relation in relations if relation[1] != "ROOT")


def test_the_stock_holds_names_of_letters_alone() -> None:
    words = ("Frodo", "Baggins", "met", "al-Elf", "the", "Gondorian")
    line = Line(words, (True,) * 6, (Name(0, 2, "PERSON"), Name(3, 4, "PERSON"), Name(5, 6, "NORP")))
    assert stock([line]) == Stock({2: (("Frodo", "Baggins"),)}, ("Gondorian",))


def test_originals_stay_and_copies_follow() -> None:
    made = list(with_persons([(SENTENCE,)], STOCK, share=1.0, seed=1))
    assert made[0] == (SENTENCE,)
    assert len(made) == 2
