"""The cues of one sentence side by side: whose clause ends where the next one's begins."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.grammar import CLAUSE_MARKS, FINITE, RELATIVES, SINGLE_TOO, Run, Tree
from kg.extract.statements.cues import Clause, Cue
from kg.extract.statements.cues.adjuncts import skip_adjuncts, times
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sentence.subordinates import (
    start_of_main_clause,
    start_of_next_act,
    start_of_relative,
)
from kg.extract.statements.sentence.tenses import coordinated, resembles, shifts_back, turns_to_past
from kg.extract.statements.sources.phrases import before_adverbs, names_text
from kg.extract.statements.sources.subjects import acts_on_another
from kg.lexicon import words
from kg.model import RegionKind

_COMMAS = CLAUSE_MARKS - {":"}
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})  # "some praised A while others denied B"
_JOINING = _CONTRASTS | {"and", "both", "but", "then", "with", "as", "yet", "also", "by"}


def opening_of(tree: Tree, cue: Cue, source: Run | None, *, own: bool) -> int:
    """Return where the clause of a cue opens, going left over adverbs, conjunctions and commas."""
    at = min(cue.run.first, source.first) if source and own else cue.run.first
    if source and own and tree.text(before_adverbs(tree, cue.run.first) - 1) != ",":  # "Eomer, who said"
        at = next((i for i in range(source.last, cue.run.first) if tree.tag(i) in RELATIVES), at)
    passive = cue.form is Form.PASSIVE
    while at > tree.first and (tree.tag(at - 1) in {"RB", "MD", "TO"} or (passive and tree.pos(at - 1) == "AUX")):
        at -= 1
    while at > tree.first and (tree.text(at - 1) in _COMMAS or _joins(tree, at)):
        at -= 1
    if at - 2 > tree.first and tree.text(at - 1) in SINGLE_TOO and tree.text(at - 2) == ",":
        at -= 2
    return at


def _joins(tree: Tree, at: int) -> bool:
    """Tell whether a word before joins a clause; before a comma only "and" does: no "C then, he said"."""
    return tree.lower(at - 1) in _JOINING and (tree.text(at) not in _COMMAS or tree.tag(at - 1) in {"CC", "IN"})


def with_borrowed_sources(tree: Tree, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with participles spoken by whoever speaks in the clause beside them.

    Word order decides: "..., adding that" goes with the cue before it, "Saying that ..., he" with the one after it.
    """
    result: list[Clause] = []
    for index, clause in enumerate(clauses):
        beside = None if clause.own else _beside(tree, clause, result, clauses[index + 1 :])
        result.append(replace(clause, source=beside.source) if beside else clause)
    return result


def _beside(tree: Tree, clause: Clause, before: Sequence[Clause], after: Sequence[Clause]) -> Clause | None:
    """Return the clause whose speaker goes on in this one."""
    last = next((c for c in reversed(before) if c.source and not _is_inside(tree, c, before)), None)
    if clause.cue.form is Form.GERUND:
        if opens_sentence(tree, clause):
            behind = [c for c in after if c.own and c.cue.form is Form.FINITE and not _holds(tree, clause, c)]
            behind.sort(key=lambda c: clause.cue.verb in tree.ancestors(c.cue.verb))
            return next(iter(behind), None)  # "Noting that talks maintain peace, *Eomer said* C"
        if last is not None and clause.cue.lemma != "add" and _goes_with_another(tree, clause.cue, last.cue):
            return None
        apart = tree.text(clause.opening) == "," or not _hangs_on_speaker(tree, clause.cue)
        return _told_by(tree, clause, last, before) if apart else None
    joints = [i for i in range(clause.opening, clause.cue.run.first) if tree.lower(i) in {"and", "but"}]
    joined = any(tree.lower(i - 1) != "all" for i in joints)  # no "have all but admitted"
    if last is not None and last.cue.form in {Form.GERUND, Form.INFINITIVE}:  # "spoke about A, noting B, and urged C"
        last = next((c for c in reversed(before) if c.own and c.cue.form is Form.FINITE), last)
    if last is not None and _is_aside_said(tree, last):  # "Eomer praised A, *Faramir said*, and urged B"
        last = next((c for c in reversed(before) if c.own and c.cue.form is Form.FINITE and c is not last), last)
    above = tree.head(last.cue.verb) if last is not None and last.cue.form is Form.GERUND else None
    # "hit back by saying A, and urged B"
    told = above is not None and tree.tag(above) == tree.tag(clause.cue.verb) == "VBD"
    told = told or (last is not None and turns_to_past(tree, last.cue, clause.cue))
    alike = told or (last is not None and resembles(tree, last.cue, clause.cue))
    goes_on = clause.cue.form is Form.FINITE and joined and alike and not _contrasts(tree, clause.cue.verb)
    return _told_by(tree, clause, last, before) if goes_on else None


