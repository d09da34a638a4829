"""Whether a verb tells an encounter as held, as planned, or as no fact at all: refused, wished, proposed, possible."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile

from kg.extract.meetings.scene import TIME_UNITS, Scene
from kg.extract.meetings.scene.delegates import is_delegate
from kg.lexicon import table, words
from kg.model import MeetingStatus, RegionKind

NEGATION = frozenset({"not", "n't", "never", "no", "without", "neither", "nor", "hardly"})
_CAUSING = frozenset({"have", "make", "see", "help"})  # "the importance of having them meet"
_COUNTS = frozenset({"time", "times", "twice", "occasion", "occasions"})  # "have met four times this year"
_AHEAD = 15  # words from an encounter to its date
SENDING = frozenset({"send", "dispatch"})
_SETTING_OUT = frozenset({"travel", "go", "fly", "head"})
_DENYING = frozenset({"deny", "dismiss", "refute", "reject", "dispute"})
_CONDITION = frozenset({"if", "unless", "whether", "until", "lest"})
_REPORTING = frozenset({"VBD", "VBN", "VBG"})
_VOID_MODALS = frozenset({"should", "may", "might", "must", "can", "could", "ought", "would", "'d"})
_GOVERNED = frozenset({"xcomp", "ccomp", "csubj", "obj", "obl", "advcl", "acl", "nmod", "nsubj:pass"})


@cache
def governors() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table("meetings/modality.tsv")}


def verb_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Return the status of what the verb at `verb` tells, or None where it tells no fact."""
    own = own_status(scene, verb)
    if own is not MeetingStatus.HELD:
        return own
    if "due" in {scene.tree.lower(at) for at in (verb, *scene.tree.children(verb, "case"))}:
        return MeetingStatus.PLANNED  # "is due in Bree for talks", whichever the parse takes for the predicate
    if _is_subjunctive(scene, verb) or _is_denied(scene, verb):
        return None
    shared = scene.tree.head(verb) if scene.tree.dep(verb) == "conj" else None
    if scene.tree.tag(verb) == "VBG" and shared is not None and scene.tree.tag(shared) == "VBG":
        return verb_status(scene, shared)  # "will be staying there and meeting her"
    having = any(scene.tree.lower(at) == "having" for at in scene.tree.children(verb, "aux"))  # "denied having met"
    if scene.tree.tag(verb) == "VBG" or having:
        thought = _is_mere_thought(scene, verb)
        return None if thought else MeetingStatus.PLANNED if is_to_come(scene, verb) else MeetingStatus.HELD
    return _bare_status(scene, verb) if _is_bare(scene, verb) else MeetingStatus.HELD


def _is_bare(scene: Scene, verb: int) -> bool:
    """Whether the verb is an infinitive, or joined to one by "and": "to be met", "to meet Eomer and have talks"."""
    shared = scene.tree.head(verb) if scene.tree.dep(verb) == "conj" else None
    joined_to = shared is not None and scene.tree.tag(shared) == "VB" and not scene.tree.children(verb, "nsubj")
    return (
        scene.tree.tag(verb) == "VB"
        or (scene.tree.tag(verb) == "VBP" and joined_to)
        or _is_passive_infinitive(scene, verb)
    )


def _is_passive_infinitive(scene: Scene, verb: int) -> bool:
    return scene.tree.tag(verb) == "VBN" and (scene.tree.lower(verb - 2), scene.tree.lower(verb - 1)) == ("to", "be")


def is_to_come(scene: Scene, word: int) -> bool:
    """Whether a date behind the word is told as one to come: "is meeting her in Bree next week"."""
    after = range(word + 1, word + _AHEAD)
    return any(scene.tree.lower(at) in {"coming", "next"} and scene.lemma(at + 1) in TIME_UNITS for at in after)


def _is_denied(scene: Scene, verb: int) -> bool:
    """Whether somebody says that it is not so: "denied that he met her", "reports that he met her were dismissed"."""
    head = scene.tree.head(verb)
    that = any(scene.tree.lower(c) == "that" for c in scene.tree.children(verb, "mark"))
    if head is None or not (that or scene.tree.dep(verb) == "ccomp"):
        return False
    above = scene.tree.head(head) if scene.is_noun(head) else head
    return above is not None and scene.lemma(above) in _DENYING and not _is_negated(scene, above)


def _is_subjunctive(scene: Scene, verb: int) -> bool:
    """Whether somebody only demands it: "suggested that talks be held"."""
    be = next((at for at in scene.tree.children(verb, "aux:pass", "aux", "cop") if scene.tree.lower(at) == "be"), None)
    alone = be is not None and len(scene.tree.children(verb, "aux", "aux:pass", "cop")) == 1
    return alone and scene.tree.dep(verb) == "ccomp" and not _has_to(scene, be or verb)


