"""One label for a name in one document."""

import pytest

from kg.annotate.agreement import agreed, with_agreement
from kg.model import Token

FARAMIR, FULL, BREE = ("Faramir",), ("Boromir", "Faramir"), ("Bree",)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([(FARAMIR, "PERSON"), (FARAMIR, "LOC"), (FARAMIR, "PERSON")], ["PERSON", "PERSON", "PERSON"]),
        ([(FARAMIR, "PERSON"), (FARAMIR, "LOC")], ["PERSON", "LOC"]),
        ([(FULL, "PERSON"), (FARAMIR, "LOC"), (FULL, "PERSON")], ["PERSON", "PERSON", "PERSON"]),
        ([(FULL, "ORG"), (FARAMIR, "LOC"), (FULL, "ORG")], ["ORG", "LOC", "ORG"]),
        ([(FARAMIR, "PERSON"), (BREE, "LOC"), (BREE, "ORG"), (BREE, "LOC")], ["PERSON", "LOC", "LOC", "LOC"]),
        ([], []),
    ],
    ids=[
        "the most mentions win",
        "a tie stays",
        "a full name counts for a surname",
        "a body's does not",
        "each name",
        "none",
    ],
)
def test_mentions_of_a_name_agree(mentions: list[tuple[tuple[str, ...], str]], expected: list[str]) -> None:
    assert agreed(mentions) == expected


def tokens(*rows: tuple[str, str]) -> list[Token]:
    """Return words with labels; "I-" marks a word that goes on with the name before it."""
    return [
        Token(
            i, 0, 0, text, text, "NNP", "PROPN", "dep", i, label.removeprefix("I-"), bool(label) and label[:2] != "I-"
        )
        for i, (text, label) in enumerate(rows)
    ]


def test_tokens_of_a_name_change_together_and_the_possessive_does_not_count() -> None:
    read = tokens(
        ("Minas", "LOC"), ("Tirith", "I-LOC"), ("fell", ""), ("Minas", "ORG"), ("Tirith", "I-ORG"), ("'s", "I-ORG"),
        ("Minas", "LOC"), ("Tirith", "I-LOC"),
    )  # fmt: skip
    assert [token.entity for token in with_agreement(read)] == ["LOC", "LOC", "", "LOC", "LOC", "LOC", "LOC", "LOC"]
    assert [token.entity_start for token in with_agreement(read)] == [token.entity_start for token in read]
