"""Who takes part in the encounter that a noun tells, by where the sentence names them."""

from dataclasses import dataclass
from itertools import takewhile

from kg.extract.meetings.nouns.governing import WITHIN, holds, leading_subject, prepositions
from kg.extract.meetings.party import Party, are_people, are_present, are_same, is_of_bodies, people_of
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_adverbials
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import phrase_after, possessor, relative_object, with_parties
from kg.extract.meetings.verbs import is_travel
from kg.extract.meetings.verbs.attendance import attending

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_TOPIC = frozenset({"on", "over", "about", "regarding", "concerning"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "next", "previous", "last", "coming", "upcoming"})
_NEXT = frozenset({"next", "coming", "upcoming", "forthcoming"})
_TELL = frozenset("tell inform assure reassure ask urge press confront brief discuss exchange explore review".split())
_THANK = frozenset({"thank", "congratulate", "warn", "remind"})
_BESIDE = frozenset({"alongside", "beside", "with"})  # "speaking alongside Eomer after their talks"
_GIVE = frozenset({"convey", "deliver", "hand", "present", "extend", "express", "give", "explain"})
_GIVEN = 8  # words of what one conveys to somebody
_TOWARDS = frozenset({("on", "call"), ("to", "call"), ("to", "audience")})
_MEALS = frozenset({"lunch", "luncheon", "dinner", "banquet", "breakfast", "reception"})  # given "for" a guest
_AFTER = frozenset({"after", "following"})
_OWNED = frozenset({"of", "by"})
_PLACE = 8  # words of where one met the first


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose meeting it is (`ours`), who does what the verb says, with whom, and who else was there.

    `heard` are those of the verb's subject that hold the meeting or do something in it; `end` is where the phrase of
    the other side ends.
    """

    ours: tuple[Party, ...]
    leading: tuple[Party, ...]
    theirs: tuple[Party, ...]
    present: tuple[Party, ...]
    heard: tuple[Party, ...]
    end: int

    @property
    def everybody(self) -> tuple[Party, ...]:
        return distinct(self.ours + self.leading + self.theirs + self.present)


def sides(scene: Scene, noun: int, verb: int | None) -> Sides:
    """Return who the sentence says takes part; `verb` is the one that the noun hangs on."""
    theirs, end = _theirs(scene, noun)
    if not theirs and verb is not None and holds(scene, noun, verb):
        theirs = relative_object(scene, verb)  # "Eomer, with whom he held talks"
    if not theirs and verb is not None and verb > noun and holds(scene, noun, verb):
        theirs, end = with_parties(scene, verb)  # "a meeting was held in Bree with", "the talks he held with"
    ours, leading = _this_side(scene, noun, verb, theirs)
    theirs = theirs or _named_otherwise(scene, noun, verb, owned=bool(ours))
    if not theirs and not (are_people(leading) and holds(scene, noun, verb)) and (both := paired(scene, noun)):
        leading = leading if prepositions(scene, noun) & WITHIN and are_people(leading) else ()
        theirs = both
    present = attending(scene, noun)
    comes = _holds_it(scene, noun, verb) or _is_heard(scene, noun, leading, present) or _travels_to(scene, noun, verb)
    heard = leading if comes else ()
    if is_between(scene, noun) and not _is_joined(scene, verb) and (theirs or len(leading) < 2):
        leading = ()
    theirs = distinct(_without(theirs, leading) or theirs)  # "with X, Y, the steward, said" reads like a list
    return Sides(ours, leading, theirs, present, heard, end)


def _this_side(
    scene: Scene, noun: int, verb: int | None, theirs: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return whose meeting it is, and who does what the verb says, where they are not the other side by mistake."""
    ours, leading = possessor(scene, noun), leading_subject(scene, noun, verb)
    if are_same(leading, theirs):
        leading = ()  # of "X, in his meeting with Y, said" parsers take Y for the subject
    if are_people(leading) and is_by_pronoun(scene, noun):
        ours = ()  # "In his meeting with X, Y said": Y's
    elif ours and theirs and not holds(scene, noun, verb):
        leading = ()  # "After X's meeting with Y, Z said": Z need not have been there
    return ours, leading


