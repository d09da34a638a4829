"""Quotations: which marks pair, what continues what, and what is no quotation at all."""

import pytest

from kg.annotate.quotations import find_quotations
from kg.model import Quotation, Span


def quotations_of(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of `text`, each line a paragraph."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return find_quotations(text, paragraphs)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"We ride," he said. "At dawn."', ["We ride,", "At dawn."]),
        ("“We ride,” he said. “At dawn.”", ["We ride,", "At dawn."]),
        ("« Nous partons », dit Elessar.", ["Nous partons"]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("'We ride,' said Aragorn. 'They'll come.'", ["We ride,", "They'll come."]),
        ("‘Gondor’s king won’t yield to the ministers’ demand,’ she said. It’s so.",
         ["Gondor’s king won’t yield to the ministers’ demand,"]),
        ("Gondor 'ready to march', says Denethor", ["ready to march"]),
        ("(“We ride”) – “At dawn”", ["We ride", "At dawn"]),
        ('He said"We ride." They did.', ["We ride."]),
        ("''We ride,'' said Boromir's brother. ''They'll come.''", ["We ride,", "They'll come."]),
        ("``We ride,'' he said, (``at dawn'').", ["We ride,", "at dawn"]),
    ],
)  # fmt: skip
def test_marks_of_one_kind_pair(text: str, contents: list[str]) -> None:
    found = quotations_of(text)
    assert [q.content.of(text) for q in found] == contents
    assert all(q.closed and q.parent is None and q.continues is None for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "Gondor’s king, the ministers’ envoy and Boromir's brother",
        "the '90s and rock 'n' roll, 'til dawn",
        'a 5" pipe',
        "Home » Gondor » Minas Tirith",
        "It wasn't Théoden's; it's the riders'.",
        "",
        "no marks at all",
    ],
)
def test_apostrophes_inches_and_paths_are_no_quotations(text: str) -> None:
    assert quotations_of(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("He said, “In recent years we have suffered.’", "In recent years we have suffered."),
        ("“In recent years we have suffered, » said Boromir.", "In recent years we have suffered,"),
        ('“In recent years we have suffered, "he said.', "In recent years we have suffered,"),
        ('“In recent years we have suffered, "King Elessar said.', "In recent years we have suffered,"),
        ("He said, ‘We have suffered.”", "We have suffered."),
        ('He said: "We have suffered.” Then he left.', "We have suffered."),
    ],
)  # fmt: skip
def test_a_closing_mark_of_another_kind_closes(text: str, content: str) -> None:
    (found,) = quotations_of(text)
    assert (found.content.of(text), found.closed) == (content, True)


@pytest.mark.parametrize(
    ("text", "contents", "continues"),
    [
        ("“One. Two.\n“Three,” he said.", ["One. Two.", "Three,"], [None, 0]),
        ("“One.\n“Two.\n“Three.”", ["One.", "Two.", "Three."], [None, 0, 1]),
        ('He said: "One. Two. "Three," he added.', ["One. Two.", "Three,"], [None, 0]),
        ("‘One. Two.\n‘Three,’ he said.", ["One. Two.", "Three,"], [None, 0]),
        ('"One. Two.\nThree," he said.', ["One. Two.", "Three,"], [None, 0]),
        ("“One.”\n“Two.”", ["One.", "Two."], [None, None]),
    ],
)
def test_reopened_marks_continue_the_quotation(text: str, contents: list[str], continues: list[int | None]) -> None:
    found = quotations_of(text)
    assert [q.content.of(text) for q in found] == contents
    assert [q.continues for q in found] == continues


def test_marks_in_marks_know_what_is_round_them() -> None:
    text = "“He called it ‘great’ and “bold”,” she said. “And ‘new’.”"
    found = quotations_of(text)
    assert [(q.content.of(text), q.parent) for q in found] == [
        ("He called it ‘great’ and “bold”,", None),
        ("great", 0),
        ("bold", 0),
        ("And ‘new’.", None),
        ("new", 3),
    ]


def test_a_mark_that_is_not_closed_counts_to_the_end_of_its_paragraph() -> None:
    text = '"We ride at dawn, he said. \nThey did not.'
    (found,) = quotations_of(text)
    assert (found.span.of(text), found.closed) == ('"We ride at dawn, he said.', False)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We ride at dawn. Speaking there, he said, “Gondor calls.” She left.", ["We ride at dawn.", "Gondor calls."]),
        ("“We ride at dawn.  Eomer added: “Gondor calls.” “We stay,” he said.",
         ["We ride at dawn.", "Gondor calls.", "We stay,"]),
        ("“We ride at dawn. Eomer also added that it is far. They left. “We stay,” he said.",
         ["We ride at dawn.", "We stay,"]),
        ("“We ride to the “king of kings”,” he said.", ["We ride to the “king of kings”,", "king of kings"]),
    ],
)  # fmt: skip
def test_a_mark_behind_a_cue_ends_a_quotation_that_was_never_closed(text: str, contents: list[str]) -> None:
    assert [q.content.of(text) for q in quotations_of(text)] == contents


def test_spans_include_the_marks_that_are_printed() -> None:
    text = "He said “ we ride ” loudly."
    (found,) = quotations_of(text)
    assert (found.span.of(text), found.content.of(text)) == ("“ we ride ”", "we ride")
