"""Reports carried by a noun: "her warning that C", "a call by the council for N", "statements he made that C"."""

from collections.abc import Iterator

from kg.extract.grammar import BE, FINITE, Run, Tree
from kg.extract.statements.cues.lexicon import inflected, reporting_nouns
from kg.extract.statements.sentence.attribution import Attribution
from kg.extract.statements.sentence.subordinates import next_clause
from kg.extract.statements.sources.phrases import noun_phrase, trimmed
from kg.extract.statements.sources.subjects import subject_of

_VERBS_OF_MAKING = {
    "make": ["made", "making"],
    "give": ["gave", "given", "giving"],
    "issue": [],
    "deliver": [],
    "repeat": [],
    "renew": [],
}
_MAKING = frozenset(form for verb, irregular in _VERBS_OF_MAKING.items() for form in inflected(verb, irregular))
_WANTING = frozenset(
    form
    for verb in ("want", "seek", "need", "demand", "request", "require", "await", "expect", "lack")
    for form in inflected(verb, ["sought", "sought", "seeking"] if verb == "seek" else [])
)
_CALLS = frozenset(
    {"conference", "courtesy", "farewell", "phone", "price", "roll", "telephone", "video"}
)  # "a phone call"
_OF_SPEAKER = frozenset({"by", "from"})
_BETWEEN = 12  # words between a noun and what opens its content


def noun_attributions(tree: Tree) -> Iterator[Attribution]:
    """Yield the reports of the sentence's nouns that have a speaker of their own."""
    for noun in range(tree.first, tree.last):
        openers = reporting_nouns().get(tree.lower(noun))
        if not openers or tree.tag(noun) not in {"NN", "NNS"} or tree.lower(noun - 1) in _CALLS:
            continue
        opener = _opener(tree, noun, openers)
        wanted = tree.lower(tree.head(noun) or noun) in _WANTING  # "they seek assurances that C"
        source = _source(tree, noun, opener) if opener is not None and not wanted else None
        if opener is None or source is None:
            continue
        content = Run(opener + (tree.tag(opener) != "TO"), _end(tree, noun, opener))
        yield Attribution(source, _cue(tree, noun, opener), (content,), "noun")


def _opener(tree: Tree, noun: int, openers: frozenset[str]) -> int | None:
    """Return the "that", "to" or preposition which opens the content, over a speaker in between."""
    for word in range(noun + 1, min(tree.end, noun + _BETWEEN)):
        lower = tree.lower(word)
        if lower == "that" and "that" in openers and (tree.tag(word) == "IN" or tree.dep(word) == "mark"):
            return word
        if lower == "to" and word == noun + 1 and ("to" in openers or tree.tag(word + 1) == "VB"):
            return word if "to" in openers and tree.head(noun) is not None else None
        if lower in openers and lower not in {"that", "to"} and tree.tag(word) == "IN":
            return word if lower != "of" or word == noun + 1 else None  # no "announcement at a meeting of riders"
        if tree.text(word) in {",", ";", ":"} or tree.is_quotation(word):
            return None
        if tree.tag(word) in FINITE and tree.lower(word) not in _MAKING:
            return None
    return None


def _source(tree: Tree, noun: int, opener: int) -> Run | None:
    owner = _owner(tree, noun)
    return owner if owner or tree.tag(opener) == "TO" else _named_between(tree, noun, opener) or _maker(tree, noun)


def _owner(tree: Tree, noun: int) -> Run | None:
    """Return the possessor: "Gondor's claim", "his claim"."""
    for owner in tree.children(noun, "nmod"):
        if tree.dep(owner) == "nmod:poss":
            run = noun_phrase(tree, owner)
            last = run.last - 1 if tree.tag(run.last - 1) == "POS" else run.last
            return trimmed(tree, Run(run.first, min(last, noun)))
    return None


def _named_between(tree: Tree, noun: int, opener: int) -> Run | None:
    """Return the speaker in "assurances from X that" and "statements X made that"."""
    if tree.lower(noun + 1) in _OF_SPEAKER:
        return trimmed(tree, Run(noun + 2, opener)) or None
    verb = opener - 1
    if verb - noun > 1 and tree.lower(verb) in _MAKING:
        return trimmed(tree, Run(noun + 1, verb)) or None
    return None


def _maker(tree: Tree, noun: int) -> Run | None:
    """Return the subject of a verb that makes the noun's statement ("issued a warning that")."""
    head = tree.head(noun)
    if head is None or tree.lower(head) not in _MAKING or head > noun:
        return None
    return subject_of(tree, head)


def _end(tree: Tree, noun: int, opener: int) -> int:
    """Return the end of the content: the sentence's, or before the verb whose subject the noun is."""
    for verb in tree.ancestors(noun):
        if verb > opener:
            comma = next_clause(tree, opener)  # "despite claims by X that C, the council"
            if comma < verb:
                return comma
            ends = [tree.subtree(child).last for child in _parts(tree, noun) if child > opener]
            before = [i for i in range(opener + 1, verb + 1) if tree.tag(i) in FINITE or tree.lower(i) in BE]
            return min([*before[-1:], *ends[-1:], verb])
    end = opener + 1
    while end < tree.end and tree.text(end) != ";":
        if tree.text(end) == "," and tree.lower(end + 1) in {"and", "but", "while", "which"}:
            break
        if tree.lower(end) == "and" and tree.tag(end + 1) in FINITE:
            break
        end += 1
    return end


def _parts(tree: Tree, noun: int) -> list[int]:
    return [child for child in tree.children(noun) if tree.dep(child).split(":")[0] in {"acl", "nmod", "ccomp"}]


def _cue(tree: Tree, noun: int, opener: int) -> Run:
    ends_with_opener = opener == noun + 1 and tree.lower(opener) not in {"that", "to"}
    return Run(noun, opener + 1 if ends_with_opener else noun + 1)
