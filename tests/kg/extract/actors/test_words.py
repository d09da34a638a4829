from collections.abc import Callable

import pytest

from kg.extract.actors.words import STOP, Words
from kg.model import Annotation, Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gen. Amir-Tuor spoke", ["Gen.", "Amir-Tuor", "spoke"]),
        ("the U.S.-backed plan", ["the", "U.S.-backed", "plan"]),
        ("Mali's J. R. Tuor", ["Mali", "'s", "J.", "R.", "Tuor"]),
        ("Sana'a, he said", ["Sana'a", ",", "he", "said"]),
    ],
)
def test_words_are_what_names_are_made_of(annotated: Callable[..., Annotation], text: str, words: list[str]) -> None:
    assert [word.text for word in Words(annotated(text)) if word is not STOP] == words


def test_a_quotation_parts_the_words_round_it(annotated: Callable[..., Annotation]) -> None:
    words = Words(annotated('"The beacons of Amon Din are lit tonight," Faramir said on Friday.'))
    texts = [word.text for word in words]
    assert texts.index("Faramir") < texts.index("beacons")  # the sentence outside comes first, then what is quoted
    assert STOP in list(words)


def test_ranges_cover_whole_words(annotated: Callable[..., Annotation]) -> None:
    text = "Faramir met Eomer."
    words = Words(annotated(text))
    covered = words.range_of(Span(8, 17))
    assert words.phrase(covered.start, covered.stop) == "met Eomer"
    assert words[10_000] is STOP
