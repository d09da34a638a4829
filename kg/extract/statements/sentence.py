"""The attributions of one sentence: each cue with its source and its content."""

from dataclasses import replace

from kg.extract.statements.adjuncts import skip_adjuncts
from kg.extract.statements.attribution import Attribution
from kg.extract.statements.clauses import Clause, opening_of, opens_sentence, stop_after, with_borrowed_sources
from kg.extract.statements.contents import Complement, complement, hearer_of
from kg.extract.statements.cues import Cue, Form, find_cues
from kg.extract.statements.grammar import NOUNS, QUOTATION_MARKS, Run, Tree
from kg.extract.statements.labels import labelled
from kg.extract.statements.lexicon import Frame
from kg.extract.statements.nouns import noun_attributions
from kg.extract.statements.phrases import is_nobody
from kg.extract.statements.sources import find_source, own_subject, quoted_speaker

_COMMAS = frozenset({",", "—", "–", "--", ";", ":"})


def attributions(tree: Tree) -> list[Attribution]:
    """Return the attributions of the sentence, by the place of their cues."""
    clauses = with_borrowed_sources(tree, [_clause(tree, cue) for cue in find_cues(tree)])
    found: list[Attribution] = []
    for index, clause in enumerate(clauses):
        if clause.source is None or is_nobody(tree, clause.source) or _names_topic(tree, clause):
            continue
        attribution = _attribution(tree, clauses, index)
        if attribution is not None:
            found.append(attribution)
    label = labelled(tree)
    return [*([label] if label else []), *found, *noun_attributions(tree)]


def _names_topic(tree: Tree, clause: Clause) -> bool:
    """Tell whether the cue only opens the sentence with its topic ("Referring to the war, he said")."""
    return clause.cue.takes(Frame.TOPIC) and clause.cue.form is Form.GERUND and opens_sentence(tree, clause)


def _clause(tree: Tree, cue: Cue) -> Clause:
    if cue.form is Form.QUOTED:
        return _quoting_clause(tree, cue)
    source = find_source(tree, cue)
    own = source is not None and (cue.form is Form.PREPOSITION or _stands_beside(tree, cue, source))
    return Clause(cue, source, own, opening_of(tree, cue, source, own=own))


def _quoting_clause(tree: Tree, cue: Cue) -> Clause:
    """Return the clause of "Y quoted X as saying", which opens with Y."""
    speaker, relay = quoted_speaker(tree, cue)
    subject = speaker if relay is None or (speaker and speaker.first < cue.verb) else relay
    opening = opening_of(tree, replace(cue, run=Run(cue.verb, cue.run.last)), subject, own=True)
    return Clause(replace(cue, form=Form.FINITE), speaker, speaker is not None, opening, relay)


def _stands_beside(tree: Tree, cue: Cue, source: Run) -> bool:
    """Tell whether the source belongs to the cue itself and is not borrowed from a clause further off."""
    if own_subject(tree, cue) is not None:
        return cue.form is not Form.PASSIVE
    between = Run(source.last, cue.verb) if source.last <= cue.verb else Run(cue.run.last, source.first)
    return cue.form is Form.FINITE and all(
        tree[i].pos in {"AUX", "ADV", "PUNCT"} or tree.tag(i) in {"RB", "MD"} for i in between
    )


def _attribution(tree: Tree, clauses: list[Clause], index: int) -> Attribution | None:
    clause = clauses[index]
    stop = stop_after(tree, clauses, index)
    if clause.cue.form is Form.PREPOSITION:
        return _according(tree, clause, stop)
    after = _start_after(clause)
    if clause.cue.form is Form.PASSIVE:
        return _passive(tree, clause, stop)
    following = complement(tree, clause.cue, after, stop)
    if following is None and clause.own:
        interrupted = _interrupted(tree, clause, after, stop)
        if interrupted is not None:
            return interrupted
    if _is_empty(tree, clause, after, stop, following):
        return _before(tree, clauses, index, following) or _made(clause, following, "complement")
    return _made(clause, following, "complement")


