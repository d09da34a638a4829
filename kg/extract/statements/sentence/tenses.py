"""Which verb goes on with which: by their tenses, and where the parse joins them."""

from kg.extract.grammar import FINITE, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.forms import Form


def tense(tree: Tree, cue: Cue) -> str:
    """Return the verb's tag, a participle after "and" counting as the past that taggers miss."""
    verb = tree.head(cue.verb) if cue.form is Form.INFINITIVE else cue.verb  # "went on to note A and added B"
    tag = tree.tag(cue.verb if verb is None else verb)
    if not tag.startswith("VB") and tree.lower(cue.verb).endswith(("ed", "lt")):  # "dwelt/NN"
        return "VBD"
    return {"VBN": "VBD", "VBP": "VBZ"}.get(tag, tag)


def resembles(tree: Tree, cue: Cue, other: Cue) -> bool:
    """Tell whether the second verb goes on with the first one's act: "said A and added B", in one tense."""
    return tense(tree, cue) == tense(tree, other)


def coordinated(tree: Tree, verb: int, other: int) -> bool:
    """Tell whether the parse joins the two verbs by "and", over any number of others."""
    at: int | None = other
    while at is not None and at != verb and tree.dep(at) in {"conj", "parataxis", "advcl"}:
        at = tree.head(at)
    return at == verb


def shifts_back(tree: Tree, cue: Cue, other: Cue) -> bool:
    """Tell whether the other verb returns to the cue's tense from one that the parse joins it to: "said A *is* late".

    What follows as "and he accused B" goes on with "said", though the parse has it in what was said.
    """
    head = tree.head(other.verb)
    if tree.dep(other.verb) != "conj" or head is None or tree.head(head) != cue.verb or not resembles(tree, cue, other):
        return False
    finite = [i for i in (head, *tree.children(head, "aux", "cop")) if tree.tag(i) in FINITE]
    return bool(finite) and tree.tag(finite[0]) not in {tense(tree, cue), tense(tree, other)}


def turns_to_past(tree: Tree, cue: Cue, other: Cue) -> bool:
    """Tell whether a verb in the past goes on with one in the present: "believes that Gondor *is* late and *urged* it".

    What is believed is in the present too, though the parse joins the second verb to it.
    """
    head = tree.head(other.verb)
    inside = head is not None and tree.dep(other.verb) == "conj" and cue.verb in tree.ancestors(head)
    present = (
        inside
        and head is not None
        and any(tree.tag(i) in {"VBZ", "VBP"} for i in (head, *tree.children(head, "aux", "cop")))
    )
    return present and tree.tag(cue.verb) in {"VBZ", "VBP"} and tree.tag(other.verb) == "VBD"
