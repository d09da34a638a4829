"""What it takes for names of a document to be one actor's."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.actors.reading import Name, Reading
from kg.lexicon.spelling import unmarked


@dataclass(slots=True)
class Identity:
    """The names of one actor, in text order; `words` are those of the fullest, in lower case."""

    words: tuple[str, ...]
    style: str = ""
    names: list[Name] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        return max(self.names, key=lambda name: name.last - name.first)


def lower_words(reading: Reading, name: Name) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents and the initials' full stops."""
    words = (reading.words[i] for i in range(name.first, name.last))
    return tuple(unmarked(word.lower.rstrip(".")) for word in words if word.is_word)


def initials(words: Iterable[str]) -> str:
    """Return the first letters of the words of a name and of what hyphens join."""
    return "".join(part[0] for word in words for part in word.split("-") if part)
