"""Where sentences start."""

import pytest

from kg.annotate.boundaries import sentence_starts


@pytest.mark.parametrize(
    "sentences",
    [
        ["The king left.", "He met Eomer."],
        ["He lives in the U.S.", "The king does not."],
        ["The U.S. President met Gen. Eomer of Rohan Inc. on Jan. 5 at 5 p.m. sharp."],
        ["Gov. J. K. Denethor, Lt. Col. Beregond and Mr. Butterbur ate 3.5 tons, i.e. No. 5."],
        ["It fell in the region.", "He said so."],  # below without the space
        ['He said: "We ride."', "They rode."],
        ["“We ride.”", "“At dawn.”"],
        ["Who rides?", "Nobody!", "Then go…", "Now."],
        ["The hill (of Tor.)", "It stood."],
        ["(He left.)", "She stayed."],
        ["War ended in 3018.", "3,000 came home."],
        ["He spoke ... and left."],
        ["Ship firm Osgiliath Ltd. said no."],
        ["A great day came.", "And went."],
        ["It is I.", "Who else?"],
        ["He wrote so on X.", "Steward Denethor K. X. Eomer read it."],
        ["Éowyn came.", "Éomer left."],
        ["Horses for Rohan", "The steward said so in The Palantir News."],  # a subheading without a mark
        ["no capital letters. none at all"],
        ["x"],
    ],
)
def test_sentences_start_after_ends_and_not_after_abbreviations(sentences: list[str]) -> None:
    text = " ".join(sentences).translate(str.maketrans("“”", '""'))
    starts = [0]
    for sentence in sentences[:-1]:
        starts.append(starts[-1] + len(sentence) + 1)
    assert [offset for offset, _ in sentence_starts(text)] == starts


def test_a_missing_space_does_not_hide_a_start() -> None:
    text = "It fell in the region.He said so at www.gondor.me yesterday."
    assert [text[offset:][:2] for offset, _ in sentence_starts(text)] == ["It", "He"]


def test_what_follows_a_quoted_question_is_left_to_the_parser() -> None:
    assert sentence_starts('"Who rides?" Elessar asked. He left.') == [(0, True), (13, False), (28, True)]
