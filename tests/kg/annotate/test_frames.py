"""What the model reads instead of the page."""

import pytest

from kg.annotate.folding import fold
from kg.annotate.frames import LONGEST_FRAME, Frame, frames_of, with_stand_ins
from kg.annotate.quotations import find_quotations
from kg.model import Region, RegionKind, Span


def frames(text: str) -> list[Frame]:
    """Make the frames of `text`, one paragraph."""
    folded = fold(text)
    quotations = with_stand_ins(folded, find_quotations(text, [Span(0, len(text))]))
    return list(frames_of(folded, [Region(Span(0, len(text)), RegionKind.BODY)], quotations))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("“We ride at dawn,” he said.", '"We agree," he said.'),
        ("“[Eomer] will ride at dawn,” he said.", '"We agree," he said.'),
        ("He said: “We ride. They follow.”", 'He said: "We agree."'),
        ("He asked, “Who rides at dawn?”", 'He asked, "We agree?"'),
        ("He said that “the riders come at dawn”.", 'He said that "we agree".'),
        ("“Yes,” he said.", '"We agree," he said.'),
        ("Words in 3018 “The riders of Rohan will come to us at dawn.”", 'Words in 3018 "We agree."'),
        ("He praised the “courage of the riders of Rohan”.", 'He praised the "courage of the riders of Rohan".'),
        ("He spoke of “friendship.”", 'He spoke of "friendship."'),
        ("He said“We ride at dawn”to them.", 'He said "We agree" to them.'),
        ("The  king\xa0\n left " + "x" * 150 + " again", "The king left   again"),
    ],
)
def test_a_short_clause_stands_for_a_long_quotation(text: str, read: str) -> None:
    assert frames(text)[0].text == read


def test_pieces_lead_back_to_the_page() -> None:
    text = "Éomer:  “We ride. They follow.”  He left."
    outer, inner = frames(text)
    assert [(p.quotation, text[p.start : p.end]) for p in outer.pieces] == [
        (None, "Éomer:"),
        (0, "“We ride. They follow.”"),
        (None, "He left."),
    ]
    assert (inner.text, inner.quotation) == ("We ride. They follow.", 0)


def test_a_long_paragraph_is_cut_between_sentences_only() -> None:
    said = "“The riders of Rohan will come,” said the king of Gondor, who had waited. They were many. "
    found = [frame.text for frame in frames(said * 100) if frame.quotation is None]
    assert len(found) > 1
    assert all(text.lstrip().startswith(('"We agree,"', "They")) for text in found)
    assert all(len(text) < 2 * LONGEST_FRAME for text in found)


def test_a_sentence_without_end_is_cut_between_words() -> None:
    found = frames("riders " * 1000)
    assert all(set(frame.text.split()) == {"riders"} for frame in found)
    assert sum(len(frame.text.split()) for frame in found) == 1000