def _named_otherwise(scene: Scene, noun: int, verb: int | None, *, owned: bool) -> tuple[Party, ...]:
    """Return the other side of a meeting where no "with" names it."""
    if not is_definite(scene, noun):
        return _other_side(scene, noun, verb, owned=owned)
    if is_their(scene, noun):
        near = range(noun if verb is None else verb, noun)
        beside = (at for at in (*near, scene.first) if scene.tree.lower(at) in _BESIDE)
        return _addressee(scene, noun, verb) or people_of(read_parties(scene, next(beside, noun) + 1, noun)[0])
    members = phrase_after(scene, noun, _OWNED)  # "the meeting of the leaders of Gondor and Rohan"
    return members if len(members) > 1 and are_present(members) else ()


def _theirs(scene: Scene, noun: int) -> tuple[tuple[Party, ...], int]:
    """Return those after "with", in "the meeting of X with Y" with those before it."""
    theirs, end = with_parties(scene, noun)
    if scene.tree.lower(noun + 1) in _OWNED:
        members, middle = read_parties(scene, noun + 2, scene.last)
        if scene.tree.lower(middle) == "with":
            others, end = read_parties(scene, middle + 1, scene.last)
            theirs = members + others
    return theirs, end


def paired(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return the two whose names a hyphen joins before the noun: "the Gondor-Rohan talks"."""
    at = noun - 1
    if scene.tree.lower(noun + 1) == "of":  # "a session of the Gondor-Rohan commission"
        hyphens = (at for at in range(noun + 2, noun + _PLACE) if scene.tree.tag(at) == "HYPH")
        at = next(hyphens, noun) + 1
    while scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "CD", "SYM", "HYPH", "CC"}:
        one, other = scene.block(at - 2), scene.block(at)
        if one is not None and other is not None and scene.tree.lower(at - 1) in {"-", "–"}:
            return tuple(Party(b.actors[0], scene.span(b.first, b.last)) for b in (one, other)) if one != other else ()
        at -= 1
    return ()


def _holds_it(scene: Scene, noun: int, verb: int | None) -> bool:
    """Whether the verb's subject itself holds the meeting: not in "thanked Gondor for holding it"."""
    return verb is not None and holds(scene, noun, verb) and scene.tree.lower(verb - 1) != "for"


def _travels_to(scene: Scene, noun: int, verb: int | None) -> bool:
    """Whether one goes somewhere to take part: "flew to Bree for a summit of the White Council"."""
    return verb is not None and is_travel(scene, verb) and bool(prepositions(scene, noun) & {"for", "to"})


def _is_heard(scene: Scene, noun: int, governing: tuple[Party, ...], present: tuple[Party, ...]) -> bool:
    """Whether somebody speaks or acts at the meeting; of an organisation that may be mere comment on it.

    "The White Council agreed in a meeting chaired by Faramir" is no comment.
    """
    named = not is_of_bodies(governing)
    held = bool(present) and (not is_definite(scene, noun) or is_its(scene, noun))
    within = WITHIN | _AFTER if present and named else WITHIN
    return (named or held) and bool(prepositions(scene, noun) & within)


def is_definite(scene: Scene, noun: int) -> bool:
    """Whether the noun phrase opens with "the" or a pronoun, so that it may point back."""
    at = noun - 1
    while scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "CD", "VBN", "HYPH"}:
        at -= 1
    return scene.tree.lower(at) in DEFINITE


def is_its(scene: Scene, noun: int) -> bool:
    """Whether it is the meeting of a body named before: "at its weekly meeting"."""
    return any(scene.tree.lower(at) == "its" for at in range(noun - 4, noun))


def is_next(scene: Scene, noun: int) -> bool:
    """Whether the words before the noun say that it is still to come: "the next meeting", "next week's meeting"."""
    return any(scene.tree.lower(at) in _NEXT for at in range(noun - 4, noun))


