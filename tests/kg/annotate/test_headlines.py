"""Headlines in title case and in capitals."""

import pytest

from kg.annotate.headlines import as_sentences
from kg.model import Region, RegionKind, Span

BODY = "The king of Gondor praised an envoy from Rohan, who spoke of war and the horses of Rohan."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Gondor King Says Envoy From Rohan Wants War", "Gondor king says envoy from Rohan wants war"),
        ("KING OF GONDOR PRAISES ROHAN ENVOY", "king of Gondor praises Rohan envoy"),
        ("Gondor king says Rohan envoy wants war", "Gondor king says Rohan envoy wants war"),
        ("Gondor, Rohan Talk", "Gondor, Rohan Talk"),
    ],
)
def test_known_words_of_title_case_headlines_are_lowered(headline: str, expected: str) -> None:
    text = f"{headline}\n{BODY}"
    split = len(headline)
    regions = [
        Region(Span(0, split), RegionKind.HEADLINE),
        Region(Span(split + 1, len(text)), RegionKind.BODY),
    ]
    assert as_sentences(text, regions) == f"{expected}\n{BODY}"
