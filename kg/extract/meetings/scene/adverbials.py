"""Adverbs, times and places between a verb or noun and who or what belongs to it."""

from kg.extract.meetings.scene import TIME_UNITS, Scene
from kg.lexicon import words

_BESIDE = frozenset({"RB", "RBR", "CD"})
_WHICH_DAY = frozenset(
    {"a", "the", "this", "that", "last", "next", "same", "following", "previous", "later", "earlier"}
)
_EVENTS = frozenset(
    "meeting talks talk session visit trip conversation call summit conference presser press briefing".split()
)
_ADVERBIAL = frozenset({"on", "in", "at", "via", "by", "over", "during"})
_PHONES = frozenset({"phone", "telephone", "video", "videoconference"})
_BEFORE_TIMES = frozenset({"on", "this", "last", "late", "early", "earlier"})
_ROOMS = frozenset({"office", *words("meetings/facilities.txt")})
_NEAR = 25  # words of all that is passed


def skip_adverbials(scene: Scene, at: int) -> int:
    """Pass adverbs, and times and places between commas or not: "met separately on Monday in Bree with"."""
    start = at
    while at < start + _NEAR:
        lower = scene.tree.lower(at)
        named = scene.block(at)
        if named is not None and named.first == at and named.is_human:  # "then Steward Faramir"
            break
        if scene.tree.tag(at) in _BESIDE or lower in {"here", ",", "today", "yesterday", "held", "separately"}:
            at += 1
        elif (end := _time_end(scene, at)) is not None:
            at = end
        elif lower == "(":  # "the meeting (SOM) with"
            at = next((end + 1 for end in range(at, at + 6) if scene.tree.lower(end) == ")"), scene.last)
        elif lower == "by" and scene.tree.lower(at + 1) not in _PHONES:  # "a visit by Gondorian envoys to"
            break
        elif lower in _ADVERBIAL and (end := _adverbial_end(scene, at)) is not None:
            at = end
        elif scene.block(at) is None and scene.is_noun(at) and scene.is_time(at):
            at += 1
        else:
            break
    return at


def _time_end(scene: Scene, at: int) -> int | None:
    """Return where "this week", "the same day" or "later that evening" ends, or None."""
    last = next((word for word in range(at, at + 3) if scene.tree.lower(word) not in _WHICH_DAY), at)
    if scene.lemma(at) in TIME_UNITS and scene.tree.lower(at + 1) in {"later", "earlier", "before"}:
        return at + 2  # "two days later"
    timed = scene.is_time(last) or scene.lemma(last) == "day"
    return last + 1 if last > at and timed and scene.block(last) is None else None


def _presence_end(scene: Scene, at: int) -> int | None:
    """Return where "in the presence of Eomer," ends before another name, or None."""
    of = at + 3 if scene.tree.lower(at + 1) == "the" else at + 2
    if [scene.tree.lower(word) for word in (at, of - 1, of)] != ["in", "presence", "of"]:
        return None
    commas = (word for word in range(of + 1, of + _NEAR) if scene.tree.lower(word) == ",")
    return next((at + 1 for at in commas if _opens_phrase(scene, at + 1)), None)


def _adverbial_end(scene: Scene, at: int) -> int | None:
    """Return the end of a short prepositional phrase without people, or "in the presence of Eomer", or None."""
    if (witnessed := _presence_end(scene, at)) is not None:
        return witnessed
    end = at + 1
    while end < scene.last and end - at <= 8 and not scene.is_verb(end):
        block = scene.block(end)
        passed = scene.is_date(end - 1) or scene.is_place(end - 1) or scene.lemma(end - 1) in _ROOMS
        goes_on = scene.is_place(end) or scene.is_date(end) or scene.lemma(end) in _ROOMS
        ranked = scene.tree.tag(end) == "NNP" and not goes_on and (block is None or block.is_human)
        if passed and ((block is not None and block.first == end) or ranked or _opens_phrase(scene, end)):
            return end  # "received on Monday the envoy", "in Bree a delegation", "yesterday General"
        owner = scene.tree.tag(end) == "PRP$"  # "at his office"
        if (block is not None and block.is_human and not owner) or scene.tree.lower(end) in _EVENTS | {"sidelines"}:
            return None
        if block is not None and block.is_organization:
            end = block.last  # "at the Ministry of Trade between"
        if at + 1 < end < scene.last and (scene.tree.pos(end) == "ADP" or scene.tree.lower(end) == ","):
            return end
        end += 1
    return None


def _opens_phrase(scene: Scene, at: int) -> bool:
    return scene.tree.tag(at) in {"DT", "PRP$", "JJ"}


def skip_times(scene: Scene, at: int) -> int:
    """Pass adverbs and a day between a verb and where one goes: "arrived early on Monday in Bree"."""
    while at < scene.last:
        adverb = scene.tree.tag(at) in {"RB", "RBR", "RP", "CD"} and scene.tree.lower(at) not in {"there", "abroad"}
        leads = scene.tree.lower(at) in _BEFORE_TIMES and scene.is_time(at + 1)
        if not (adverb or leads or scene.is_time(at)):
            break
        at += 1
    return at