def is_bare(scene: Scene, noun: int) -> bool:
    """Whether nothing tells the meeting from others: "the two-hour meeting", not "the Bree talks", "the first"."""
    if scene.tree.lower(noun + 1) in {"with", "between", "among"}:  # "the meeting with his men", whoever they are
        return False
    listed = takewhile(scene.is_noun, scene.tree.ancestors(noun))  # "over trade and the talks in Bree"
    if any(prepositions(scene, word) & _TOPIC for word in (noun, *listed)):  # of other talks
        return False
    at = noun - 1
    while at >= scene.first and scene.tree.lower(at) not in DEFINITE:
        if scene.tree.lower(at) in _ORDINALS:
            return False
        if scene.is_noun(at) and scene.tree.lower(at) not in {"phone", "telephone"}:
            return False
        at -= 1
    return True


def is_by_pronoun(scene: Scene, noun: int) -> bool:
    """Whether a pronoun says whose the noun is: "his meeting"."""
    return any(scene.tree.tag(at) == "PRP$" for at in range(noun - 4, noun))


def is_their(scene: Scene, noun: int) -> bool:
    """Whether it is the meeting of those whom the clause names: "their meeting"."""
    return any(scene.tree.lower(at) == "their" for at in range(noun - 3, noun))


def is_between(scene: Scene, noun: int) -> bool:
    """Whether the noun itself names both sides: "talks between X and Y", "the meeting of X and Y"."""
    near = range(noun + 1, noun + 8)
    return any(scene.tree.lower(at) in {"between", "among"} for at in near) or scene.tree.lower(noun + 1) == "of"


def _is_joined(scene: Scene, verb: int | None) -> bool:
    """Whether one joins others by what the verb says: "attended a gathering of elders"."""
    return verb is not None and scene.lemma(verb) in {"attend", "join", "chair", "address"}


def _other_side(scene: Scene, noun: int, verb: int | None, *, owned: bool) -> tuple[Party, ...]:
    """Return the other side of a meeting without "with": "a meeting of X and Y", "told Y in a meeting"."""
    after = scene.tree.lower(skip_adverbials(scene, noun + 1))
    if after == "from":  # "received a phone call from X"
        return phrase_after(scene, noun, frozenset({after}))
    towards = (after, scene.lemma(noun)) in _TOWARDS or (after == "for" and scene.lemma(noun) in _MEALS)
    if towards and are_people(host := phrase_after(scene, noun, frozenset({after}))):
        return host
    if scene.lemma(noun) in _MEALS and (guests := _honoured(scene, noun)):
        return guests
    members = () if owned else phrase_after(scene, noun, _OWNED)
    return members if are_present(members) else _addressee(scene, noun, verb)


def _honoured(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return in whose honour it was: "a banquet in honour of Eomer", "a dinner in his honour"."""
    near = (at for at in range(noun + 1, noun + _PLACE) if scene.tree.lower(at) in {"honour", "honor"})
    honour = next(near, None)
    return phrase_after(scene, honour, _OWNED) or possessor(scene, honour) if honour is not None else ()


def _addressee(scene: Scene, noun: int, verb: int | None) -> tuple[Party, ...]:
    """Return the other side where it stands with the verb: "told Y in a call", "exchanged views with Y"."""
    if verb is None:
        return ()
    reach = _GIVEN if scene.lemma(verb) in _GIVE else 2
    to = next((at for at in range(verb + 1, verb + reach) if scene.tree.lower(at) == "to"), None)
    if to is not None:  # "reiterated to Eomer", "conveyed the message to Eomer"
        told = read_parties(scene, to + 1, scene.last)[0]
        return told if are_people(told) else ()
    if scene.lemma(verb) not in (_TELL | _THANK if verb < noun else _TELL):
        return ()
    for at in range(verb + 1, verb + 6):
        if scene.tree.lower(at) == "with":
            return read_parties(scene, at + 1, scene.last)[0]
    parties, _ = read_parties(scene, verb + 1, scene.last)
    known = are_people if scene.lemma(verb) == "review" else are_present  # not "reviewed the guards"
    return parties if known(parties) else ()


def _without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    there = {party.actor for party in others}
    return tuple(party for party in parties if party.actor not in there)


def distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return each actor once, where it is named first."""
    return tuple({party.actor: party for party in reversed(parties)}.values())[::-1]
