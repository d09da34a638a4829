"""Tags of the words in persons' names."""

from kg.annotate.proper import with_proper_nouns
from kg.model import Sentence, Span, Token
from kg.model.text import RegionKind


def words(*rows: tuple[str, str, str, int, str]) -> list[Token]:
    """Return tokens from rows of word, tag, relation, head and label."""
    return [
        Token(i, 0, 0, text, text, tag, "X", dep, head, label) for i, (text, tag, dep, head, label) in enumerate(rows)
    ]


def whole(tokens: list[Token]) -> list[Sentence]:
    return [Sentence(0, 0, len(tokens), Span(0, 1), 0, RegionKind.BODY)]


def test_a_persons_name_that_opens_a_sentence_is_the_subject_that_its_verb_lacks() -> None:
    read = words(("Denethor", "JJ", "advmod", 1, "PERSON"), ("spoke", "VBD", "ROOT", 1, ""))
    name, _ = with_proper_nouns(read, whole(read))
    assert (name.tag, name.pos, name.dep) == ("NNP", "PROPN", "nsubj")


def test_a_verb_with_a_subject_gets_no_other() -> None:
    read = words(
        ("Rangers", "NNS", "nsubj", 2, ""), ("Faramir", "UH", "discourse", 2, "PERSON"), ("spoke", "VBD", "ROOT", 2, "")
    )
    assert [token.dep for token in with_proper_nouns(read, whole(read))] == ["nsubj", "discourse", "ROOT"]


def test_words_of_bodies_places_and_small_words_keep_their_tags() -> None:
    read = words(
        ("Gondorian", "JJ", "amod", 2, "ORG"), ("bin", "NN", "flat", 2, "PERSON"), ("Council", "NNP", "ROOT", 2, "ORG")
    )
    assert with_proper_nouns(read, whole(read)) == tuple(read)
