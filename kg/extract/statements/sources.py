"""Who speaks: the subject of a cue, its passive agent, or the nearest noun phrase where the parse gives none."""

from collections.abc import Set as AbstractSet

from kg.extract.statements.adjuncts import is_year, times
from kg.extract.statements.cues import Cue, Form, is_passive
from kg.extract.statements.grammar import FINITE, NOUNS, Run, Tree
from kg.extract.statements.lexicon import Frame
from kg.model import RegionKind

_RELATIVE = frozenset({"WP", "WDT"})
_SUBJECT = frozenset({*NOUNS, "PRP", "WP", "CD", "DT", "JJ", "JJS", "VBG", "POS", "WDT", "EX"})
_NP_TAGS = frozenset(
    {*NOUNS, "PRP", "PRP$", "DT", "JJ", "JJR", "JJS", "CD", "POS", "VBN", "VBG", "HYPH", "-LRB-", "-RRB-"}
)
_OPENS_NAME = frozenset({*NOUNS, "DT", "PRP", "PRP$", "JJ"})
_NO_SPEAKER = frozenset({"there", "what", "this", "that", "which", "these", "those"})
_BREAKS = frozenset({",", ";", ":", '"', "--", "–", "—", "-"})
_CLAUSAL = frozenset({*FINITE, "VB", "VBG", "WP", "WDT", "WRB"})
_LONGEST = 25  # words of a source
_CLIMBS = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp", "parataxis", "dep", "obl", "advcl:relcl"})


def find_source(tree: Tree, cue: Cue) -> Run | None:
    """Return the words that name the speaker of `cue`, with their appositives and relative clauses."""
    if cue.form is Form.PREPOSITION:
        return _named_after(tree, cue)
    if cue.form is Form.QUOTED:
        return quoted_speaker(tree, cue)[0]
    if cue.form is Form.PASSIVE:
        return _agent(tree, cue)
    found = _of_headline(tree, cue) or _between_quotation_and_cue(tree, cue) or own_subject(tree, cue) or _noun_above(tree, cue)
    if found is not None:
        return _widened(tree, cue, found)
    inherited = _inherited(tree, cue.verb) if cue.form is not Form.FINITE or _is_coordinated(tree, cue) else None
    found = inherited or _inverted(tree, cue) or _before(tree, cue) or _inherited(tree, cue.verb)
    return _without_quotations(tree, found, cue.run) if found else None


def quoted_speaker(tree: Tree, cue: Cue) -> tuple[Run | None, Run | None]:
    """Return who is quoted, and who quotes, in "X was quoted as saying by Y" and "Y quoted X as saying"."""
    subject = subject_of(tree, cue.verb) or _noun_phrase_before(tree, cue.verb)
    if not is_passive(tree, cue.verb):
        return trimmed(tree, Run(cue.verb + 1, cue.run.first - 1)), subject
    by = next((i for i in range(cue.verb, min(tree.end, cue.run.last + 2)) if tree.lower(i) == "by"), None)
    if by is None:
        return subject, None
    end = by + 1
    while end < tree.end and tree.tag(end) in _NP_TAGS and tree.lower(end) not in times():
        end += 1
    return subject, trimmed(tree, Run(by + 1, end)) or None


def _of_headline(tree: Tree, cue: Cue) -> Run | None:
    """Return the subject of a headline of two verbs: "Gondor snubs envoy, says treaty is void"."""
    if tree.sentence.region is not RegionKind.HEADLINE or tree.text(cue.run.first - 1) != ",":
        return None
    first = next((i for i in range(tree.first + 1, cue.run.first) if tree.tag(i) == tree.tag(cue.verb)), None)
    return trimmed(tree, Run(tree.first, first)) if first else None


def _between_quotation_and_cue(tree: Tree, cue: Cue) -> Run | None:
    """Return all that stands between a quotation and a cue which ends the sentence: '"...," the rider who led them added.'"""
    if cue.form is not Form.FINITE or not cue.takes(Frame.QUOTE) or cue.run.last < tree.end - 1:
        return None
    at = cue.run.first
    while at > tree.first and not tree.is_quotation(at - 1):
        at -= 1
    run = trimmed(tree, Run(at, cue.run.first))
    if at == tree.first or not run or run.last - run.first > _LONGEST or tree.tag(run.first) not in _OPENS_NAME:
        return None
    return run if tree.tag(run.last - 1) in _SUBJECT and "," not in {tree.text(i) for i in run} else None


