"""What was said before its cue, or round it: "C, he said", "However, he said, C", "according to him, C"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.grammar import CLAUSE_MARKS, FINITE, NOUNS, QUOTATION_MARKS, RELATIVES, WH_WORDS, Run, Tree
from kg.extract.statements.contents import Complement
from kg.extract.statements.contents.endings import is_taken_up, names_words
from kg.extract.statements.cues import Clause
from kg.extract.statements.cues.adjuncts import skip_adjuncts
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sentence.attribution import Attribution
from kg.extract.statements.sentence.clauses import own_quotation, stop_after
from kg.extract.statements.sources.hearers import hearer_of
from kg.extract.statements.sources.phrases import OPENS_NAME, before_adverbs, is_dash
from kg.model import RegionKind

_SUBORDINATE = frozenset(
    {"when", "after", "before", "while", "as", "although", "though", "since", "because", "upon", "once"}
)
_TITLE = frozenset({*NOUNS, "DT", "JJ", "CC", "IN", "HYPH", "POS"})
_ASKED = frozenset({"asked", "questioned", "pressed"})  # begin a question put to the speaker: "Asked if C, he said"
_SHORTEST = 3  # words of what a headline says
_SHORT = 10  # words that a clause may have which only leads to the main one


def start_after(tree: Tree, clause: Clause) -> int:
    assert clause.source is not None
    after = max(clause.cue.run.last, clause.source.last if clause.own else 0)
    if clause.relay is None or clause.relay.first < after:
        return after
    return clause.relay.last + (tree.text(clause.relay.last) == ",")  # "said, according to Eomer, *that*"


def only_adjuncts_follow(tree: Tree, clause: Clause, after: int, stop: int, following: Complement | None) -> bool:
    """Tell whether nothing but adjuncts follows the cue, so that the content must stand before it."""
    if not clause.own or clause.cue.form is not Form.FINITE:
        return False
    if following is None:
        return _only_adjuncts(tree, clause, after, stop)
    if tree.is_quotation(clause.opening - 1):
        if _is_heading(tree, clause.opening - 1):
            return following.frame not in {Frame.CLAUSE, Frame.THAT}
        near = following.content.first - after <= 1  # "... said that C", not "... said in remarks that drew C"
        return following.frame is not Frame.THAT or not near
    if following.frame in {Frame.THAT, Frame.QUOTE, Frame.NOUN, Frame.TO}:
        return False
    said = (verb for verb in tree.children(clause.cue.verb, "ccomp") if tree.tag(verb) != "VBG")
    parsed = any(verb in following.content for verb in said)
    clausal = parsed or tree.has_finite_verb(Run(after, stop)) or any(map(tree.is_quotation, following.content))
    return not clausal and tree.text(clause.opening) in {",", '"', "''"}


def _is_heading(tree: Tree, quotation: int) -> bool:
    """Tell whether a quotation without a mark at its end is a heading that ran into the sentence."""
    return tree.text(quotation).rstrip("\"'")[-1:].isalnum()


def _only_adjuncts(tree: Tree, clause: Clause, after: int, stop: int) -> bool:
    """Tell whether what follows the cue can only say when, where and to whom."""
    at = skip_adjuncts(tree, after, stop)
    if tree.is_quotation(clause.opening - 1) or clause.cue.takes(Frame.HEAR):
        return True
    cites = tree.lower(at) in {"citing", "quoting"}  # "C, Palantir News reported citing the Mark's riders"
    return at >= stop or cites or tree.text(at) in CLAUSE_MARKS or tree.tag(at) in {"IN", "WRB", ".", "''"}


def preceding(tree: Tree, clauses: list[Clause], index: int, following: Complement | None) -> Attribution | None:
    """Return what stands before the cue, and what goes on behind it ("C, he said, C")."""
    clause = clauses[index]
    thought = clause.cue.takes(Frame.QUOTED) and tree.is_quotation(clause.opening - 1)  # "“Q,” believes Eomer"
    if not (thought or clause.cue.takes(Frame.QUOTE, Frame.CLAUSE, Frame.HEAR)):
        return None
    if _is_announced(tree, clauses, index):
        return None
    first = _start_before(tree, clauses, index)
    content = _trimmed(tree, Run(first, clause.opening)) or _trimmed(tree, Run(tree.first, clause.opening))
    if not content or not _can_precede(tree, clause, content):
        if not tree.is_quotation(clause.opening - 1):
            return None
        content = Run(clause.opening - 1, clause.opening)  # 'On the war, "Q," he said'
    if tree.is_quotation(clause.opening - 1) and is_dash(
        tree, clause.opening - 2
    ):  # "OSGILIATH, Gondor – “Q,” he said"
        content = Run(clause.opening - 1, clause.opening)
    parts = [_without_title(tree, content)]
    if following is not None and following.frame is Frame.QUOTE and not _has_own_cue(clauses[index + 1 :], following):
        parts.append(following.content)
    hearer = hearer_of(tree, clause.cue, start_after(tree, clause), stop_after(tree, clauses, index))
    return Attribution(clause.source, clause.cue.run, tuple(parts), "before", hearer, follows=True, relay=clause.relay)


def _without_title(tree: Tree, content: Run) -> Run:
    """Return a quotation without a title behind its comma: '"Q," *captain and scholar* Eomer told the Mark'."""
    closed = tree.is_quotation(content.first) and tree.text(content.first).rstrip("\"' ").endswith(",")
    title = all(tree.tag(i) in _TITLE for i in range(content.first + 1, content.last))
    return Run(content.first, content.first + 1) if closed and title else content


def _is_announced(tree: Tree, clauses: list[Clause], index: int) -> bool:
    """Tell whether the quotation before a cue was said already: 'Eomer warned: "Q," he said'."""
    quotation = clauses[index].opening - 1
    if not tree.is_quotation(quotation) or tree.text(quotation - 1) not in {":", ","}:
        return False
    announcing = (c for c in clauses[:index] if c.own and c.cue.run.last == quotation - 1)
    return any(tree.text(quotation - 1) == ":" or not tree.is_quotation(c.opening - 1) for c in announcing)


def _has_own_cue(later: list[Clause], following: Complement) -> bool:
    """Tell whether a quotation goes with the cue behind it, not with the one before ('"A," he said, "B," he added')."""
    return any(c.own and c.cue.takes(Frame.QUOTE) and c.opening == following.content.last for c in later)


def _start_before(tree: Tree, clauses: list[Clause], index: int) -> int:
    first = tree.first
    quotation = own_quotation(tree, clauses[index])
    for earlier in clauses[:index]:
        if quotation is not None and earlier.own and earlier.cue.run.last < quotation - 1:
            first = quotation
        end = max(earlier.cue.run.last, earlier.source.last if earlier.source and earlier.own else 0)
        if earlier.opening > first and tree.is_quotation(earlier.opening - 1) and tree.text(end) == ",":
            first = end
    return first


def _can_precede(tree: Tree, clause: Clause, content: Run) -> bool:
    """Tell whether the words before a cue can be what was said: a quotation, or a clause that a comma parts from it."""
    last = clause.opening - 1
    taken_up = clause.opening + (tree.text(clause.opening) == ",")
    charge = names_words(tree, taken_up)  # "C, a charge Gondor denies"
    who = tree.tag(before_adverbs(tree, clause.cue.run.first) - 1) in RELATIVES  # "Eomer, who argued with Faramir"
    related = [i for i in content if tree.tag(i) in FINITE]
    adjunct = tree.tag(content.first) == "IN" and related and all(tree.dep(i) == "acl:relcl" for i in related)
    if charge or who or adjunct or _tells_of_telling(tree, content):  # "During the talks, which were long, he said C"
        return False
    if tree.is_quotation(last) or tree.text(last) in QUOTATION_MARKS:
        return tree.is_quotation(content.first) or tree.tag(content.first) != "IN" or tree.has_finite_verb(content)
    closes = skip_adjuncts(tree, start_after(tree, clause), tree.end) >= tree.end
    if not clause.cue.takes(Frame.CLAUSE, Frame.HEAR) and not (closes and tree.text(clause.opening) == ","):
        return False
    whole = any(tree.text(i) == "," for i in content) or (closes and len(content) > _SHORT)
    leading = tree.lower(content.first) in _SUBORDINATE and not whole  # "When asked, he said C"
    if leading or (tree.lower(content.first) in _ASKED and tree.tag(content.first) == "VBN"):
        return False
    apart = tree.text(clause.opening) == ","
    parsed = any(verb in content for verb in tree.children(clause.cue.verb, "ccomp"))  # where the comma is missing
    if _leads(tree, clause, content):
        return True
    return (apart or parsed) and (_has_main_verb(tree, content) or any(tree.is_quotation(i) for i in content))


def _tells_of_telling(tree: Tree, run: Run) -> bool:
    """Tell whether the words only say that somebody spoke: "*He made the remarks* in Bree, Palantir News reported"."""
    verb = next((i for i in run if tree.tag(i) in FINITE), run.last)
    noun = verb + 1 + (tree.tag(verb + 1) == "DT" and tree.lower(verb + 1) != "this")
    if tree.lower(verb) not in {"made", "makes", "announced", "said", "stated"}:
        return False
    return tree.lower(noun) in {"this", "announcement", "comment", "comments", "remark", "remarks", "statement"}


def _has_main_verb(tree: Tree, run: Run) -> bool:
    """Tell whether a clause's verb is in `run`, finite or taken for an infinitive ("riders urge/VB Gondor to wait")."""
    return tree.has_finite_verb(run) or any(tree.tag(i) == "VB" and tree.tag(i - 1) != "TO" for i in run)


