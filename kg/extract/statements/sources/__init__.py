"""Who speaks: the subject of a cue, its passive agent, or the nearest noun phrase where the parse gives none."""

from kg.extract.grammar import FINITE, NOUNS, QUOTATION_MARKS, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import skip_adjuncts, times
from kg.extract.statements.cues.forms import Form, is_headline_verb, is_passive, who_is_prompted
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sources.agents import agent, named_after
from kg.extract.statements.sources.hearers import hearer_of
from kg.extract.statements.sources.inversions import closing_source, name_at_end, named_between_commas, source_behind
from kg.extract.statements.sources.phrases import (
    NOUN_PHRASE,
    OPENS_NAME,
    before_adverbs,
    explained_name,
    interrupted_name,
    is_dash,
    is_deed,
    noun_phrase_before,
    phrase_ending,
    phrase_of,
    titled_name,
    trimmed,
    without_quotations,
)
from kg.extract.statements.sources.subjects import (
    CAN_BE_SUBJECT,
    inherited_subject,
    own_subject,
    subject_beside,
    subject_of,
)
from kg.extract.statements.sources.widening import widened, with_aside, with_row
from kg.lexicon import words
from kg.model import RegionKind

_CONJUNCTIONS = frozenset({"after", "before", "as", "while", "since", "because", "when", "once", "until"})
_LONGEST = 25  # words of a source
_LONGEST_OCCASION = 12


def find_source(tree: Tree, cue: Cue) -> Run | None:
    """Return the words that name the speaker of `cue`, with their appositives and relative clauses."""
    if cue.form in {Form.PREPOSITION, Form.QUOTED, Form.PASSIVE}:
        return _of_form(tree, cue)
    if is_headline_verb(tree, cue.verb):
        return Run(tree.first, cue.verb)
    prompted = who_is_prompted(tree, cue.verb) if cue.form is Form.INFINITIVE else None
    if prompted is not None:
        run = phrase_of(tree, prompted)
        return Run(run.first, min(run.last, cue.run.first))
    found = (
        name_at_end(tree, cue)
        or _of_headline(tree, cue)
        or named_between_commas(tree, cue)
        or _between_quotation_and_cue(tree, cue)
        or closing_source(tree, cue)
        or _behind_aside(tree, cue, _behind_clause(tree, cue, own_subject(tree, cue)))
        or _noun_above(tree, cue)
    )
    if found is not None:
        return _last_pronoun(tree, with_row(tree, with_aside(tree, cue, widened(tree, cue, found))))
    supposed = _supposed(tree, cue)
    if supposed is None or cue.form is not Form.FINITE:
        return supposed
    before = supposed.first - 1
    behind = tree.tag(before) == "IN" and tree.dep(before) == "case"  # no "after Eomer said"
    joined = tree.tag(before) == "CC" and tree.tag(before - 1) == "NNP" == tree.tag(supposed.first)  # "of A and B"
    return widened(tree, cue, supposed) if behind or joined else supposed


def _last_pronoun(tree: Tree, source: Run) -> Run:
    """Return the pronoun that ends the words, if nothing joins it to them: "(a request) *he* said was late"."""
    last = source.last - 1
    alone = tree.lower(last) in {"he", "she", "they"} and tree.tag(last - 1) not in {"CC", ","}
    return Run(last, source.last) if alone else source


def _of_form(tree: Tree, cue: Cue) -> Run | None:
    """Return who speaks by a preposition, as one quoted or in the passive."""
    if cue.form is Form.PREPOSITION:
        return named_after(tree, cue)
    return quoted_speaker(tree, cue)[0] if cue.form is Form.QUOTED else agent(tree, cue)


def _behind_clause(tree: Tree, cue: Cue, subject: Run | None) -> Run | None:
    """Return the subject, or its last part if the parse took what was said for it ("C met A, *the rider* said")."""
    speaks = cue.takes(Frame.CLAUSE, Frame.HEAR) and tree.text(cue.run.first - 1) != ","
    if subject is None or subject.first > cue.verb or not speaks:
        return subject
    comma = max((i for i in subject if tree.text(i) == ","), default=None)
    if comma is not None and _is_body_behind_person(tree, subject, comma):
        return Run(comma + 1, subject.last)
    hearer = hearer_of(tree, cue, cue.run.last, tree.end)
    at = skip_adjuncts(tree, hearer.last if hearer else cue.run.last, tree.end)
    ends = at >= tree.end or (tree.tag(at) == "IN" and not tree.has_finite_verb(Run(at, tree.end)))
    if comma is None or not ends or tree.tag(comma + 1) not in OPENS_NAME:
        return subject
    before = Run(tree.first, comma)
    said = tree.has_finite_verb(before) and (tree.has_finite_verb(subject) or tree.tag(subject.first - 1) == "IN")
    return Run(comma + 1, subject.last) if said else subject


