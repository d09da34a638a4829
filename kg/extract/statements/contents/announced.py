"""Quotations that stand behind a cue: where the words said begin further on, and where they end."""

from kg.extract.grammar import FINITE, QUOTATION_MARKS, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.lexicon import Frame

_BEFORE_COLON = 12  # words between a cue and the colon that announces a quotation


def announced_quotation(tree: Tree, cue: Cue, at: int, stop: int) -> int | None:
    """Return the mark before a quotation further on, if no verb stands before it: "said without hesitation: ..."."""
    marks = {":"} if cue.takes(Frame.NOUN, Frame.NAMING) else {":", ","}  # no "praised the rider's courage, “..."
    for word in range(at, min(stop, at + _BEFORE_COLON)):
        if tree.text(word) in marks and (tree.opens_quotation(word + 1) or tree.text(word) == ":"):
            return word if tree.opens_quotation(word + 1) else None
        marked = tree.is_quotation(word) or tree.text(word) in QUOTATION_MARKS
        if tree.tag(word) in FINITE or marked or tree.lower(word) == "that":
            return None
    return None


def end_of_quotations(tree: Tree, at: int, stop: int) -> int:
    """Return the end of a run of quotations, or `stop` where the clause goes on behind the first one."""
    end = at + 1
    while end < stop and (tree.is_quotation(end) or tree.text(end) in {",", "..."}):
        end += 1
    closed = tree.text(at).rstrip("\"' ")[-1:] in ".,!?…"
    return end if closed or end >= stop else stop
