"""Spellings of names that news takes for one another's."""

import re
import unicodedata

_DIGRAPHS = (("gh", "q"), ("kh", "x"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("w", "v"))
_VOWELS = str.maketrans("eyoı", "iiui")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^(?:al|el)-")


def unmarked(word: str) -> str:
    """Return the word, or several, without accents: "Goita" for "Goïta"."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def sound(word: str) -> str:
    """Return the same letters for the spellings that texts give a name, whatever its accents and article.

    >>> sound("Araqchi") == sound("al-Araghchi"), sound("Erdoğan") == sound("Erdogan"), sound("Took") == sound("Tooke")
    (True, True, False)
    """
    plain = _ARTICLE.sub("", unmarked(word.casefold()))
    for digraph, sign in _DIGRAPHS:
        plain = plain.replace(digraph, sign)
    return _DOUBLED.sub(r"\1", plain.translate(_VOWELS))
