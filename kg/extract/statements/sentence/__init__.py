"""The attributions of one sentence: each cue with its source and its content."""

from dataclasses import replace
from itertools import pairwise

from kg.extract.grammar import Run, Tree
from kg.extract.statements.contents import Complement, complement
from kg.extract.statements.contents.endings import clause_end, noun_end
from kg.extract.statements.contents.matters import cites_somebody, is_matter
from kg.extract.statements.cues import Clause, Cue, find_cues
from kg.extract.statements.cues.adjuncts import skip_adjuncts
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sentence.attribution import Attribution
from kg.extract.statements.sentence.clauses import opening_of, opens_sentence, stop_after, with_borrowed_sources
from kg.extract.statements.sentence.labels import introduced, labelled
from kg.extract.statements.sentence.nouns import noun_attributions
from kg.extract.statements.sentence.preceding import (
    according,
    interrupted,
    only_adjuncts_follow,
    preceding,
    start_after,
    with_relays,
)
from kg.extract.statements.sources import find_source, quoted_speaker
from kg.extract.statements.sources.phrases import (
    are_several,
    before_adverbs,
    interrupted_name,
    is_nobody,
    names_text,
    trimmed,
)
from kg.extract.statements.sources.subjects import own_subject
from kg.model import RegionKind


def attributions(tree: Tree) -> list[Attribution]:
    """Return the attributions of the sentence, by the place of their cues."""
    clauses = with_borrowed_sources(tree, [_clause(tree, cue) for cue in find_cues(tree)])
    clauses = with_relays(tree, [clause for clause in clauses if not _is_exchange(tree, clause)])
    found: list[Attribution] = []
    for index, clause in enumerate(clauses):
        if clause.source is None or is_nobody(tree, clause.source):
            continue
        if clause.cue.takes(Frame.TEXT) and not _is_told_by_text(tree, clause.cue, clause.source):
            continue
        attribution = _attribution(tree, clauses, index)
        if attribution is not None and not _names_topic(tree, clauses[index:], attribution):
            found.append(attribution)
    cited = _cited(tree, clauses)
    found = _once(found)
    found = [replace(each, cited=cited) if each.relay is None else each for each in found]
    label = labelled(tree) or (None if clauses else introduced(tree))
    if label is not None and any(each.follows and _ends(tree, each.source) for each in found):
        found = [_behind_label(each, label) for each in found]  # "Bree summit: C, says Eomer"
        label = None
    if label is not None and label.follows:  # "Gondor rejects claims: spokesman"
        end = label.content[0].last
        found = [replace(each, content=tuple(Run(r.first, min(r.last, end)) for r in each.content)) for each in found]
    nouns = (_within(each, found) for each in noun_attributions(tree))
    return [*([label] if label else []), *(part for each in found for part in _parted(tree, each)), *nouns]


def _ends(tree: Tree, source: Run | None) -> bool:
    """Tell whether who speaks ends a headline."""
    headline = tree.sentence.region is RegionKind.HEADLINE
    return headline and source is not None and source.last >= tree.end


def _behind_label(told: Attribution, label: Attribution) -> Attribution:
    """Return a report without the label of a topic before it."""
    first = label.content[0].first
    return replace(told, content=tuple(Run(max(run.first, first), run.last) for run in told.content))


def _parted(tree: Tree, told: Attribution) -> list[Attribution]:
    """Return a clause and the quotation that a colon parts from it as two: "said that C: “Q”"."""
    content = told.content[0]
    opens = (i for i in range(content.first + 2, content.last) if tree.is_quotation(i) and tree.text(i - 1) == ":")
    quotation = next(opens, None)
    if quotation is None or len(told.content) > 1 or not told.rule.endswith(("-that", "-clause")):
        return [told]
    quoted = replace(told, cue=None, content=(Run(quotation, content.last),), rule="continued")
    return [replace(told, content=(Run(content.first, quotation - 1),)), quoted]


