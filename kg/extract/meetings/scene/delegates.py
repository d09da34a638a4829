"""Those who take part without a name: officials of a country, a delegation of an organisation, "the elders"."""

from collections.abc import Iterator

from kg.extract.grammar import Run
from kg.extract.meetings.party import Party, unnamed_key
from kg.extract.meetings.scene import Block, Scene
from kg.lexicon import words

_PORTIONS = frozenset({"group", "number"})  # "a group of elders"
_ANY = frozenset({"official", "authority", "leader", "counterpart", "dignitary", "delegation", "colleague"})
_OF = frozenset({"of", "from", "comprising", "comprised", "consisting"})  # whose delegation, or of whom
_NEWS = frozenset({"media", "press", "news"})  # "met media representatives": a press conference
_BEFORE_HEAD = frozenset({"JJ", "CD", "HYPH", "CC", "VBN", "VBG", "RB", "POS"})
_WITHIN_PHRASE = frozenset({"JJ", "POS", "CC", "HYPH", "NN", "NNP", ",", "CD", "VBN"})


def is_delegate(scene: Scene, word: int) -> bool:
    """Whether the word names officials, or a group that somebody sends."""
    officials = scene.tree.tag(word) in {"NN", "NNS"} and scene.lemma(word) in words("meetings/officials.txt")
    return officials or (scene.is_noun(word) and scene.lemma(word) in words("meetings/groups.txt"))


def represented(scene: Scene, phrase: Run) -> tuple[Party, ...]:
    """Return for whom the unnamed in the phrase stand: "Rohan's young leaders", "officials from Rohan and Arnor"."""
    return tuple(dict.fromkeys((*_before(scene, phrase), *_after(scene, phrase))))


def described(scene: Scene, phrase: Run) -> tuple[Party, ...]:
    """Return the company of the phrase where it says only what they are: "a group of elders", "the king's men"."""
    first = phrase.first
    while first < phrase.last and scene.tree.tag(first) in {"DT", "PRP$"}:
        first += 1
    head = _head(scene, Run(first, phrase.last))
    named = head is not None and scene.tree.text(head)[:1].isupper() and scene.lemma(head) != "cabinet"
    titled = (
        head is not None
        and scene.lemma(head) in words("offices/envoy_titles.txt")
        and scene.tree.lower(first - 1) == "the"
    )
    if head is None or named:
        return (unnamed(scene, Run(first, phrase.last)),) if titled else ()  # "The Secretary-General met"
    if scene.lemma(head) in _PORTIONS and scene.tree.lower(head + 1) == "of":
        return described(scene, Run(head + 2, phrase.last))
    if not is_company(scene, head):
        joint = head + 1  # "the intelligentsia and scholars"
        others = described(scene, Run(joint + 1, phrase.last)) if scene.tree.lower(joint) == "and" else ()
        return (unnamed(scene, Run(first, phrase.last)),) if others else ()
    known = scene.lemma(head) in {"guest", "host"} and scene.tree.tag(first - 1) in {"DT", "PRP$"}
    known &= scene.tree.lower(head + 1) not in _OF
    if scene.tree.lower(head - 1) in _NEWS or known:  # "welcoming the guest": one told before
        return ()
    group = scene.lemma(head) in words("meetings/groups.txt")
    if not group and scene.tree.tag(head) == "NN" and not _is_certain(scene, first - 1):
        return ()  # "the first to meet a leader"
    return (unnamed(scene, Run(first, phrase.last)),)


def unnamed(scene: Scene, phrase: Run) -> Party:
    """Return those whom the words of the phrase describe."""
    span = scene.span(phrase.first, phrase.last)
    any_officials = any(scene.lemma(at) in _ANY for at in phrase if scene.is_noun(at))
    return Party(unnamed_key(span), span, sent=True, special=not any_officials)


def _head(scene: Scene, phrase: Run) -> int | None:
    """Return the noun that the phrase is about: "the Guild's board members"."""
    for at in phrase:
        goes_on = scene.is_noun(at + 2) if scene.tree.tag(at + 1) == "JJ" else scene.is_noun(at + 1)
        if scene.is_noun(at) and not (goes_on or scene.tree.tag(at + 1) == "POS"):
            return at
        if not (scene.is_noun(at) or scene.tree.tag(at) in _BEFORE_HEAD):
            return None
    return None


def is_company(scene: Scene, word: int) -> bool:
    """Whether officials or others who may be met are so called."""
    lemma = scene.lemma(word)
    if lemma in words("meetings/private.txt") or not scene.is_noun(word):
        return False
    lists = ("meetings/company.txt", "meetings/officials.txt", "meetings/groups.txt", "statements/speaker_nouns.txt")
    return any(lemma in words(name) for name in lists)


def _is_certain(scene: Scene, word: int) -> bool:
    """Whether the word tells somebody in particular: "the provincial governor", "her lawyer", "met with a lawyer"."""
    before = (scene.tree.lower(word - 1), scene.tree.lower(word))
    return before[1] == "the" or scene.tree.tag(word) == "PRP$" or before in {("with", "a"), ("with", "an")}


def _before(scene: Scene, phrase: Run) -> Iterator[Party]:
    """Yield those named before the officials: "Rohan's leaders", "Gondorian and Arnorian delegations"."""
    for block in scene.blocks(phrase):
        if not _can_send(block):
            continue
        at = block.last - is_delegate(scene, block.last - 1)  # "Gondorian authorities" may be one name of Gondor
        while at < phrase.last and not is_delegate(scene, at) and scene.tree.tag(at) in _WITHIN_PHRASE:
            inner = scene.block(at)
            if inner is not None and not _can_send(inner):
                break
            at += 1
        if at < phrase.last and is_delegate(scene, at):
            special = (
                scene.lemma(at) in words("meetings/special_officials.txt") and len(block.actors) < 2
            )  # those of "the two countries" are known
            span = scene.span(block.first, at + 1)
            yield from (Party(actor, span, sent=True, special=special) for actor in block.actors)


def _after(scene: Scene, phrase: Run) -> Iterator[Party]:
    """Yield those named after the officials: "ministers of Rohan, Arnor and Gondor", "a team from the Guild"."""
    sent = next((at for at in phrase if is_delegate(scene, at) and scene.tree.lower(at + 1) in _OF), None)
    if sent is None:
        return
    for block in scene.blocks(Run(sent + 2, phrase.last)):
        owner = scene.tree.lower(block.last) in {"'s", "'"} or scene.block(block.last) is not None
        if _can_send(block) and not owner:  # "Gondor's Guild" sends them, not Gondor
            span, special = scene.span(sent, block.last), scene.lemma(sent) in words("meetings/special_officials.txt")
            yield from (Party(actor, span, sent=True, special=special) for actor in block.actors)


def _can_send(block: Block) -> bool:
    return block.country is not None or block.is_organization
