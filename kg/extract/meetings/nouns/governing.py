"""What governs the noun of an encounter: its preposition, the verb it hangs on, and whose doing it is."""

from kg.extract.grammar import FINITE
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_adverbials
from kg.extract.meetings.scene.clauses import closes_words, remarks_author, subject, traveller
from kg.extract.meetings.scene.modality import is_due
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import agent, is_passive, lead
from kg.extract.meetings.scene.trips import TRIPS
from kg.extract.meetings.verbs import is_travel
from kg.extract.meetings.verbs.attendance import bodies
from kg.extract.meetings.verbs.calls import is_over_phone
from kg.lexicon import words

AT = frozenset({"in", "during", "at", "after", "following", "within", "upon", "amid", "throughout", "sidelines"})
_COMPANY = frozenset({"join", "accompany"})
_COMPRISES = frozenset({"include", "feature", "involve", "comprise", "begin", "start", "open", "end", "conclude"})
_PARTS = frozenset({"end", "start", "beginning", "conclusion", "outset", "opening"})
SIDELINES = frozenset({"sidelines", "sideline", "margins"})
WITHIN = frozenset({"in", "during", "at"})
_CLAUSE = 12  # words of "that the steward's envoys have held"
_FRONT = 40  # words of a phrase before its clause


def governing_verb(scene: Scene, noun: int) -> int | None:
    """Return the verb that the noun hangs on; where the parse loses it, the next one to the right with a subject."""
    before = lead(scene, noun)
    if scene.is_verb(before) and scene.lemma(before) in words("meetings/holders.txt"):
        return before  # "held talks on the talks planned in Bree": parsers take it for the subject of a later verb
    if (found := _held_by(scene, noun) or _stayed_in(scene, before) or _fronting(scene, noun)) is not None:
        return found
    following = (at for at in range(noun + 1, scene.last) if scene.is_verb(at) and _has_subject(scene, at, noun))
    if before > scene.first and scene.tree.text(before).istitle() and scene.tree.lower(before) in AT:
        return next(following, None)  # a heading without a full stop runs into "In a meeting with X, Y said"
    above = (at for at in scene.tree.ancestors(noun) if scene.is_verb(at) and are_people(subject(scene, at)))
    if closes_words(scene, before) and (said := next(above, None)) is not None:
        return said  # "said that there was hope, after talks with X"
    for head in scene.tree.ancestors(noun):
        if _is_credit(scene, head, noun):
            continue
        predicate = scene.tree.children(head, "nsubj") or is_due(scene, head)
        if scene.is_verb(head) or predicate:  # "in a meeting ..., X was silent", "is due in Bree for talks"
            return head
        if not (scene.is_noun(head) or scene.tree.pos(head) in {"ADJ", "ADV"}):
            break
    return next(following, None) if prepositions(scene, noun) & AT else None


def _held_by(scene: Scene, noun: int) -> int | None:
    """Return the verb of a clause that says whose it is: "the talks that Eomer held with Faramir", "talks he had"."""
    first = noun + 2 if scene.tree.lower(noun + 1) in {"that", "which"} else noun + 1
    named = scene.block(first)
    if first == noun + 1 and (named is None or not named.is_human):
        return None
    verbs = (at for at in range(first, first + _CLAUSE) if scene.is_verb(at) and not scene.block(at))
    for verb in verbs:
        held = any(first <= c for c in scene.tree.children(verb, "nsubj") if c < verb)
        if held and scene.lemma(verb) in {"hold", "have", "conduct"}:
            return verb
        if scene.tree.pos(verb) != "AUX":
            break
    return None


def _stayed_in(scene: Scene, purpose: int) -> int | None:
    """Return the place where somebody is for it: "who is in *Bree* for talks", where parsers hang it on "who"."""
    place = purpose - 1
    there = scene.is_place(place) and scene.tree.lower(place - 1) == "in" and bool(scene.tree.children(place, "cop"))
    return place if there and scene.tree.lower(purpose) in {"for", "to"} else None


