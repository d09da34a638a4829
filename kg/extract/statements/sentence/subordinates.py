"""Clauses round the one that reports ("After Eomer said A, *B*"): where they open, and where its speaker acts again."""

from kg.extract.grammar import FINITE, RELATIVES, Run, Tree
from kg.extract.statements.cues import Clause, Cue
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sentence.tenses import tense
from kg.extract.statements.sources.phrases import OPENS_NAME, before_adverbs

_SUBORDINATING = frozenset({"after", "before", "when", "while", "since", "although", "though", "once", "because"})
_BEFORE_CONJUNCTION = 6  # words that may stand before a subject, its conjunction included


def start_of_main_clause(tree: Tree, clause: Clause) -> int:
    """Return where the main clause begins if the cue stands in one before it ("While he said A, B"); else the end."""
    cue = clause.cue
    relative, leading = _is_relative(tree, cue), _leads(tree, clause)
    if cue.form is not Form.GERUND and not (relative or leading) and not tree.children(cue.verb, "mark"):
        return tree.end
    if relative and (comma := _before_main_verb(tree, cue)) is not None:
        return comma
    below = cue.verb
    for above in tree.ancestors(cue.verb):
        if above > cue.verb and tree.dep(below) in {"advcl", "obl", "nsubj"}:
            starts = [tree.subtree(child).first for child in tree.children(above) if child > below]
            start = min([above, *starts])
            commas = [i for i in range(cue.run.last, start + 1) if tree.text(i) == ","]
            said = commas and tree.is_quotation(commas[-1] + 1) and _is_as(tree, cue)
            return commas[-1] if commas and not said else tree.end
        below = above
    return next_clause(tree, cue.run.last) if leading else tree.end


def _leads(tree: Tree, clause: Clause) -> bool:
    """Tell whether the clause opens the sentence behind a conjunction: "(Two days) after Eomer said A, B"."""
    if not clause.own or clause.source is None or clause.source.first - tree.first > _BEFORE_CONJUNCTION:
        return False
    before = clause.source.first - 1
    return tree.lower(before) in _SUBORDINATING


def next_clause(tree: Tree, start: int) -> int:
    """Return the first comma with a verb between it and `start`, and a subject with its verb after it; else the end."""
    for comma in range(start + 1, tree.end):
        if tree.text(comma) != "," or tree.tag(comma + 1) not in OPENS_NAME:
            continue
        following = Run(comma + 1, tree.comma(comma + 1, tree.end))
        if tree.has_finite_verb(Run(start, comma)) and tree.has_finite_verb(following):
            return comma
    return tree.end


def _is_relative(tree: Tree, cue: Cue) -> bool:
    """Tell whether a comma and a relative pronoun open the cue's clause: "Eomer, who announced A, rode home"."""
    at = cue.run.first - 1
    while at > tree.first and tree.tag(at) not in RELATIVES and tree.text(at) != "," and not _is_main(tree, at):
        at -= 1
    return tree.tag(at) in RELATIVES and tree.text(at - 1) == ","


def _is_main(tree: Tree, word: int) -> bool:
    return tree.tag(word) in FINITE and not tree.dep(word).startswith(("aux", "cop"))


def _before_main_verb(tree: Tree, cue: Cue) -> int | None:
    """Return the comma behind a relative clause: a finite verb follows that the parse hangs on nothing in between."""
    for comma in range(cue.run.last, tree.end):
        verb = next((i for i in range(comma + 1, tree.end) if tree.tag(i) != "RB"), tree.end)
        if tree.text(comma) != "," or tree.tag(verb) not in FINITE:
            continue
        main = tree.head(verb) if tree.dep(verb) in {"aux", "cop", "aux:pass"} else verb
        head = tree.head(verb if main is None else main)
        if head is None or head < cue.verb or (head == cue.verb and tree.dep(verb) == "conj"):
            return comma
    return _before_missed_verb(tree, cue)


