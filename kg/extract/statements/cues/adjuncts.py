"""Words round an act of speech that say when, where and in what it was said: no part of what was said."""

from functools import cache

from kg.extract.grammar import CLAUSE_MARKS, FINITE, NOUNS, Tree
from kg.extract.statements.cues.lexicon import is_one_of, speech_events
from kg.lexicon import table, words

_EVENT_PREPOSITIONS = frozenset(
    "after ahead at before by during following for from in on outside through via with".split()
)
_TO_WHOM = frozenset({"to"})
_BEFORE_TIME = frozenset(
    {"on", "in", "at", "late", "early", "earlier", "later", "this", "last", "next", "same", "the", "that"}
)
_PAST = frozenset({"ago", "later", "earlier", "before"})
_ADDRESSES = frozenset({"highness", "majesty", "excellency"})
_LONGEST = 30  # words of an adjunct
_LONGEST_PARENTHESIS = 8  # words between two commas
_LONGEST_ASIDE = 12  # words of one that compares: "raised, as he had in talks with Rohan, the matter"
_ADVERBS = frozenset({"RB", "RBR"})
_STOPPING_ADVERBS = frozenset({"not", "n't", "never", "how", "why", "when", "where", "as", "even", "up"})


@cache
def times() -> frozenset[str]:
    """Return the words that name a time by themselves."""
    named = {row[0] for name in ("times/weekdays.tsv", "times/months.tsv") for row in table(name)}
    return frozenset(named | words("times/time_nouns.txt"))


def skip_adjuncts(tree: Tree, start: int, stop: int) -> int:
    """Return where what was said may begin: after adverbs, times, occasions ("in a statement") and hearers."""
    at = start
    while at < stop:
        after = (
            _after_parenthesis(tree, at, stop)
            or _after_adverb(tree, at)
            or _after_time(tree, at, stop)
            or _after_occasion(tree, at, stop)
            or _after_doing(tree, at, stop)
            or _after_manner(tree, at, stop)
        )
        if after is None:
            return at
        at = after
    return at


def _after_parenthesis(tree: Tree, at: int, stop: int) -> int | None:
    """Return where a few words between two commas end: "stressed, among others, the need"."""
    place = tree.tag(at + 1) == "NNP"  # "in Bree, *Rohan*, that C"
    if tree.text(at) != "," or not (place or tree.tag(at + 1) in {"IN", "RB"} or tree.lower(at + 1) == "according"):
        return None
    longest = _LONGEST_ASIDE if tree.lower(at + 1) == "as" else _LONGEST_PARENTHESIS
    closing = next((i for i in range(at + 1, min(stop, at + longest)) if tree.text(i) in {",", ":"}), None)
    if closing is None and tree.tag(at + 1) in {
        "IN",
        "RB",
    }:  # "warned, on the sidelines of the king's great council, that C"
        commas = (i for i in range(at + 1, min(stop, at + _LONGEST_ASIDE)) if tree.text(i) == ",")
        far = next(commas, at)  # "said, that C": the comma itself
        closing = far if tree.lower(far + 1) == "that" else None
    if closing is None or closing + 1 >= stop or (place and tree.lower(closing + 1) != "that"):
        return None
    return closing if tree.is_quotation(closing + 1) else closing + 1


def _after_doing(tree: Tree, at: int, stop: int) -> int | None:
    """Return the "that" behind what somebody did then: "said *as he rode home* that"."""
    if tree.lower(at) not in {"after", "as", "before", "when", "while"} or tree.tag(at + 1) not in {"PRP", "VBG"}:
        return None
    near = range(at + 2, min(stop, at + _LONGEST_ASIDE))
    end = next((i for i in near if tree.lower(i) == "that" or tree.text(i) == "," or tree.is_quotation(i)), stop)
    verbs = sum(tree.tag(i) in FINITE for i in range(at + 1, end))
    return end if end < stop and tree.lower(end) == "that" and verbs == (tree.tag(at + 1) == "PRP") else None


def _after_manner(tree: Tree, at: int, stop: int) -> int | None:
    """Return the "that" behind a feeling: "noted *with great satisfaction* that"."""
    end = at + 1
    while tree.tag(end) in {"JJ", "NN", "CC"}:
        end += 1
    return end if tree.lower(at) == "with" and at + 1 < end < stop and tree.lower(end) == "that" else None


def _after_adverb(tree: Tree, at: int) -> int | None:
    word = tree.lower(at)
    return at + 1 if tree.tag(at) in _ADVERBS and word not in _STOPPING_ADVERBS else None


