import pytest

from kg.lexicon.topics import topics, topics_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They fought terrorism.", {"counter-terrorism"}),
        ("Weapons and ammunition arrived.", {"arms"}),
        ("The West meddles.", {"western-role"}),
        ("The western wind blew.", set()),
        ("They planted trees in tankards.", set()),
    ],
)
def test_a_passage_is_about_the_topics_of_its_telling_words(text: str, found: set[str]) -> None:
    assert set(topics_of(text)) == found


def test_topics_have_labels_and_stems() -> None:
    assert len(topics()) >= 15
    assert all(topic.label and topic.stems for topic in topics().values())
