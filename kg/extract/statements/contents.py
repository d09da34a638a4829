"""What a cue says was said: the words after it, or before it, by the frames that it takes."""

from dataclasses import dataclass

from kg.extract.statements.adjuncts import skip_adjuncts
from kg.extract.statements.cues import Cue
from kg.extract.statements.endings import clause_end, noun_end
from kg.extract.statements.grammar import FINITE, NOUNS, QUOTATION_MARKS, Run, Tree
from kg.extract.statements.lexicon import Frame
from kg.model import RegionKind

_NOUN_OPENERS = frozenset(
    {*NOUNS, "DT", "PDT", "PRP$", "PRP", "JJ", "JJR", "JJS", "CD", "VBG", "VBN", "WP", "$", "WDT", "POS"}
)
_HEARER = frozenset({*NOUNS, "DT", "PRP", "PRP$", "JJ", "POS", "CD"})
_NEW_PHRASE = frozenset({"DT", "PRP", "PRP$", "EX"})
_QUESTIONS = frozenset("what how why who whether which whose".split())
_CONDITIONS = frozenset("when where if".split())  # questions after "asked" and "explained", adjuncts after "said"
_BEFORE_THAT = 25  # words between a cue and its "that"
_CLAUSAL = (Frame.CLAUSE, Frame.THAT, Frame.HEAR)


@dataclass(frozen=True, slots=True)
class Complement:
    """The `content` that follows a cue, to whom it was said, and the frame that it fills."""

    content: Run
    frame: Frame
    addressee: Run | None = None


def complement(tree: Tree, cue: Cue, start: int, stop: int) -> Complement | None:
    """Return what the cue's verb says between `start`, behind the cue (and a source that follows it), and `stop`."""
    hearer = hearer_of(tree, cue, start, stop)
    at = skip_adjuncts(tree, hearer.last if hearer else start, stop)
    if at < stop and tree.text(at) in {",", ":", ";", "—", "–", "--"}:
        at += 1
        opened = at < stop and (_opens_quotation(tree, at) or tree.text(at - 1) == ":")
        if not opened:
            return None
    if at >= stop:
        return None
    return (
        _quoted_clause(tree, cue, at, stop, hearer)
        or _that_clause(tree, cue, at, stop, hearer)
        or _heard(tree, cue, at, stop, hearer)
        or _bare_clause(tree, cue, at, stop, hearer)
        or _infinitive(tree, cue, at, stop)
        or _noun(tree, cue, start if hearer else at, stop)
        or _thought(tree, cue, at, stop)
    )


def _opens_quotation(tree: Tree, at: int) -> bool:
    return tree.is_quotation(at) or tree.text(at) in QUOTATION_MARKS


def _quoted_clause(tree: Tree, cue: Cue, at: int, stop: int, hearer: Run | None) -> Complement | None:
    if not _opens_quotation(tree, at) or not cue.takes(Frame.QUOTE, Frame.CLAUSE, Frame.HEAR, Frame.QUOTED):
        return None
    end = _end_of_quotations(tree, at, stop) if tree.is_quotation(at) else clause_end(tree, cue, at, stop)
    return Complement(Run(at, end), Frame.QUOTE, hearer)


def _end_of_quotations(tree: Tree, at: int, stop: int) -> int:
    """Return the end of a run of quotations, or `stop` where the clause goes on behind the first one."""
    end = at + 1
    while end < stop and (tree.is_quotation(end) or tree.text(end) in {",", "..."}):
        end += 1
    closed = tree.text(at).rstrip("\"'”’»")[-1:] in ".,!?…"
    return end if closed or end >= stop else stop


def _that_clause(tree: Tree, cue: Cue, at: int, stop: int, hearer: Run | None) -> Complement | None:
    if not cue.takes(*_CLAUSAL):
        return None
    that = _complementizer(tree, cue, at, stop)
    if that is None or that + 1 >= stop:
        return None
    start = that + 1 if tree.lower(that) == "that" else that
    return Complement(Run(start, clause_end(tree, cue, start, stop)), Frame.THAT, hearer)


def _complementizer(tree: Tree, cue: Cue, at: int, stop: int) -> int | None:
    """Return the "that" (or question word) which opens the cue's clause: the next word, or one further on."""
    if tree.lower(at) == "that" and (tree.tag(at) == "IN" or tree[at].dep == "mark"):
        return at
    asks = tree.lower(at) in _QUESTIONS or (tree.lower(at) in _CONDITIONS and cue.takes(Frame.NOUN))
    if asks and tree.has_finite_verb(Run(at, stop)):
        return at
    if not cue.takes(Frame.CLAUSE, Frame.HEAR):
        return None
    if cue.takes(Frame.NOUN) and not cue.takes(Frame.HEAR):
        return _parsed_complementizer(tree, cue, stop)
    for word in range(at, min(stop, at + _BEFORE_THAT)):
        if tree.lower(word) == "that" and (tree.tag(word) == "IN" or word == at):
            return word
        if tree.tag(word) in FINITE or tree.is_quotation(word) or tree.text(word) in {":", ";"}:
            return None
    return None


