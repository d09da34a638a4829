"""Whether what stands behind a cue without "that" opens a clause: "said the war is near", but "added depth to it"."""

from kg.extract.grammar import FINITE, NOUNS, QUOTATION_MARKS, WH_WORDS, Run, Tree
from kg.extract.statements.cues import Cue

_SUBJECT = frozenset({*NOUNS, "DT", "PRP$", "JJ", "POS", "CD", "HYPH"})
_THINGS = frozenset({"this", "that", "these", "it", "so", "what", "which", "nothing"})
_OF_THINGS = frozenset({"add", "conclude", "write"})  # "added depth to the talks", "wrote a letter that was lost"


def tells_of_thing(tree: Tree, cue: Cue, run: Run) -> bool:
    """Tell whether no verb follows before a relative clause, and no quotation: "added *depth to the talks*"."""
    if cue.lemma not in _OF_THINGS:
        return False
    verbs = (i for i in run if tree.tag(i) in FINITE | WH_WORDS or tree.is_quotation(i))
    first = next(verbs, None)
    if first is None or tree.is_quotation(first):
        return first is None
    joined = cue.lemma == "write" and any(tree.tag(i) in {"CC", ","} for i in range(run.first, first))
    return joined or tree.tag(first) in WH_WORDS


def opens_clause(tree: Tree, at: int, stop: int) -> bool:
    """Tell whether a noun phrase with a finite verb right behind it follows, which the parse takes for an object."""
    end = at
    while end < stop and tree.tag(end) in _SUBJECT and not tree.is_quotation(end):
        end += 1
    return at < end < stop and tree.tag(end - 1) in NOUNS and tree.tag(end) in FINITE


def opens_no_clause(tree: Tree, at: int, start: int, stop: int) -> bool:
    """Tell whether the word, to which adjuncts lead from `start`, begins something else than what was said."""
    relates = tree.text(at - 1) == "," and tree.tag(at) in WH_WORDS  # "said before riding home, where C"
    joins = tree.tag(at) == "CC" and tree.lower(at) not in {"both", "either", "neither"}  # "what people say and do"
    left = tree.tag(at) in FINITE and at > start  # the adjunct was none: "replying to those who have left"
    followed = tree.tag(at + 1) in {"IN", "WRB"} and tree.lower(at + 1) != "of"  # but "said some of them had left"
    none = tree.lower(at) == "nothing" and tree.has_finite_verb(Run(at, stop))  # but "said nothing of it was true"
    alone = tree.lower(at) in _THINGS and followed and not none  # "said this while riding away"
    doing = tree.tag(at) in {"IN", "WRB"} and tree.tag(at + 1) == "VBG"  # "said while riding", "said without telling"
    comma = tree.comma(at, stop)
    main = tree.tag(comma + 1) in _SUBJECT | {"PRP"} and tree.has_finite_verb(Run(comma, stop))
    main = main or (tree.lower(at) in {"by", "despite", "without"} and _has_subject_beyond(tree, at + 1, stop))
    return joins or relates or left or alone or (doing and not main)  # but "said despite being late, he would ride"


def _has_subject_beyond(tree: Tree, gerund: int, stop: int) -> bool:
    """Tell whether a verb's subject follows that the parse hangs outside a gerund's phrase: "by riding *they* won"."""
    subjects = (i for i in range(gerund + 1, stop) if tree.dep(i).startswith("nsubj"))
    return any(gerund not in tree.ancestors(i) for i in subjects)


def closes_marks(tree: Tree, word: int) -> bool:
    """Tell whether a mark closes a quotation that ends with the cue: 'Eomer “strongly condemned” the raid'."""
    inside = tree.first < word < tree.last - 1 and tree.text(word) in QUOTATION_MARKS
    return inside and tree[word - 1].end == tree[word].start and tree[word].end < tree[word + 1].start