def _told_by(tree: Tree, clause: Clause, last: Clause | None, before: Sequence[Clause]) -> Clause | None:
    """Return the last clause, or the one in it if nobody answers for that: "the council said *Eomer urged* A and B"."""
    inner = next((c for c in before if c.own and c.cue.verb == tree.head(clause.cue.verb)), None)
    passed_on = last is not None and last.source is not None and _passes_on(tree, last.source)
    return inner if inner is not None and passed_on and _is_inside(tree, inner, before) else last


def _passes_on(tree: Tree, source: Run) -> bool:
    """Tell whether no person speaks in his own name, but a body, a text or a spokesman."""
    bodies = words("organizations/generic.txt") | words("statements/speaking_texts.txt")
    body = any(tree[i].entity == "ORG" or tree.lower(i) in bodies for i in source)
    person = any(tree[i].entity == "PERSON" or tree.tag(i) == "PRP" for i in source)
    return (body and not person) or any("spokes" in tree.lower(i) for i in source)


def _contrasts(tree: Tree, verb: int) -> bool:
    """Tell whether the verb goes on with what somebody else does: "said A, while *Eomer* rode home and *urged* B"."""
    first = next((i for i in (verb, *tree.ancestors(verb)) if tree.dep(i) != "conj"), verb)
    marks = {tree.lower(mark) for mark in tree.children(first, "mark")}
    return not marks.isdisjoint(_CONTRASTS) and bool(tree.children(first, "nsubj"))


def _holds(tree: Tree, clause: Clause, other: Clause) -> bool:
    """Tell whether the parse puts a cue into what another says: "after *saying* that he *regretted* it"."""
    behind = tree.tag(clause.cue.run.first - 1) == "IN"
    return behind and clause.cue.verb in tree.ancestors(other.cue.verb)


def _goes_with_another(tree: Tree, cue: Cue, before: Cue) -> bool:
    """Tell whether the parse hangs a gerund on a verb with a subject that comes later than the cue before."""
    head = tree.head(cue.verb)
    if head is None or head <= before.verb or not tree.children(head, "nsubj"):
        return False
    return tree.dep(cue.verb) == "advcl" and before.verb not in tree.ancestors(head) and tree.tag(head) in FINITE


def _hangs_on_speaker(tree: Tree, cue: Cue) -> bool:
    """Tell whether the word before a gerund can be who speaks: "a report saying", "in the midst of Gondor asking"."""
    before = cue.run.first - 1
    if tree.tag(before) in {"NNP", "NNPS", "PRP"}:
        return tree.lower(before) not in times()
    joins = tree.tag(before) in {"IN", "CC", "RB"} and tree.lower(before) != "while"
    return joins or names_text(tree, Run(before, before + 1))


def opens_sentence(tree: Tree, clause: Clause) -> bool:
    return all(tree.pos(i) in {"ADV", "PUNCT", "SCONJ"} for i in range(tree.first, clause.cue.run.first))


def _is_aside(tree: Tree, clause: Clause) -> bool:
    """Tell whether a gerund stands between a subject and its verb: "riders, (while) denying A, said B"."""
    before = clause.cue.run.first - 1
    comma = before - (tree.lower(before) == "while")
    return clause.source is not None and clause.source.last == comma and tree.text(comma) == ","


