"""Whether words name a news medium, which only tells what others said."""

import re

from kg.lexicon import words
from kg.lexicon.organizations import known_organizations

_ARTICLE = re.compile(r"the ", re.IGNORECASE)


def names_medium(printed: str) -> bool:
    """Tell whether the words are a known medium's name or hold a noun for one ("the daily", "a Gondorian newspaper").

    >>> [names_medium(words) for words in ("Reuters", "a local daily", "the king")]
    [True, True, False]
    """
    known = known_organizations().get(_ARTICLE.sub("", printed, count=1))
    outlet = known is not None and known.kind == "outlet"
    return outlet or not words("outlets/nouns.txt").isdisjoint(printed.lower().split())
