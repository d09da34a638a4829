"""Tags of the words in persons' names."""

from kg.annotate.proper import with_proper_nouns
from kg.model import Token


def words(*rows: tuple[str, str, str, int, str]) -> list[Token]:
    """Return tokens from rows of word, tag, relation, head and label."""
    return [
        Token(i, 0, 0, text, text, tag, "X", dep, head, label) for i, (text, tag, dep, head, label) in enumerate(rows)
    ]


def test_a_persons_name_is_a_proper_noun_whatever_the_tagger_says() -> None:
    read = words(("Denethor", "JJ", "nsubj", 1, "PERSON"), ("spoke", "VBD", "ROOT", 1, ""))
    name, verb = with_proper_nouns(read)
    assert (name.tag, name.pos, verb) == ("NNP", "PROPN", read[1])


def test_words_of_bodies_places_and_small_words_keep_their_tags() -> None:
    read = words(
        ("Gondorian", "JJ", "amod", 2, "ORG"), ("bin", "NN", "flat", 2, "PERSON"), ("Council", "NNP", "ROOT", 2, "ORG")
    )
    assert with_proper_nouns(read) == tuple(read)
