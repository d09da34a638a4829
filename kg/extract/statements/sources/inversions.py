"""Who speaks behind the cue: "C, said Eomer", "Gondor, pointed out the steward, will wait"."""

from kg.extract.grammar import FINITE, NOUNS, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import skip_adjuncts
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame
from kg.extract.statements.sources.phrases import NOUN_PHRASE, OPENS_NAME, is_dash, seems_name, trimmed
from kg.extract.statements.sources.subjects import opens_adjunct, own_subject
from kg.lexicon import words

_MEDIUM = frozenset({"NNP", "DT", "JJ", "NN", "HYPH", "RB"})


def closing_source(tree: Tree, cue: Cue) -> Run | None:
    """Return who speaks behind a verb that follows a comma, if nothing but adjuncts follows him ("C, said Eomer")."""
    says = tree.text(cue.run.first - 1) == "," and cue.takes(Frame.CLAUSE)
    found = source_behind(tree, cue) if says else None
    if found is None or not _closes(tree, found):
        return None
    spoken_of = cue.takes(Frame.NOUN, Frame.HEAR)  # then who stands behind may be whom somebody welcomed or asked
    return None if spoken_of and (own_subject(tree, cue) or not _is_definite(tree, found)) else found


def _closes(tree: Tree, source: Run) -> bool:
    """Tell whether adjuncts alone follow who speaks, up to the end or ", adding D"."""
    at = skip_adjuncts(tree, source.last, tree.end)
    return at >= tree.end - 1 or (tree.text(at) == "," and tree.tag(at + 1) == "VBG") or is_dash(tree, at)


def _is_definite(tree: Tree, run: Run) -> bool:
    """Tell whether the words end with a noun for speakers and open with its article: "the white rider"."""
    nouns = words("statements/speaker_nouns.txt") | words("statements/speaking_texts.txt")
    return tree.lower(run.first) == "the" and tree.lower(run.last - 1) in nouns


def name_at_end(tree: Tree, cue: Cue) -> Run | None:
    """Return the name that ends a sentence with the cue before it ("The river is dry, reported Palantir News")."""
    says = cue.form is Form.FINITE and cue.takes(Frame.QUOTE, Frame.CLAUSE) and not cue.takes(Frame.HEAR)
    if not says or tree.text(cue.run.first - 1) != ",":
        return None
    subject = own_subject(tree, cue) if cue.takes(Frame.NOUN) else None
    if subject is not None and subject.last < cue.verb:  # "Eomer, who rode home, criticised the Mark"
        return None
    rest = Run(cue.run.last, tree.end)
    if tree.lower(rest.last - 1) in words("outlets/nouns.txt") and all(tree.tag(i) in _MEDIUM for i in rest):
        return rest  # "reports a local daily"
    relative = (i for i in rest if tree.tag(i) == "WP")
    run = trimmed(tree, Run(rest.first, next(relative, rest.last)))
    first = run.first + (tree.lower(run.first) == "the")  # "reported the Palantir News"
    names = (tree.tag(i) in {"NNP", "NNPS"} or seems_name(tree, i) for i in range(first, run.last))
    return run if first < run.last and all(names) else None


def named_between_commas(tree: Tree, cue: Cue) -> Run | None:
    """Return who speaks between a subject and its verb: "Gondor, pointed out *the steward*, will wait"."""
    if tree.text(cue.run.first - 1) != "," or cue.form is not Form.FINITE or not cue.takes(Frame.CLAUSE):
        return None
    end = cue.run.last
    while tree.tag(end) in NOUN_PHRASE or tree.lower(end) == "of":
        end += 1
    verb = end + 1 + (tree.tag(end + 1) == "RB")
    subject = tree.tag(cue.run.first - 2) in {*NOUNS, "PRP"} and tree.text(end) == "," and tree.tag(verb) in FINITE
    run = trimmed(tree, Run(cue.run.last, end))
    return run if subject and run and tree.tag(run.first) in OPENS_NAME else None


def source_behind(tree: Tree, cue: Cue) -> Run | None:
    """Return the noun phrase after a cue that follows a quotation or comma ("..., said Eomer, a rider")."""
    before = cue.verb - 1
    if cue.form is not Form.FINITE or tree.tag(cue.verb) == "VB":
        return None
    end = cue.run.last
    named = seems_name(tree, end)
    if tree.tag(end) not in OPENS_NAME and not named:
        return None
    first = end + named
    end = first
    while end < tree.end and tree.tag(end) in NOUN_PHRASE | {"IN", ","} and not tree.is_quotation(end):
        if opens_adjunct(tree, end):
            break
        end += 1
    inside = tree.text(before) == "," and tree.tag(end) in FINITE
    commas = [i for i in range(first, end) if tree.text(i) == "," and inside]
    rest = trimmed(tree, Run(first, commas[-1] if commas else end))  # "In May, said Eomer, Gondor was late"
    run = Run(cue.run.last, rest.last if rest else first) if named else rest
    apart = tree.text(run.last) == "," or is_dash(tree, run.last) or skip_adjuncts(tree, run.last, tree.end) >= tree.end
    if tree.text(before) == "," and not tree.is_quotation(before - 1) and not apart:
        return None
    return run or None