def _leads(tree: Tree, clause: Clause, content: Run) -> bool:
    """Tell whether a cue that ends the sentence follows a clause whose verb the tagger missed ("Gondor plans to")."""
    ends = clause.cue.run.last >= tree.end
    missed = any(tree.tag(i) in {"TO", "VBN"} for i in content) or len(content) >= _SHORT
    headline = tree.sentence.region is RegionKind.HEADLINE and len(content) >= _SHORTEST
    closes = clause.source is not None and clause.source.last >= tree.end and headline  # "Gondor ready, says Eomer"
    return (ends or closes) and tree.tag(content.first) in OPENS_NAME and missed


def interrupted(tree: Tree, clause: Clause, after: int, stop: int) -> Attribution | None:
    """Return a clause that its cue interrupts or follows as an aside: "However, he said, C", "As he said, C"."""
    if clause.cue.form is not Form.FINITE or not _says_aside(tree, clause):
        return None
    aside = clause.source is not None and tree.lower(clause.source.first - 1) == "as"
    hearer = hearer_of(tree, clause.cue, after, stop)
    at = skip_adjuncts(tree, hearer.last if hearer else after, stop)
    comma = tree.comma(at, stop)
    besides = tree.tag(at) == "IN" and not tree.has_verb(Run(at, comma)) and tree.has_finite_verb(Run(comma, stop))
    at = comma if besides else at  # "The war, he told riders before his trip, is over"
    if tree.tag(clause.opening - 1) in WH_WORDS:  # "which, he said, would be late, is here"
        stop = tree.comma(at + 1, stop)
    rest = _trimmed(tree, Run(at, tree.end if aside else stop))
    opens = clause.opening == tree.first
    start = max((i + 1 for i in range(tree.first, clause.opening) if tree.text(i) in {";", ":"}), default=tree.first)
    before = _trimmed(tree, Run(start, clause.opening))
    open_ended = bool(before) and not tree.has_finite_verb(before)  # "The toll, he said, amounts/NNS to much"
    open_ended = open_ended or (opens and aside)  # "As he said, riders plan/NNS to come"
    if tree.text(at) != "," or tree.text(at + 1) == '"' or not rest or not (open_ended or tree.has_finite_verb(rest)):
        return None
    if tree.lower(rest.first) in _SUBORDINATE and not open_ended:  # "C, he said, as he rode away"
        return None
    related = before and tree.tag(rest.first) in WH_WORDS  # "C, he said after talks, which"
    subordinate = not aside and any(tree.lower(i) in _SUBORDINATE for i in Run(clause.opening, clause.cue.run.first))
    if related or subordinate:  # "he would ride, *though* he said before, following the talks"
        return None
    parted = clause.source is not None and tree.text(clause.source.first - 1) == ","  # "But, he said, C"
    if not (opens and aside) and tree.text(clause.opening) != "," and not parted:
        return None
    whole = any(tree.tag(i) in {*NOUNS, "PRP", "CD"} for i in before)
    whole = whole and tree.tag(before.last - 1) not in WH_WORDS
    whole = whole and tree.tag(before.first) != "VBG"  # "Mentioning the war, he said, C"
    whole = whole and tree.lower(before.last - 1) not in {"part", "turn", "side"}  # "For its part, he said, C"
    parts = (before, rest) if whole else (rest,)
    return Attribution(clause.source, clause.cue.run, parts, "interrupted", follows=whole)


