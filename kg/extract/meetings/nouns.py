"""Encounters told by a noun: a meeting with, talks between, his visit to; and "the meeting", which points back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg.extract.meetings.attendance import attending, bodies
from kg.extract.meetings.clauses import noun_parties, phrase_after, possessor, subject, with_parties
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.governing import WITHIN, governing_verb, holds, lead, leading_subject, prepositions
from kg.extract.meetings.modality import noun_status
from kg.extract.meetings.parties import read_parties
from kg.extract.meetings.party import Party, are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.trips import visits
from kg.lexicon import table, words
from kg.model import MeetingKind, MeetingStatus

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_TELL = frozenset({"tell", "inform", "assure", "ask", "urge", "discuss", "exchange", "explore", "review"})
_TOGETHER = frozenset({"discuss", "exchange", "explore", "review", "agree", "negotiate", "speak", "talk"})
_OUTCOME = frozenset({"after", "following", "during", "in"})
_MEMBERSHIP = frozenset({"include", "comprise"})
_TAKING_PLACE = frozenset({"hold", "take", "convene", "begin", "start"})
_TOWARDS = frozenset({("on", "call"), ("to", "audience")})
_TOPIC = frozenset({"on", "over", "about", "regarding", "concerning"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "next", "previous", "last", "coming", "upcoming"})
_OWNED = frozenset({"of", "by"})


@cache
def _nouns() -> Mapping[str, tuple[MeetingKind, str]]:
    return {row[0]: (MeetingKind(row[1]), "".join(row[2:])) for row in table("meeting_nouns.tsv")}


def tell_by_noun(scene: Scene, noun: int) -> Iterator[Telling]:
    """Yield what the noun at `noun` tells; nothing where it tells no encounter, or one that is not fact."""
    known = _nouns().get(scene.lemma(noun)) or _nouns().get(scene.tree.lower(noun))
    if known is None or not scene.is_noun(noun) or _is_modifier(scene, noun):
        return
    kind, sort = _kind(scene, noun, known[0]), known[1]
    verb = governing_verb(scene, noun)
    status = noun_status(scene, noun, verb)
    if status is None or kind is None:
        return
    if kind is MeetingKind.VISIT:
        yield from _visit(scene, noun, verb, status)
        return
    remarks = _is_of_remarks(scene, noun, verb)
    telling = Telling(noun, kind, status, (), "meeting-noun", verb, remarks=remarks, end=noun + 1)
    if sort == "process" and _is_of_something(scene, noun):
        return
    for told in _meeting(scene, telling, body=sort == "body"):
        if not (told.refers and sort == "process"):
            yield told


def _is_of_something(scene: Scene, noun: int) -> bool:
    """Whether the noun only completes another: "lack of progress in negotiations", "his team in talks"."""
    at = lead(scene, noun)
    before = at - 1 if scene.tree.tag(at - 1) not in {"''", "``"} else at - 2
    return (
        scene.tree.lower(at) in {"in", "of", "for", "on"}
        and scene.is_noun(before)
        and scene.tree.lower(before) not in words("remark_nouns.txt")
    )


def tell_by_members(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who "the delegation included" that met as told before."""
    if scene.lemma(word) not in _MEMBERSHIP or not scene.is_verb(word):
        return
    groups = [c for c in scene.tree.children(word, "nsubj") if scene.lemma(c) in words("meeting_groups.txt")]
    members = read_parties(scene, word + 1, scene.last)[0] if groups else ()
    if are_people(members):
        yield Telling(word, MeetingKind.MEETING, MeetingStatus.HELD, members, "meeting-reference", refers=True)