def _is_body_behind_person(tree: Tree, subject: Run, comma: int) -> bool:
    """Tell whether a body follows a person, whom it cannot explain: "C with Eomer, *the White Council* said"."""
    end = next((i for i in range(comma + 2, subject.last) if tree.tag(i) == "IN"), subject.last)
    body = comma + 2 < end and (
        all(tree[i].entity == "ORG" for i in range(comma + 2, end))
        or tree.lower(end - 1) in words("organizations/generic.txt")
    )
    person = tree[comma - 1].entity == "PERSON"
    return body and person and tree.lower(comma + 1) == "the" and tree.has_finite_verb(Run(tree.first, subject.first))


def _behind_aside(tree: Tree, cue: Cue, subject: Run | None) -> Run | None:
    """Return the subject, or whom an aside parts from the cue: "a rider, while denying that it is *an end*, said"."""
    if subject is not None and is_deed(tree, tree.first) and subject.first < cue.verb:
        opening = [i for i in range(tree.first, cue.run.first) if tree.text(i) == ","]
        behind = trimmed(tree, Run(opening[0] + 1, cue.run.first)) if opening and subject.first < opening[0] else None
        subject = behind or subject  # "Citing Eomer, *a rider* said"
    comma = cue.run.first - 1
    titled = titled_name(tree, comma) if tree.text(comma) == "," and cue.form is Form.FINITE else None
    if titled is not None and subject is None:
        return titled
    closing = before_adverbs(tree, cue.run.first) - 1
    parted = tree.text(closing) == "," and cue.form is Form.FINITE
    person = _behind_conjunction(tree, closing) if parted and tree.tag(cue.verb) in {"VBD", "VBN"} else None
    if person is not None and subject is None:
        return person
    parted = subject is not None and subject.last == comma and tree.text(comma) == "," and cue.form is Form.FINITE
    return (explained_name(tree, comma) or interrupted_name(tree, comma) if parted else None) or subject


def _behind_conjunction(tree: Tree, closing: int) -> Run | None:
    """Return the person between a conjunction and an aside that ends there: "days after *Eomer*, in Bree, said C"."""
    comma = next((i for i in range(closing - 2, tree.first, -1) if tree.text(i) == ","), tree.first)
    run = phrase_ending(tree, comma, {"NNP", "NNPS"})
    opens = bool(run) and tree.lower(run.first - 1) in _CONJUNCTIONS and tree.tag(comma + 1) != "WP"
    return run if opens and all(tree[i].entity == "PERSON" for i in run) else None


def _supposed(tree: Tree, cue: Cue) -> Run | None:
    """Return who may speak where the parse gives the cue no subject: by the verbs above it, or by word order."""
    after_comma = tree.text(cue.run.first - 1) == ","
    closing = before_adverbs(tree, cue.run.first) - 1
    if cue.form is Form.FINITE and (tree.text(closing) == "," or is_dash(tree, closing)):
        explained = explained_name(tree, closing) or interrupted_name(tree, closing)
        if explained is not None:
            return explained
    before = cue.run.first - 2 if after_comma else cue.run.first - 1
    quoted = tree.is_quotation(before) or tree.text(before) in QUOTATION_MARKS
    says = after_comma and cue.takes(Frame.CLAUSE) and not cue.takes(Frame.NOUN, Frame.HEAR)  # "C, said the council"
    inverted = source_behind(tree, cue) if quoted or says else None
    if inverted is not None:
        return inverted
    if cue.form is Form.GERUND and cue.lemma == "add" and not after_comma:
        return None  # it is the speaker before it who adds
    if after_comma and cue.form is Form.GERUND:
        return inherited_subject(tree, cue.verb) or _of_verb_before(tree, cue)
    coordinated = _is_coordinated(tree, cue)
    beside = phrase_ending(tree, cue.run.first, {"NNP", "NNPS"}) if cue.form is Form.GERUND else None
    if beside and tree.lower(beside.first - 1) == "of":  # "in the midst of Gondor asking"
        return beside
    inherited = inherited_subject(tree, cue.verb) if cue.form is not Form.FINITE or coordinated else None
    found = inherited or _before(tree, cue.run.first) or inherited_subject(tree, cue.verb)
    if found is None and coordinated:
        found = _of_verb_before(tree, cue)
    return without_quotations(tree, found, cue.run) if found else None


