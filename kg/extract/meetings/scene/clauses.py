"""Whom the subject of a verb names, however far from it he stands."""

from collections.abc import Iterable

from kg.extract.grammar import FINITE
from kg.extract.meetings.party import Party, are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.delegates import is_delegate
from kg.extract.meetings.scene.lists import list_start
from kg.extract.meetings.scene.modality import SENDING, joined
from kg.extract.meetings.scene.parties import joins_clauses, read_parties
from kg.extract.meetings.scene.phrases import paid_by, phrase_after, possessor
from kg.extract.meetings.scene.trips import TRIPS
from kg.lexicon import words

_SHARED = ("dep", "conj", "xcomp", "advcl", "parataxis", "ccomp", "csubj")
_BEFORE_NAMES = frozenset({"RB", "RBR", "WRB"})
_PROGRAMMES = TRIPS | {"agenda", "itinerary", "programme", "program", "schedule", "stay"}
_BY = frozenset({"by", "of", "from"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})  # prepositions, too
_TRIP = 20  # words of "trip to Bree on Monday, where"
_OBJECT = 8  # words of "holding meetings in Bree with his counterpart"
_APPOSITION = 40  # words of a description between commas


def subject(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return the parties that are the verb's subject, also where it shares that of the clause above.

    "X arrived in Bree and met ...", "Speaking in a meeting ..., X said", "X, who met ...". Where the parse knows of
    none, they are who stands right before the verb.
    """
    if _is_quoted(scene, verb):
        return _object_of_telling(scene, verb)
    shared = joined(scene, verb) if scene.tree.tag(verb) == "VB" else None
    if shared is not None and scene.tree.dep(scene.tree.head(verb) or verb).startswith("acl"):
        return subject(scene, shared)  # "will open the inn built of stone and meet": parsers join it to "built"
    found = (
        _object_of_telling(scene, verb)
        or _whose_remarks(scene, verb)
        or _parsed_subject(scene, verb)
        or _standing_before(scene, verb)
    )
    return found if are_present(found) else _who_reports(scene, verb) or found


def _who_reports(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return who says that his country did something "after meeting his counterpart": no country has a counterpart.

    He says it, too, where no country did: "said that war was near, after meeting Eomer".
    """
    owned = any(scene.tree.lower(at) in {"his", "her"} for at in range(verb + 1, verb + _OBJECT))
    if not (owned or closes_words(scene, verb - 1)) or scene.tree.tag(verb) != "VBG":
        return ()
    found = (subject(scene, at) for at in scene.tree.ancestors(verb) if scene.is_verb(at))
    return next(filter(are_people, found), ())


def closes_words(scene: Scene, at: int) -> bool:
    """Whether the word at `at` opens what closes somebody's words: "said that war was near, *after* talks"."""
    return scene.tree.lower(at) in {"after", "following"} and scene.tree.lower(at - 1) in {",", '"', "”"}


def _parsed_subject(scene: Scene, verb: int) -> tuple[Party, ...]:
    seen, told = {verb}, verb
    while True:
        verbs = (verb, *scene.tree.children(verb, "aux", "case"))  # parsers hang whoever "had last month met" on "had"
        own = [c for at in verbs for c in scene.tree.children(at, "nsubj") if _may_be_subject(scene, c)]
        if own:
            found = _on_trip(scene, own[0]) or _of_nouns(scene, own, verb)
            return _behind_comma(scene, verb, found) or found
        head = scene.tree.head(verb)
        dep = scene.tree.dep(verb)
        who = next((c for c in scene.tree.children(verb, "nsubj") if scene.tree.lower(c) == "who"), None)
        if meant := _leader(scene, verb) or (_standing_before(scene, who) if who is not None else ()):
            return meant
        apart = dep in {"parataxis", "ccomp"} and (verb == told or scene.tree.children(verb, "aux:pass"))
        if apart or (verb == told and _is_named_right_before(scene, verb)):
            beside = _standing_before(scene, verb)
            if beside:
                return beside
        if head is None or head in seen:  # of "X arrived and met" the parse may know no subject of "arrived" either
            return _standing_before(scene, verb) if verb != told and scene.is_verb(verb) else _of_front(scene, verb)
        if dep.startswith("acl") and scene.tree.tag(verb) != "VBG" and not _is_predicate(scene, head):
            return noun_parties(scene, _apposed_to(scene, head), verb)
        if not dep.startswith((*_SHARED, "acl")):
            return ()
        seen.add(head)
        clause = scene.is_verb(head) or scene.tree.children(head, "nsubj")
        verb = head if clause else next(filter(scene.is_verb, scene.tree.ancestors(head)), head)


def _behind_comma(scene: Scene, verb: int, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return whose name stands right before the verb where parsers take one for it of the phrase in front.

    "Before meeting Eomer in Bree, Steward Faramir left"
    """
    block = scene.block(verb - 1)
    if block is None or not _is_named_right_before(scene, verb) or scene.tree.lower(block.first - 1) != ",":
        return ()
    before = any(party.span.start < scene.tree[block.first].start for party in found)
    return _standing_before(scene, verb) if before and scene.tree.tag(scene.first) in {"IN", "VBG"} else ()


def _of_front(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return the subject behind a participle that opens the sentence: "Having met Eomer in Bree, Faramir left"."""
    opens = scene.tree.tag(scene.first) == "VBG" and scene.first in {verb, verb - 1}
    finite = (at for at in range(verb + 1, scene.last) if scene.tree.tag(at) in FINITE and scene.block(at) is None)
    left = next(finite, None) if opens else None
    return _standing_before(scene, left) if left is not None and _is_named_right_before(scene, left) else ()


def _apposed_to(scene: Scene, noun: int) -> int:
    """Return the name that the noun describes: "Faramir, the first steward to visit Bree, said"."""
    above = scene.tree.head(noun)
    block = scene.block(above) if above is not None and scene.tree.dep(noun) == "appos" else None
    return above if above is not None and block is not None and block.actors[0].startswith("person:") else noun


def _of_nouns(scene: Scene, subjects: Iterable[int], verb: int) -> tuple[Party, ...]:
    """Return the parties of the verb's subjects; a country that only stands beside them is none."""
    found = dict.fromkeys(party for noun in subjects for party in noun_parties(scene, noun, verb))
    countries = any(p.span.contains(scene.tree[noun].span) for noun in subjects for p in found if p.is_country)
    return tuple(p for p in found if countries or p.sent or not p.is_country)


def _on_trip(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return whose trip it is on which "he" does something: "the steward's trip to Bree, where he met".

    So of "sent Eomer to Bree, where he met", and of "During the visit of Eomer to Bree, he met" if he is nobody else.
    """
    fronted = scene.block(noun) is None and scene.tree.lower(noun - 1) == ","
    if scene.tree.tag(noun) != "PRP" or not (fronted or scene.tree.lower(noun - 1) in {"where", "which"}):
        return ()
    before = range(noun - 2, noun - _TRIP, -1)
    trip = next((at for at in before if scene.lemma(at) in TRIPS or scene.lemma(at) in SENDING), None)
    if trip is not None and scene.is_verb(trip):
        return read_parties(scene, trip + 1, noun)[0] if scene.lemma(trip) in SENDING else ()
    return possessor(scene, trip) or phrase_after(scene, trip, _BY) if trip is not None else ()


def _is_predicate(scene: Scene, noun: int) -> bool:
    """Whether a noun says what somebody is: "became the first minister to visit Bree"."""
    return scene.tree.dep(noun) == "xcomp" or bool(scene.tree.children(noun, "cop"))


def _whose_remarks(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whose remarks the clause above is about, as whom its pronoun means: "X's remarks came as he met Y"."""
    above = scene.tree.head(verb)
    pronouns = [c for c in scene.tree.children(verb, "nsubj") if scene.tree.tag(c) == "PRP"]
    if above is None or not pronouns or scene.tree.dep(verb) != "advcl":
        return ()
    return remarks_author(scene, above) if above < verb else ()


def _is_quoted(scene: Scene, verb: int) -> bool:
    """Whether somebody is quoted as saying it, be he known or not: "quoted him as saying"; who quotes does not."""
    head = scene.tree.head(verb)
    said = scene.tree.tag(verb) == "VBG" and scene.tree.lower(verb - 1) == "as"
    return said and head is not None and bool(scene.tree.children(head, "obj", "iobj"))


def _object_of_telling(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return who is said to do what the verb says: "quoted X as saying in a meeting", "blamed X for meeting Y"."""
    head = scene.tree.head(verb)
    at = verb - 2 if scene.tree.tag(verb - 1) == "RB" else verb - 1
    if head is not None and scene.lemma(head) in SENDING and scene.tree.tag(verb) == "VB":
        return read_parties(scene, head + 1, verb)[0]  # "sent X to meet Y"
    sent = scene.block(verb - 2)  # "arranged for X to visit Y"
    if sent is not None and sent.is_human and scene.tree.lower(sent.first - 1) == "for":
        return read_parties(scene, sent.first, verb - 1)[0]
    if head is None or scene.tree.lower(at) not in {"as", "for"} or not scene.tree.children(head, "obj", "iobj"):
        return ()
    told = read_parties(scene, head + 1, verb)[0] if scene.tree.tag(verb) == "VBG" else ()
    return told if are_people(told) else ()


def _leader(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return who leads those that do what the verb says: "X led a delegation that arrived in Bree"."""
    group = scene.tree.head(verb)
    leads = scene.tree.head(group) if group is not None else None
    if group is None or leads is None or not scene.tree.dep(verb).startswith("acl"):
        return ()
    led = scene.lemma(group) in words("meetings/groups.txt") and scene.lemma(leads) in {"lead", "head"}
    return subject(scene, leads) if led else ()


def remarks_author(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whose remarks the verb's subject is: "X's comments came in a meeting with Y"."""
    remarks = (
        c for c in scene.tree.children(verb, "nsubj") if scene.tree.lower(c) in words("meetings/remark_nouns.txt")
    )
    return next((possessor(scene, noun) or phrase_after(scene, noun, _BY) for noun in remarks), ())


def traveller(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whose trip the verb's subject is: "X's visit to Bree included talks with Y"."""
    trips = (c for c in scene.tree.children(verb, "nsubj") if scene.lemma(c) in _PROGRAMMES)
    whose = (possessor(scene, noun) or phrase_after(scene, noun, _BY) or paid_by(scene, noun) for noun in trips)
    return next(whose, ())


def _is_named_right_before(scene: Scene, verb: int) -> bool:
    """Whether a name stands before the verb with nothing between: "X met Y, Z met with W"."""
    block = scene.block(verb - 1)
    return block is not None and block.is_human and scene.tree.tag(verb) in FINITE


def _may_be_subject(scene: Scene, noun: int) -> bool:
    """Whether the parse is right to call it one: no relative pronoun, nor a noun behind a preposition."""
    block = scene.block(noun)
    inside = range(block.first, block.last) if block is not None else range(0)  # "Under" of "Under Secretary Faramir"
    outside = [c for c in scene.tree.children(noun, "case") if c not in inside]
    if any(scene.tree.lower(c) in _CONJUNCTIONS for c in outside):  # "days after Faramir met"
        return block.is_human if block is not None else is_delegate(scene, noun)
    return scene.tree.tag(noun) not in {"WP", "WDT"} and not outside


def _standing_before(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return the people whose names end right before the verb and its helpers; not those met before "then"."""
    at = verb - 1
    if scene.tree.lower(at) == "then" and scene.tree.lower(at - 1) == ",":
        return ()
    while at >= scene.first and (scene.tree.tag(at) in {"RB", "MD"} or scene.tree.pos(at) == "AUX"):
        at -= 1
    at = _before_day(scene, at)
    if scene.tree.lower(at) == ",":
        at = _before_apposition(scene, at)
    return named_up_to(scene, at)


def _before_day(scene: Scene, at: int) -> int:
    """Return the last word before a day at `at`: "Faramir, the steward of Gondor, on Monday met"."""
    while scene.is_time(at):
        at -= 1
    return at - 1 if scene.tree.lower(at) == "on" and scene.is_time(at + 1) else at


def named_up_to(scene: Scene, at: int) -> tuple[Party, ...]:
    """Return the people whose names end with the word at `at`: "Faramir and his counterpart"."""
    block = scene.block(at)
    if block is not None and block.country is not None and scene.tree.lower(block.first - 1) == "of":
        at = block.first - 2  # "Steward Faramir of Gondor"
        block = scene.block(at)
    if block is None or not block.is_human:
        return ()
    first = block.first
    while scene.is_noun(first - 1) or scene.tree.tag(first - 1) in {"JJ", "DT", "POS"}:
        first -= 1
    if scene.tree.lower(first - 1) == "and" and not joins_clauses(scene, first - 1):
        listed, end = read_parties(scene, list_start(scene, first - 1), block.last)
        if end >= block.last:  # not of "according to Gandalf, earlier this month, Faramir"
            return listed
    return read_parties(scene, first, block.last)[0]


def _before_apposition(scene: Scene, comma: int) -> int:
    """Return the last word of the name before the comma, past a description: "Faramir, the steward of Gondor,"."""
    before = scene.block(comma - 1)
    if before is not None and scene.tree.lower(before.first - 1) == "not":  # "Faramir, not Denethor, visited"
        return before.first - 3
    if before is not None and before.is_human:
        return comma - 1
    for at in range(comma - 1, comma - _APPOSITION, -1):
        if scene.tree.lower(at) == "," or (scene.tree.lower(at) == "who" and scene.block(at - 1) is not None):
            return at - 1
        if scene.tree.tag(at) in FINITE and not _is_relative(scene, at):
            break
    return comma - 1


def _is_relative(scene: Scene, verb: int) -> bool:
    """Whether the verb only says who somebody is: "who leads", "who is the captain of"."""
    head = scene.tree.head(verb)
    of_noun = head is not None and scene.tree.dep(verb) in {"cop", "aux", "aux:pass"} and scene.tree.dep(head)
    return (of_noun or scene.tree.dep(verb)).startswith("acl")


def noun_parties(scene: Scene, noun: int, limit: int) -> tuple[Party, ...]:
    """Return the parties of the noun phrase round `noun`, up to the word `limit` if that follows."""
    run = scene.tree.subtree(noun)
    block = scene.block(noun)
    first = min(run.first, block.first) if block is not None else run.first
    named = block.first if block is not None else noun
    for clause in scene.tree.children(noun, "advcl", "acl"):  # "Speaking in Bree, Steward Faramir said"
        first = max(first, scene.tree.subtree(clause).last) if clause < named else first
    while first < named and (
        scene.tree.pos(first) in {"ADP", "PUNCT", "CCONJ"} or scene.tree.tag(first) in _BEFORE_NAMES
    ):
        first += 1
    if scene.tree.lower(first - 1) == "and" and not joins_clauses(scene, first - 1):
        first = list_start(scene, first - 1)
    last = max(run.last, block.last) if block is not None else run.last
    parties, _ = read_parties(scene, first, min(last, limit) if limit > noun else last)
    return parties
