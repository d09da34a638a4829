"""Printed names and words in one plain form."""

import re
from functools import lru_cache

from kg.iris import slug

_APOSTROPHE = re.compile(r"['’‘`ʿʾʼ]")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return `name` in lower-case Latin letters and single spaces, without marks and apostrophes.

    >>> fold("Ja’far Al-Goïta")
    'jafar al goita'
    """
    return slug(_APOSTROPHE.sub("", name)).replace("-", " ")