def quoted_speaker(tree: Tree, cue: Cue) -> tuple[Run | None, Run | None]:
    """Return who is quoted, and who quotes, in "X was quoted as saying by Y" and "Y quoted X as saying"."""
    subject = subject_of(tree, cue.verb)
    if not is_passive(tree, cue.verb):
        end = cue.run.first - (tree.lower(cue.run.first - 1) in {"also", "having"})
        return trimmed(tree, Run(cue.verb + 1, end - (tree.lower(end - 1) == "as"))), subject
    by = next((i for i in range(cue.verb, min(tree.end, cue.run.last + 2)) if tree.lower(i) == "by"), None)
    if by is None:
        return subject, None
    end = by + 1
    while end < tree.end and tree.tag(end) in NOUN_PHRASE and tree.lower(end) not in times():
        end += 1
    return subject, trimmed(tree, Run(by + 1, end)) or None


def _of_headline(tree: Tree, cue: Cue) -> Run | None:
    """Return the subject of a headline of two verbs: "Gondor snubs envoy, says treaty is void"."""
    if tree.sentence.region is not RegionKind.HEADLINE or tree.text(cue.run.first - 1) != ",":
        return None
    tags = {tree.tag(cue.verb), "NNS"}  # taggers take "snubs" for a noun
    before = range(tree.first + 1, cue.run.first)
    first = next((i for i in before if tree.tag(i) in tags), None)
    return trimmed(tree, Run(tree.first, first)) if first else None


def _between_quotation_and_cue(tree: Tree, cue: Cue) -> Run | None:
    """Return all between a quotation and a cue that ends the sentence ('"...," the rider whom they met said')."""
    if cue.form is not Form.FINITE or not cue.takes(Frame.QUOTE) or cue.run.last < tree.end - 1:
        return None
    at = cue.run.first
    while at > tree.first and not tree.is_quotation(at - 1):
        at -= 1
    run = trimmed(tree, Run(at, cue.run.first))
    if at == tree.first or not run or run.last - run.first > _LONGEST or tree.tag(run.first) not in OPENS_NAME:
        return None
    return run if tree.tag(run.last - 1) in CAN_BE_SUBJECT and "," not in {tree.text(i) for i in run} else None


def _noun_above(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun that a parse without a main verb hangs the cue on ("An article in a paper *noted*").

    Over a relative clause without "and" behind it too: "the rider who met the king also *noted*".
    """
    head = tree.head(cue.verb)
    hangs = tree.dep(cue.verb) == "acl" and tree.tag(cue.verb) == "VBD"
    if head is not None and tree.dep(head) == "acl:relcl" and not _is_coordinated(tree, cue):
        head, hangs = tree.head(head), tree.dep(cue.verb) == "conj"
    if not hangs or head is None:
        return None
    if tree.tag(head) not in NOUNS or any(tree.tag(i) in FINITE for i in tree.ancestors(head)):
        return None
    return trimmed(tree, Run(tree.subtree(head).first, cue.run.first))


def _is_coordinated(tree: Tree, cue: Cue) -> bool:
    at = cue.verb - 1
    while tree.pos(at) == "AUX" or tree.tag(at) in {"RB", "MD"}:
        if at <= tree.first:
            return False
        at -= 1
    return tree.tag(at) == "CC" or tree.lower(at) in {",", "then"}


def _of_verb_before(tree: Tree, cue: Cue) -> Run | None:
    """Return the subject of the nearest finite verb before a participle that the parse leaves hanging."""
    before = range(cue.run.first - 1, tree.first, -1)
    verb = next((i for i in before if tree.tag(i) in FINITE), None)
    return (subject_beside(tree, verb, Run(verb, verb + 1)) or _before(tree, verb)) if verb else None


def _before(tree: Tree, verb: int) -> Run | None:
    at = before_adverbs(tree, verb)
    return noun_phrase_before(tree, before_adverbs(tree, _before_occasion(tree, at)))


def _before_occasion(tree: Tree, end: int) -> int:
    """Return where the words begin behind a name that say at what occasion ("Eomer *in a meeting* said"), or `end`."""
    for at in range(end - 1, max(tree.first, end - _LONGEST_OCCASION), -1):
        if tree.tag(at) in FINITE or tree.text(at) == "," or tree.is_quotation(at):
            break
        if tree.tag(at) == "IN" and tree.tag(at - 1) in {"NNP", "PRP"} and skip_adjuncts(tree, at, end) == end:
            return at
    return end
