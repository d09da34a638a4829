"""To whom something was said: the noun phrase behind a verb that takes a hearer."""

from kg.extract.grammar import FINITE, NOUNS, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sources.phrases import seems_name

_TOLD = frozenset({"tell", "inform", "assure"})  # "told *visiting* riders that"
QUESTIONS = frozenset({"what", "how", "why", "who", "whether", "which", "whose"})
_HEARER = frozenset({*NOUNS, "DT", "PRP", "PRP$", "JJ", "POS", "CD"})
_LONGEST_ASIDE = 15  # words
_NEW_PHRASE = frozenset({"DT", "PRP", "PRP$", "EX"})


def hearer_of(tree: Tree, cue: Cue, at: int, stop: int) -> Run | None:
    """Return the noun phrase behind a verb that takes a hearer ("told *reporters* that")."""
    if not cue.takes(Frame.HEAR) or tree.lower(at) in QUESTIONS | times() | {"that"}:
        return None
    end = at + (cue.lemma in _TOLD and tree.tag(at) == "VBG" and tree.tag(at + 1) in {"NNP", "NNS", "JJ"})
    while end < stop and (tree.tag(end) in _HEARER or _is_inside(tree, end)) and not tree.is_quotation(end):
        noun = tree.tag(end - 1) in {*NOUNS, "PRP"} or (end > at and seems_name(tree, end - 1))
        if end > at and tree.tag(end) in _NEW_PHRASE and noun:
            break
        end += 1
    if tree.tag(end) in FINITE:  # "warned Gondor would fall", "told the court Gondor would fall"
        hearers = [word for word in tree.children(cue.verb, "obj", "iobj") if at <= word < end - 1]
        names = (i for i in range(at, end - 1) if tree.tag(i) == "NNP" and tree.tag(i + 1) in {"NN", "NNS"})
        end = hearers[0] + 1 if hearers else next(names, at - 1) + 1  # "told *Eomer* peace would come"
    row = next((i for i in range(end, stop) if tree.tag(i) not in _HEARER and tree.lower(i) not in {",", "and"}), stop)
    if tree.text(end) == "," and tree.lower(row) in {"of", "about", "against"} and tree.tag(row - 1) in NOUNS:
        end = row  # "warned Gondor, Rohan of war"
    aside = next((i for i in range(end + 1, min(stop, end + _LONGEST_ASIDE)) if tree.text(i) == ","), end)
    if tree.text(end) == "," and tree.tag(aside + 1) == "TO" and tree.tag(aside + 2) == "VB":
        end = aside + 1  # "asked Eomer, who was away, to ride"
    run = Run(at, end)
    return run if any(tree.tag(i) in {*NOUNS, "PRP"} or seems_name(tree, i) for i in run) else None


def behind_place(tree: Tree, at: int, stop: int) -> int:
    """Return where a place ends behind a hearer, if a clause or time follows: "told riders *in Bree* he was late"."""
    if tree.lower(at) != "in" or tree.tag(at + 1) != "NNP":
        return at
    end = next((i for i in range(at + 1, stop) if tree.tag(i) != "NNP" or tree.lower(i) in times()), stop)
    return end if tree.tag(end) in _NEW_PHRASE or tree.lower(end + (tree.lower(end) == "on")) in times() else at


def _is_inside(tree: Tree, word: int) -> bool:
    """Tell whether the word joins or describes nouns of a hearer: "council *of* riders", "the *assembled* council"."""
    described = tree.tag(word) == "VBN" and tree.tag(word - 1) == "DT" and tree.tag(word + 1) in NOUNS
    return described or tree.lower(word) == "of"
