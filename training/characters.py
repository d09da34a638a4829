"""The one-to-one character mapping under which the model sees text."""

_PLAIN = {
    '"': "“”„‟«»",
    "'": "‘’‚‛ʼ",
    " ": "\u00a0\u2007\u2009\u200a\u202f\t",
}
_TABLE = {ord(odd): plain for plain, odds in _PLAIN.items() for odd in odds}


def plain(text: str) -> str:
    r"""Return `text` with typographic quotation marks and odd spaces in ASCII, each character at its old offset.

    >>> plain("“so”, he’d said")
    '"so", he\'d said'
    """
    return text.translate(_TABLE)