def _passive(tree: Tree, clause: Clause, stop: int) -> Attribution | None:
    """Return what is said in the passive: "it was reported by X that C", "the plan was rejected by X"."""
    assert clause.source is not None
    following = complement(tree, clause.cue, max(clause.source.last, clause.cue.run.last), stop)
    if following is not None and following.frame in {Frame.THAT, Frame.QUOTE}:
        return _made(clause, following, "passive")
    subject = own_subject(tree, clause.cue)
    if subject is None or not clause.cue.takes(Frame.NOUN) or is_nobody(tree, subject):
        return None
    return Attribution(clause.source, clause.cue.run, (subject,), "passive", follows=True)


def _start_after(clause: Clause) -> int:
    assert clause.source is not None
    return max(clause.cue.run.last, clause.source.last if clause.own else 0)


def _made(clause: Clause, found: Complement | None, rule: str) -> Attribution | None:
    if found is None or not found.content:
        return None
    rule = f"{rule}-{found.frame}"
    return Attribution(clause.source, clause.cue.run, (found.content,), rule, found.addressee, relay=clause.relay)


def _is_empty(tree: Tree, clause: Clause, after: int, stop: int, following: Complement | None) -> bool:
    """Tell whether nothing but adjuncts follows the cue, so that the content must stand before it."""
    if not clause.own or clause.cue.form is not Form.FINITE:
        return False
    if following is None:
        return _only_adjuncts(tree, clause, after, stop)
    if tree.is_quotation(clause.opening) or tree.is_quotation(clause.opening - 1):
        if _is_heading(tree, clause.opening - 1):
            return following.frame not in {Frame.CLAUSE, Frame.THAT}
        near = following.content.first - after <= 1  # "... said that C", not "... said in remarks that drew C"
        return following.frame is not Frame.THAT or not near
    if following.frame in {Frame.THAT, Frame.QUOTE, Frame.NOUN}:
        return False
    return not tree.has_finite_verb(Run(after, stop)) and tree.text(clause.opening) in {",", '"', "''"}


def _is_heading(tree: Tree, quotation: int) -> bool:
    """Tell whether a quotation without a mark at its end is a heading that ran into the sentence."""
    return tree.is_quotation(quotation) and tree.text(quotation).rstrip("\"'”’»")[-1:].isalnum()


def _only_adjuncts(tree: Tree, clause: Clause, after: int, stop: int) -> bool:
    """Tell whether what follows the cue can only say when, where and to whom."""
    at = skip_adjuncts(tree, after, stop)
    if tree.is_quotation(clause.opening - 1) or clause.cue.takes(Frame.HEAR):
        return True
    return at >= stop or tree.text(at) in _COMMAS or tree.tag(at) in {"IN", "WRB", ".", "''"}


def _before(tree: Tree, clauses: list[Clause], index: int, following: Complement | None) -> Attribution | None:
    """Return what stands before the cue, and what goes on behind it ("C, he said, C")."""
    clause = clauses[index]
    if not clause.cue.takes(Frame.QUOTE, Frame.CLAUSE, Frame.HEAR):
        return None
    first = _start_before(tree, clauses, index)
    content = _trimmed(tree, Run(first, clause.opening)) or _trimmed(tree, Run(tree.first, clause.opening))
    if not content or not _can_precede(tree, clause, content):
        return None
    parts = [content]
    if following is not None and following.frame is Frame.QUOTE:
        parts.append(following.content)
    hearer = hearer_of(tree, clause.cue, _start_after(clause), stop_after(tree, clauses, index))
    return Attribution(clause.source, clause.cue.run, tuple(parts), "before", hearer, follows=True, relay=clause.relay)