def _fronting(scene: Scene, noun: int) -> int | None:
    """Return the verb before which a phrase with the noun stands: "Later, in a meeting with Eomer, Faramir said"."""
    at = lead(scene, noun)
    if scene.tree.lower(at) not in WITHIN or scene.tree.lower(at - 1) not in {"", ","}:
        return None
    for comma in range(noun + 1, noun + _FRONT):
        said = scene.block(comma + 1)
        if scene.tree.lower(comma) == "," and said is not None and said.is_human:
            if scene.tree.tag(said.last) in FINITE:
                head = scene.tree.head(said.last)
                return head if head is not None and scene.tree.dep(said.last) == "aux" else said.last
        elif scene.is_verb(comma) and scene.block(comma) is None:
            return None
    return None


def _is_credit(scene: Scene, verb: int, noun: int) -> bool:
    """Whether the verb only closes the sentence with who reports it: "said after a meeting, the Herald wrote"."""
    above = scene.tree.head(verb)
    closes = verb + 1 == scene.last or scene.tree.pos(verb + 1) == "PUNCT"
    return closes and above is not None and above < noun < verb and _has_subject(scene, verb, noun)


def _has_subject(scene: Scene, verb: int, after: int) -> bool:
    """Whether the verb's subject follows the word `after`, be it only a name right before the verb."""
    named = scene.block(verb - 1)
    if named is not None and named.is_human and scene.tree.tag(verb) in FINITE:
        return True
    return any(c > after for c in scene.tree.children(verb, "nsubj"))


def prepositions(scene: Scene, noun: int) -> set[str]:
    """Return the words that lead to the noun: its own preposition, and "sidelines" of "on the sidelines of".

    One who tells a meeting something is "at" it.
    """
    found = {scene.tree.lower(c) for c in scene.tree.children(noun, "case")}
    at = lead(scene, noun)
    if scene.tree.pos(at) == "ADP" or scene.tree.lower(at) == "following":  # parsers may hang it elsewhere
        found.add(scene.tree.lower(at))
    of = at - 1 if scene.tree.lower(at) == "of" else at
    if any(beside is not None and scene.tree.lower(beside) in SIDELINES for beside in (scene.tree.head(noun), of)):
        found.add("sidelines")
    if [scene.tree.lower(word) for word in (at - 1, at)] == ["ahead", "of"]:
        found.add("before")
    part = scene.tree.lower(at) == "of" and scene.tree.lower(at - 1) in _PARTS  # "at the end of a meeting"
    if scene.lemma(at) == "tell" or part or is_over_phone(scene, at):  # "told a meeting that", "said by phone"
        found.add("at")
    return found


def leading_subject(scene: Scene, noun: int, verb: int | None) -> tuple[Party, ...]:
    """Return the subject of the verb if it takes part: it holds the meeting, or does something in it."""
    apart = scene.tree.dep(noun).startswith("nsubj") and verb != lead(scene, noun) and not prepositions(scene, noun)
    if verb is not None and apart and is_passive(scene, verb) and holds(scene, noun, verb):
        return agent(scene, verb)  # "talks were held by Eomer with"
    if verb is None or apart:
        return ()
    within = "with" in prepositions(scene, noun) or scene.tree.dep(noun) == "obj"  # "began with", "included talks"
    if within and scene.lemma(verb) in _COMPRISES and (whose := traveller(scene, verb)):
        return whose
    found = _named_elsewhere(scene, noun, verb) or _doing(scene, noun, verb)
    asked = bool(found) and scene.tree.tag(verb) == "VB" and all(party.is_country for party in found)
    return (_above(scene, noun, verb) if asked or not found else ()) or found  # "urged Gondor to go in a meeting with"


