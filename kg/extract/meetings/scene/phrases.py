"""The phrases round a verb or noun that name people: its object, what stands after "with" or "by", whose it is."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.grammar import FINITE, Run
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_adverbials
from kg.extract.meetings.scene.delegates import is_delegate, represented
from kg.extract.meetings.scene.parties import joins_clauses, read_parties
from kg.lexicon import words

_SENT = 5  # words of "a high-ranking Gondorian delegation"
_BEFORE_NOUNS = frozenset({"DT", "JJ", "POS", "PRP$", "CD", "-LRB-", "-RRB-", "HYPH"})
_HALL = 7  # words of "at the great hall of the town"
_TIMED = 4  # words of "and a day later", which may be read as one more who was met
_BEFORE_WHOM = 4  # words of ", with each of whom"
_WHITHER = 8  # words of where a visit goes
_NEAR = 25  # words between "meeting" and its "with"


def object_parties(scene: Scene, verb: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties right after the verb, or after its "with", and where their phrase ends."""
    if before := relative_object(scene, verb):
        return before, verb + 1
    at = skip_adverbials(scene, verb + 1)
    if scene.tree.lower(at) == "with":
        at = at + 3 if is_each(scene, at + 1) else at + 1
    parties, end = read_parties(scene, at, scene.last)
    if scene.tree.lower(at - 1) == "," and scene.tree.tag(end) in FINITE:  # "asked when they met in Bree, Eomer said"
        return (), verb + 1
    if not parties:  # "met in a room of the palace with"
        parties, end = hung_with(scene, verb, verb)
    return (parties, end) if parties else _first_with(scene, verb)