def _noun_above(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun that a parse without a main verb hangs the cue on ("An article in a paper *noted*")."""
    head = tree.head(cue.verb)
    if tree.tag(cue.verb) != "VBD" or tree[cue.verb].dep != "acl" or head is None or head > cue.verb:
        return None
    return trimmed(tree, Run(tree.subtree(head).first, cue.run.first)) if tree.tag(head) in NOUNS else None


def _widened(tree: Tree, cue: Cue, source: Run) -> Run:
    """Return the source with what the parse left out of its name, back to a comma or quotation."""
    if source.first > cue.verb:
        return source
    at = source.first
    while at > tree.first and tree.text(at - 1) not in _BREAKS and not tree.is_quotation(at - 1):
        at -= 1
    added = Run(at, source.first)
    fits = tree.tag(at) in _OPENS_NAME and not any(tree.tag(i) in _CLAUSAL or tree.lower(i) in times() for i in added)
    while source and fits is False and tree.lower(source.first) in times():
        source = trimmed(tree, Run(source.first + 1, source.last))
    return Run(at, source.last) if added and fits else source


def own_subject(tree: Tree, cue: Cue) -> Run | None:
    """Return the subject that the parse gives the cue itself."""
    return _subject_of(tree, cue.verb, cue.run)


def _subject_of(tree: Tree, verb: int, cue: Run) -> Run | None:
    for subject in reversed(tree.children(verb, "nsubj")):
        if tree.is_quotation(subject) or tree.tag(subject) not in _SUBJECT:
            continue
        if tree.tag(subject) in _RELATIVE:
            return _antecedent(tree, verb, subject)
        run = _clipped(tree, subject, cue)
        if run:
            return run
    return None


def subject_of(tree: Tree, verb: int) -> Run | None:
    """Return the subject of any verb, its own or that of the verb it is joined to."""
    return _subject_of(tree, verb, Run(verb, verb + 1)) or _inherited(tree, verb)


def noun_phrase(tree: Tree, noun: int) -> Run:
    """Return all that hangs on a noun."""
    return trimmed(tree, tree.subtree(noun))


def _clipped(tree: Tree, noun: int, cue: Run) -> Run:
    """Return the noun phrase of `noun`, without what the parse wrongly took along beyond the cue or a quotation."""
    run = _from_noun_phrase(tree, noun)
    beside = Run(run.first, min(run.last, cue.first)) if noun < cue.first else Run(max(run.first, cue.last), run.last)
    return _without_quotations(tree, beside, cue)


def _from_noun_phrase(tree: Tree, noun: int) -> Run:
    """Return all that hangs on `noun`, but not an adjunct that opens the sentence ("In another report, the envoy")."""
    run = tree.subtree(noun)
    commas = [i for i in range(run.first, noun) if tree.text(i) == ","]
    opens = tree.tag(run.first) in {"IN", "RB", "WRB", "VBG"}
    if not commas and tree.tag(run.first) == "VBG" and tree.tag(noun) == "NNP":
        return _phrase_ending(tree, noun + 1, {"NNP", "NNPS"})
    return Run(commas[-1] + 1, run.last) if commas and opens else run


def _without_quotations(tree: Tree, run: Run, cue: Run) -> Run:
    """Return the end of `run` that is next to the cue, up to a quotation."""
    first, last = run.first, run.last
    for word in run:
        if tree.is_quotation(word):
            first, last = (word + 1, last) if word < cue.first else (first, min(last, word))
    return trimmed(tree, Run(first, last))


def trimmed(tree: Tree, run: Run) -> Run:
    """Return `run` without commas, conjunctions and adverbs at its ends."""
    first, last = run.first, run.last
    while first < last and (tree[first].pos == "PUNCT" or tree.tag(first) in {"CC", "RB", "IN"}):
        first += 1
    while first < last and (
        (tree[last - 1].pos == "PUNCT" and tree.text(last - 1) != ")") or tree.tag(last - 1) in {"RB", "CC"}
    ):
        last -= 1
    return _without_times(tree, Run(first, last))


def _without_times(tree: Tree, run: Run) -> Run:
    """Return `run` without a time at its start or end ("2020 the envoy", "the envoy on Tuesday")."""
    first, last = run.first, run.last
    while first < last and (tree.lower(first) in times() or _is_date(tree, first)):
        first += 1
    if last - first > 1 and tree.lower(last - 1) in times():
        at = last - 1
        while at > first and (tree.lower(at) in times() or tree.lower(at) in {"on", "in", "late", "last", "earlier"}):
            at -= 1
        last = at + 1
    return Run(first, last)


def _is_date(tree: Tree, word: int) -> bool:
    return tree.tag(word) == "CD" and (is_year(tree, word) or tree.lower(word - 1).rstrip(".") in times())


def _antecedent(tree: Tree, verb: int, pronoun: int) -> Run | None:
    """Return the noun that a relative clause hangs on ("Eomer, who said"); without the clause."""
    head = tree.head(verb)
    if head is None or head >= pronoun or tree.children(head, "nsubj", "cop"):
        return _noun_phrase_before(tree, pronoun)
    run = tree.subtree(head)
    return trimmed(tree, Run(run.first, min(run.last, pronoun))) or None


def _is_coordinated(tree: Tree, cue: Cue) -> bool:
    at = cue.verb - 1
    while tree[at].pos == "AUX" or tree.tag(at) in {"RB", "MD"}:
        if at <= tree.first:
            return False
        at -= 1
    return tree.tag(at) == "CC" or tree.lower(at) in {",", "then"}


def _inherited(tree: Tree, verb: int) -> Run | None:
    """Return the subject of the nearest verb above, or the noun that the cue's clause hangs on."""
    below = verb
    for above in tree.ancestors(verb):
        if tree[below].dep.split(":")[0] not in _CLIMBS:
            return None
        found = _subject_of(tree, above, Run(verb, verb + 1))
        if found is not None:
            return found
        if tree[below].dep == "acl" and tree.tag(above) in NOUNS:
            return _last_name(tree, _noun_phrase_before(tree, below))
        below = above
    return None


def _last_name(tree: Tree, run: Run | None) -> Run | None:
    """Return what stands after the last "of", unless that belongs to a name ("in the midst of Gondor asking")."""
    joints = [i for i in run or () if tree.lower(i) == "of" and not tree[i - 1].entity]
    return Run(joints[-1] + 1, run.last) if run and joints else run


def _agent(tree: Tree, cue: Cue) -> Run | None:
    for agent in tree.children(cue.verb, "obl"):
        by = [c for c in tree.children(agent, "case") if tree.lower(c) == "by"]
        if by and agent > cue.verb:
            run = tree.subtree(agent)
            return trimmed(tree, Run(by[0] + 1, run.last))
    return None


def _named_after(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun phrase after "according to": up to a comma, unless the parse carries it on."""
    first = cue.run.last
    end = first
    while end < tree.end and tree.text(end) not in {",", ";", ":", "--", "–", "—"} and not tree.is_quotation(end):
        if tree.tag(end) in FINITE and tree[end].dep not in {"acl:relcl", "aux"}:
            break
        end += 1
    return trimmed(tree, Run(first, end)) or None


def _inverted(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun phrase after a cue that follows a quotation or comma ("..., said Eomer, a rider")."""
    before = cue.verb - 1
    if before < tree.first or cue.form is not Form.FINITE or tree.tag(cue.verb) == "VB":
        return None
    if not (tree.is_quotation(before) or tree.text(before) in {",", '"', "''", "?", "!"}):
        return None
    if tree.tag(cue.run.last) not in _OPENS_NAME:
        return None
    end = cue.run.last
    while end < tree.end and tree.tag(end) in _NP_TAGS | {"IN", ","} and not tree.is_quotation(end):
        end += 1
    run = trimmed(tree, Run(cue.run.last, end))
    if tree.text(before) == "," and not tree.is_quotation(before - 1) and run.last < tree.end:
        return None
    return run if run and any(tree.tag(i) in NOUNS or tree.tag(i) == "PRP" for i in run) else None


def _before(tree: Tree, cue: Cue) -> Run | None:
    at = cue.run.first
    while at > tree.first and (tree[at - 1].pos == "AUX" or tree.tag(at - 1) in {"RB", "MD", "TO"}):
        at -= 1
    return _noun_phrase_before(tree, at)


def _noun_phrase_before(tree: Tree, end: int) -> Run | None:
    """Return the noun phrase that ends just before the word `end`, with the name that it explains ("Eomer, a rider,")."""
    closed = end > tree.first and tree.text(end - 1) == ","
    run = (_between_commas(tree, end - 1) if closed else None) or _phrase_ending(tree, end - closed)
    if closed and run and run.first - 1 > tree.first and tree.text(run.first - 1) == ",":
        name = _phrase_ending(tree, run.first - 1)
        if name and tree.tag(name.last - 1) in {"NNP", "NNPS"}:
            run = Run(name.first, run.last)
    return run if run and any(tree.tag(i) in NOUNS or tree.tag(i) == "PRP" for i in run) else None


def _between_commas(tree: Tree, comma: int) -> Run | None:
    """Return what stands between the comma and the one before it, if it is no clause."""
    before = next((i for i in range(comma - 1, tree.first - 1, -1) if tree.text(i) == ","), None)
    run = Run(before + 1, comma) if before is not None else None
    if run is None or tree.tag(run.first) not in _OPENS_NAME or any(tree.tag(i) in _CLAUSAL for i in run):
        return None
    return run


def _phrase_ending(tree: Tree, end: int, tags: AbstractSet[str] = _NP_TAGS) -> Run:
    at = end
    while at > tree.first and (tree.tag(at - 1) in tags or tree.lower(at - 1) in {"of", "'"}):
        if tree.is_quotation(at - 1):
            break
        at -= 1
    return trimmed(tree, Run(at, end))


def is_nobody(tree: Tree, source: Run) -> bool:
    """Tell whether the words cannot name a speaker ("it", "which")."""
    return source.last - source.first == 1 and tree.lower(source.first) in _NO_SPEAKER
