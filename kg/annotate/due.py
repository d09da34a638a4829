"""What is "due to happen", and who is "due in Bree": parsers that know "due to" for a preposition lose what says so."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Sentence, Token

_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_BESIDE = {"nmod": "obl", "obl": "obl", "acl": "advcl", "advcl": "advcl", "nmod:unmarked": "obl", "punct": "punct"}
_SUBJECTS = {"nsubj:pass": "nsubj", "csubj:pass": "csubj"}


def with_due(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Return the tokens, "due" governing the verb behind its "to", as "set" does, or the place behind its "in"."""
    corrected = list(tokens)
    for sentence in sentences:
        for due in range(sentence.first, sentence.last - 2):
            printed = (tokens[due].text.lower(), tokens[due + 1].text.lower())
            if printed == ("due", "to") and tokens[due + 2].tag == "VB":
                _govern(corrected, sentence.first, due)
            elif printed == ("due", "in") and tokens[due].dep == "case" and tokens[due + 1].head == tokens[due].head:
                _expect(corrected, sentence, due)
    return tuple(corrected)


def _govern(tokens: list[Token], first: int, due: int) -> None:
    """Hang the verb behind "due to" on it, and on "due" what stands before it in the sentence from `first` on."""
    to = due + 1
    verb = tokens[to + 1].head if tokens[to + 1].dep in _HELPERS else to + 1
    if verb <= to or _hangs_on(tokens, verb, due):
        return
    above, relation = tokens[verb].head, tokens[verb].dep
    for at, token in enumerate(tokens[first:due], first):
        if token.head == verb:
            tokens[at] = replace(token, head=due, dep=_SUBJECTS.get(token.dep, token.dep))
    tokens[due] = replace(tokens[due], tag="JJ", pos="ADJ", head=due if above == verb else above, dep=relation)
    tokens[to] = replace(tokens[to], tag="TO", pos="PART", head=verb, dep="mark")
    tokens[verb] = replace(tokens[verb], head=due, dep="xcomp")


def _expect(tokens: list[Token], sentence: Sentence, due: int) -> None:
    """Hang the place where somebody is due on "due", and what hangs on the place but is not of its name."""
    place = tokens[due].head
    above, relation = tokens[place].head, tokens[place].dep
    for at in range(sentence.first, sentence.last):
        token = tokens[at]
        if token.head == place and at not in {due, place} and (at < due or token.dep in _BESIDE):
            tokens[at] = replace(token, head=due, dep=_BESIDE.get(token.dep, token.dep))
    tokens[due] = replace(tokens[due], tag="JJ", pos="ADJ", head=due if above == place else above, dep=relation)
    tokens[place] = replace(tokens[place], head=due, dep="obl")


def _hangs_on(tokens: Sequence[Token], verb: int, due: int) -> bool:
    """Whether the verb hangs on "due" already."""
    seen = {verb}
    while tokens[verb].head not in seen:
        verb = tokens[verb].head
        seen.add(verb)
    return due in seen
