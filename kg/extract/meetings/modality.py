"""Whether an encounter is told as held, as planned, or as no fact at all: refused, wished, proposed, possible."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from kg.extract.meetings.phrases import lead
from kg.extract.meetings.scene import Scene
from kg.lexicon import table, words
from kg.model import MeetingStatus

_NEGATION = frozenset({"not", "n't", "never", "no", "without", "neither", "nor", "hardly"})
_BESIDES = frozenset({("addition", "to"), ("prior", "to"), ("apart", "from"), ("aside", "from")})
_HABITS = frozenset({"always", "often", "frequently", "regularly", "continuously", "constantly", "usually"})
_CAUSING = frozenset({"have", "make", "see", "help"})  # "the importance of having them meet"
_COUNTS = frozenset({"time", "times", "twice", "occasion", "occasions"})  # "have met four times this year"
_HEARD = 8  # words between "rumors" and what they are about
_CONDITION = frozenset({"if", "unless", "whether", "until", "lest"})
_REPORTING_PAST = frozenset({"VBD", "VBN"})
_VOID_MODALS = frozenset({"should", "may", "might", "must", "can", "could", "ought", "would", "'d"})
_EXPECTED = frozenset({"expect", "schedule", "slate", "set", "plan"})  # "his visit, which is expected in May"
_TIMES = frozenset({"day", "week", "month", "year", "hour"})
_ATTENDING = frozenset({"participate", "take", "attend", "sit", "engage"})  # "did not take part in the meeting"
_GOVERNED = frozenset({"xcomp", "ccomp", "csubj", "obj", "obl", "advcl", "acl", "nmod", "nsubj:pass"})


@cache
def _governors() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table("meeting_modality.tsv")}


def verb_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Return the status of what the verb at `verb` tells, or None where it tells no fact."""
    own = _own_status(scene, verb)
    if own is not MeetingStatus.HELD:
        return own
    if _is_subjunctive(scene, verb):
        return None
    if scene.tree.tag(verb) == "VBG" and (scene.tree.lower(verb - 2), scene.tree.lower(verb - 1)) in _BESIDES:
        above = next(filter(scene.is_verb, scene.tree.ancestors(verb)), None)
        return verb_status(scene, above) if above is not None else own
    if scene.tree.tag(verb) == "VBG":
        return None if _is_mere_thought(scene, verb) else MeetingStatus.HELD
    return _bare_status(scene, verb) if scene.tree.tag(verb) == "VB" else MeetingStatus.HELD


def _is_subjunctive(scene: Scene, verb: int) -> bool:
    """Whether somebody only demands it: "suggested that talks be held"."""
    be = next((at for at in scene.tree.children(verb, "aux:pass", "aux", "cop") if scene.tree.lower(at) == "be"), None)
    alone = be is not None and len(scene.tree.children(verb, "aux", "aux:pass", "cop")) == 1
    return alone and scene.tree[verb].dep == "ccomp" and not _has_to(scene, be or verb)


