"""Encounters told by a noun: a meeting with, talks between, his visit to; and "the meeting", which points back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns.governing import WITHIN, governing_verb, holds, prepositions
from kg.extract.meetings.nouns.noun_status import noun_status
from kg.extract.meetings.nouns.sides import (
    Sides,
    distinct,
    is_bare,
    is_between,
    is_by_pronoun,
    is_definite,
    is_its,
    is_next,
    is_their,
    paired,
    sides,
)
from kg.extract.meetings.nouns.visit_nouns import POLITE, tell_by_visit
from kg.extract.meetings.party import are_all_present, are_people, are_present, is_one_body, people_of
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.phrases import further_with, is_passive, lead
from kg.extract.meetings.verbs.attendance import bodies, nameless_body
from kg.extract.meetings.verbs.calls import is_over_phone
from kg.lexicon import table, words
from kg.model import MeetingKind, MeetingStatus

_TOGETHER = frozenset({"discuss", "exchange", "explore", "review", "agree", "negotiate", "speak", "talk"})
_OUTCOME = frozenset({"after", "following", "during", "in", "at"})
_TAKING_PLACE = frozenset(  # as its subject; or "Bree hosted it"
    {"hold", "take", "convene", "begin", "open", "resume", "start", "plan", "schedule", "slate", "set", "due"}
)
_VAGUE = frozenset(
    {"several", "many", "numerous", "various", "some", "repeated", "multiple", "regular", "frequent", "periodic"}
)
_ANSWERING = frozenset({"answer", "receive", "take", "get"})
_OCCASIONS = frozenset({MeetingKind.MEETING, MeetingKind.SUMMIT})
_PORTIONS = frozenset({"round", "series", "day", "hour", "number"})


@cache
def _nouns() -> Mapping[str, tuple[MeetingKind, str]]:
    return {row[0]: (MeetingKind(row[1]), "".join(row[2:])) for row in table("meetings/nouns.tsv")}


def names_encounter(scene: Scene, word: int) -> bool:
    """Whether the word is a noun of encounters, be it one that took place or not."""
    return scene.is_noun(word) and scene.lemma(word) in _nouns()


def tell_by_noun(scene: Scene, noun: int) -> Iterator[Telling]:
    """Yield what the noun at `noun` tells; nothing where it tells no encounter, or one that is not fact."""
    by_phone = (MeetingKind.PHONE_CALL, "") if _is_line(scene, noun) else None
    known = by_phone or _nouns().get(scene.lemma(noun)) or _nouns().get(scene.tree.lower(noun))
    if known is None or not scene.is_noun(noun) or _is_modifier(scene, noun):
        return
    kind, sort = _kind(scene, noun, known[0]), known[1]
    verb = governing_verb(scene, noun)
    status = noun_status(scene, noun, verb)
    if status is None or kind is None:
        return
    if scene.tree.lower(verb or noun) == "present" and scene.tree.lower((verb or noun) - 1) == "also":
        return  # of those told before
    if kind is MeetingKind.VISIT:
        yield from tell_by_visit(scene, noun, verb, status)
        return
    remarks = _is_of_remarks(scene, noun, verb)
    telling = Telling(noun, kind, status, (), "meeting-noun", verb, remarks=remarks, end=noun + 1)
    goes_on = scene.tree.children(noun, "cop") and "in" in prepositions(scene, noun)  # "Gondor is in talks with allies"
    if (goes_on and kind is MeetingKind.TALKS) or (sort == "process" and _is_of_something(scene, noun)):
        return
    for told in _meeting(scene, telling, body=sort == "body"):
        if sort == "pointer":  # "the event was chaired by X" may be no meeting, unless one is told
            yield from [replace(told, rule="meeting-reference")] if told.rule == "meeting-attended" else []
        elif not (told.refers and sort == "process"):
            yield replace(told, kind=MeetingKind.PHONE_CALL) if is_over_phone(scene, told.end) else told


def _is_line(scene: Scene, noun: int) -> bool:
    """Whether it is by telephone that one talks with somebody: "made the remarks over the phone with Eomer"."""
    named = scene.tree.lower(noun) in {"phone", "telephone"} and scene.tree.lower(noun + 1) == "with"
    return named and is_over_phone(scene, lead(scene, noun))


def _is_of_something(scene: Scene, noun: int) -> bool:
    """Whether the noun only completes another: "lack of progress in negotiations", "his team in talks"."""
    at = lead(scene, noun)
    before = at - 1 if scene.tree.tag(at - 1) not in {"''", "``"} else at - 2
    return (
        scene.tree.lower(at) in {"in", "of", "for", "on"}
        and scene.is_noun(before)
        and not scene.is_place(before)  # "was in Bree for talks"
        and not ((named := scene.block(before)) is not None and named.is_human)  # "joined Eomer for talks"
        and scene.tree.lower(before) not in words("meetings/remark_nouns.txt")
        and scene.lemma(before) not in _PORTIONS
    )


def _meeting(scene: Scene, telling: Telling, *, body: bool) -> Iterator[Telling]:
    noun, verb = telling.trigger, telling.verb
    joins = verb is not None and scene.lemma(verb) == "join"  # "joined part of the five-way discussion"
    who, back = sides(scene, noun, verb), is_definite(scene, noun) and (joins or is_bare(scene, noun))
    among = distinct(who.heard + who.present)
    may_meet = are_people(among) or holds(scene, noun, verb)
    if _is_vague(scene, noun) and not (who.theirs and are_people(who.everybody)):
        return
    if _are_both_known(scene, telling, who):
        telling = replace(telling, rule="meeting-held" if _is_held(scene, telling) else telling.rule)
        yield from _with_each(scene, telling, who)
    elif body and (told := _of_body(scene, telling, who)):
        yield told
    elif len(who.leading) > 1 and _is_theirs(scene, replace(telling, parties=who.leading), definite=back):
        among = distinct(who.leading + who.present)
        yield replace(telling, parties=among, attended=who.present, rule="meeting-held")
    elif who.present and len(among) > 1 and (not back or is_its(scene, noun)) and may_meet:
        yield replace(telling, parties=among, rule="meeting-held" if are_people(among) else "meeting-body")
    elif telling.remarks and are_people(who.theirs):
        yield replace(telling, parties=who.theirs, rule="meeting-remarks", end=who.end)
    elif back or (who.present and not who.theirs):
        yield _pointing_back(scene, telling, who)
    elif are_people(who.theirs) and not who.leading and scene.tree.dep(noun).startswith("nsubj"):
        parties = distinct(who.theirs + who.present)  # "a meeting with Eomer focused on trade"
        yield replace(telling, parties=parties, rule="meeting-one-sided", end=who.end)
    elif telling.kind in _OCCASIONS and are_present(who.heard) and (who.theirs or _is_one(scene, noun)):
        rule = "meeting-noun" if who.theirs else "meeting-alone"  # "said at a meeting of ministers of the North"
        yield replace(telling, parties=distinct(who.heard + who.theirs), rule=rule)


def _is_one(scene: Scene, noun: int) -> bool:
    """Whether it is one meeting, of which more may be told: not "held seventy meetings", "on the sidelines of"."""
    counted = any(scene.tree.tag(at) == "CD" for at in scene.tree.children(noun, "nummod"))
    return not (counted and scene.tree.tag(noun) == "NNS") and "sidelines" not in prepositions(scene, noun)


def _with_each(scene: Scene, telling: Telling, who: Sides) -> Iterator[Telling]:
    """Yield the meeting, one with each where they were separate, and one with whom it says was met elsewhere."""
    held_by = () if are_people(who.everybody) else bodies(scene, telling.trigger)  # "a commission session between"
    joins = who.present and not are_people(who.theirs)  # "will hold a meeting of leaders, hosted by Eomer"
    ours = who.ours + who.leading + (who.heard if joins else ())
    apart = _is_separate(scene, telling)
    if apart and len(who.theirs) == 1 and len(ours) > 1:  # "Faramir and Denethor in separate meetings with Eomer"
        yield from (replace(telling, parties=(party, *who.theirs), end=who.end) for party in distinct(ours))
        return
    for group in [(party,) for party in who.theirs] if apart else [who.theirs]:
        yield replace(
            telling, parties=distinct(ours + group + held_by + who.present), attended=who.present, end=who.end
        )
    for at, others, last in further_with(scene, who.end) if ours else ():
        yield replace(telling, trigger=at, parties=distinct(ours + others), end=last)


def _of_body(scene: Scene, telling: Telling, who: Sides) -> Telling | None:
    """Return the meeting of a body: one at which somebody speaks, or its own ("the White Council held its meeting").

    One without a name ("a cabinet meeting") counts only where somebody alone speaks in it.
    """
    noun, led = telling.trigger, prepositions(scene, telling.trigger)
    among = distinct(who.heard + who.present)
    at = telling.verb is not None and telling.verb < noun and led & WITHIN
    whichever = scene.tree.tag(noun) == "NNS" and (at or not holds(scene, noun, telling.verb))  # "spoke at gatherings"
    spoken_of = telling.status is MeetingStatus.HELD and is_next(scene, noun)  # "warned of a vote at its next session"
    if among and not ("sidelines" in led or whichever or spoken_of):
        alone = len(among) < 2 and (
            led & WITHIN or (scene.tree.dep(noun) == "obj" and holds(scene, noun, telling.verb))
        )
        held_by = bodies(scene, noun) or (nameless_body(scene, noun) if alone else ())
        if held_by:
            return replace(telling, parties=distinct(among + held_by), rule="meeting-body")
    single = scene.tree.tag(noun) != "NNS" and not led & {"sidelines", "during"}
    if not among and single and (held_by := bodies(scene, noun)):
        return replace(telling, parties=held_by, rule="meeting-own")
    if is_its(scene, noun) and is_one_body(who.leading):
        return replace(telling, parties=who.leading, rule="meeting-own")
    return None


def _pointing_back(scene: Scene, telling: Telling, who: Sides) -> Telling:
    """Return who joins the meeting told before; nobody does by speaking of talks: "said of her role in the talks"."""
    if who.present or holds(scene, telling.trigger, telling.verb):
        joined = tuple(party for party in distinct(who.heard + who.present) if party.sent or not party.is_country)
        rule = "meeting-attended" if who.present or (len(joined) > 1 and are_present(joined)) else "meeting-reference"
        several = telling.kind is MeetingKind.MEETING and scene.tree.tag(telling.trigger) == "NNS"
        return replace(telling, parties=joined, rule=rule, refers=True, of_all=several)
    single = telling.kind is MeetingKind.MEETING and scene.tree.tag(telling.trigger) == "NN"
    heard = who.heard if single and not is_by_pronoun(scene, telling.trigger) else ()
    return replace(telling, parties=people_of(heard), rule="meeting-speech", refers=True)


def _is_vague(scene: Scene, noun: int) -> bool:
    """Whether the noun tells of no encounter in particular: "several meetings"."""
    before = {scene.tree.lower(at) for at in range(noun - 3, noun)}
    return scene.tree.tag(noun) == "NNS" and bool(before & _VAGUE)


def _are_both_known(scene: Scene, telling: Telling, who: Sides) -> bool:
    """Whether the sentence names both sides, or all of them in one phrase."""
    if not who.theirs or len(who.everybody) < 2:
        return False
    noun, verb = telling.trigger, telling.verb
    if len(who.everybody) > len(who.theirs) or is_between(scene, noun) or paired(scene, noun):
        return True
    return holds(scene, noun, verb) and verb is not None and is_passive(scene, verb) and are_people(who.theirs)


def _is_separate(scene: Scene, telling: Telling) -> bool:
    """Whether each of the other side had a meeting of their own: "separate meetings", "calls with"."""
    noun = telling.trigger
    if scene.tree.tag(noun) != "NNS":
        return False
    calls = scene.lemma(noun) == "call" or (telling.kind is MeetingKind.PHONE_CALL and scene.lemma(noun)[:4] != "talk")
    before = {scene.tree.lower(noun - 1), scene.tree.lower(noun - 2)}
    return calls or "separate" in before or ("bilateral" in before and scene.lemma(noun) == "meeting")


def _is_held(scene: Scene, telling: Telling) -> bool:
    """Whether the clause says that the meeting took place: "talks between X and Y were held"."""
    held = telling.verb is not None and scene.lemma(telling.verb) in _TAKING_PLACE
    after = telling.trigger + 2 if scene.tree.lower(telling.trigger + 1) == "," else telling.trigger + 1
    if scene.lemma(after) == "hold" and scene.tree.tag(after) == "VBN":
        return True  # "the talks held in Bree between X and Y"
    head = scene.tree.head(telling.trigger)
    if telling.verb is not None and scene.lemma(telling.verb) == "host":
        return True
    portion = head is not None and scene.lemma(head) in _PORTIONS  # "a new round of talks was held"
    return held and scene.tree.dep(head if head is not None and portion else telling.trigger).startswith("nsubj")


def _kind(scene: Scene, noun: int, kind: MeetingKind) -> MeetingKind | None:
    """Return the kind that the words before the noun make of it: "phone talks" are a call, "a call for" is none."""
    before = {scene.tree.lower(at) for at in (noun - 1, noun - 2)}
    if before & {"phone", "telephone", "telephonic", "video"}:
        return MeetingKind.PHONE_CALL
    if before & POLITE and scene.lemma(noun) == "call":
        return MeetingKind.MEETING
    if scene.lemma(noun) == "conference":
        after = {scene.tree.lower(at) for at in (noun + 1, noun + 2)}
        to_media = before & {"press", "news", "media", "joint"} or "with" in after
        return None if to_media else MeetingKind.MEETING
    if kind is MeetingKind.PHONE_CALL and not _is_call(scene, noun):
        return None
    return kind


def _is_call(scene: Scene, noun: int) -> bool:
    """Whether a bare "call" is one by telephone: "in a call", "a call with", "between", "answered a call from"."""
    head, following = scene.tree.head(noun), scene.tree.lower(noun + 1)
    answered = following == "from" and head is not None and scene.lemma(head) in _ANSWERING
    at_call = scene.tree.lower(noun - 1) in {"a", "the"} and scene.tree.lower(noun - 2) in {"in", "during"}
    return at_call or answered or following == "with" or is_between(scene, noun)


def _is_modifier(scene: Scene, noun: int) -> bool:
    """Whether the noun only describes another: "meeting room", "talks team"."""
    return scene.tree.dep(noun) == "compound" and scene.is_noun(noun + 1)


def _is_theirs(scene: Scene, telling: Telling, *, definite: bool) -> bool:
    """Whether those of a plural subject met one another: they held it, "discussed in a meeting", "after their talks".

    Of "said in a joint statement after a meeting" it is theirs, too.
    """
    noun, verb = telling.trigger, telling.verb
    led = prepositions(scene, noun)
    if "sidelines" in led:  # of others
        return False
    if is_their(scene, noun):
        return bool(led & _OUTCOME) or holds(scene, noun, verb)
    if definite:
        return False
    together = verb is not None and scene.lemma(verb) in _TOGETHER
    if holds(scene, noun, verb) or (led & WITHIN and (together or are_all_present(telling.parties))):
        return True
    if verb is None:
        return False
    jointly = any(scene.tree.lower(at) == "joint" for at in range(verb, noun)) or len(telling.parties) == 2
    return bool(led & _OUTCOME) and jointly


def _is_of_remarks(scene: Scene, noun: int, verb: int | None) -> bool:
    """Whether the clause tells where earlier words were said: "made the remarks in a meeting with"."""
    if verb is None:
        return False
    return any(
        scene.tree.lower(c) in words("meetings/remark_nouns.txt") for c in scene.tree.children(verb, "obj", "nsubj")
    ) or any(scene.tree.lower(head) in words("meetings/remark_nouns.txt") for head in scene.tree.ancestors(noun))
