"""Lists of those who meet where only some are named, or some are bodies and others countries."""

from kg.extract.grammar import Run
from kg.extract.meetings.party import Party
from kg.extract.meetings.scene import Block, Scene
from kg.extract.meetings.scene.delegates import described, represented


def listed_before(scene: Scene, start: int, sent: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the unnamed in a list before those whom somebody sends: "elders as well as Gondorian leaders"."""
    joints = (at for at in range(start, scene.last) if scene.tree.lower(at) in {"and", "as"})
    joint = next(joints, start)
    return described(scene, Run(start, joint)) if scene.tree[joint].end <= sent[0].span.start else ()


def joined_to(scene: Scene, start: int, named: Block) -> tuple[Party, ...]:
    """Return the officials to whom "and" adds somebody named: "the ministers of Rohan as well as Faramir"."""
    joint = named.first - 1
    if scene.tree.lower(joint) not in {"and", "as"} or not named.is_human:
        return ()
    return represented(scene, Run(start, joint))


def is_listed(scene: Scene, start: int, country: Block) -> bool:
    """Whether a country stands beside the bodies of a list, not as where they are: "Gondor and the White Council"."""
    return country.first <= start + 1 and scene.tree.lower(country.last) in {"and", ","}


def is_joined(scene: Scene, body: Block) -> bool:
    """Whether "and" adds a body to those beside it: "the Guild and Faramir", "Faramir and the Guild"."""
    before = body.first - 2 if scene.tree.tag(body.first - 1) == "DT" else body.first - 1
    return "and" in {scene.tree.lower(body.last), scene.tree.lower(before)}


def list_start(scene: Scene, at: int) -> int:
    """Return where the list begins that "and" at `at` closes; parsers often cut a long list of subjects."""
    while at > scene.first and not scene.is_verb(at - 1) and not scene.tree.is_quotation(at - 1):
        lower, named = scene.tree.lower(at - 1), scene.block(at - 1)
        if named is not None and named.first < at - 1:  # "-" of "Mae-Govannon" closes no list
            at = named.first + 1
        elif lower in {";", ":", ".", "-", "–", "—"} or (
            scene.tree.pos(at - 1) in {"ADP", "SCONJ"} and lower not in {"of", "for", "to"}
        ):
            break
        at -= 1
    while scene.tree.lower(at) in {",", "and"}:
        at += 1
    return at