def _bare_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Return the status of "meet" and "to meet"."""
    governor = _governor(scene, verb)
    brought_about = governor is not None and scene.lemma(governor) in _CAUSING and not _has_to(scene, verb)
    if brought_about or _is_past_plan(scene, verb):
        return None
    if governor is not None and scene.lemma(governor) == "let":
        return verb_status(scene, governor)
    if not _has_to(scene, verb):  # "will visit Bree and meet"
        shared = _joined(scene, verb)
        alone = scene.tree[verb].dep == "parataxis" and not scene.tree.children(
            verb, "nsubj", "aux"
        )  # of a lost clause
        return verb_status(scene, shared) if shared is not None else None if alone else MeetingStatus.HELD
    if governor is None or _is_headline(scene, governor):  # "Minister to visit Gondor"
        return MeetingStatus.PLANNED
    return _infinitive_status(scene, verb, governor)


def _is_headline(scene: Scene, name: int) -> bool:
    """Whether all of the sentence hangs on a name, as in headlines that parsers take for "X, who is to"."""
    return scene.tree.head(name) is None and scene.tree[name].pos == "PROPN"


def judges(scene: Scene, word: int) -> bool:
    """Whether the word takes what it governs as done: "blamed him for meeting her"."""
    return _governors().get(scene.lemma(word)) == "held"


def _is_mere_thought(scene: Scene, verb: int) -> bool:
    """Whether a participle depends on a wish or a thought: "interested in holding talks", "thinks about meeting"."""
    governor = _governor(scene, verb)
    if governor is not None and judges(scene, governor):
        return False
    if scene.tree.lower(verb - 1) in {"about", "of", "for", "against", "without", "from", "to"}:
        return True
    return governor is not None and _governors().get(scene.lemma(governor)) == "void"


def _infinitive_status(scene: Scene, verb: int, governor: int) -> MeetingStatus | None:
    """Return the status of "to meet" under `governor`: "is due to", "refused to", "managed to", "came to"."""
    word = _governors().get(scene.lemma(governor))
    wished = (verb - 2, *scene.tree.children(governor, "obj"))  # "made efforts to meet", "invitation to X to meet"
    if any(_governors().get(scene.lemma(at)) == "void" and scene.is_noun(at) for at in wished):
        return None
    if word == "void" or _is_negated(scene, governor):
        return None
    if scene.lemma(governor) == "visit" and scene.tree.tag(governor) in {"VBD", "VBN"}:  # "visited Bree to meet"
        return _own_status(scene, governor)
    governor = _leading(scene, governor) or governor
    if word is None and scene.is_verb(governor) and scene.tree[verb].dep in {"xcomp", "acl"}:
        return verb_status(scene, governor)
    there = scene.is_place(governor) and bool(scene.tree.children(governor, "cop"))  # "is in Bree to meet"
    if scene.is_noun(governor) and word is None and not there:  # "the first king to visit Bree", "her journey to meet"
        first = any(
            scene.tree.lower(c) in {"first", "last", "only", "second", "third"} for c in _modifiers(scene, governor)
        )
        return MeetingStatus.HELD if first else None
    return MeetingStatus.PLANNED if _own_status(scene, governor) is not None else None


def _is_past_plan(scene: Scene, verb: int) -> bool:
    """Whether the plan is told as one that was: "had been due to meet"."""
    plan = verb - 2
    return _governors().get(scene.lemma(plan)) == "planned" and scene.tree.lower(plan - 2) == "had"


def _leading(scene: Scene, group: int) -> int | None:
    """Return the verb that says who leads the group: "headed a delegation to visit Bree"."""
    leads = scene.tree.head(group)
    led = leads is not None and scene.lemma(leads) in {"lead", "head"}
    return leads if led and scene.lemma(group) in words("meeting_groups.txt") else None


def noun_status(scene: Scene, noun: int, verb: int | None) -> MeetingStatus | None:
    """Return the status of the encounter that the noun at `noun` names; `verb` is the one it hangs on."""
    described = [_governors().get(scene.lemma(c)) for c in _modifiers(scene, noun) if scene.lemma(c) != "open"]
    denied = any(scene.tree.lower(c) in _NEGATION | {"any", "every"} for c in _modifiers(scene, noun))
    if "void" in described or denied or _is_hearsay(scene, noun):
        return None
    if "planned" in described or scene.tree.lower(noun - 1) in {"planned", "upcoming"}:
        return MeetingStatus.PLANNED
    if any(_voids(scene, noun, head) for head in _heads(scene, noun, verb)):
        return None
    if _is_ahead(scene, noun):
        return MeetingStatus.PLANNED
    if verb is None or (_merely_at(scene, noun) and scene.lemma(verb) not in _ATTENDING):
        return _occasion_status(scene, noun, verb)
    return verb_status(scene, verb)


def _voids(scene: Scene, noun: int, head: int) -> bool:
    """Whether the word above the noun makes the encounter no fact: "refused a meeting", "without a meeting"."""
    opens = scene.lemma(head) == "open" and scene.tree[noun].dep.startswith("nsubj")  # not "is open to talks"
    convenes = scene.lemma(head) == "call" and scene.tree[noun].dep == "obj"  # "called a meeting", not "called for"
    governs = scene.is_noun(head) or not _merely_at(scene, noun)
    if _governors().get(scene.lemma(head)) == "void" and governs and not opens and not convenes:
        return True
    return any(scene.tree.lower(c) == "without" for c in scene.tree.children(head, "case"))


def _occasion_status(scene: Scene, noun: int, verb: int | None) -> MeetingStatus:
    """Return the status of an occasion: "will be discussed in the meeting", but "will fly there after it"."""
    within = any(scene.tree.lower(c) in {"in", "during", "at"} for c in scene.tree.children(noun, "case"))
    ahead = within and verb is not None and _own_status(scene, verb) is MeetingStatus.PLANNED
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _own_status(scene: Scene, verb: int) -> MeetingStatus | None:
    """Read the verb's own auxiliaries and conditions."""
    if _is_negated(scene, verb) or _is_habit(scene, verb):
        return None
    helpers = {scene.tree.lower(c) for c in scene.tree.children(verb, "aux")}
    if helpers & {"will", "shall", "'ll", "wo"}:
        return MeetingStatus.PLANNED
    if "would" in helpers and _is_reported(scene, verb):
        return MeetingStatus.PLANNED
    if helpers & _VOID_MODALS or {scene.tree.lower(c) for c in scene.tree.children(verb, "mark")} & _CONDITION:
        return None
    if scene.tree.lower(verb + 1) == "to" and (
        scene.lemma(verb) == "be" or (scene.tree.lower(verb) == "going" and scene.tree.tag(verb + 2) == "VB")
    ):
        return MeetingStatus.PLANNED
    return MeetingStatus.HELD