def _is_inside(tree: Tree, clause: Clause, others: Sequence[Clause]) -> bool:
    """Tell whether the clause is part of what another one says."""
    verbs = {other.cue.verb for other in others if other is not clause}
    below = clause.cue.verb
    for above in tree.ancestors(below):
        if above in verbs:
            own = clause.own or clause.cue.form is Form.PASSIVE
            return own and tree.dep(below) not in {"conj", "parataxis"}
        below = above
    return False


def stop_after(tree: Tree, clauses: Sequence[Clause], index: int) -> int:
    """Return where the words that follow the cue of a clause must end: at its next sister, or with the sentence."""
    clause = clauses[index]
    if clause.cue.form is Form.PREPOSITION:
        apart = [c for c in clauses[index + 1 :] if tree.text(c.opening) == ","]
        added = [c for c in apart if c.cue.form is Form.GERUND and c.cue.lemma == "add"]
        later = [c for c in apart if c.own and c.cue.form is Form.FINITE and _is_last(tree, c)]
        return min(
            (c.opening for c in (*added, *later)), default=tree.end
        )  # "according to X, C, Palantir News reported"
    if clause.source and clause.source.first > clause.cue.verb and opens_sentence(tree, clause):
        commas = [i for i in range(clause.cue.run.last, clause.source.first) if tree.text(i) == ","]
        return commas[-1] if commas else clause.source.first
    leading = clause.cue.form is not Form.GERUND or _is_aside(tree, clause)
    main = start_of_main_clause(tree, clause) if leading else tree.end
    sister = min(_start_of_sister(tree, clause, clauses[index + 1 :]), _start_of_outer_sister(tree, clauses, index))
    return min(main, sister, start_of_next_act(tree, clause.cue))


def _start_of_outer_sister(tree: Tree, clauses: Sequence[Clause], index: int) -> int:
    """Return where the clause begins that goes on with the one round this: "*said* Rohan values it and *added* C"."""
    clause = clauses[index]
    around = [c for c in clauses[:index] if c.own and c.cue.form is Form.FINITE and _is_inside(tree, clause, [c])]
    for outer in around[-1:]:
        for other in clauses[index + 1 :]:
            back = resembles(tree, outer.cue, other.cue) and not resembles(tree, clause.cue, other.cue)
            if back and other.opening >= clause.cue.run.last and is_sister(tree, outer, other):
                return other.opening
    return tree.end


def _start_of_sister(tree: Tree, clause: Clause, later: Sequence[Clause]) -> int:
    """Return where the first of the later clauses begins that stands beside this one; else the end of the sentence."""
    for other in later:
        if other.cue.form is Form.PASSIVE and other.source is None:  # "told us they were late and *were warned*"
            continue
        quotation = own_quotation(tree, other)
        if quotation is not None and quotation - 1 > clause.cue.run.last:
            return quotation
        relative = start_of_relative(tree, other)
        if relative is not None and relative > clause.cue.run.last:
            replied = tree.text(relative) == "," and tree.tag(relative + 1) in {"IN", "TO"}  # ", to which he replied"
            if replied or clause.cue.takes(Frame.NOUN):
                return relative
        if other.opening >= clause.cue.run.last and is_sister(tree, clause, other):
            return other.opening - _interrupts_relative(tree, other)
    return tree.end


def own_quotation(tree: Tree, clause: Clause) -> int | None:
    """Return the quotation before a cue if a comma parts it from another report: 'said that C, "Q," Eomer added'."""
    at = clause.opening - 1
    if not (clause.own and clause.cue.form is Form.FINITE and clause.cue.takes(Frame.QUOTE) and tree.is_quotation(at)):
        return None
    new = tree.text(at).lstrip("\"' ")[:1].isupper() and tree.text(at - 1) in {",", ":"}
    return at if new else None


