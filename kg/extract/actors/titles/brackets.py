"""Brackets behind an organisation's name: "(GTB)", "(also known as the GTB)"."""

from kg.extract.actors.reading import Reading

_MOST_WORDS = 4  # in small letters before the other name


def past_brackets(reading: Reading, end: int) -> int:
    """Return the word after the brackets at `end` that hold an acronym, or the organisation's name in full."""
    words = reading.words
    if words[end].text != "(":
        return end
    first = end + 1
    while first <= end + _MOST_WORDS and words[first].is_word and not words[first].capital:
        first += 1  # "(also known as the GTB)"
    name = reading.body_at(first)
    inside = name.last if name is not None else first + 1
    return inside + 1 if words[inside].text == ")" else end
