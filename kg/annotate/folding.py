"""A copy of the text, character for character, in which marks and spaces have one spelling."""

_MARKS = {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛‹›`´′ʼ＇", "'")}
_SPACES = dict.fromkeys(
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
    " ",
)
# Lone surrogates cannot be encoded for the model; any character in their place keeps the offsets.
_SURROGATES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_FOLD = str.maketrans({**_MARKS, **_SPACES, **_SURROGATES})


def fold(text: str) -> str:
    r"""Return `text` with straight quotation marks and plain spaces; same length, same offsets.

    >>> fold("Gondor’s “King”")
    'Gondor\'s "King"'
    """
    return text.translate(_FOLD)
