"""Where the words that were said end: a parser's trees are too often wrong for this, so word order decides first."""

from kg.extract.statements.cues import Cue
from kg.extract.statements.grammar import FINITE, NOUNS, QUOTATION_MARKS, Tree
from kg.extract.statements.lexicon import speech_events

# Gerunds after a comma that add to the noun phrase before them rather than to the act of speech.
_LIKE_PREPOSITIONS = frozenset("including regarding concerning involving ranging excluding depending starting".split())
# Gerunds that open an act of the speaker, whatever stands before them.
_ACTS = frozenset("speaking commenting meaning elaborating addressing responding".split())
_OCCASION = frozenset("during in at".split())
_ADVERBIAL = frozenset("while as when after before because since although though whereas".split())


def clause_end(tree: Tree, cue: Cue, start: int, stop: int) -> int:
    """Return the end of a clause that was said, which begins at `start`."""
    return _without_occasion(tree, start, _cut(tree, start, stop, lambda i: _opens_act(tree, i)))


def noun_end(tree: Tree, cue: Cue, start: int, stop: int) -> int:
    """Return the end of a noun phrase with all that hangs on it."""
    end = _cut(tree, start, stop, lambda i: _opens_act(tree, i) or _opens_other_clause(tree, cue, i))
    return _without_occasion(tree, start, end)


def _cut(tree, start, stop, opens) -> int:  # type: ignore[no-untyped-def]
    for word in range(start + 1, stop):
        if opens(word):
            return word
    while stop > start and tree.text(stop - 1) in {",", ";", ":", "-", "–", "—", "--"}:
        stop -= 1
    return stop


def _opens_act(tree: Tree, at: int) -> bool:
    return (tree.text(at) == "," and tree.lower(_after_comma(tree, at)) in _ACTS) or (
        tree.lower(at) == "without"
        and tree.lower(at + 1) in {"elaborating", "giving", "providing", "specifying", "naming"}
    )


def _after_comma(tree: Tree, comma: int) -> int:
    """Return the next word behind a comma and the mark that may close a quotation there."""
    return comma + 2 if tree.text(comma + 1) in QUOTATION_MARKS else comma + 1


def _opens_other_clause(tree: Tree, cue: Cue, at: int) -> bool:
    """Tell whether a clause of the main verb begins here: ", VERB-ing", "and VERB-ed", ", while ..."."""
    if tree.text(at) == ",":
        following = _after_comma(tree, at)
        if tree.tag(following) == "VBG" and tree.lower(following) not in _LIKE_PREPOSITIONS:
            return tree.head(following) == cue.verb and not _enumerates(tree, cue, at)
        if tree.lower(following + 1) in {"well", "being"} or tree.tag(following + 1) == "VBG":
            return False
        return tree.lower(following) in _ADVERBIAL and any(
            following in tree.subtree(clause) for clause in tree.children(cue.verb, "advcl")
        )
    if tree.tag(at) == "CC":
        joined = [verb for verb in tree.children(cue.verb, "conj") if tree.tag(verb) in FINITE]
        return any(tree.subtree(verb).first == at for verb in joined) or _opens_new_clause(tree, cue, at)
    return False


def _opens_new_clause(tree: Tree, cue: Cue, joint: int) -> bool:
    """Tell whether "and" joins a subject with its verb to the cue's clause, there being no verb between them."""
    if any(tree.tag(i) in FINITE or tree.lower(i) == "that" for i in range(cue.run.last, joint)):
        return False
    at = joint + 1
    if tree.tag(at) not in {"DT", "PRP", "NNP"}:
        return False
    while tree.tag(at) in {*NOUNS, "DT", "JJ", "PRP"}:
        at += 1
    return at > joint + 1 and tree.tag(at) in FINITE


def _enumerates(tree: Tree, cue: Cue, comma: int) -> bool:
    """Tell whether gerunds stand in a row in what is said ("the need of doing A, doing B and doing C")."""
    return any(tree.tag(i) == "VBG" and tree.tag(i - 1) == "IN" for i in range(cue.run.last, comma)) and any(
        tree.tag(i) == "CC" and tree.tag(i + 1) == "VBG" for i in range(comma, tree.end)
    )


def _without_occasion(tree: Tree, start: int, end: int) -> int:
    """Return the end without a last phrase that says at what occasion ("during a meeting with ...")."""
    for word in range(start + 1, end):
        if tree.lower(word) in _OCCASION and tree.lower(word + 1) in {"a", "an", "the", "his", "her", "their"}:
            noun = next(
                (
                    i
                    for i in range(word + 2, min(end, word + 6))
                    if tree.tag(i) in NOUNS and tree.lower(i) in speech_events()
                ),
                None,
            )
            if noun is not None and tree.lower(word) == "during":
                return word
    return end
