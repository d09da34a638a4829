"""Phrases without a verb that report speech: "according to", "as reported by", "in his words"."""

from kg.extract.grammar import Tree
from kg.extract.statements.cues.lexicon import Frame, reporting_verbs

_LONGEST = 15  # words of "in the words of X"


def leads_to_quotation(tree: Tree, word: int) -> bool:
    """Tell whether commas enclose what opens here, and a quotation follows: "it was, *in his words*, “a lie”"."""
    near = range(word + 1, min(tree.end - 1, word + _LONGEST))
    comma = next((i for i in near if tree.text(i) == ","), tree.end)
    return tree.text(word - 1) == "," and comma < tree.end and tree.opens_quotation(comma + 1)


def length_of_according(tree: Tree, word: int) -> int:
    """Return how many words of "according to", "as per" and, behind a comma, "per" are here."""
    following = tree.lower(word + 1)
    behind = tree.text(word - 1) == ","
    if (tree.lower(word), following) == ("according", "to"):
        return 2
    if (word == tree.first or behind) and (tree.lower(word), following) == ("as", "per"):
        return 2
    return int(behind and tree.lower(word) == "per" and tree.tag(word + 1) in {"DT", "NNP"})


def length_in_words(tree: Tree, word: int) -> int:
    """Return how many words of "in the words of" and "in his view" are here."""
    if tree.lower(word) != "in" or tree.lower(word + 2) not in {"opinion", "view", "words"}:
        return 0
    if tree.lower(word + 1) in {"his", "her", "their"} and tree.text(word + 3) == ",":
        return 3
    return 4 if tree.lower(word + 1) == "the" and tree.lower(word + 3) == "of" else 0


def is_as_reported_by(tree: Tree, word: int) -> bool:
    """Tell whether "as" parts a clause from who says it: "Also *as* reported by X, C", "C, *as* announced by X"."""
    says = any(Frame.CLAUSE in entry.frames for entry in reporting_verbs().get(tree.lower(word + 1), ()))
    says = says or tree.lower(word + 1) in {"quoted", "cited"}
    apart = tree.text(word - 1) == "," or all(tree.tag(i) == "RB" for i in range(tree.first, word))
    return says and apart and tree.lower(word + 2) == "by"
