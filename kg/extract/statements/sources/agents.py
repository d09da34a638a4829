"""Who speaks behind a preposition: "according to X", "rejected by X"."""

from kg.extract.grammar import CLAUSE_MARKS, FINITE, NOUNS, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.sources.phrases import trimmed
from kg.lexicon import words

_LONGEST = 12  # words in brackets


def agent(tree: Tree, cue: Cue) -> Run | None:
    """Return who acts in the passive ("rejected by the council")."""
    for noun in tree.children(cue.verb, "obl"):
        by = [c for c in tree.children(noun, "case") if tree.lower(c) == "by"]
        if by and noun > cue.verb:
            run = Run(by[0] + 1, tree.subtree(noun).last)
            end = next((i for i in run if _ends_agent(tree, i)), run.last)
            return trimmed(tree, Run(run.first, end))
    return None


def _ends_agent(tree: Tree, word: int) -> bool:
    """Tell whether what was said begins here: "asked by X *to*", "told by X *they* must", "accused by X *of* doing"."""
    told = tree.tag(word) == "PRP" and tree.tag(word - 1) in NOUNS
    doing = tree.lower(word) in {"for", "of"} and tree.tag(word + 1) == "VBG"
    return told or doing or tree.lower(word) in {"that", "as"} or tree.text(word) == "," or tree.tag(word) == "TO"


def named_after(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun phrase after "according to": up to a comma, unless the parse carries it on."""
    first = cue.run.last
    if cue.lemma == "in words" and tree.text(first) == ",":  # "In *his* words, C"
        return Run(first - 2, first - 1)
    end = _after_name(tree, first)
    if cue.run.first == tree.first and tree.text(end) == "," and _explains(tree, end + 1):
        closing = _after_explanation(tree, end + 1)
        end = closing if tree.text(closing) in {",", ":"} else end
    named = end + 1
    while tree.tag(named) in {"NNP", "HYPH"}:
        named += 1
    somebody = not words("statements/speaker_nouns.txt").isdisjoint(tree.lower(i) for i in range(first, end))
    apposed = somebody and named > end + 1 and tree.text(named) == ","
    if cue.run.first == tree.first and tree.text(end) == "," and apposed:
        end = named
    return trimmed(tree, Run(first, end)) or None


def _explains(tree: Tree, first: int) -> bool:
    """Tell whether the words behind a name and a comma say who that is: "Eomer, *a rider*", "Eomer, *head of riders*".

    A comma must close them where they begin otherwise, and behind what is no person "the" opens the clause.
    """
    if tree.lower(first) in {"a", "an", "who"}:
        return True
    last = _after_name(tree, first)
    nouns = (i for i in range(first, last) if tree.tag(i) == "NN" and tree.tag(i + 1) != "NNP")
    office = any(tree.lower(i) in words("statements/speaker_nouns.txt") for i in nouns)
    person = tree[first - 2].entity not in {"ORG", "LOC"} or tree.tag(first) != "DT"
    apart = tree.tag(first) in {"DT", "JJ", "NN", "PRP$"} and not tree.tag(last + 1).startswith("W")
    return tree[first - 2].pos == "PROPN" and person and apart and office


def _after_explanation(tree: Tree, first: int) -> int:
    """Return where an appositive ends, or a clause with "who": at a comma, if one closes it."""
    if tree.lower(first) != "who":
        return _after_name(tree, first)
    comma = tree.comma(first, tree.end)
    return comma if comma < tree.end else first


def _after_name(tree: Tree, first: int) -> int:
    """Return where a name ends: at a mark outside brackets, a verb, or a new noun phrase."""
    bracket: int | None = None
    for end in range(first, tree.end):
        inside = bracket is not None and end - bracket < _LONGEST
        parted = (tree.text(end) in CLAUSE_MARKS or tree.is_quotation(end)) and not inside
        verb = tree.tag(end) in FINITE and tree.dep(end) not in {"acl:relcl", "aux"}
        # "according to Gondor the war"
        if parted or verb or (tree.tag(end) in {"DT", "PRP", "PRP$", "EX"} and tree.tag(end - 1) in NOUNS):
            return end
        if tree.tag(end) in {"-LRB-", "-RRB-"}:
            bracket = end if tree.tag(end) == "-LRB-" else None
    return max(first, tree.end)