def tell_by_presence(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who "was present" or "in attendance" at the meeting told before."""
    if scene.tree.lower(word) not in {"attendance", "present"}:
        return
    if scene.tree.lower(word) == "attendance" and scene.tree.lower(word - 1) != "in":
        return
    subjects = scene.tree.children(word, "nsubj")
    if subjects and scene.tree.children(word, "cop"):
        there = noun_parties(scene, subjects[0], word)
        yield Telling(word, MeetingKind.MEETING, MeetingStatus.HELD, there, "meeting-reference", refers=True)


def _meeting(scene: Scene, telling: Telling, *, body: bool) -> Iterator[Telling]:
    noun, verb = telling.trigger, telling.verb
    theirs, end = with_parties(scene, noun)
    theirs = _distinct(theirs)  # "with Eomer, the envoy of Rohan" is one
    ours = possessor(scene, noun)
    governing = leading_subject(scene, noun, verb)
    if are_people(governing) and _is_by_pronoun(scene, noun):
        ours = ()  # "In his meeting with X, Y said": Y's
    definite = _is_definite(scene, noun)
    present = attending(scene, noun)
    if not theirs and not definite:
        theirs = _other_side(scene, noun, verb, owned=bool(ours))
    heard = governing if prepositions(scene, noun) & WITHIN or holds(scene, noun, verb) else ()
    if _is_between(scene, noun) and not _is_joined(scene, verb):
        governing = ()
    parties = _distinct(ours + governing + theirs + present)
    if theirs and len(parties) > 1 and (len(parties) > len(theirs) or _is_between(scene, noun)):
        telling = replace(telling, rule="meeting-held" if _is_held(scene, telling) else telling.rule)
        for group in [(party,) for party in theirs] if _is_separate(scene, noun) else [theirs]:
            yield replace(telling, parties=_distinct(ours + governing + group + present), end=end)
    elif body and "sidelines" not in prepositions(scene, noun) and heard and (held_by := bodies(scene, noun)):
        yield replace(telling, parties=_distinct(heard + held_by), rule="meeting-body")
    elif len(governing) > 1 and _is_theirs(scene, telling, definite=definite):
        yield replace(telling, parties=_distinct(governing + present), rule="meeting-held")
    elif len(present) > 1 and not definite and (are_people(present) or holds(scene, noun, verb)):
        rule = "meeting-held" if are_people(present) else "meeting-body"
        yield replace(telling, parties=_distinct((*governing, *present)), rule=rule)
    elif (definite and _is_bare(scene, noun)) or present:
        joined = tuple(p for p in present + (governing if holds(scene, noun, verb) else ()) if not p.is_country)
        yield replace(telling, parties=joined, rule="meeting-reference", refers=True)


def _is_by_pronoun(scene: Scene, noun: int) -> bool:
    return any(scene.tree.tag(at) == "PRP$" for at in range(max(scene.first, noun - 4), noun))


def _is_between(scene: Scene, noun: int) -> bool:
    """Whether the noun itself names both sides: "talks between X and Y", "the meeting of X and Y"."""
    near = range(noun + 1, min(scene.last, noun + 8))
    return any(scene.tree.lower(at) in {"between", "among"} for at in near) or scene.tree.lower(noun + 1) == "of"


def _is_joined(scene: Scene, verb: int | None) -> bool:
    """Whether one joins others by what the verb says: "attended a gathering of elders"."""
    return verb is not None and scene.lemma(verb) in {"attend", "join", "chair", "address"}


def _is_held(scene: Scene, telling: Telling) -> bool:
    """Whether the clause says that the meeting took place: "talks between X and Y were held"."""
    held = telling.verb is not None and scene.lemma(telling.verb) in _TAKING_PLACE
    return held and scene.tree[telling.trigger].dep.startswith("nsubj")


def _is_separate(scene: Scene, noun: int) -> bool:
    """Whether each of the other side had a meeting of their own: "separate meetings with X and Y"."""
    return scene.tree.tag(noun) == "NNS" and "separate" in {scene.tree.lower(noun - 1), scene.tree.lower(noun - 2)}


def _other_side(scene: Scene, noun: int, verb: int | None, *, owned: bool) -> tuple[Party, ...]:
    """Return the other side of a meeting without "with": "a meeting of X and Y", "told Y in a meeting"."""
    after = scene.tree.lower(noun + 1)
    if after == "from":  # "received a phone call from X"
        return phrase_after(scene, noun, frozenset({after}))
    if (after, scene.lemma(noun)) in _TOWARDS and are_people(host := phrase_after(scene, noun, frozenset({after}))):
        return host
    members = () if owned else phrase_after(scene, noun, _OWNED)
    return members if are_present(members) else _addressee(scene, verb)


def _visit(scene: Scene, noun: int, verb: int | None, status: MeetingStatus) -> Iterator[Telling]:
    owners = possessor(scene, noun) or phrase_after(scene, noun, _OWNED)
    governing = leading_subject(scene, noun, verb)
    if are_people(governing) and _is_by_pronoun(scene, noun) and prepositions(scene, noun) & WITHIN:
        owners = governing  # "In his visit to Bree, Y met": Y's
    if not owners and verb is not None:
        on = "on" in prepositions(scene, noun)
        owners = subject(scene, verb) if on else governing
    if not owners and _is_definite(scene, noun):
        return
    rule = "visit-own" if _is_by_pronoun(scene, noun) else "visit-noun"
    telling = Telling(noun, MeetingKind.VISIT, status, owners, rule, verb, end=noun + 1)
    before = scene.block(noun - 1)
    if before is not None and before.country and not scene.is_demonym(before):  # "his Gondor visit"
        yield replace(telling, host=noun - 1)
        return
    for at in range(noun + 1, min(scene.last, noun + 15)):
        if scene.tree.lower(at) == ("in" if scene.lemma(noun) == "arrival" else "to"):
            yield from visits(scene, telling, at)
            return
        if scene.is_verb(at) and scene.block(at) is None:
            return


def _kind(scene: Scene, noun: int, kind: MeetingKind) -> MeetingKind | None:
    """Return the kind that the words before the noun make of it: "phone talks" are a call, "a call for" is none."""
    before = {scene.tree.lower(at) for at in (noun - 1, noun - 2)}
    after = {scene.tree.lower(at) for at in (noun + 1, noun + 2)}
    if before & {"phone", "telephone", "telephonic", "video"} or ("by" in after and after & {"phone", "telephone"}):
        return MeetingKind.PHONE_CALL
    if "courtesy" in before and scene.lemma(noun) == "call":
        return MeetingKind.MEETING
    if scene.lemma(noun) == "conference":
        return None
    if kind is MeetingKind.PHONE_CALL:  # a bare "call": only "in a call", "a call with"
        at_call = scene.tree.lower(noun - 1) in {"a", "the"} and scene.tree.lower(noun - 2) in {"in", "during"}
        return kind if at_call or scene.tree.lower(noun + 1) == "with" else None
    return kind


def _is_modifier(scene: Scene, noun: int) -> bool:
    """Whether the noun only describes another: "meeting room", "talks team"."""
    return scene.tree[noun].dep == "compound" and scene.is_noun(noun + 1)


def _is_theirs(scene: Scene, telling: Telling, *, definite: bool) -> bool:
    """Whether those of a plural subject met one another: they held it, "discussed in a meeting", "after their talks".

    Of "said in a joint statement after a meeting" it is theirs, too.
    """
    noun, verb = telling.trigger, telling.verb
    led = prepositions(scene, noun)
    if "their" in {scene.tree.lower(at) for at in range(max(scene.first, noun - 3), noun)}:
        return bool(led & _OUTCOME)
    if definite or verb is None:
        return False
    if holds(scene, noun, verb) or (led & WITHIN and scene.lemma(verb) in _TOGETHER):
        return True
    jointly = any(scene.tree.lower(at) == "joint" for at in range(verb, noun))
    return bool(led & _OUTCOME) and (jointly or telling.kind is MeetingKind.PHONE_CALL)


def _is_of_remarks(scene: Scene, noun: int, verb: int | None) -> bool:
    """Whether the clause tells where earlier words were said: "made the remarks in a meeting with"."""
    if verb is None:
        return False
    return any(
        scene.tree.lower(c) in words("remark_nouns.txt") for c in scene.tree.children(verb, "obj", "nsubj")
    ) or any(scene.tree.lower(head) in words("remark_nouns.txt") for head in scene.tree.ancestors(noun))


def _is_definite(scene: Scene, noun: int) -> bool:
    at = noun - 1
    while at >= scene.first and (scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "CD", "VBN", "NNP"}):
        at -= 1
    return scene.tree.lower(at) in _DEFINITE


def _is_bare(scene: Scene, noun: int) -> bool:
    """Whether nothing tells the meeting from others: "the two-hour meeting", not "the Bree talks", "the first"."""
    if prepositions(scene, noun) & _TOPIC:  # of other talks
        return False
    at = noun - 1
    while at >= scene.first and scene.tree.lower(at) not in _DEFINITE:
        if scene.tree.lower(at) in _ORDINALS:
            return False
        if scene.tree.tag(at).startswith(("NNP", "NN")) and scene.tree.lower(at) not in {"phone", "telephone"}:
            return False
        at -= 1
    return True


def _addressee(scene: Scene, verb: int | None) -> tuple[Party, ...]:
    """Return the other side where it stands with the verb: "told Y in a call", "exchanged views with Y"."""
    if verb is None or scene.lemma(verb) not in _TELL:
        return ()
    for at in range(verb + 1, min(scene.last, verb + 6)):
        if scene.tree.lower(at) == "with":
            return read_parties(scene, at + 1, scene.last)[0]
    parties, _ = read_parties(scene, verb + 1, scene.last)
    return parties if are_people(parties) else ()


def _distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({party.actor: party for party in reversed(parties)}.values())[::-1]
