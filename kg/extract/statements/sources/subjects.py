"""The subjects that the parse gives to verbs, their own or those of the verbs above them."""

from collections.abc import Sequence

from kg.extract.grammar import FINITE, NOUNS, RELATIVES, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.forms import Form, is_participle_before_that
from kg.extract.statements.cues.lexicon import Frame, reporting_verbs, speech_events
from kg.extract.statements.sources.phrases import (
    last_name,
    noun_phrase_before,
    phrase_ending,
    phrase_of,
    trimmed,
    without_quotations,
)
from kg.lexicon import words

_HAVE = frozenset({"have", "has", "had"})
CAN_BE_SUBJECT = frozenset({*NOUNS, "FW", "PRP", "WP", "CD", "DT", "JJ", "JJS", "VBG", "POS", "WDT", "EX"})
_CLIMBS = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp", "parataxis", "dep", "obl", "advcl:relcl"})


def own_subject(tree: Tree, cue: Cue) -> Run | None:
    """Return the subject that the parse gives the cue itself; a gerund has one only where it stands right before."""
    if cue.form is Form.GERUND:
        found = None if acts_on_another(tree, cue.verb) else subject_beside(tree, cue.verb, cue.run)
        return found if found and found.last == cue.run.first else _of_verb_behind(tree, cue.run)
    return subject_beside(tree, cue.verb, cue.run)


def _of_verb_behind(tree: Tree, gerund: Run) -> Run | None:
    """Return the noun before a gerund between commas behind which its verb stands: "when *riders*, citing A, came"."""
    comma = tree.comma(gerund.last, tree.end)
    aside = tree.text(gerund.first - 1) == "," and tree.tag(gerund.first - 2) in NOUNS and tree.tag(comma + 1) in FINITE
    run = phrase_ending(tree, gerund.first - 1) if aside else None
    return run if run and tree.tag(run.first - 1) == "WRB" else None


def subject_of(tree: Tree, verb: int) -> Run | None:
    """Return the subject of any verb, its own or that of the verb it is joined to."""
    return subject_beside(tree, verb, Run(verb, verb + 1)) or inherited_subject(tree, verb)


def subject_beside(tree: Tree, verb: int, cue: Run) -> Run | None:
    hung = (i for i in tree.children(verb, "aux") if tree.lower(i) in _HAVE)  # "riders *have* in May denied it"
    subjects = tree.children(verb, "nsubj") or [noun for aux in hung for noun in tree.children(aux, "nsubj")]
    # "Eomer, who left *that* very week, said": a relative pronoun comes last
    nearest = sorted(subjects, key=lambda n: (n + 1 == cue.first, tree.tag(n) not in RELATIVES, n), reverse=True)
    for subject in (noun for noun in nearest if not _is_apart_behind(tree, noun, cue, nearest)):
        if (
            tree.lower(subject) in {"part", "turn"}
            or tree.is_quotation(subject)
            or tree.tag(subject) not in CAN_BE_SUBJECT
            or (tree.tag(subject) == "VBG" and not tree.children(subject, "det", "nmod", "compound"))  # "by naming"
        ):
            continue
        if tree.tag(subject) in RELATIVES:
            return _antecedent(tree, verb, subject)
        run = _clipped(tree, subject, cue)
        inside = bool(run) and tree.lower(run.first) == "whose"
        if inside and tree.has_finite_verb(Run(run.last, cue.first)):  # "Eomer, whose men wait, said"
            return noun_phrase_before(tree, run.first)
        if run and not (subject > cue.first and _is_said(tree, run)):
            return run
    return None


def _is_apart_behind(tree: Tree, noun: int, cue: Run, subjects: Sequence[int]) -> bool:
    """Tell whether the parse gives the verb one more subject behind it, which is none.

    "Eomer, a rider, told *the Mark*" says who hears it, "Eomer said on Monday, *the first word* on it" explains.
    """
    hears = any(Frame.HEAR in entry.frames for entry in reporting_verbs().get(tree.lower(cue.first), ()))
    beside = tree.subtree(noun).first <= cue.last
    before = min(subjects) < cue.first and (hears or not beside)
    return noun >= cue.last and before


def _is_said(tree: Tree, run: Run) -> bool:
    """Tell whether a subject that the parse gives behind the cue is a clause: "Eomer, who rode, said *it is late*"."""
    return tree.has_finite_verb(run) and not any(tree.tag(i) in RELATIVES for i in run)


def inherited_subject(tree: Tree, verb: int) -> Run | None:
    """Return the subject of the nearest verb above, or the noun that the cue's clause hangs on."""
    below, apart = verb, False
    for above in tree.ancestors(verb):
        if tree.dep(below).split(":")[0] not in _CLIMBS and not apart:
            return None
        found = subject_beside(tree, above, Run(verb, verb + 1))
        if found is not None:
            return found
        tenses = (
            tree.tag(below) in FINITE and tree.tag(above) == "VBG"
        )  # "waved flags *denouncing* A and *called* for B"
        apart = apart or tenses or _is_apart(tree, below, above) or acts_on_another(tree, below)
        if tree.dep(below) == "acl" and tree.tag(above) in NOUNS and not apart:
            issuer = _issuer(tree, _sent(tree, above) or above)
            if issuer is not None:
                return issuer
            return last_name(tree, noun_phrase_before(tree, below))
        below = above
    return None


