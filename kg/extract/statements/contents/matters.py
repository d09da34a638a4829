"""Whether a noun phrase beside a cue can be what was said: by its head, and by how the cue's verb stands."""

from kg.extract.grammar import NOUNS, SINGLE_TOO, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame, is_one_of, is_stance
from kg.extract.statements.sources.phrases import NOUN_PHRASE

_MEANS = frozenset(
    {"by", "as", "in", "for", "of", "from", "without", "with", "than"}
)  # "won trust by praising the king"
_TELLING = ("statements/speaker_nouns.txt", "statements/speaking_texts.txt", "outlets/nouns.txt")
_STARTS = frozenset(
    "begin began begun start started open opened end ended continue continues continued conclude concludes concluded"
    " follow followed respond responds responded reply replied react reacted answered countered".split()
)
_UNSAID = frozenset({"anonymity"})  # "requesting anonymity"
_PERSONAL = frozenset({"he", "she", "him", "her", "them", "they", "who", "whom", "us", "me"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_CEASING = frozenset({"stop", "stops", "stopped", "avoid", "avoids", "avoided", "cease", "ceased"})


def is_matter(tree: Tree, cue: Cue, phrase: Run) -> bool:
    """Tell whether what follows a verb that takes nouns was said, and is no deed, person or source."""
    himself = cue.takes(Frame.DEED) and tree.lower(phrase.first) in _REFLEXIVE  # "declared himself king"
    if himself or _glosses(tree, cue) or _is_means(tree, cue):
        return False
    visits = tree.lower(phrase.first) == "visiting"  # "called on *visiting* Captain Eomer"
    told = (tree.tag(i) == "VBG" and not visits if i == phrase.first else _opens_infinitive(tree, i) for i in phrase)
    bare = cue.takes(Frame.CHARGE) and not any(told)
    head = _head(tree, phrase)
    if head is None:
        met = cue.takes(Frame.MEET) and tree.lower(phrase.first) in _PERSONAL  # "where *he* was welcomed by Eomer"
        return not (met or bare or cue.takes(Frame.STANCE))
    if tree.lower(head) in _UNSAID:
        return False
    quoted = any(tree.opens_quotation(i) for i in phrase)
    if cue.takes(Frame.STANCE) and not (quoted or is_stance(cue.lemma, tree.lower(head))):
        return False
    judged = any(tree.lower(i) == "as" for i in phrase)  # "dismissed the deal *as* a lie"
    deed = cue.takes(Frame.DEED) and not judged and is_one_of(tree.lower(head), "statements/enacted.txt")
    source = cue.takes(Frame.SOURCE) and _is_source(tree, head)
    people = cue.takes(Frame.MEET) and any(_is_somebody(tree, i) for i in _joined(tree, head))
    return not (deed or source or people or bare)


def _head(tree: Tree, phrase: Run) -> int | None:
    """Return the last noun before anything hangs on it ("the *claims* of X"); None for a pronoun."""
    at = phrase.first
    while at in phrase and tree.text(at) in SINGLE_TOO:
        at += 1
    end = at
    while (
        end in phrase
        and tree.tag(end) != "-LRB-"
        and (tree.tag(end) in NOUN_PHRASE or tree.tag(end) in {"RB", "PDT"} or tree.text(end) in SINGLE_TOO)
    ):
        end += 1
    return next((i for i in range(end - 1, at - 1, -1) if tree.tag(i) in NOUNS), None)


def _opens_infinitive(tree: Tree, word: int) -> bool:
    return tree.tag(word) == "TO" and tree.pos(word + 1) in {"VERB", "AUX"}


def _is_somebody(tree: Tree, noun: int) -> bool:
    return tree[noun].entity == "PERSON" or is_one_of(tree.lower(noun), "statements/speaker_nouns.txt")


def _joined(tree: Tree, head: int) -> tuple[int, ...]:
    """Return a noun and the one that the parse joins to it right behind: "HRH and the *delegation*"."""
    return (head, *(tree.children(head, "conj") if tree.tag(head + 1) == "CC" else ()))


def _is_source(tree: Tree, head: int) -> bool:
    """Tell whether somebody or some text is cited as the source ("citing officials"), rather than a fact."""
    named = tree.tag(head) in {"NNP", "NNPS"}
    return named or any(is_one_of(tree.lower(head), file) for file in _TELLING)


def cites_somebody(tree: Tree, phrase: Run) -> bool:
    """Tell whether the phrase after "citing" names or describes somebody, and no text."""
    head = _head(tree, phrase)
    return head is not None and (
        tree.tag(head) in {"NNP", "NNPS"} or is_one_of(tree.lower(head), "statements/speaker_nouns.txt")
    )


def _glosses(tree: Tree, cue: Cue) -> bool:
    """Tell whether the text explains what somebody meant: "he was referring to the war"."""
    return cue.takes(Frame.TOPIC) and cue.form is Form.FINITE and tree.tag(cue.verb) == "VBG"


def _before_joined_gerund(tree: Tree, gerund: int, joint: int) -> int:
    """Return the word before the gerund that "and" joins to this one ("such *as* doing A and B"), or before "and"."""
    head = tree.head(gerund)
    if head is not None and head < joint and tree.tag(head) == "VBG" and tree.dep(gerund) == "conj":
        return head - 1
    return joint


def _is_means(tree: Tree, cue: Cue) -> bool:
    """Tell whether a gerund names the means or object of another deed: "by praising X", "in naming and praising X".

    "He began by praising the king" does tell what he said.
    """
    if cue.form is not Form.GERUND:
        return False
    at = cue.run.first - 1
    while tree.tag(at) == "RB":
        at -= 1
    if tree.tag(at) == "CC":
        at = _before_joined_gerund(tree, cue.verb, at)
    if tree.lower(at) in _CEASING:
        return True
    if tree.lower(at) not in _MEANS:
        return False
    return not (tree.lower(at) == "by" and any(tree.lower(i) in _STARTS for i in range(max(tree.first, at - 6), at)))
