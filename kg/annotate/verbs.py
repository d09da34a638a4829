"""Verbs in the present tense that the tagger takes for nouns: "Denethor, left, meets/NNS with Eomer"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Token

_OF_NOUNS = frozenset({"cop", "case", "det", "amod", "nummod", "conj", "appos", "nmod:poss"})


def with_verbs(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, "meets" tagged VBZ where it has a subject and nothing that only nouns have."""
    below: defaultdict[int, set[str]] = defaultdict(set)
    for token in tokens:
        if token.head != token.index:
            below[token.head].add(token.dep)
    return tuple(
        replace(token, tag="VBZ", pos="VERB")
        if token.tag == "NNS" and token.text.islower() and _is_verb(below[token.index])
        else token
        for token in tokens
    )


def _is_verb(dependents: set[str]) -> bool:
    return "nsubj" in dependents and not dependents & _OF_NOUNS
