"""What a statement's words are about: stems without function words, rewordings as one."""

import re
from functools import cache, lru_cache

from kg.lexicon import table, words
from kg.resolve.folding import fold

# Longest first; what is left must keep four letters.
_ENDINGS = (
    "ations", "ation", "ically", "ments", "ities", "ness", "ment", "ings", "ists", "isms", "ical", "ing", "ity", "ies",
    "ist", "ism", "ers", "ed", "es", "er", "ly", "al", "s", "e", "y",
)  # fmt: skip
_STEM = 4
_IN_NUMBERS = re.compile(r"(?<=\d)[.,](?=\d)")  # 6.8 and 6.2 have no figure in common


def stem(word: str) -> str:
    """Return what the forms of a folded word have in common.

    >>> [stem(word) for word in ("strengthening", "terrorists", "terrorism", "countries", "country")]
    ['strengthen', 'terror', 'terror', 'countr', 'countr']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


@cache
def _paraphrases() -> dict[str, str]:
    return {stem(word): stem(row[0]) for row in table("statements/paraphrases.tsv") for word in row}


def telling_words(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that say what it is about.

    >>> sorted(telling_words("We will spare no effort to boost the defences"))
    ['defenc', 'effort', 'no', 'spar', 'strengthen']
    """
    return frozenset(filter(None, map(_telling, fold(_IN_NUMBERS.sub("", text)).split())))


@lru_cache(maxsize=100_000)
def _telling(word: str) -> str | None:
    """Return the stem that stands for a folded word and its rewordings, or None for one that tells nothing."""
    kept = stem(word)
    if word in words("function_words.txt") or not (len(kept) > 1 or kept.isdigit()):
        return None
    return _paraphrases().get(kept, kept)