def _interrupted(tree: Tree, clause: Clause, after: int, stop: int) -> Attribution | None:
    """Return a clause that its cue interrupts or follows as an aside: "However, he said, C", "As he said, C"."""
    if clause.cue.form is not Form.FINITE or not clause.cue.takes(Frame.CLAUSE):
        return None
    aside = clause.source is not None and tree.lower(clause.source.first - 1) == "as"
    at = skip_adjuncts(tree, after, stop)
    if tree.tag(clause.opening - 1) in {"WDT", "WP"}:  # "which, he said, would be late, is here"
        stop = next((i for i in range(at + 1, stop) if tree.text(i) == ","), stop)
    rest = _trimmed(tree, Run(at, tree.end if aside else stop))
    opens = clause.opening == tree.first
    if tree.text(at) != "," or tree.text(at + 1) == '"' or not tree.has_finite_verb(rest):
        return None
    if not (opens and aside) and tree.text(clause.opening) != ",":
        return None
    before = _trimmed(tree, Run(tree.first, clause.opening))
    whole = any(tree.tag(i) in NOUNS or tree.tag(i) == "PRP" for i in before) and tree.tag(before.last - 1) != "WDT"
    parts = (before, rest) if whole and not opens else (rest,)
    return Attribution(clause.source, clause.cue.run, parts, "interrupted", follows=whole)


def _start_before(tree: Tree, clauses: list[Clause], index: int) -> int:
    first = tree.first
    for earlier in clauses[:index]:
        end = max(earlier.cue.run.last, earlier.source.last if earlier.source and earlier.own else 0)
        if earlier.opening > first and tree.is_quotation(earlier.opening - 1) and tree.text(end) == ",":
            first = end
    return first


def _can_precede(tree: Tree, clause: Clause, content: Run) -> bool:
    """Tell whether the words before a cue can be what was said: a quotation, or a clause that a comma parts from it."""
    last = clause.opening - 1
    if tree.is_quotation(last) or tree.text(last) in QUOTATION_MARKS:
        return tree.is_quotation(content.first) or tree.tag(content.first) != "IN" or tree.has_finite_verb(content)
    if not clause.cue.takes(Frame.CLAUSE, Frame.HEAR):
        return False
    apart = tree.text(clause.opening) == "," or tree.text(last) in {",", "?", "!"}
    return apart and (tree.has_finite_verb(content) or any(tree.is_quotation(i) for i in content))


def _trimmed(tree: Tree, run: Run) -> Run:
    first, last = run.first, run.last
    while first < last and tree.text(first) in _COMMAS:
        first += 1
    while first < last and tree.text(last - 1) in _COMMAS:
        last -= 1
    return Run(first, last)


def _according(tree: Tree, clause: Clause, stop: int) -> Attribution | None:
    assert clause.source is not None
    before = _trimmed(tree, Run(tree.first, clause.opening))
    after = _trimmed(tree, Run(clause.source.last, stop))
    if before and tree.has_finite_verb(before):
        aside = tree.text(clause.source.last) == "," or tree.text(clause.opening) != ","
        parts = [before, after] if aside and tree.has_finite_verb(after) else [before]
    elif tree.has_finite_verb(after) or any(tree.is_quotation(i) for i in after):
        parts = [before, after] if before and tree.tag(before.first) not in {"CC", "RB"} else [after]
    else:
        return None
    return Attribution(clause.source, clause.cue.run, tuple(parts), "according", follows=parts[0] == before)


def cue_alone(tree: Tree) -> Attribution | None:
    """Return the cue of a sentence that has nothing beside it: its quotation is in the sentence before or after."""
    for cue in reversed(find_cues(tree)):
        source = find_source(tree, cue)
        if source is None or is_nobody(tree, source) or not cue.takes(Frame.QUOTE):
            continue
        if skip_adjuncts(tree, max(cue.run.last, source.last), tree.end) >= tree.end - 1:
            return Attribution(source, cue.run, (), "quotation-apart")
    return None
