"""Words of a person's name are proper nouns where the tagger takes them for something else: "Denethor/JJ said"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Token

_PROPER = frozenset({"NNP", "NNPS"})


def with_proper_nouns(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, those of persons' names tagged NNP."""
    return tuple(
        replace(token, tag="NNP", pos="PROPN")
        if token.entity == "PERSON" and token.tag not in _PROPER and token.text[:1].isupper()
        else token
        for token in tokens
    )
