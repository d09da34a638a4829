"""A copy of the text, character for character, in which marks and spaces have one spelling."""

import re

from kg.lexicon import words as word_list

_MARKS = {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛‹›`´′ʼ＇", "'")}
_SPACES = dict.fromkeys(
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
    " ",
)
# Lone surrogates cannot be encoded for the model; any character in their place keeps the offsets.
_SURROGATES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_FOLD = str.maketrans({**_MARKS, **_SPACES, **_SURROGATES})


# Square brackets of an editor that part a name: "[Steward Denethor] Hurin", "Faramir [Hurin]".
_PARTED = re.compile(
    r"\[(?:[^\[\]\n]{0,80} )?[A-Z][a-z]+\](?= (?P<next>[A-Z][a-z]+))|\b(?P<given>[A-Z][a-z]+) \[[A-Z][a-z]+\]"
)
_DATELINE = re.compile(r"^([A-Z]{4,})-(?=[A-Z][a-z])", re.MULTILINE)
_BRACKETS = str.maketrans("[]", "  ")


def fold(text: str) -> str:
    r"""Return `text` with straight quotation marks and plain spaces; same length, same offsets.

    An editor's brackets within a name are spaces, and the hyphen behind a dateline is a dash.

    >>> fold("Gondor’s “King”")
    'Gondor\'s "King"'
    >>> fold("OSGILIATH-Head of the Mint: “[Steward Denethor] Hurin left”")
    'OSGILIATH—Head of the Mint: "[Steward Denethor  Hurin left"'
    """
    return _DATELINE.sub(r"\1—", _PARTED.sub(_whole, text.translate(_FOLD)))


def _whole(parted: re.Match[str]) -> str:
    if parted["given"]:
        return parted.group().translate(_BRACKETS)
    goes_on = parted["next"] not in word_list("sentence_openers.txt")
    return f"{parted.group()[:-1]} " if goes_on else parted.group()