def _says_aside(tree: Tree, clause: Clause) -> bool:
    """Tell whether the cue can interrupt what it says; "continue" does so behind "he", no "the war continued"."""
    pronoun = clause.source is not None and tree.tag(clause.source.first) == "PRP"
    puts = clause.cue.lemma == "put it"  # "as Eomer put it, C"
    return clause.cue.takes(Frame.CLAUSE, Frame.HEAR, Frame.THAT) or (clause.cue.takes(Frame.QUOTE) and pronoun) or puts


def according(tree: Tree, clause: Clause, stop: int) -> Attribution | None:
    assert clause.source is not None
    relative = tree.tag(clause.opening - 1) in RELATIVES  # "the votes, which, according to Eomer, are few"
    inside = relative or tree.lower(clause.opening - 1) == "that"  # "he said that, according to Eomer, C"
    before = _trimmed(tree, Run(clause.opening if inside else tree.first, clause.opening))
    if clause.cue.lemma == "in words" and before:  # "it was, in his words, “a lie”"
        before = Run(before.last, before.last)
    if any(tree.text(i) == "," and is_taken_up(tree, i + 1) for i in before):
        return None  # "he said C, a promise that riders called idle, according to Eomer"
    if relative:
        stop = tree.comma(clause.source.last + 1, stop)
    after = _trimmed(
        tree,
        Run(
            _behind_relative(tree, skip_adjuncts(tree, max(clause.source.last, clause.cue.run.last), stop), stop), stop
        ),
    )
    if before and (tree.has_verb(before) or any(tree.is_quotation(i) for i in before)):
        aside = tree.text(clause.source.last) in {",", ":"} or tree.text(clause.opening) != ","
        goes_on = tree.has_finite_verb(after) or any(tree.is_quotation(i) for i in after)
        parts = [before, after] if aside and goes_on else [before]
    elif tree.has_verb(after) or any(tree.is_quotation(i) for i in after):
        whole = (
            before and tree.tag(before.first) not in {"CC", "RB"} and tree.text(before.last) != ":"
        )  # "A: According to"
        parts = [before, after] if whole else [after]
    else:
        return None
    return Attribution(clause.source, clause.cue.run, tuple(parts), "according", follows=parts[0] == before)


