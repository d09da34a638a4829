"""Who else was there: those in attendance, and the body whose meeting it is."""

from itertools import takewhile

from kg.extract.grammar import FINITE, Run
from kg.extract.meetings.party import Party
from kg.extract.meetings.scene import Block, Scene
from kg.extract.meetings.scene.delegates import unnamed
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import agent
from kg.lexicon import table, words
from kg.model import ActorKey

_LIST = 20  # words from a meeting, or from one who was there, to the next
_NEAR = 9  # words between "a meeting" and the body that it is of
_SIDE = 6  # words of "attended on the Gondorian side by"
_LED = frozenset(
    "attended chaired co-chaired cochaired presided headed hosted led joined mediated participated".split()
)
_PRESENCE = frozenset({"presence", "participation", "attendance"})
_LEADERSHIP = frozenset({"chair", "chairmanship", "leadership", "presidency"})


def attending(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return who the words after the noun say was there: "the meeting, held in Bree and attended by ..."."""
    found: tuple[Party, ...] = ()
    at, limit = noun + 1, noun + _LIST
    while at < limit:
        there = _there(scene, at)
        found += there
        limit = at + _LIST if there else limit  # "was chaired by X and attended by Y"
        at += 1
    return found


def witnesses(scene: Scene, verb: int) -> tuple[Party, ...]:
    """Return in whose presence somebody does what the verb says: "received him in the presence of Eomer"."""
    near = range(verb + 1, verb + _LIST)
    presence = next((at for at in near if scene.tree.lower(at) in _PRESENCE), verb)
    return _there(scene, presence) or _beside(scene, near)


def _beside(scene: Scene, near: range) -> tuple[Party, ...]:
    """Return who attends as an aside says it: ", with Eomer attending"."""
    for at in near:
        if scene.tree.lower(at) == "with" and scene.tree.lower(at - 1) == ",":
            found, end = read_parties(scene, at + 1, scene.last)
            return found if scene.tree.lower(end) in {"attending", "present"} else ()
    return ()


def by_whom(scene: Scene, verb: int) -> int | None:
    """Return the word behind the "by" of a passive: "attended on the Gondorian side by"."""
    return next((at + 1 for at in range(verb + 1, verb + _SIDE) if scene.tree.lower(at) == "by"), None)


def _there(scene: Scene, at: int) -> tuple[Party, ...]:
    """Return who the word at `at` says was there."""
    by = by_whom(scene, at)
    if scene.tree.lower(at) in _LED and by is not None:
        return agent(scene, at) + (roll(scene, by) if scene.tree.lower(at) == "attended" else ())
    together = scene.lemma(at) == "bring" and scene.tree.lower(at + 1) == "together"
    led = scene.lemma(at - 2 if scene.tree.lower(at - 1) == "the" else at - 1)
    presence = scene.tree.lower(at) in _PRESENCE and led in {"in", "with", "at", "see", "witness"}
    presence |= scene.tree.lower(at) in _LEADERSHIP and led == "under"
    presence &= scene.tree.lower(at + 1) in {"of", "from"}
    return read_parties(scene, at + 2, scene.last)[0] if together or presence else ()


def roll(scene: Scene, start: int) -> tuple[Party, ...]:
    """Return all those listed, through what parts them: "the envoy at the Ministry Eomer, and on their side Hama"."""
    found: tuple[Party, ...] = ()
    at = start
    while at < scene.last:
        parties, end = read_parties(scene, at, scene.last)
        found += parties
        named = (
            scene.block(word) for word in takewhile(lambda word: not _ends_roll(scene, word), range(end, scene.last))
        )
        block = next((block for block in named if block is not None and block.is_human), None)
        if block is None or scene.tree.tag(block.last) in FINITE:
            break
        at = block.first
    return found


def _ends_roll(scene: Scene, word: int) -> bool:
    """Whether a clause begins at the word."""
    clause = scene.tree.pos(word) == "SCONJ" or scene.tree.tag(word).startswith("W")
    return scene.block(word) is None and (clause or scene.tree.tag(word) in {*FINITE, ":", "TO", "MD"})


def bodies(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return the organisation whose meeting it is: "the White Council's session", "a meeting of the White Council"."""
    return _owner(scene, noun) or _members(scene, noun)


def _owner(scene: Scene, noun: int) -> tuple[Party, ...]:
    for at in range(noun - 1, noun - 7, -1):
        block = scene.block(at)
        if block is not None:
            held = block.is_organization and not _is_venue(scene, block)
            return _party(scene, block) if held else ()
        named = scene.tree.text(at)[:1].isupper() or scene.tree.lower(at) == "/"  # "the BREE Plus/Outreach meeting"
        if not (named or scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "CD", "POS", "-RRB-"}):
            break
    return ()


def _is_venue(scene: Scene, body: Block) -> bool:
    """Whether "a White House meeting" is one there, not its own."""
    text = scene.span(body.first, body.last).of(scene.tree.annotation.document.text)
    return any(row[0] == text for row in table("offices/led_bodies.tsv"))


def _members(scene: Scene, noun: int) -> tuple[Party, ...]:
    of = scene.tree.lower(noun + 1) == "of"
    if not of and scene.tree.lower(noun + 1) not in {"at", "in"}:
        return ()
    found = next(scene.blocks(Run(noun + 2, noun + _NEAR)), None)
    if found is None or not found.is_organization:
        return ()
    sits = scene.lemma(found.last - 1) in words("meetings/bodies.txt")
    return _party(scene, found) if of or sits else ()  # "a meeting at the Ministry" need not be its


def nameless_body(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return the body without a name whose meeting it is: "a cabinet session", "a meeting of its board"."""
    if scene.lemma(noun - 1) in words("meetings/bodies.txt"):
        return (unnamed(scene, Run(noun - 1, noun)),)
    if scene.tree.lower(noun + 1) != "of":
        return ()
    first = noun + 3 if scene.tree.tag(noun + 2) in {"DT", "PRP$"} else noun + 2
    last = first
    while scene.is_noun(last) or scene.tree.tag(last) in {"JJ", "POS"}:
        block = scene.block(last)
        if block is not None and block.is_human:
            break
        last += 1
    return (unnamed(scene, Run(first, last)),) if scene.lemma(last - 1) in words("meetings/bodies.txt") else ()


def _party(scene: Scene, block: Block) -> tuple[Party, ...]:
    """Return the body, and the countries whose it is if its name says so: "the Gondor-Rohan Working Group"."""
    named = {land: at for at in range(block.first, block.last) if (land := scene.country(at)) is not None}
    lands = tuple(Party(ActorKey(f"country:{land}"), scene.tree[at].span) for land, at in named.items())
    body = tuple(Party(actor, scene.span(block.first, block.last)) for actor in block.actors)
    return body + lands if len(lands) > 1 else body