def is_sister(tree: Tree, clause: Clause, other: Clause) -> bool:
    """Tell whether `other` stands beside `clause` rather than inside what it says."""
    cue = other.cue
    comma = tree.text(other.opening) in _COMMAS or _behind_quoted_comma(tree, other)
    joined = any(tree.lower(i) in _JOINING for i in range(other.opening, cue.verb))
    joined = joined or tree.lower(other.opening - 1) == "however"  # "said A, however, added B"
    match cue.form:
        case Form.PREPOSITION:
            return tree.lower(other.opening - 1) not in {"that", "which"}  # "he said that according to X, C"
        case Form.GERUND:
            both = joined and clause.cue.form is Form.GERUND
            added = tree.lower(cue.run.last) == "that" and tree.tag(cue.run.first - 1) != "IN"  # "said C adding that D"
            apart = cue.lemma == "cite" or cue.run.first > clause.cue.run.last  # no "proposed holding a vote"
            hangs = apart and tree.head(cue.verb) == clause.cue.verb and tree.dep(cue.verb) != "ccomp"
            hangs = hangs or (other.source == clause.source and acts_on_another(tree, cue.verb))
            describes = cue.takes(Frame.TEXT) and not names_text(tree, other.source or Run(0, 0))  # "tales *showing*"
            return not describes and (comma or both or added or tree.lower(other.opening) == "while" or hangs)
        case Form.INFINITIVE | Form.QUOTED:  # "called to thank A and to promise B"
            return joined and clause.cue.form is cue.form is Form.INFINITIVE
    alongside = coordinated(tree, clause.cue.verb, cue.verb)
    if not other.own:
        if comma and tree.sentence.region is RegionKind.HEADLINE:  # "Gondor rejects offer, says treaty is void"
            return True
        # "spoke, noting A, and urged B"
        beyond = comma and clause.cue.form is Form.GERUND and tree.tag(cue.verb) in FINITE
        past = turns_to_past(tree, clause.cue, cue)
        return joined and (alongside or beyond or past or resembles(tree, clause.cue, cue))
    beside = comma and (joined or alongside or _is_aside_said(tree, other) or _is_last(tree, other))
    same = other.source is not None and tree.tag(other.source.first) == "PRP"
    back = alongside or shifts_back(tree, clause.cue, cue)
    apart = tree.text(other.opening) == ";" or (joined and back and same)  # "X said A and he added B"
    inside = other.opening == clause.cue.run.last or tree.lower(other.opening - 1) == "that"  # "said while A, B"
    contrasts = tree.lower(other.opening) in _CONTRASTS and not inside
    return beside or apart or contrasts


def _behind_quoted_comma(tree: Tree, clause: Clause) -> bool:
    """Tell whether a quotation that ends with a comma stands before: "fears “further raids,” *the king said*"."""
    before = clause.opening - 1
    beside = clause.own or clause.cue.form is Form.GERUND
    return beside and tree.is_quotation(before) and tree.text(before).rstrip("\"' ").endswith(",")


def _is_aside_said(tree: Tree, clause: Clause) -> bool:
    """Tell whether commas part the clause from what stands round it: "praised A, *Eomer said*, and urged B"."""
    finite = clause.own and clause.cue.form is Form.FINITE and clause.cue.takes(Frame.CLAUSE)
    return finite and tree.text(clause.opening) == "," == tree.text(clause.cue.run.last)


def _interrupts_relative(tree: Tree, clause: Clause) -> bool:
    """Tell whether the clause stands between "which" and its verb: "relations which, he said, are strong"."""
    return clause.own and tree.tag(clause.opening - 1) == "WDT" and tree.text(clause.cue.run.last) == ","


def _is_last(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause with its own subject has nothing to say after its cue ("..., Petra reported")."""
    after = max(clause.cue.run.last, clause.source.last if clause.source else 0)
    few = not tree.has_finite_verb(Run(after, tree.end)) and tree.end - after <= 3
    return few or skip_adjuncts(tree, after, tree.end) >= tree.end