def acts_on_another(tree: Tree, gerund: int) -> bool:
    """Tell whether the name before a gerund is not who acts: "... of *Eomer* accusing him" would say "himself"."""
    return tree.tag(gerund) == "VBG" and tree.lower(gerund + 1) in {"him", "her"}


def _is_apart(tree: Tree, gerund: int, noun: int) -> bool:
    """Tell whether a comma parts a gerund from a noun that is no subject: "wrote a *letter* to him, saying C"."""
    comma = tree.tag(gerund) == "VBG" and tree.text(gerund - 1) == "," and tree.tag(noun) in NOUNS
    return comma and not tree.dep(noun).startswith(("nsubj", "root", "ROOT"))


def _clipped(tree: Tree, noun: int, cue: Run) -> Run:
    """Return the noun phrase of `noun`, without what the parse wrongly took along beyond the cue or a quotation."""
    run = phrase_of(tree, noun)
    beside = Run(run.first, min(run.last, cue.first))
    if noun > cue.first:
        adjuncts = (i for i in range(noun, run.last) if opens_adjunct(tree, i))
        beside = Run(max(run.first, cue.last), next(adjuncts, run.last))
    return without_quotations(tree, beside, cue)


def opens_adjunct(tree: Tree, word: int) -> bool:
    """Tell whether the name behind a cue ends here: ", in remarks", ", who also said", "noting that", "after a ..."."""
    if tree.text(word) == "," and tree.tag(word + 1) == "WP":
        return any(tree.lower(i) in reporting_verbs() for i in range(word + 2, word + 5))
    occasion = tree.lower(word) in {"following", "after", "during"} and tree.tag(word + 1) in {"DT", "PRP$"}
    return occasion or (tree.text(word) == "," and tree.tag(word + 1) == "IN") or is_participle_before_that(tree, word)


def _antecedent(tree: Tree, verb: int, pronoun: int) -> Run | None:
    """Return the noun that a relative clause hangs on ("Eomer, who said"); without the clause."""
    head = tree.head(verb)
    timed = head is not None and (tree.lower(head) in times() or tree.lower(head + 1) in times())  # "on 30 May, who"
    if head is None or head >= pronoun or timed or tree.children(head, "nsubj", "cop"):
        return noun_phrase_before(tree, pronoun) or _person_before(tree, pronoun)
    head = _served_by(tree, head) if tree.tag(pronoun) == "WP" else head
    run = tree.subtree(head)
    cases = tree.children(head, "case")  # "according to Eomer, who said"
    first = max(run.first, cases[-1] + 1) if cases else run.first
    return trimmed(tree, Run(first, min(run.last, pronoun))) or None


def _served_by(tree: Tree, body: int) -> int:
    """Return the person before a body's name in "Eomer of *the White Council*, who": no body is who did something."""
    person = tree.head(body)
    whose = person is not None and person < body and tree.dep(body) == "nmod" and tree[body].entity == "ORG"
    named = person is not None and tree[person].entity in {"PERSON", ""} and tree.tag(person) == "NNP"
    return person if person is not None and whose and named else body


def _person_before(tree: Tree, pronoun: int) -> Run | None:
    """Return the person named last before "who", over a time or place: "married *Eomer* on 3 May, who said"."""
    names = (i for i in range(pronoun - 1, tree.first - 1, -1) if tree.tag(i) == "NNP" and tree.lower(i) not in times())
    last = next((i for i in names if tree[i].entity in {"PERSON", ""}), None)
    return phrase_ending(tree, last + 1, {"NNP"}) if tree.tag(pronoun) == "WP" and last is not None else None


def _sent(tree: Tree, hearer: int) -> int | None:
    """Return the text that somebody gets: "submitted a *letter* to Eomer saying"."""
    above = tree.head(hearer)
    if above is None or tree.dep(hearer) not in {"obl", "nmod"}:
        return None
    things = tree.children(above, "obj") if tree.dep(hearer) == "obl" else [above]
    return next((i for i in things if i < hearer and tree.lower(i) in words("statements/speaking_texts.txt")), None)


def _issuer(tree: Tree, text: int) -> Run | None:
    """Return who issues a text or makes a speech: "the council issued a statement *saying*"."""
    verb = tree.head(text)
    told = tree.lower(text) in words("statements/speaking_texts.txt") | speech_events()
    issued = verb is not None and told and tree.dep(text) == "obj"
    return (
        subject_of(tree, verb)
        if verb is not None and issued and tree.lower(verb) in words("statements/issuing.txt")
        else None
    )
