"""Verbs that the tagger takes for nouns."""

from kg.annotate.verbs import with_verbs
from kg.model import Token


def words(*rows: tuple[str, str, str, int]) -> list[Token]:
    """Return tokens from rows of word, tag, relation and head."""
    return [Token(i, 0, 0, text, text, tag, "X", dep, head, "") for i, (text, tag, dep, head) in enumerate(rows)]


def test_what_has_a_subject_and_no_article_is_a_verb() -> None:
    read = words(("Faramir", "NNP", "nsubj", 1), ("meets", "NNS", "ROOT", 1), ("Eomer", "NNP", "obl", 1))
    assert [token.tag for token in with_verbs(read)] == ["NNP", "VBZ", "NNP"]


def test_a_noun_that_is_said_of_somebody_stays_one() -> None:
    read = words(
        ("They", "PRP", "nsubj", 3), ("are", "VBP", "cop", 3), ("old", "JJ", "amod", 3), ("kings", "NNS", "ROOT", 3)
    )
    assert with_verbs(read) == tuple(read)
