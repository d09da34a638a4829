"""What it takes for names of a document to be one actor's."""

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