def _before_missed_verb(tree: Tree, cue: Cue) -> int | None:
    """Return the comma behind a relative clause and before what must be the main verb, whatever the parse says.

    "Eomer, who said that the war was over, *proposed/VBN* peace": no other verb has a subject yet.
    """
    if any(tree.tag(i) in FINITE for i in range(tree.first, cue.run.first) if i < _pronoun_before(tree, cue)):
        return None
    for comma in range(cue.run.last, tree.end):
        verb = next((i for i in range(comma + 1, tree.end) if tree.tag(i) != "RB"), tree.end)
        past = tree.tag(verb) in FINITE | {"VBN"} and tree.lower(verb + 1) != "by"
        if tree.text(comma) == "," and past and tree.has_finite_verb(Run(cue.run.last, comma)):
            return comma
    return None


def _pronoun_before(tree: Tree, cue: Cue) -> int:
    """Return the relative pronoun that opens the cue's clause."""
    return next((i for i in range(cue.run.first - 1, tree.first, -1) if tree.tag(i) in RELATIVES), tree.first)


def _is_as(tree: Tree, cue: Cue) -> bool:
    """Tell whether "as" opens the cue's clause: 'As Eomer said in May, "Q"'."""
    return any(tree.lower(mark) == "as" for mark in tree.children(cue.verb, "mark"))


def start_of_relative(tree: Tree, clause: Clause) -> int | None:
    """Return where a relative clause opens in which somebody else speaks of the noun before.

    "An affair *which she considers “shameful”*", "greetings, *to which he replied that C*", "talks with Eomer*, who
    called for peace*".
    """
    cue, source = clause.cue, clause.source
    if not clause.own or cue.form is not Form.FINITE or source is None or source.first > cue.verb:
        return None
    who = before_adverbs(tree, cue.run.first) - 1
    at = who if tree.tag(who) == "WP" and tree.text(who - 1) == "," else source.first - 1
    if cue.frames == {Frame.QUOTE} or tree.tag(at) not in RELATIVES or tree.lower(at) == "what":
        return None
    at -= tree.tag(at - 1) in {"IN", "TO"}
    return at - (tree.text(at - 1) == ",")


def start_of_next_act(tree: Tree, cue: Cue) -> int:
    """Return where the speaker does something else ("vowed to wait, *declined* help and rode off"); else the end."""
    if cue.form is not Form.FINITE or tree.text(cue.run.last) == ",":  # "It is well, he said, that the rider came"
        return tree.end
    for verb in tree.children(cue.verb, "conj"):
        start = before_adverbs(tree, verb)
        last = tree.tag(start - 1) == "CC"
        joint = start - last - (tree.text(start - last - 1) == ",")
        alike = _finite_tag(tree, verb) == _finite_tag(tree, cue.verb) in FINITE and not tree.children(verb, "nsubj")
        between = {tense(tree, cue)} & {tree.tag(i).replace("VBN", "VBD") for i in range(cue.run.last, joint)}
        row = any(tree.tag(i) == "CC" for i in range(verb, tree.end))
        if alike and cue.run.last < joint < start and (row if not last else not between):  # "said they came and saw"
            return joint
    return _start_of_past(tree, cue)


def _finite_tag(tree: Tree, verb: int) -> str:
    """Return the tag of the verb or of its auxiliary: "*has* championed"."""
    auxiliaries = tree.children(verb, "aux")
    return tree.tag(auxiliaries[0]) if auxiliaries else tree.tag(verb)


def _start_of_past(tree: Tree, cue: Cue) -> int:
    """Return where a cue's speaker goes on to act in the past, the clause being in the present; else the end.

    The parse joins the second verb to the first in "said that Gondor *is* late, and *left*".
    """
    said = (verb for clause in tree.children(cue.verb, "ccomp") for verb in tree.children(clause, "conj"))
    for verb in said if tree.tag(cue.verb) == "VBD" else ():
        joint, above = before_adverbs(tree, verb) - 2, tree.head(verb)
        present = above is not None and any(
            tree.tag(i) in {"VBZ", "VBP"} for i in (above, *tree.children(above, "aux", "cop"))
        )
        joins = tree.text(joint) == "," and tree.lower(joint + 1) == "and"
        if present and joins and tree.tag(verb) == "VBD" and not tree.children(verb, "nsubj"):
            return joint
    return tree.end
