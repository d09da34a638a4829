"""Turns paragraphs of a treebank into spaCy documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.augment import title
from training.characters import plain
from training.conllu import Paragraph, Sentence


def tree_doc(vocab: Vocab, paragraph: Paragraph) -> Doc:
    """Return a paragraph as one document with tags, features, lemmas and trees, in plain characters."""
    words = [word for sentence in paragraph for word in sentence]
    starts: list[int] = [len(sentence) for sentence in paragraph]
    offsets = [sum(starts[:index]) for index in range(len(starts))]
    return Doc(
        vocab,
        words=[plain(word.form) for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.features for word in words],
        lemmas=[plain(word.lemma) for word in words],
        heads=[offset + word.head for offset, sentence in zip(offsets, paragraph, strict=True) for word in sentence],
        deps=[word.dep for word in words],
    )


def with_headlines(paragraphs: Iterable[Paragraph], share: float, seed: int) -> Iterator[Paragraph]:
    """Yield the paragraphs, and of a `share` of their shorter sentences a copy written as a headline."""
    random = Random(seed)  # noqa: S311 -- nothing is kept secret here
    for paragraph in paragraphs:
        yield paragraph
        for sentence in paragraph:
            if 5 <= len(sentence) <= 25 and random.random() < share:
                yield (headline(sentence),)


def headline(sentence: Sentence) -> Sentence:
    """Return a sentence with capital initials and without its full stop."""
    words = [replace(word, form=title(word.form)) for word in sentence]
    last = len(words) - 1
    if words[last].form == "." and all(word.head != last for word in words[:last]):
        words.pop()
    return tuple(words)


def splits(text: str) -> dict[str, str]:
    """Return the split of each document named in GUM's `splits.md` ("train" where it names none)."""
    split, found = "train", {}
    for line in text.splitlines():
        if line.startswith("## "):
            split = line[3:].strip()
        elif line.strip().startswith("* "):
            found[line.strip()[2:]] = split
    return found


def in_split(names: Iterable[str], table: dict[str, str], split: str) -> list[str]:
    """Return the names whose document the table puts into `split`; a name may carry a suffix."""
    return [name for name in names if table.get(name.split(".")[0], "train") == split]
