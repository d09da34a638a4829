"""The letter case of a word."""

SHAPES = ("lower", "title", "upper", "initial", "mixed", "number", "sign")


def shape(word: str) -> int:
    """Return the place in SHAPES of what a word looks like.

    >>> [SHAPES[shape(word)] for word in ("orc", "Frodo", "NATO", "J.", "McX", "1,200", "-")]
    ['lower', 'title', 'upper', 'initial', 'mixed', 'number', 'sign']
    """
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return SHAPES.index("number" if any(sign.isdigit() for sign in word) else "sign")
    if not any(sign.isupper() for sign in letters):
        return SHAPES.index("lower")
    if len(letters) == 1:
        return SHAPES.index("initial")
    if all(sign.isupper() for sign in letters):
        return SHAPES.index("upper")
    titled = letters[0].isupper() and not any(sign.isupper() for sign in letters[1:])
    return SHAPES.index("title" if titled else "mixed")
