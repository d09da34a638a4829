"""The parts of a clause: the subject of a verb, its agent, what stands after "with"."""

from kg.extract.grammar import FINITE
from kg.extract.meetings.parties import TITLE_HEADS, joins_clauses, read_parties
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.scene import Scene
from kg.lexicon import words

_SHARED = ("dep", "conj", "xcomp", "advcl", "parataxis", "ccomp", "csubj")
_BEFORE_NAMES = frozenset({"RB", "RBR"})
_BESIDE = frozenset({"RB", "CD"})
_EVENTS = frozenset(
    {"meeting", "talks", "talk", "session", "visit", "trip", "conversation", "call", "summit", "conference"}
)
_ADVERBIAL = frozenset({"on", "in", "at", "via", "by", "over", "during"})
_BY = frozenset({"by", "of", "from"})
_NEAR = 25  # words between "meeting" and its "with"


def subject(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return the parties that are the verb's subject, also where it shares that of the clause above.

    "X arrived in Bree and met ...", "Speaking in a meeting ..., X said", "X, who met ...". Where the parse knows of
    none, they are who stands right before the verb.
    """
    return (
        _object_of_telling(scene, verb)
        or _whose_remarks(scene, verb)
        or _parsed_subject(scene, verb)
        or _standing_before(scene, verb)
    )


def _parsed_subject(scene: Scene, verb: int) -> tuple[Party, ...]:
    seen, told = {verb}, verb
    while True:
        own = [c for c in scene.tree.children(verb, "nsubj") if _may_be_subject(scene, c)]
        if own:
            found = dict.fromkeys(party for noun in own for party in noun_parties(scene, noun, verb))
            countries = any(_names(scene, noun, p) for noun in own for p in found if p.is_country)
            return tuple(p for p in found if countries or not p.is_country)
        head = scene.tree.head(verb)
        dep = scene.tree[verb].dep
        who = _relative(scene, verb)
        if meant := _leader(scene, verb) or (_standing_before(scene, who) if who is not None else ()):
            return meant
        apart = dep in {"parataxis", "ccomp"} and (verb == told or scene.tree.children(verb, "aux:pass"))
        if apart or (verb == told and _is_named_right_before(scene, verb)):
            beside = _standing_before(scene, verb)
            if beside:
                return beside
        if head is None or head in seen:  # of "X arrived and met" the parse may know no subject of "arrived" either
            return _standing_before(scene, verb) if verb != told and scene.is_verb(verb) else ()
        if dep.startswith("acl") and scene.tree.tag(verb) != "VBG" and not _is_predicate(scene, head):
            return noun_parties(scene, head, verb)
        if not dep.startswith((*_SHARED, "acl")):
            return ()
        seen.add(head)
        clause = scene.is_verb(head) or scene.tree.children(head, "nsubj")
        verb = head if clause else next(filter(scene.is_verb, scene.tree.ancestors(head)), head)


def _is_predicate(scene: Scene, noun: int) -> bool:
    """Whether a noun says what somebody is: "became the first minister to visit Bree"."""
    return scene.tree[noun].dep == "xcomp" or bool(scene.tree.children(noun, "cop"))


def _whose_remarks(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whose remarks the clause above is about, as whom its pronoun means: "X's remarks came as he met Y"."""
    above = scene.tree.head(verb)
    pronouns = [c for c in scene.tree.children(verb, "nsubj") if scene.tree.tag(c) == "PRP"]
    if above is None or not pronouns or scene.tree[verb].dep != "advcl":
        return ()
    return remarks_author(scene, above) if above < verb else ()


def _object_of_telling(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return who is said to do what the verb says: "quoted X as saying in a meeting", "blamed X for meeting Y"."""
    head = scene.tree.head(verb)
    at = verb - 2 if scene.tree.tag(verb - 1) == "RB" else verb - 1
    if head is None or scene.tree.lower(at) not in {"as", "for"} or not scene.tree.children(head, "obj"):
        return ()
    told = read_parties(scene, head + 1, verb)[0] if scene.tree.tag(verb) == "VBG" else ()
    return told if are_people(told) else ()


def _leader(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return who leads those that do what the verb says: "X led a delegation that arrived in Bree"."""
    group = scene.tree.head(verb)
    leads = scene.tree.head(group) if group is not None else None
    if group is None or leads is None or not scene.tree[verb].dep.startswith("acl"):
        return ()
    led = scene.lemma(group) in words("meeting_groups.txt") and scene.lemma(leads) in {"lead", "head"}
    return subject(scene, leads) if led else ()


def remarks_author(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whose remarks the verb's subject is: "X's comments came in a meeting with Y"."""
    remarks = (c for c in scene.tree.children(verb, "nsubj") if scene.tree.lower(c) in words("remark_nouns.txt"))
    return next((possessor(scene, noun) or phrase_after(scene, noun, _BY) for noun in remarks), ())


def _is_named_right_before(scene: Scene, verb: int) -> bool:
    """Whether a name stands before the verb with nothing between: "X met Y, Z met with W"."""
    block = scene.block(verb - 1)
    return block is not None and block.is_human and scene.tree.tag(verb) in FINITE


def _may_be_subject(scene: Scene, noun: int) -> bool:
    """Whether the parse is right to call it one: no relative pronoun, nor a noun behind a preposition."""
    block = scene.block(noun)
    inside = range(block.first, block.last) if block is not None else range(0)  # "Under" of "Under Secretary Faramir"
    return scene.tree.tag(noun) not in {"WP", "WDT"} and all(c in inside for c in scene.tree.children(noun, "case"))


def _relative(scene: Scene, verb: int) -> int | None:
    return next((c for c in scene.tree.children(verb, "nsubj") if scene.tree.lower(c) == "who"), None)


def _names(scene: Scene, noun: int, party: Party) -> bool:
    return party.span.contains(scene.tree[noun].span)


def _standing_before(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return the people whose names end right before the verb and its helpers."""
    at = verb - 1
    while at >= scene.first and (scene.tree.tag(at) in {"RB", "MD"} or scene.tree[at].pos == "AUX"):
        at -= 1
    at = _before_day(scene, at)
    if scene.tree.lower(at) == ",":
        at = _before_apposition(scene, at)
    return named_up_to(scene, at)


def _before_day(scene: Scene, at: int) -> int:
    """Return the last word before a day at `at`: "Faramir, the steward of Gondor, on Monday met"."""
    while at > scene.first and _is_time(scene, at):
        at -= 1
    return at - 1 if scene.tree.lower(at) == "on" and _is_time(scene, at + 1) else at


def named_up_to(scene: Scene, at: int) -> tuple[Party, ...]:
    """Return the people whose names end with the word at `at`: "Faramir and his counterpart"."""
    block = scene.block(at) if at >= scene.first else None
    if block is None or not block.is_human:
        return ()
    first = block.first
    while first > scene.first and (scene.is_noun(first - 1) or scene.tree.tag(first - 1) in {"JJ", "DT", "POS"}):
        first -= 1
    if scene.tree.lower(first - 1) in {"and", ","} and not joins_clauses(scene, first - 1):
        first = _joined_before(scene, first - 1)
    return read_parties(scene, first, block.last)[0]


def _before_apposition(scene: Scene, comma: int) -> int:
    """Return the last word of the name before the comma, past a description: "Faramir, the steward of Gondor,"."""
    before = scene.block(comma - 1)
    if before is not None and scene.tree.lower(before.first - 1) == "not":  # "Faramir, not Denethor, visited"
        return before.first - 3
    if before is not None and before.is_human:
        return comma - 1
    for at in range(comma - 1, max(scene.first, comma - 12), -1):
        if scene.tree.lower(at) == ",":
            return at - 1
        if scene.is_verb(at):
            break
    return comma - 1


def noun_parties(scene: Scene, noun: int, limit: int) -> tuple[Party, ...]:
    """Return the parties of the noun phrase round `noun`, up to the word `limit` if that follows."""
    run = scene.tree.subtree(noun)
    block = scene.block(noun)
    first = min(run.first, block.first) if block is not None else run.first
    named = block.first if block is not None else noun
    while first < named and (
        scene.tree[first].pos in {"ADP", "PUNCT", "CCONJ"} or scene.tree.tag(first) in _BEFORE_NAMES
    ):
        first += 1
    if scene.tree.lower(first - 1) == "and" and not joins_clauses(scene, first - 1):
        first = _joined_before(scene, first - 1)
    last = max(run.last, block.last) if block is not None else run.last
    parties, _ = read_parties(scene, first, min(last, limit) if limit > noun else last)
    return parties


def _joined_before(scene: Scene, at: int) -> int:
    """Return where the list begins that "and" at `at` closes; parsers often cut a long list of subjects."""
    while at > scene.first and not scene.is_verb(at - 1) and not scene.tree.is_quotation(at - 1):
        lower = scene.tree.lower(at - 1)
        if (
            scene.tree.tag(at - 1).startswith("W")
            or lower in {";", ":", ".", "-", "–", "—"}
            or (scene.tree[at - 1].pos in {"ADP", "SCONJ"} and lower not in {"of", "for", "to"})
        ):
            break
        at -= 1
    while scene.tree.lower(at) in {",", "and"}:
        at += 1
    return at


def object_parties(scene: Scene, verb: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties right after the verb, or after its "with", and where their phrase ends."""
    at = skip_adverbials(scene, verb + 1)
    if scene.tree.lower(at) == "with":
        at = skip_adverbials(scene, at + 1) if scene.tree.lower(at + 1) == "both" else at + 1
    return read_parties(scene, at, scene.last)


def skip_adverbials(scene: Scene, at: int) -> int:
    """Pass adverbs, and times and places between commas or not: "met separately on Monday in Bree with"."""
    start = at
    while at < min(scene.last, start + _NEAR):
        lower = scene.tree.lower(at)
        if scene.tree.tag(at) in _BESIDE or lower in {"here", ",", "today", "yesterday", "held", "separately"}:
            at += 1
        elif lower in {"this", "last", "next"} and _is_time(scene, at + 1):
            at += 2
        elif lower in _ADVERBIAL and (end := _adverbial_end(scene, at)) is not None:
            at = end
        elif scene.block(at) is None and scene.is_noun(at) and _is_time(scene, at):
            at += 1
        else:
            break
    return at


def _adverbial_end(scene: Scene, at: int) -> int | None:
    """Return the end of a short prepositional phrase without people, or None."""
    end = at + 1
    while end < scene.last and end - at <= 8 and not scene.is_verb(end):
        block = scene.block(end)
        if _is_time(scene, end - 1) and (block is not None or _opens_phrase(scene, end)):
            return end  # "received on Monday the envoy"
        if (block is not None and block.is_human) or scene.tree.lower(end) in _EVENTS:
            return None
        if end > at + 1 and (scene.tree[end].pos == "ADP" or scene.tree.lower(end) == ","):
            return end
        end += 1
    return None


def _opens_phrase(scene: Scene, at: int) -> bool:
    return scene.tree.tag(at) in {"DT", "PRP$", "JJ"} or scene.tree.lower(at) in TITLE_HEADS


def _is_time(scene: Scene, at: int) -> bool:
    return scene.tree.lower(at) in words("times_of_day.txt")


def with_parties(scene: Scene, word: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties of the first "with" (or "between") after the noun or verb at `word`, and where they end."""
    at = skip_adverbials(scene, word + 1)
    if scene.tree.lower(at) in {"with", "between", "among"}:
        return read_parties(scene, at + 1, scene.last)
    for child in scene.tree.children(word, "nmod", "obl"):
        cases = [c for c in scene.tree.children(child, "case") if scene.tree.lower(c) in {"with", "between"}]
        if cases and child > word:
            return read_parties(scene, cases[0] + 1, scene.last)
    return (), word + 1


def agent(scene: Scene, word: int) -> tuple[Party, ...]:
    """Return the parties after "by" of a passive: "was received by", "attended by"."""
    for at in range(word + 1, min(scene.last, word + 12)):
        if scene.tree.lower(at) == "by":
            return read_parties(scene, at + 1, scene.last)[0]
        if scene.tree[at].pos == "VERB":
            break
    return ()


def possessor(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return whose meeting or visit it is: "his visit", "Elrond's recent meeting"."""
    at = noun - 1
    while at >= scene.first and at > noun - 8:
        block = scene.block(at)
        lower = scene.tree.lower(at)
        if lower in {"'s", "'"} or scene.tree.tag(at) == "PRP$":
            holder = scene.block(at if scene.tree.tag(at) == "PRP$" else at - 1)
            if holder is None or not (holder.is_human or holder.is_organization) or holder.last > noun:
                return ()
            if scene.tree.tag(at) == "PRP$" and holder.last > at + 1:
                return ()
            span = scene.span(holder.first, holder.last)
            return tuple(Party(actor, span) for actor in holder.actors)
        if block is not None and block.is_human:
            return ()
        if not (scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "NNP", "VBG", "VBN", "CD"}):
            return ()
        at -= 1
    return ()


def phrase_after(scene: Scene, word: int, prepositions: frozenset[str]) -> tuple[Party, ...]:
    """Return the parties of the phrase that one of `prepositions` opens right after `word`: "visit of", "visit by"."""
    at = skip_adverbials(scene, word + 1)
    return read_parties(scene, at + 1, scene.last)[0] if scene.tree.lower(at) in prepositions else ()