def _parsed_complementizer(tree: Tree, cue: Cue, stop: int) -> int | None:
    for clause in tree.children(cue.verb, "ccomp"):
        for mark in tree.children(clause, "mark"):
            if cue.run.last <= mark < stop and tree.lower(mark) == "that":
                return mark
    return None


def _heard(tree: Tree, cue: Cue, at: int, stop: int, hearer: Run | None) -> Complement | None:
    """ "told X to do": what is asked of X opens with X."""
    if hearer is None or tree.lower(at) not in {"to", "not"}:
        return None
    return Complement(Run(hearer.first, clause_end(tree, cue, at, stop)), Frame.NOUN, hearer)


def _bare_clause(tree: Tree, cue: Cue, at: int, stop: int, hearer: Run | None) -> Complement | None:
    if not cue.takes(Frame.CLAUSE, Frame.HEAR) or (hearer is None and not cue.takes(Frame.CLAUSE)):
        return None
    if cue.takes(Frame.NOUN) and not _is_clause(tree, cue, at, stop):
        return None
    if hearer is not None and tree.tag(at) == "IN":
        return None
    if tree.lower(at) == "that" and tree.tag(at + 1) not in FINITE:
        at += 1
    headline = tree.sentence.region is RegionKind.HEADLINE
    run = Run(at, clause_end(tree, cue, at, stop))
    if not (tree.has_finite_verb(run) or headline) or tree.tag(at) == "IN" and not tree.has_finite_verb(run):
        return None
    return Complement(run, Frame.CLAUSE, hearer)


def _is_clause(tree: Tree, cue: Cue, at: int, stop: int) -> bool:
    clauses = tree.children(cue.verb, "ccomp")
    return any(at <= clause < stop for clause in clauses)


def _infinitive(tree: Tree, cue: Cue, at: int, stop: int) -> Complement | None:
    if not cue.takes(Frame.TO) or tree.lower(at) != "to":
        return None
    return Complement(Run(at, clause_end(tree, cue, at, stop)), Frame.TO)


def _noun(tree: Tree, cue: Cue, at: int, stop: int) -> Complement | None:
    if not cue.takes(Frame.NOUN, Frame.NAMING, Frame.AS) or not _opens_noun(tree, at):
        return None
    run = Run(at, noun_end(tree, cue, at, stop))
    if not run or _only_pronoun(tree, run):
        return None
    if cue.takes(Frame.AS) and not any(tree.lower(i) in {"as", "to", "with"} for i in run):
        return None
    if cue.takes(Frame.NAMING) and not _names(tree, cue, run):
        return None
    return Complement(run, Frame.NOUN)


def _opens_noun(tree: Tree, at: int) -> bool:
    return tree.tag(at) in _NOUN_OPENERS or _opens_quotation(tree, at) or tree.tag(at) in {"RB", "``"}


def _only_pronoun(tree: Tree, run: Run) -> bool:
    return run.last - run.first == 1 and tree.tag(run.first) in {"PRP", "DT", "WP", "WDT", "EX"}


def _names(tree: Tree, cue: Cue, run: Run) -> bool:
    """Tell whether something is called something: two phrases, or marks round the name."""
    if any(_opens_quotation(tree, i) for i in run):
        return True
    if tree.tag(run.first) == "PRP" and run.last - run.first > 1:
        return tree.tag(run.first + 1) in _NOUN_OPENERS
    return any(word in run for word in tree.children(cue.verb, "xcomp"))


def _thought(tree: Tree, cue: Cue, at: int, stop: int) -> Complement | None:
    if not cue.takes(Frame.QUOTED):
        return None
    run = Run(at, clause_end(tree, cue, at, stop))
    if tree.lower(at) == "that":
        run = Run(at + 1, run.last)
    return Complement(run, Frame.QUOTED) if any(_opens_quotation(tree, i) for i in run) else None


def hearer_of(tree: Tree, cue: Cue, at: int, stop: int) -> Run | None:
    """Return the noun phrase behind a verb that takes a hearer ("told *reporters* that")."""
    if not cue.takes(Frame.HEAR) or tree.lower(at) in {"that", *_QUESTIONS}:
        return None
    end = at
    while end < stop and (tree.tag(end) in _HEARER or tree.lower(end) == "of") and not tree.is_quotation(end):
        if end > at and tree.tag(end) in _NEW_PHRASE and tree.tag(end - 1) in {*NOUNS, "PRP"}:
            break
        end += 1
    run = Run(at, end)
    speaks_itself = tree.tag(end) in FINITE and end < stop  # "warned Gondor would fall"
    return run if not speaks_itself and any(tree.tag(i) in {*NOUNS, "PRP"} for i in run) else None
