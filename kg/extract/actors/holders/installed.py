"""Holders whom a verb puts into an office, or out of it: "Denethor has joined the council as its steward"."""

from functools import cache

from kg.extract.actors.holders.acting import antecedent
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.words import STOP
from kg.extract.grammar import Tree
from kg.lexicon import table
from kg.model import RoleStatus

_REFLEXIVE = frozenset({"himself", "herself"})
_COMPLEMENTS = frozenset({"xcomp", "obj", "appos"})
_INSERTED = 15  # words between commas
_RAISING = frozenset({"promote", "elevate", "appoint"})  # "to steward"
_DEEP = 4  # words above a title up to its verb: "from his post as steward"


def installed(reading: Reading, title: Title) -> tuple[Name, RoleStatus] | None:
    """Return who is put into the office of the title, or out of it, as the verb above the title says.

    Plans and refusals ("will be appointed", "declined to serve") put nobody anywhere.
    """
    token = reading.token(title.head)
    if token is None:
        return None
    tree = reading.tree(title.head)
    verb = _verb_above(tree, token.index)
    if verb is None or not tree.is_sure(verb) or tree.lower(verb - 1) == "to":
        return None
    whom, *left = _verbs()[tree[verb].lemma]
    person = _subject(reading, tree, verb) if whom == "subject" or _is_passive(tree, verb) else None
    if whom == "object" and person is None:
        objects = tree.children(verb, "obj")
        own = any(tree.lower(child) in _REFLEXIVE for child in objects)  # "Denethor proclaimed himself steward"
        person = _subject(reading, tree, verb) if own else next((_named(reading, tree, each) for each in objects), None)
    return (person, RoleStatus.FORMER if left else title.status) if person else None


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1:]) for row in table("offices/installing_verbs.tsv")}


def _verb_above(tree: Tree, head: int) -> int | None:
    """Return the verb whose complement the title is, or to which "as" ties it."""
    tied = any(tree.lower(child) == "as" for child in tree.children(head, "case", "mark"))
    below = head
    raised = any(tree.lower(child) == "to" for child in tree.children(head, "case"))
    for above, _ in zip(tree.ancestors(head), range(_DEEP), strict=False):
        tied = tied or (raised and tree[above].lemma in _RAISING)
        if tree[above].lemma in _verbs() and tree.tag(above).startswith("VB"):
            return above if tied or tree[below].dep in _COMPLEMENTS else None
        own = tree.children(below, "case")  # "as steward before the chief justice": he is none
        tied = tied or (not own and any(tree.lower(child) == "as" for child in tree.children(above, "case", "mark")))
        below = above
    return None


def _is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "aux:pass", "nsubj:pass")) or tree[verb].dep == "acl"


def _subject(reading: Reading, tree: Tree, verb: int) -> Name | None:
    """Return who stands before the verb, is its subject or that of one it is joined to, or whom its clause tells of."""
    beside = _beside(reading, tree, verb)
    if beside is not None:
        return beside
    for subject in tree.children(verb, "nsubj"):
        if tree.lower(subject) != "who":
            return _named(reading, tree, subject)
    head = tree.head(verb)
    if head is None or tree[verb].dep not in {"conj", "acl", "acl:relcl"}:
        return None
    return _subject(reading, tree, head) if tree[verb].dep == "conj" else _named(reading, tree, head)


def _beside(reading: Reading, tree: Tree, verb: int) -> Name | None:
    """Return whose name stands just before the verb, or before an apposition or insertion between commas."""
    first = verb
    while tree.tag(first - 1).startswith(("VB", "MD", "RB")):
        first -= 1
    at = reading.words.at(tree[first].start) - 1
    while at in reading.title_words:
        at -= 1
    if reading.words[at].text != ",":
        return reading.person_at(at)
    inserted = (i for i in range(at - 1, at - _INSERTED, -1) if reading.words[i].text in {",", STOP.text})
    return reading.person_at(at - 1) or reading.person_at(next(inserted, at) - 1)


def _named(reading: Reading, tree: Tree, word: int) -> Name | None:
    """Return the person whom the word names, or to whose name it is in apposition."""
    for each in (word, *tree.children(word, "flat"), tree.head(word) if tree[word].dep == "appos" else None):
        name = None if each is None else reading.person_at(reading.words.at(tree[each].start))
        if name is not None:
            return name
    return antecedent(reading, reading.words.at(tree[word].start))
