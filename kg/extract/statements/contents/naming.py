"""What somebody calls something: "called it a lie", "what he called a lie"."""

from kg.extract.grammar import CLAUSE_MARKS, FINITE, NOUNS, QUOTATION_MARKS, SINGLE_TOO, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import times

NOUN_OPENERS = frozenset(
    {*NOUNS, "DT", "PDT", "PRP$", "PRP", "JJ", "JJR", "JJS", "CD", "VBG", "VBN", "WP", "$", "WDT", "POS", "RB", "``"}
)
_BEFORE_CALLED = 5  # words from "what" to "called"


def end_of_name(tree: Tree, at: int, end: int) -> int:
    """Return where a name ends that "what X calls" opens: before a comma, or the verb of another clause.

    It ends with its quotation marks too, if they open it and no noun follows: 'what he called “idle talk” in May'.
    """
    marked = next((i for i in (at, at + 1) if tree.text(i) in QUOTATION_MARKS), None)
    closing = next((i for i in range(marked + 2, end) if tree.text(i) in QUOTATION_MARKS), end) if marked else end
    if closing + 1 < end and tree.tag(closing + 1) == "IN":
        return closing + 1
    for word in range(at + 1, end):
        verb = tree.tag(word) in FINITE and tree.tag(word - 1) not in {"WP", "WDT", "PRP", "RB"}
        if verb or tree.text(word) in CLAUSE_MARKS:
            closed = tree.text(word) == "," and tree.text(word + 1) in QUOTATION_MARKS
            return word + 2 * closed - (tree.tag(word - 1) == "CC")
    return end


def what_is_called(tree: Tree, cue: Cue) -> bool:
    """Tell whether the cue stands in "what he called a lie"."""
    return any(tree.lower(i) == "what" for i in range(max(tree.first, cue.run.first - _BEFORE_CALLED), cue.run.first))


def acts_on_relative(tree: Tree, cue: Cue) -> bool:
    """Tell whether a relative pronoun is the verb's object: "riders *whom* Gondor accuses of theft"."""
    objects = tree.children(cue.verb, "obj") if tree.dep(cue.verb).startswith("acl:relcl") else []
    return any(tree.tag(i) in {"WP", "WDT"} and i < cue.verb for i in objects)


def _goes_on(tree: Tree, run: Run) -> bool:
    """Tell whether a phrase follows a quotation: "called “idle” the claims", and no book "called “The Wall”"."""
    last = max((i for i in run if tree.opens_quotation(i)), default=run.last)
    return any(tree.tag(i) in NOUNS for i in range(last + 1, run.last))


def _is_single_mark(tree: Tree, word: int) -> bool:
    """Tell whether an apostrophe that the tagger takes for a genitive opens a quotation: "calls Bree 'a lie'"."""
    inside = tree.text(word) == "'" and tree.first < word < tree.last - 1
    return inside and tree[word - 1].end < tree[word].start and tree[word].end == tree[word + 1].start


def _opens_name(tree: Tree, word: int) -> bool:
    """Tell whether a second noun phrase begins here: "called the war *a* mistake", but no time."""
    return tree.lower(word) in {"a", "an"} and tree.tag(word - 1) in NOUNS and tree.lower(word + 1) not in times()


def ends_in_mark(tree: Tree, run: Run) -> bool:
    """Tell whether quotation marks close at the end of the run, or before the last full stop."""
    return any(tree.is_quotation(i) or tree.text(i) in SINGLE_TOO for i in (run.last - 1, run.last, run.last + 1))


def names(tree: Tree, cue: Cue, run: Run) -> bool:
    """Tell whether something is called something: two phrases, or marks round the name."""
    quotation = next((i for i in run if tree.opens_quotation(i) or _is_single_mark(tree, i)), None)
    if what_is_called(tree, cue) or (quotation is not None and not tree.has_verb(Run(run.first, quotation))):
        return what_is_called(tree, cue) or quotation != run.first or _goes_on(tree, run)
    if quotation not in {None, run.first} and ends_in_mark(tree, run):  # "called the plan which he drew “idle”"
        return True
    if any(tree.lower(i) == "as" or _opens_name(tree, i) for i in run if i > run.first):
        return True
    if tree.tag(run.first) == "PRP" and run.last - run.first > 1:
        return tree.tag(run.first + 1) in NOUN_OPENERS
    said = tree.children(cue.verb, "xcomp")  # no "called the guard"
    return any(tree.subtree(word).first > run.first for word in said)