def _above(scene: Scene, noun: int, verb: int) -> tuple[Party, ...]:
    """Return who says or does what the clauses above tell, where none has a subject for the meeting with somebody."""
    whose = scene.tree.lower(noun + 1) == "with" or bodies(scene, noun)
    if not (whose and prepositions(scene, noun) & WITHIN):
        return ()
    found = (subject(scene, at) for at in scene.tree.ancestors(verb) if scene.is_verb(at))
    return next(filter(are_people, found), ())


def _doing(scene: Scene, noun: int, verb: int) -> tuple[Party, ...]:
    led = prepositions(scene, noun)
    takes_part = (
        holds(scene, noun, verb) or scene.tree.lower(skip_adverbials(scene, noun + 1)) == "from"
    )  # "received a call from"
    trip = scene.lemma(verb) in TRIPS and bool(scene.tree.children(verb, "cop"))
    comes = is_due(scene, verb) or scene.lemma(verb) == "return"
    travels = comes or is_travel(scene, verb) or scene.is_place(verb) or trip  # "flew to Bree, is in Bree for talks"
    travels |= _is_there(scene, noun) or scene.lemma(verb) in _COMPANY
    leaves = scene.lemma(verb) in {"return", "come", "emerge"} and "from" in led  # "returned from talks"
    if not (takes_part or leaves or led & (AT | {"before"}) or (travels and led & {"for", "to", "into"})):
        return ()
    given = verb < noun and scene.tree.dep(noun) in {"obj", "xcomp"}  # "was granted an audience"
    if is_passive(scene, verb) and not given:  # "Faramir was joined by Elrond in a meeting with Eomer"
        return agent(scene, verb) + (subject(scene, verb) if scene.lemma(verb) in _COMPANY else ())
    if (
        scene.lemma(verb) in _COMPANY and not given and "at" not in led
    ):  # "Faramir joined Elrond for a meeting with Eomer"
        fellows = read_parties(scene, verb + 1, noun)[0]
        return subject(scene, verb) + (fellows if are_people(fellows) else ())
    return subject(scene, verb) + (_fellows(scene, noun, verb) if travels else ())


def _is_there(scene: Scene, noun: int) -> bool:
    """Whether somebody is at a place for it: "Eomer, in Bree for talks with Faramir, said"."""
    place = scene.block(lead(scene, noun) - 1)
    return (
        place is not None
        and place.country is not None
        and [scene.tree.lower(at) for at in (place.first - 2, place.first - 1)] == [",", "in"]
    )


def _fellows(scene: Scene, noun: int, verb: int) -> tuple[Party, ...]:
    """Return with whom one travels to the meeting: "flew to Bree with Eomer for talks with"."""
    with_whom = next((at for at in range(verb + 1, noun) if scene.tree.lower(at) == "with"), noun)
    found = read_parties(scene, with_whom + 1, noun)[0]
    return found if are_people(found) else ()


def _named_elsewhere(scene: Scene, noun: int, verb: int) -> tuple[Party, ...]:
    """Return who takes part though the verb has another subject, or one that the parse does not know."""
    led = prepositions(scene, noun)
    if led & AT and (author := remarks_author(scene, verb)):
        return author
    return _named_beside(scene, noun) if led & WITHIN and verb > noun else ()


def _named_beside(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return who is named right before the phrase of the noun: "X in a meeting with Y said"."""
    before = lead(scene, noun)
    block = scene.block(before - 1)
    opens = block is not None and block.is_human and block.first == scene.first
    return read_parties(scene, block.first, before)[0] if block is not None and opens else ()


def holds(scene: Scene, noun: int, verb: int | None) -> bool:
    if verb is None:
        return False
    lemma = scene.lemma(verb)
    if lemma == "call" and scene.tree.lower(verb + 1) in {"for", "on"}:
        return False
    return lemma in words("meetings/holders.txt") or (lemma == "be" and bool(prepositions(scene, noun) & {"on", "in"}))
