import pytest

from training.lines import Line, Name
from training.newswire import LABELS, lines, names, spacing, split
from training.uner import lines as uner_lines


@pytest.mark.parametrize(
    "text",
    [
        "The envoy (of Gondor) left; he didn't say why.",
        '"It is so," said J.R. Brandybuck.',
        "Rohan's well-known king paid $5 and got 20% of 'much', or so they said.",
        "The hobbits' long, well-kept road ends at 10,000 feet.",
        "\"He said 'no' twice,\" she said.",
    ],
)
def test_spacing_gives_the_usual_text_back(text: str) -> None:
    marks = ["n't", "'s", *".,;:()\"'-$%"]
    assert written(cut(text, marks)) == text


def cut(text: str, marks: list[str]) -> list[str]:
    for mark in marks[2:]:
        text = text.replace(mark, f" {mark} ")
    text = text.replace("didn ' t", "did n't").replace("Rohan ' s", "Rohan 's").replace("10 , 000", "10 , 000")
    return text.split()


def written(words: list[str]) -> str:
    return "".join(word + " " * space for word, space in zip(words, spacing(words), strict=True)).strip()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["O", "O"], []),
        (["B-Person", "I-Person", "B-Location"], [Name(0, 2, "PERSON"), Name(2, 3, "LOC")]),
        (["B-Facility", "O", "B-NORP"], [Name(0, 1, "LOC"), Name(2, 3, "NORP")]),
        (["B-Misc", "I-Misc", "B-Money"], []),
    ],
)
def test_labels_are_folded_or_dropped(tags: list[str], expected: list[Name]) -> None:
    assert list(names(tags, LABELS)) == expected


def test_the_address_is_no_text() -> None:
    article = "https://news.example/1\tO\n\nFrodo\tB-Person\nleft\tO\n.\tO\n"
    assert [line.words for line in lines(article)] == [("Frodo", "left", ".")]


def test_an_article_stays_in_its_split() -> None:
    splits = [split(f"shire_{number}.txt.tsv") for number in range(1000)]
    assert splits == [split(f"shire_{number}.txt.tsv") for number in range(1000)]
    assert 0.7 < splits.count("train") / 1000 < 0.9


def test_universal_ner_keeps_the_white_space_of_its_text() -> None:
    text = "# text = Frodo's here\n1\tFrodo\tB-PER\t-\tx\n2\t's\tO\t-\t-\n3\there\tO\t-\t-\n"
    assert list(uner_lines(text)) == [Line(("Frodo", "'s", "here"), (False, True, False), (Name(0, 1, "PERSON"),))]