def relative_object(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return whom a relative clause is about: "Eomer, whom Faramir met in Bree"."""
    whom = [c for c in scene.tree.children(verb, "obj", "obl") if scene.tree.lower(c) == "whom"]
    head = scene.tree.head(verb)
    block = scene.block(head) if whom and head is not None and scene.tree.dep(verb).startswith("acl") else None
    if block is not None and block.is_human:
        return read_parties(scene, block.first, verb)[0]
    sent = range(whom[0] - 1, max(scene.first, whom[0] - _NEAR), -1) if whom else range(0)  # "envoys of Rohan, whom"
    first = next((at for at in sent if is_delegate(scene, at)), None)
    found, end = read_parties(scene, first, whom[0]) if first is not None else ((), 0)
    return found if whom and whom[0] - end < _BEFORE_WHOM else ()


def is_each(scene: Scene, at: int) -> bool:
    """Whether those named behind were met one by one: "each of the ministers"."""
    return scene.tree.lower(at) == "each" and scene.tree.lower(at + 1) == "of"


def _first_with(scene: Scene, verb: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties of the first "with", before anybody else is named: "met behind closed doors with"."""
    for at in range(verb + 1, verb + _NEAR):
        block = scene.block(at)
        if scene.tree.lower(at) == "with":
            return read_parties(scene, at + 1, scene.last)
        clause = scene.is_verb(at) and scene.tree.dep(at) != "amod"  # not "closed" of the doors
        if clause or (block is not None and block.is_human):
            break
    return (), verb + 1


def hung_with(scene: Scene, word: int, *heads: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties of the first "with" (or "between") that the parse hangs on one of `heads` behind the word."""
    for child in (c for head in heads for c in scene.tree.children(head, "nmod", "obl")):
        cases = [c for c in scene.tree.children(child, "case") if scene.tree.lower(c) in {"with", "between"}]
        if cases and child > word:
            between = scene.tree.lower(cases[0]) == "between"
            return _both(scene, cases[0] + 1) if between else read_parties(scene, cases[0] + 1, scene.last)
    return (), word + 1


def with_parties(scene: Scene, word: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties of the first "with" (or "between") after the noun or verb at `word`, and where they end."""
    places = [
        verb for verb in scene.tree.children(word, "acl") if scene.lemma(verb) in words("meetings/taking_place.txt")
    ]
    done = [read_parties(scene, verb + 2, scene.last)[1] for verb in places if scene.tree.lower(verb + 1) == "by"]
    for start in (word + 1, *done):  # "talks with", "talks brokered by Arnor between"
        at = skip_adverbials(scene, start)
        if scene.tree.lower(at) == "between":
            return _both(scene, at + 1)
        if scene.tree.lower(at) in {"with", "among"}:
            return read_with(scene, at)
    return hung_with(scene, word, word, *places)


def read_with(scene: Scene, at: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties behind the "with" at `at`, unless it opens a clause of its own: ", with Eomer saying"."""
    parties, end = read_parties(scene, at + 1, scene.last)
    return (() if scene.tree.lower(at - 1) == "," and scene.tree.tag(end) == "VBG" else parties), end


def further_with(scene: Scene, end: int) -> Iterator[tuple[int, tuple[Party, ...], int]]:
    """Yield each "with" by which the clause goes on behind `end`, its parties and their end.

    "met with Eomer on Monday in Bree and with Elrond the next day" are two meetings, as are "and, separately, Elrond"
    and "called on Eomer at the hall and Elrond at the inn".
    """
    if (apart := _further_apart(scene, end)) is not None:
        yield apart
    at = max((word for word in range(end - _TIMED, end + 1) if scene.block(word - 1) is not None), default=end)
    while at < scene.last and not (scene.is_verb(at) and scene.block(at) is None and scene.tree.tag(at) in FINITE):
        on = skip_adverbials(scene, at + 1) if scene.tree.lower(at) == "and" else at
        if on > at and scene.tree.lower(on) == "with":
            parties, last = read_parties(scene, on + 1, scene.last)
            if parties:
                yield on, parties, last
        at = max(on, at + 1)


def _further_apart(scene: Scene, end: int) -> tuple[int, tuple[Party, ...], int] | None:
    """Return whom "and" adds behind where those before were met, or "separately"; not who does something else."""
    joint = skip_adverbials(scene, end)
    if scene.tree.lower(joint) in {"at", "in", "on"}:  # "at the hall and Elrond at the inn"
        near = takewhile(lambda at: not scene.is_verb(at), range(joint + 1, joint + _HALL))
        joint = next((at for at in near if scene.tree.lower(at) == "and"), joint)
    if scene.tree.lower(joint) != "and" or joins_clauses(scene, joint):
        return None
    first = skip_adverbials(scene, joint + 1)
    if joint == end and first == joint + 1:
        return None
    parties, last = read_parties(scene, first, scene.last)
    acts = scene.tree.tag(last) in FINITE or scene.is_verb(first)
    return (joint, parties, last) if are_people(parties) and not acts else None


def _both(scene: Scene, start: int) -> tuple[tuple[Party, ...], int]:
    """Return the two sides behind "between"; its first "and" joins them, whatever clause the parse sees behind it."""
    one, end = read_parties(scene, start, scene.last)
    if len({party.actor for party in one}) == 1 or all(scene.tree.lower(at) != "and" for at in range(start, end)):
        for joint in _next_ands(scene, end):
            other, last = read_parties(scene, joint + 1, scene.last)
            if other:
                return one + other, last
    return one, end


def _next_ands(scene: Scene, at: int) -> Iterator[int]:
    """Yield each "and" without a verb before it: "between Eomer, the envoy of Rohan to Gondor, and Faramir"."""
    near = takewhile(lambda word: not scene.is_verb(word), range(at, at + _NEAR))
    return (word for word in near if scene.tree.lower(word) == "and")


def agent(scene: Scene, word: int) -> tuple[Party, ...]:
    """Return the parties after "by" of a passive: "was received by", "attended by"."""
    for at in range(word + 1, word + 12):
        if scene.tree.lower(at) == "by":
            return _with_further(scene, *read_parties(scene, at + 1, scene.last))
        if scene.tree.pos(at) == "VERB":
            break
    return ()


def _with_further(scene: Scene, parties: tuple[Party, ...], end: int) -> tuple[Party, ...]:
    """Add those behind another "by": "attended by Eomer, and on the other side by Elrond"."""
    joint = end + 1 if scene.tree.lower(end) == "," else end
    if tuple(scene.tree.lower(at) for at in range(joint, joint + 4)) == ("as", "well", "as", "by"):
        return parties + read_parties(scene, joint + 4, scene.last)[0]
    near = takewhile(lambda at: not scene.is_verb(at) and scene.tree.lower(at) != ",", range(joint + 1, scene.last))
    by = next((at for at in near if scene.tree.lower(at) == "by"), None) if scene.tree.lower(joint) == "and" else None
    return parties + read_parties(scene, by + 1, scene.last)[0] if by is not None else parties


def possessor(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return whose meeting or visit it is: "his visit", "Elrond's recent meeting", "a Gondorian delegation's visit"."""
    for at in range(noun - 1, noun - 8, -1):
        block = scene.block(at)
        if scene.tree.lower(at) in {"'s", "'"} or scene.tree.tag(at) == "PRP$":
            return _owner(scene, at)
        if block is not None and block.is_human:
            return ()
        if not (scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "VBG", "VBN", "CD", "HYPH"}):
            return ()
    return ()


def _owner(scene: Scene, mark: int) -> tuple[Party, ...]:
    """Return whom the pronoun or the "'s" at `mark` names."""
    holder = scene.block(mark if scene.tree.tag(mark) == "PRP$" else mark - 1)
    if holder is None and is_delegate(scene, mark - 1):
        return represented(scene, Run(mark - _SENT, mark))
    if holder is None or not (holder.is_human or holder.is_organization):
        return ()
    span = scene.span(holder.first, holder.last)
    return tuple(Party(actor, span) for actor in holder.actors)


def phrase_after(scene: Scene, word: int, prepositions: frozenset[str]) -> tuple[Party, ...]:
    """Return the parties of the phrase that one of `prepositions` opens right after `word`: "visit of", "visit by"."""
    at = skip_adverbials(scene, word + 1)
    return read_parties(scene, at + 1, scene.last)[0] if scene.tree.lower(at) in prepositions else ()


def paid_by(scene: Scene, visit: int) -> tuple[Party, ...]:
    """Return who is told behind the place: "a visit to Bree by Eomer"."""
    ahead = (at for at in range(visit + 2, visit + _WHITHER) if scene.tree.lower(at) == "by")
    by = next(ahead, None) if scene.tree.lower(visit + 1) == "to" else None
    between = range(visit + 2, by) if by is not None else ()
    placed = all(scene.is_noun(at) or scene.tree.tag(at) in {"DT", "JJ", "IN", "CC", ","} for at in between)
    return read_parties(scene, by + 1, scene.last)[0] if by is not None and placed else ()


def lead(scene: Scene, noun: int) -> int:
    """Return the word before the noun phrase: its preposition if it has one."""
    at = noun - 1
    while (
        scene.block(at) is not None
        or scene.tree.tag(at) in _BEFORE_NOUNS
        or scene.is_noun(at)
        or (scene.tree.tag(at) in {"VBN", "VBG"} and scene.tree.dep(at) == "amod")
        or _joins_name(scene, at)
    ):
        at -= 1
    return max(at, scene.first)


def _joins_name(scene: Scene, at: int) -> bool:
    """Whether the word is the "and" of a name: "the Bread and Ale Party's meeting"."""
    beside = (at - 1, at + 1)
    if scene.tree.tag(at) == "SYM":  # "the 2+2 talks"
        return True
    return scene.tree.lower(at) == "and" and all(scene.tree.text(w).istitle() for w in beside)


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether what the verb says is done to its subject, or to the noun that it describes: "those received by"."""
    if scene.tree.children(verb, "aux:pass") or any(c < verb for c in scene.tree.children(verb, "nsubj:pass")):
        return True
    if verb == scene.first and scene.tree.lower(verb + 1) == "by":  # "Attended by Eomer, the meeting"
        return True
    has = any(scene.lemma(c) == "have" for c in scene.tree.children(verb, "aux"))  # "on the page that he has met her"
    human = (block := scene.block(verb - 1)) is not None and block.is_human
    acts = (human or scene.tree.lower(verb - 1) == ",") and scene.tree.lower(verb + 1) != "by"
    return scene.tree.tag(verb) == "VBN" and scene.tree.dep(verb).startswith("acl") and not (has or acts)
