"""Which language a text is in."""

import re

from py3langid.langid import classify

from kg.lexicon import words

_READ = 3000  # characters; the language does not change after them often enough to read more
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_BY_MISTAKE = frozenset({"pcm", "sco"})  # what English full of names is taken for
_ENGLISH_SHARE = 0.08  # of the words; other languages with English names in them stay far below


def language_of(text: str) -> str:
    """Return the language as a BCP 47 tag; `zxx` where the text has no words.

    >>> language_of("The steward of Gondor met the king of Rohan"), language_of("Le roi de Rohan a déclaré la guerre")
    ('en', 'fr')
    """
    beginning = text[:_READ]
    found = _WORD.findall(beginning.lower())
    if not found:
        return "zxx"
    english = sum(word in words("english.txt") for word in found)
    if english > _ENGLISH_SHARE * len(found):
        return "en"
    language = str(classify(beginning)[0])
    return "en" if language in _ENGLISH_BY_MISTAKE else language
