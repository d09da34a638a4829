"""What is due to happen hangs on "due", however the parser reads "due to"."""

from kg.annotate.due import with_due
from kg.model import RegionKind, Sentence, Span, Token


def words(*rows: tuple[str, str, str, int]) -> list[Token]:
    """Return tokens from rows of word, tag, relation and head."""
    return [Token(i, 0, 0, text, text, tag, "X", dep, head, "") for i, (text, tag, dep, head) in enumerate(rows)]


def read_as_one(tokens: list[Token]) -> tuple[Token, ...]:
    """Correct tokens that are one sentence."""
    return with_due(tokens, [Sentence(0, 0, len(tokens), Span(0, 0), 0, RegionKind.BODY)])


def hung(tokens: tuple[Token, ...]) -> list[tuple[str, int]]:
    return [(token.dep, token.head) for token in tokens]


def test_due_governs_the_verb_to_which_the_parser_made_it_a_mark() -> None:
    read = words(
        ("Faramir", "NNP", "nsubj", 2), ("is", "VBZ", "cop", 2), ("due", "JJ", "mark", 4), ("to", "TO", "fixed", 2),
        ("ride", "VB", "ROOT", 4),
    )  # fmt: skip
    assert hung(read_as_one(read)) == [("nsubj", 2), ("cop", 2), ("ROOT", 2), ("mark", 4), ("xcomp", 2)]


def test_the_subject_of_the_passive_is_what_is_due() -> None:
    read = words(
        ("Talks", "NNS", "nsubj:pass", 5), ("are", "VBP", "cop", 2), ("due", "JJ", "mark", 5),
        ("to", "TO", "fixed", 2), ("be", "VB", "aux:pass", 5), ("held", "VBN", "ccomp", 6), ("said", "VBD", "ROOT", 6),
    )  # fmt: skip
    expected = [("nsubj", 2), ("cop", 2), ("ccomp", 6), ("mark", 5), ("aux:pass", 5), ("xcomp", 2), ("ROOT", 6)]
    assert hung(read_as_one(read)) == expected


def test_a_place_hangs_on_due_with_what_is_told_beside_it() -> None:
    read = words(
        ("Faramir", "NNP", "nsubj", 4), ("is", "VBZ", "cop", 4), ("due", "JJ", "case", 4), ("in", "IN", "case", 4),
        ("Bree", "NNP", "ROOT", 4), ("on", "IN", "case", 6), ("Monday", "NNP", "nmod", 4),
    )  # fmt: skip
    expected = [("nsubj", 2), ("cop", 2), ("ROOT", 2), ("case", 4), ("obl", 2), ("case", 6), ("obl", 2)]
    assert hung(read_as_one(read)) == expected


def test_the_preposition_and_a_verb_that_hangs_on_due_are_left() -> None:
    cause = words(
        ("fell", "VBD", "ROOT", 0), ("due", "IN", "case", 3), ("to", "IN", "fixed", 1), ("rain", "NN", "obl", 0)
    )
    plan = words(("is", "VBZ", "cop", 1), ("due", "JJ", "ROOT", 1), ("to", "TO", "mark", 3), ("ride", "VB", "csubj", 1))
    assert read_as_one(cause) == tuple(cause)
    assert read_as_one(plan) == tuple(plan)