def _bare_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Return the status of "meet" and "to meet"."""
    if _is_passive_infinitive(scene, verb):
        return _passive_status(scene, verb)
    governor = _governor(scene, verb)
    brought_about = governor is not None and scene.lemma(governor) in _CAUSING and not _has_to(scene, verb)
    if brought_about or scene.tree.lower(verb - 2) == "yet":  # "has yet to meet"
        return None
    if governor is not None and scene.lemma(governor) == "let":
        return verb_status(scene, governor)
    if not _has_to(scene, verb):  # "will visit Bree and meet"
        shared = joined(scene, verb)
        alone = scene.tree.dep(verb) == "parataxis" and not scene.tree.children(
            verb, "nsubj", "aux"
        )  # of a lost clause
        return verb_status(scene, shared) if shared is not None else None if alone else MeetingStatus.HELD
    if governor is None or _is_headline(scene, governor):  # "Minister to visit Gondor"
        return MeetingStatus.PLANNED
    return _infinitive_status(scene, verb, governor)


def _passive_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Return the status of "to be received": "expected to be", "refused to be", "talks to be held"."""
    governor = _governor(scene, verb)
    if governor is None or (scene.is_noun(governor) and scene.lemma(governor) not in governors()):
        return MeetingStatus.PLANNED
    return _infinitive_status(scene, verb, governor)


def _is_headline(scene: Scene, name: int) -> bool:
    """Whether all of the sentence hangs on a name, as in headlines that parsers take for "X, who is to"."""
    named = scene.tree.pos(name) == "PROPN" or (is_delegate(scene, name) and not scene.tree.finite)
    return scene.tree.head(name) is None and named


def judges(scene: Scene, word: int) -> bool:
    """Whether the word takes what it governs as done: "blamed him for meeting her"."""
    return governors().get(scene.lemma(word)) == "held"


def _is_mere_thought(scene: Scene, verb: int) -> bool:
    """Whether a participle depends on a wish or a thought: "interested in holding talks", "thinks about meeting"."""
    governor = _governor(scene, verb)
    if governor is not None and judges(scene, governor):
        return False
    if scene.tree.lower(verb - 1) in {"about", "of", "for", "against", "without", "from", "to"}:
        return True
    return governor is not None and governors().get(scene.lemma(governor)) == "void"


def _infinitive_status(scene: Scene, verb: int, governor: int) -> MeetingStatus | None:
    """Return the status of "to meet" under `governor`: "is due to", "refused to", "managed to", "came to"."""
    word = governors().get(scene.lemma(governor))
    wished = (verb - 2, *scene.tree.children(governor, "obj"))  # "made efforts to meet", "invitation to X to meet"
    if any(governors().get(scene.lemma(at)) == "void" and scene.is_noun(at) for at in wished):
        return None
    if word == "void" or _is_negated(scene, governor):
        return None
    paid = scene.lemma(governor) in {"pay", "make"} and "visit" in map(
        scene.lemma, scene.tree.children(governor, "obj")
    )
    visited = (paid or scene.lemma(governor) == "visit") and scene.tree.tag(governor) in {"VBD", "VBN"}
    if visited or word == "held":
        return own_status(scene, governor)  # "visited Bree to meet", "is pleased to pay a visit"
    if (
        word is None
        and scene.is_verb(governor)
        and (scene.tree.dep(verb) in {"xcomp", "acl"} or scene.lemma(governor) in SENDING)
    ):
        return verb_status(scene, governor)
    there = scene.is_place(governor) and bool(scene.tree.children(governor, "cop"))  # "is in Bree to meet"
    there |= is_due(scene, governor)
    if scene.is_noun(governor) and word is None and not there:  # "the first king to visit Bree", "her journey to meet"
        first = any(
            scene.tree.lower(c) in {"first", "last", "only", "second", "third"} for c in modifiers(scene, governor)
        )
        return own_status(scene, governor) if first else None  # "would be the first", "was the last king to visit"
    return MeetingStatus.PLANNED if own_status(scene, governor) is not None else None


def is_due(scene: Scene, word: int) -> bool:
    """Whether somebody "is due" somewhere."""
    return scene.tree.lower(word) in {"due", "expected"}


def is_ahead(scene: Scene, word: int) -> bool:
    """Whether somebody is to do something by the word: "is scheduled to"."""
    return governors().get(scene.lemma(word)) == "planned"


def own_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Read the verb's own auxiliaries and conditions."""
    doubted = any(scene.tree.lower(c) in _CONDITION for c in scene.tree.children(verb, "mark"))
    if doubted or _depends(scene, verb) or _is_negated(scene, verb) or _is_habit(scene, verb):
        return None
    helpers = {scene.tree.lower(c) for c in scene.tree.children(verb, "aux")}
    if helpers & {"will", "shall", "'ll", "wo"} or ("would" in helpers and _is_foretold(scene, verb)):
        return MeetingStatus.PLANNED
    if helpers & _VOID_MODALS:
        return None
    ahead = _is_to_be(scene, verb) or _sets_out(scene, verb)
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _sets_out(scene: Scene, verb: int) -> bool:
    """Whether a trip is told in the present, as those are that are agreed on: "flies to Bree on Monday"."""
    to = verb + 1 + (scene.tree.lower(verb + 1) == "on")
    told = scene.tree.sentence.region is RegionKind.BODY and scene.tree.tag(verb) == "VBZ"
    return told and scene.lemma(verb) in _SETTING_OUT and scene.tree.lower(to) == "to"