def _within(noun: Attribution, found: list[Attribution]) -> Attribution:
    """Return a noun's report no longer than what holds it: "rejected *a claim by X that C*, saying D"."""
    cue, content = noun.cue, noun.content[0]
    around = [run for each in found for run in each.content if cue is not None and cue.first in run]
    end = min((run.last for run in around if content.first < run.last), default=content.last)
    return replace(noun, content=(Run(content.first, min(content.last, end)), *noun.content[1:]))


def _is_exchange(tree: Tree, clause: Clause) -> bool:
    """Tell whether several talk with one another, and nobody is told to have said anything."""
    return clause.cue.takes(Frame.ALONE) and clause.source is not None and are_several(tree, clause.source)


def _is_told_by_text(tree: Tree, cue: Cue, source: Run) -> bool:
    """Tell whether the words name a text; behind "based on" one that is somebody's, no "latest figures"."""
    named = cue.form is not Form.PREPOSITION or any(tree.tag(i) == "NNP" for i in source)
    return named and names_text(tree, source)


def _once(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions without those whose words the next one has too: "*went on* to say C"."""
    goes_on = [(a.content, a.source) == (b.content, b.source) for a, b in pairwise(found)]
    return [each for each, repeated in zip(found, [*goes_on, False], strict=False) if not repeated]


def _cited(tree: Tree, clauses: list[Clause]) -> Run | None:
    """Return the somebody whom a sentence cites: "Palantir News reported, *citing* two riders"."""
    for index, clause in enumerate(clauses):
        start = clause.cue.run.last
        if clause.cue.form is Form.GERUND and clause.cue.lemma in {"cite", "quote"}:
            run = trimmed(tree, Run(start, noun_end(tree, clause.cue, start, stop_after(tree, clauses, index))))
            if run and cites_somebody(tree, run):
                return run
    return None


def _names_topic(tree: Tree, clauses: list[Clause], found: Attribution) -> bool:
    """Tell whether the first cue only names the topic of the next: "Referring to the war, he said".

    "Explaining that he was late" and "Mentioning the fact that he was late" do tell what was said.
    """
    clause, *later = clauses
    if not clause.cue.takes(Frame.TOPIC) or clause.cue.form is not Form.GERUND:
        return False
    aside = any(c.own and c.cue.form is Form.FINITE and c.opening < clause.cue.run.first for c in later)
    first = found.content[0].first
    fact = tree.lower(first + 1) == "fact" and tree.lower(first + 2) == "that"
    return (aside or opens_sentence(tree, clause)) and found.rule.endswith(f"-{Frame.NOUN}") and not fact


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
    comma = cue.run.first - 1
    if tree.sentence.region is RegionKind.HEADLINE and tree.text(comma) == "," and source.last < comma:
        return False  # "Gondor snubs envoy, says treaty is void"
    if own_subject(tree, cue) is not None:
        return cue.form is not Form.PASSIVE
    if cue.form is not Form.FINITE:
        return False
    if source.last <= cue.verb and before_adverbs(tree, cue.run.first) <= source.last:
        return True
    if tree.text(cue.run.first - 1) == "," and interrupted_name(tree, cue.run.first - 1) == source:
        return True
    between = Run(source.last, cue.verb) if source.last <= cue.verb else Run(cue.run.last, source.first)
    return all(tree.pos(i) in {"AUX", "ADV", "PUNCT"} or tree.tag(i) in {"RB", "MD"} for i in between)


def _attribution(tree: Tree, clauses: list[Clause], index: int) -> Attribution | None:
    """Return what the clause says was said: behind its cue, before it, or round it."""
    clause = clauses[index]
    stop = stop_after(tree, clauses, index)
    if clause.cue.form is Form.PREPOSITION:
        return according(tree, clause, stop)
    if clause.cue.form is Form.PASSIVE:
        return _passive(tree, clause, stop)
    after = start_after(tree, clause)
    if _is_explained(tree, clause):
        return preceding(tree, clauses, index, _quotation_at_end(tree, after, stop))
    following = complement(tree, clause.cue, after, stop)
    found = interrupted(tree, clause, after, stop) if following is None and clause.own else None
    if found is None and only_adjuncts_follow(tree, clause, after, stop, following):
        quoted = following is not None and following.frame is Frame.QUOTE
        goes_on = following if quoted else _quotation_at_end(tree, after, stop)
        found = preceding(tree, clauses, index, goes_on or following)
    comma = found is None and following is None and clause.own and tree.text(after) == ","
    if comma and tree.tag(after + 1) != "IN":  # "Eomer says, Gondor is late"
        following = complement(tree, clause.cue, after + 1, stop)
        following = following if following and following.frame is Frame.CLAUSE else None
    return found or _made(clause, following, "complement")


def _is_explained(tree: Tree, clause: Clause) -> bool:
    """Tell whether the source behind the cue goes on in a relative clause: "C, explained Eomer, who rode home"."""
    if not clause.own or clause.source is None or clause.source.first < clause.cue.run.last:
        return False
    after = clause.source.last
    return tree.lower(after + (tree.text(after) == ",")) in {"who", "whose"}


def _quotation_at_end(tree: Tree, after: int, stop: int) -> Complement | None:
    """Return a quotation that goes on behind who speaks: '"Q," said Eomer, whose men wait, "*and Q*"'."""
    last = stop - 1
    goes_on = after < last and tree.is_quotation(last) and tree.text(last - 1) == ","
    return Complement(Run(last, stop), Frame.QUOTE) if goes_on else None


def _passive(tree: Tree, clause: Clause, stop: int) -> Attribution | None:
    """Return what is said in the passive: "it was reported by X that C", "the plan was rejected by X"."""
    assert clause.source is not None
    start = max(clause.source.last, clause.cue.run.last)
    following = complement(tree, clause.cue, start, stop)
    if following is None and clause.cue.takes(Frame.HEAR) and tree.tag(start) == "PRP":  # "told by X they must go"
        following = Complement(Run(start, clause_end(tree, start, stop)), Frame.THAT)
    named = following is not None and tree.lower(following.content.first) == "as"  # "hailed by X *as a great day*"
    if following is not None and (named or following.frame in {Frame.THAT, Frame.QUOTE}):
        return _made(clause, following, "passive")
    subject = own_subject(tree, clause.cue)
    if subject is None or not clause.cue.takes(Frame.NOUN) or is_nobody(tree, subject):
        return None
    if not is_matter(tree, clause.cue, subject):
        return None
    # "riders were asked by X *to leave*", "riders were accused by X *of leaving*"
    goes_on = tree.tag(clause.source.last) == "TO" or tree.lower(clause.source.last) in {"for", "of", "over"}
    rest = Run(clause.source.last, noun_end(tree, clause.cue, clause.source.last, stop)) if goes_on else None
    content = (subject, rest) if rest else (subject,)
    return Attribution(clause.source, clause.cue.run, content, "passive", follows=True)


def _made(clause: Clause, found: Complement | None, rule: str) -> Attribution | None:
    if found is None:
        return None
    rule = f"{rule}-{found.frame}"
    return Attribution(clause.source, clause.cue.run, (found.content,), rule, found.addressee, relay=clause.relay)


def cue_alone(tree: Tree) -> Attribution | None:
    """Return the cue of a sentence that has nothing beside it: its quotation is in the sentence before or after."""
    for cue in reversed(find_cues(tree)):
        source = find_source(tree, cue)
        if source is None or is_nobody(tree, source) or not cue.takes(Frame.QUOTE):
            continue
        if skip_adjuncts(tree, max(cue.run.last, source.last), tree.end) >= tree.end - 1:
            return Attribution(source, cue.run, (), "quotation-apart")
    return None