def with_relays(tree: Tree, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with who is cited behind the cue as their relay: "X affirmed, *according to Y*, that C"."""
    result: list[Clause] = []
    for clause in clauses:
        cited = _cited_between(tree, result[-1], clause) if result else None
        if cited is not None:
            result[-1] = replace(result[-1], relay=cited)
        else:
            result.append(clause)
    return result


def _cited_between(tree: Tree, clause: Clause, aside: Clause) -> Run | None:
    """Return who is cited between a cue and the "that", quotation or, behind a comma, noun that follows."""
    source = aside.source
    if aside.cue.form is not Form.PREPOSITION or source is None or clause.source is None or clause.relay is not None:
        return None
    that = next((i for i in source if tree.lower(i) == "that"), source.last)  # "said according to X *that* C"
    source = Run(source.first, that)
    behind = source.last + (tree.text(source.last) == ",")
    thing = behind > source.last and clause.cue.takes(Frame.NOUN) and tree.tag(behind) in {"DT", "PRP$"}
    if start_after(tree, clause) > aside.opening:
        return None
    hearer = hearer_of(tree, clause.cue, start_after(tree, clause), aside.opening)
    near = skip_adjuncts(tree, hearer.last if hearer else start_after(tree, clause), aside.opening) >= aside.opening
    follows = thing or tree.lower(behind) == "that" or (behind > source.last and tree.opens_quotation(behind))
    return source if near and follows else None


def _behind_relative(tree: Tree, at: int, stop: int) -> int:
    """Return where a clause about the source ends: "according to Eomer, who rode home, C"."""
    opens = tree.text(at) == "," and tree.tag(at + 1) in RELATIVES
    return tree.comma(at + 1, stop) if opens else at


def _trimmed(tree: Tree, run: Run) -> Run:
    first, last = run.first, run.last
    while first < last and tree.text(first) in CLAUSE_MARKS:
        first += 1
    while first < last and tree.text(last - 1) in CLAUSE_MARKS:
        last -= 1
    return Run(first, last)