def _after_time(tree: Tree, at: int, stop: int) -> int | None:
    """Return where a time ends that starts here: "on Monday morning", "late on 5 May 2020", "last week"."""
    first = at
    if tree.lower(at) == "that" and tree.tag(at) == "IN" and tree.dep(at) != "det":  # "said that in 2018 C"
        return None
    past = tree.lower(at + 2) in _PAST and (tree.tag(at) in {"DT", "CD"})  # "a week earlier"
    while at < stop and (tree.lower(at) in _BEFORE_TIME or (past and at == first)):
        at += 1
    if at < stop and tree.tag(at) == "CD" and tree.lower(at + 1).rstrip(".") in times():
        at += 1
    time = at < stop and (tree.lower(at).rstrip(".") in times() or (at > first and is_year(tree, at)))
    if not time or _is_spoken_of(tree, first, at):
        return None
    while at < stop and (tree.lower(at).rstrip(".") in times() or tree.tag(at) == "CD" or (past and at == first + 2)):
        at += 1
        if tree.lower(at) == "," and is_year(tree, at + 1):
            at += 1
    return at


def _is_spoken_of(tree: Tree, first: int, time: int) -> bool:
    """Tell whether a time that starts at `first` is part of what was said, and does not say when.

    "The 2015 treaty", "the two days of talks", "time is ripe", "this year's harvest", "13 years in prison".
    """
    owned = tree.tag(time + 1) == "POS" or (tree.lower(time + 1) == "of" and tree.tag(first) in {"DT", "CD"})
    counted = tree.tag(time - 1) == "CD" and tree.tag(time) == "NNS" and tree.lower(time + 1) not in _PAST
    following = tree.tag(time + 1)
    noun = tree.lower(time - 1) == "the" and is_year(tree, time) and following in {*NOUNS, "JJ"}
    return owned or counted or noun or following in FINITE


def is_year(tree: Tree, word: int) -> bool:
    return tree.tag(word) == "CD" and len(tree.text(word)) == 4 and tree.text(word).isdigit()


def _after_occasion(tree: Tree, at: int, stop: int) -> int | None:
    """Return where a phrase ends that names an occasion or hearers ("at a briefing in Osgiliath", "to reporters")."""
    word = tree.lower(at)
    if (
        (word not in _EVENT_PREPOSITIONS and word not in _TO_WHOM)
        or tree.tag(at) == "TO"
        or tree.tag(at + 1).startswith("VB")
    ):
        return None
    end = at + 1
    event = word in _TO_WHOM
    while end < stop and end - at < _LONGEST and not _closes_phrase(tree, end):
        if (
            word in _TO_WHOM and tree.tag(end) == "TO" and tree.tag(end + 1) == "VB"
        ):  # "proposed to the council *to wait*"
            break
        if word == "with" and not event and tree.tag(end) == "PRP$" and tree.tag(end - 1) in NOUNS:
            return None  # "recalled with pleasure his meetings"
        event = event or (tree.lower(end) in speech_events() and tree.tag(end) in NOUNS)
        if event and _opens_clause(tree, end):
            break
        end += 1
    return end if event else None


def _closes_phrase(tree: Tree, at: int) -> bool:
    opens = tree.lower(at) in {"that", "what", "how", "why", "whether"}
    if tree.text(at) == "," and tree.tag(at - 1) == "CD" and is_year(tree, at + 1):  # "on 13 May, 3019"
        return False
    return opens or tree.is_quotation(at) or tree.text(at) in CLAUSE_MARKS


def _opens_clause(tree: Tree, at: int) -> bool:
    """Tell whether what was said seems to begin here, behind an occasion ("in a statement *the king* would")."""
    if tree.tag(at) in FINITE or (tree.tag(at) == "``" and tree.tag(at - 1) in NOUNS):
        return True
    whom = tree.tag(at - 1) == "PRP" or tree.lower(at - 1) in _ADDRESSES
    message = is_one_of(tree.lower(at), "statements/conveyed.txt") and tree.lower(at + 1) in {"from", "of"}
    if tree.tag(at) in NOUNS and (whom or message):  # "conveyed to them *concern* over the war", "*greetings* from X"
        return True
    sorts = {tree[at].entity, tree[at - 1].entity} - {""}  # "expressed to Eomer *Gondor's* condolences"
    name = tree.tag(at) == tree.tag(at - 1) == "NNP" and len(sorts) < 2
    return tree.tag(at) in {"DT", "PRP", "NNP", "PRP$"} and tree.tag(at - 1) in NOUNS and not name
