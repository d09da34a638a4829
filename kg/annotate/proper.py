"""Words of a person's name are proper nouns, and subjects, where the tagger takes them for something else."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Sentence, Token

_PROPER = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LOOSE = frozenset({"advmod", "discourse", "amod"})  # how a word hangs on a verb that the parser knows no noun in


def with_proper_nouns(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Return the tokens, those of persons' names tagged NNP; one that opens a sentence is its verb's missing subject.

    "Denethor/JJ, for his part, said": a name at the start of a sentence shows no other sign that it is one.
    """
    corrected = [
        replace(token, tag="NNP", pos="PROPN")
        if token.entity == "PERSON" and token.tag not in _PROPER and token.text[:1].isupper()
        else token
        for token in tokens
    ]
    for sentence in sentences:
        first = corrected[sentence.first]
        if first.entity == "PERSON" and first.dep in _LOOSE and _lacks_subject(corrected, sentence, first.head):
            corrected[sentence.first] = replace(first, dep="nsubj")
    return tuple(corrected)


def _lacks_subject(tokens: Sequence[Token], sentence: Sentence, verb: int) -> bool:
    inside = tokens[sentence.first : sentence.last]
    return tokens[verb].tag in _FINITE and not any(t.head == verb and t.dep.startswith("nsubj") for t in inside)