def _is_to_be(scene: Scene, verb: int) -> bool:
    """Whether "is to" or "is going to" puts it ahead: "is to be held", "are going to meet", "who is to meet"."""
    who = scene.block(verb - 3)
    somebody = scene.tree.lower(verb - 3) == "who" or (who is not None and who.is_human)
    if somebody and scene.tree.lower(verb - 2) in {"is", "are"} and scene.tree.lower(verb - 1) == "to":
        return True
    if [scene.tree.lower(at) for at in (verb - 2, verb - 1)] == ["to", "be"] and scene.lemma(verb - 3) == "be":
        return True
    going = [scene.tree.lower(at) for at in (verb, verb + 1)] == ["going", "to"]
    return going and scene.tree.tag(verb + 2) == "VB"


def _is_habit(scene: Scene, verb: int) -> bool:
    """Whether the verb tells what happens again and again, none in particular: "used to meet", "met five times"."""
    adverbs = {scene.tree.lower(c) for c in scene.tree.children(verb, "advmod")}
    used = scene.tree.lower(verb - 1) == "to" and scene.tree.lower(verb - 2) == "used"
    near = range(verb + 1, verb + 5)
    counted = any(
        scene.tree.lower(at) in _COUNTS and scene.tree.tag(at - 1) in {"CD", "JJ"} and scene.tree.lower(at - 2) != "the"
        for at in near
    )  # not "met for the third time"
    ever_since = scene.is_verb(verb) and scene.tree.lower(verb + 1) == "since"
    return bool(adverbs & words("meetings/habits.txt")) or used or counted or ever_since


def _is_foretold(scene: Scene, verb: int) -> bool:
    """Whether "would" tells a plan: "said, noting he would meet her", "would meet her on Monday"; not "would, if"."""
    clauses = (verb, *scene.tree.children(verb, "advcl"))
    if any(scene.tree.lower(c) in _CONDITION for clause in clauses for c in scene.tree.children(clause, "mark")):
        return False
    at = verb
    while scene.tree.dep(at) == "conj" and (first := scene.tree.head(at)) is not None:
        at = first  # "said that it was late and that he would meet her"
    head = scene.tree.head(at)
    said = head is not None and scene.tree.dep(at) in {"ccomp", "parataxis"} and scene.tree.tag(head) in _REPORTING
    unreal = any(scene.tree.lower(c) == "have" for c in scene.tree.children(verb, "aux"))  # "would have met her then"
    clause = takewhile(lambda word: scene.tree.pos(word) != "PUNCT", range(at + 1, max(at, verb) + _AHEAD))
    return said or (not unreal and any(map(scene.is_date, clause)))


def _depends(scene: Scene, verb: int) -> bool:
    """Whether it is so only if something else is: "if she comes, he will meet her"."""
    clauses = scene.tree.children(verb, "advcl") if scene.tree.children(verb, "aux") else ()
    return any(scene.tree.lower(c) in {"if", "unless"} for at in clauses for c in scene.tree.children(at, "mark"))


def _is_negated(scene: Scene, verb: int) -> bool:
    return any(scene.tree.lower(c) in NEGATION for c in scene.tree.children(verb, "advmod", "neg", "aux", "det", "cc"))


def _has_to(scene: Scene, verb: int) -> bool:
    at = verb - 1
    while scene.tree.tag(at) == "RB":
        at -= 1
    return scene.tree.lower(at) == "to"


def joined(scene: Scene, verb: int) -> int | None:
    """Return the infinitive to which "and" or a hyphen joins the verb, so that it shares its auxiliary or its "to"."""
    head = scene.tree.head(verb)
    hyphened = scene.tree.tag(verb - 1) == "HYPH"  # "will co-chair"
    if head is None or head > verb or not (hyphened or scene.tree.dep(verb) == "conj"):
        return None
    if scene.tree.tag(head) == "VB":
        return head
    ahead = (at for at in range(verb - 1, scene.first - 1, -1) if scene.tree.tag(at) == "VB")
    shared = (
        at for at in ahead if _has_to(scene, at) or any(scene.tree.tag(c) == "MD" for c in scene.tree.children(at))
    )
    return next(shared, None)  # parsers often join it to a verb above, or to a participle between


def _governor(scene: Scene, verb: int) -> int | None:
    """Return the word that governs the verb, past verbs that it is joined to by "and"."""
    head = scene.tree.head(verb)
    at = verb
    while head is not None and scene.tree.dep(at) == "conj" and scene.is_verb(head):
        at, head = head, scene.tree.head(head)
    return head if scene.tree.dep(at).split(":")[0] in _GOVERNED else None


def modifiers(scene: Scene, noun: int) -> Sequence[int]:
    """Return the words that describe the noun."""
    return scene.tree.children(noun, "amod", "det", "compound", "advmod", "acl")
