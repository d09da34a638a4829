"""Reads CoNLL-U treebanks into paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

_FORM, _LEMMA, _UPOS, _XPOS, _FEATS, _HEAD, _DEP, _MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; `head` is the index of the head in its sentence (its own index for a root)."""

    form: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    dep: str
    space: bool


Sentence = tuple[Word, ...]
Paragraph = tuple[Sentence, ...]


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a CoNLL-U file; one starts at each `# newdoc` and `# newpar`."""
    gathered: list[Sentence] = []
    for block in text.split("\n\n"):
        lines = block.strip().splitlines()
        if gathered and any(line.startswith(("# newdoc", "# newpar")) for line in lines):
            yield tuple(gathered)
            gathered = []
        if sentence := parse_sentence(lines):
            gathered.append(sentence)
    if gathered:
        yield tuple(gathered)


def parse_sentence(lines: list[str]) -> Sentence:
    """Return the words of one sentence; empty nodes are left out, a contraction gives its parts."""
    words: list[Word] = []
    inside, space_after = 0, True  # the last word number of an open contraction, and what follows it
    for line in lines:
        columns = line.split("\t")
        number = columns[0]
        if "-" in number and not line.startswith("#"):
            inside, space_after = int(number.split("-")[1]), _space(columns)
        elif number.isdigit():
            at = int(number)
            space = _space(columns) if at > inside else space_after and at == inside
            words.append(_word(columns, space=space))
    return tuple(words)


def _space(columns: list[str]) -> bool:
    return "SpaceAfter=No" not in columns[_MISC]


def _word(columns: list[str], *, space: bool) -> Word:
    head = int(columns[_HEAD]) or int(columns[0])
    return Word(
        form=columns[_FORM],
        lemma=columns[_LEMMA],
        pos=columns[_UPOS],
        tag=columns[_XPOS],
        features="" if columns[_FEATS] == "_" else columns[_FEATS],
        head=head - 1,
        dep="ROOT" if columns[_HEAD] == "0" else columns[_DEP],
        space=space,
    )


def pieces(paragraph: Paragraph, size: int) -> Iterator[Paragraph]:
    """Cut a paragraph between sentences into pieces of at most `size` words (a longer sentence stands alone)."""
    gathered: list[Sentence] = []
    for sentence in paragraph:
        if gathered and sum(map(len, gathered)) + len(sentence) > size:
            yield tuple(gathered)
            gathered = []
        gathered.append(sentence)
    if gathered:
        yield tuple(gathered)