def _is_hearsay(scene: Scene, noun: int) -> bool:
    """Whether the noun is what others only talk of: "rumors in Bree of meetings", wherever the parse hangs it."""
    near = takewhile(lambda at: not scene.is_verb(at), range(noun - 1, max(scene.first, noun - _HEARD) - 1, -1))
    return any(scene.lemma(at) in {"rumor", "rumour", "speculation"} for at in near)


def _is_habit(scene: Scene, verb: int) -> bool:
    """Whether the verb tells what happens again and again, none in particular: "used to meet", "met five times"."""
    adverbs = {scene.tree.lower(c) for c in scene.tree.children(verb, "advmod")}
    used = scene.tree.lower(verb - 1) == "to" and scene.tree.lower(verb - 2) == "used"
    near = range(verb + 1, min(scene.last, verb + 5))
    counted = any(scene.tree.lower(at) in _COUNTS and scene.tree.tag(at - 1) in {"CD", "JJ"} for at in near)
    return bool(adverbs & _HABITS) or used or counted


def _is_reported(scene: Scene, verb: int) -> bool:
    """Whether a past verb of saying governs: "said he would meet" is a plan, "would meet if" is not."""
    head = scene.tree.head(verb)
    return (
        head is not None
        and scene.tree[verb].dep in {"ccomp", "parataxis"}
        and scene.tree.tag(head) in _REPORTING_PAST
        and not any(scene.tree.lower(c) in _CONDITION for child in scene.tree.children(verb, "advcl")
                    for c in scene.tree.children(child, "mark"))
    )  # fmt: skip


def _is_negated(scene: Scene, verb: int) -> bool:
    return any(scene.tree.lower(c) in _NEGATION for c in scene.tree.children(verb, "advmod", "neg", "aux", "det", "cc"))


def _has_to(scene: Scene, verb: int) -> bool:
    at = verb - 1
    while at >= scene.first and scene.tree.tag(at) == "RB":
        at -= 1
    return scene.tree.lower(at) == "to" if at >= scene.first else False


def _joined(scene: Scene, verb: int) -> int | None:
    """Return the infinitive to which "and" joins the verb, so that it shares its auxiliary or its "to"."""
    head = scene.tree.head(verb)
    if head is None or head > verb or scene.tree[verb].dep != "conj":
        return None
    if scene.tree.tag(head) == "VB":
        return head
    between = (at for at in range(verb - 1, head, -1) if scene.tree.tag(at) == "VB" and _has_to(scene, at))
    return next(between, None)  # parsers often join it to the verb above


def _governor(scene: Scene, verb: int) -> int | None:
    """Return the word that governs the verb, past verbs that it is joined to by "and"."""
    head = scene.tree.head(verb)
    at = verb
    while head is not None and scene.tree[at].dep == "conj" and scene.is_verb(head):
        at, head = head, scene.tree.head(head)
    return head if scene.tree[at].dep.split(":")[0] in _GOVERNED else None


def _modifiers(scene: Scene, noun: int) -> Iterator[int]:
    for child in scene.tree.children(noun, "amod", "det", "compound", "advmod", "acl"):
        block = scene.block(child - 1)  # "following a call with Eomer, Faramir called on": parsers hang it on the noun
        if not (scene.tree.tag(child) == "VBD" and block is not None and scene.tree.lower(block.first - 1) == ","):
            yield child


def _heads(scene: Scene, noun: int, verb: int | None) -> Iterator[int]:
    for head in scene.tree.ancestors(noun):
        yield head
        if head == verb or scene.is_verb(head):
            return


def _merely_at(scene: Scene, noun: int) -> bool:
    """Whether the noun is only the occasion of what the verb says: "asked in the meeting", "called during talks"."""
    if scene.tree[noun].dep.startswith(("obl", "nmod")) and scene.tree.head(noun) is not None:
        cases = {scene.tree.lower(c) for c in (lead(scene, noun), *scene.tree.children(noun, "case"))}
        return bool(cases & {"in", "during", "at", "after", "following", "on", "upon", "amid", "within", "before"})
    return False


def _is_ahead(scene: Scene, noun: int) -> bool:
    """Whether the words round the noun put it in the future: "ahead of his visit, which is expected to"."""
    before = range(max(scene.first, noun - 8), noun)
    if any(scene.tree.lower(at) in {"ahead", "eve"} and scene.tree.lower(at + 1) == "of" for at in before):
        return not any(scene.is_verb(at) for at in before if scene.tree.lower(at - 1) == "of")
    after = range(noun + 1, min(scene.last, noun + 15))
    if any(scene.tree.lower(at) in {"coming", "next"} and scene.lemma(at + 1) in _TIMES for at in after):
        return True
    return any(
        scene.lemma(clause) in _EXPECTED or _own_status(scene, clause) is MeetingStatus.PLANNED
        for clause in scene.tree.children(noun, "acl")
        if all(scene.tree.tag(c).startswith("W") for c in scene.tree.children(clause, "mark", "nsubj"))
    )
