import pytest

from training.shapes import SHAPES, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("orc", "lower"),
        ("Frodo", "title"),
        ("Éomer", "title"),
        ("GONDOR", "upper"),
        ("J.", "initial"),
        ("A", "initial"),
        ("McBoromir", "mixed"),
        ("eOrc", "mixed"),
        ("1,200", "number"),
        ("20th", "lower"),
        ("--", "sign"),
        ("", "sign"),
    ],
)
def test_a_word_has_the_shape_of_its_letters(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected
