"""Who is named by a noun phrase: the actors that it is about, without those that only describe them."""

from collections.abc import Sequence

from kg.extract.grammar import FINITE, Run
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.scene import Block, Scene
from kg.extract.meetings.scene.delegates import described, is_company, is_delegate, represented
from kg.extract.meetings.scene.lists import is_joined, is_listed, joined_to, listed_before
from kg.lexicon import table, words

_POSSESSIVE = frozenset({"'s", "'"})
_STOP_TAGS = frozenset({"WP", "WDT", "WRB", "WP$", "MD", ":", ".", "RB", "RBR", "EX", "``", "''"})
_ATTRIBUTES = frozenset({"visiting", "outgoing", "departing", "incoming", "acting", "retiring"})
_BESIDES = frozenset(
    ("along with", "together with", "accompanied by", "joined by", "flanked by", "comprised of", "consisting of")
)
_GROUPS = words("meetings/groups.txt") | {"group"}
_DESCRIBED = 10  # words of "the council's northern spokesman" before his name
_OPENS = frozenset({"DT", "JJ", "PRP$", "PRP", "CD", "VBG", "VBN"})


def read_parties(scene: Scene, start: int, limit: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties of the noun phrase that opens at `start`, and where it ends, at `limit` at the latest.

    "the minister of trade of Gondor, Faramir, and Rohan's envoy to Arnor Eomer" are Faramir and Eomer. People and
    offices come before organisations, these before countries: the others then describe them.
    """
    end = _phrase_end(scene, start, limit)
    if (led := _leader(scene, start, end)) is not None:
        if led <= start:
            return read_parties(scene, led, start)[0], end
        led_by, last = read_parties(scene, led, scene.last)
        return _named_with(scene, Run(start, end)) + led_by, last
    blocks = [b for b in scene.blocks(Run(start, end)) if not (_is_possessor(scene, b))]
    people = [block for block in blocks if block.is_human and not _is_apposed(scene, blocks, block)]
    joined = {b for b in blocks if b.is_organization and is_joined(scene, b) and _stands_alone(scene, start, b)}
    chosen: Sequence[Block] = [
        b for b in blocks if b in joined or (b in people and not _is_complement(scene, start, b))
    ]
    if not people and (sent := _included(scene, end, limit) or represented(scene, Run(start, end))):
        return listed_before(scene, start, sent) + sent, end
    if not people:
        bodies = [b for b in blocks if b.is_organization and _stands_alone(scene, start, b)]
        lands = [b for b in blocks if b.country is not None and not b.is_town and _stands_alone(scene, start, b)]
        chosen = [b for b in blocks if b in bodies or (b in lands and (not bodies or is_listed(scene, start, b)))]
    if not chosen:
        return described(scene, Run(start, end)), end
    named = tuple(Party(actor, scene.span(b.first, b.last)) for b in chosen for actor in b.actors)
    return joined_to(scene, start, chosen[0]) + named + _joined(scene, chosen[-1].last, end), end


def _joined(scene: Scene, after: int, end: int) -> tuple[Party, ...]:
    """Return the unnamed whom "and" or a comma adds to those named: "Faramir, ministers of Rohan and elders"."""
    joint = after + 1 if scene.tree.lower(after) == "," else after
    run = Run(joint + 1, end)
    if scene.tree.lower(joint) == "and" and not joins_clauses(scene, joint):
        return represented(scene, run) or described(scene, run)
    listed = joint > after and any(scene.tree.tag(at) == "NNS" and is_delegate(scene, at) for at in run)
    return represented(scene, run) if listed else ()


def _included(scene: Scene, end: int, limit: int) -> tuple[Party, ...]:
    """Return the people whom the words after the phrase pick out: "Gondorian officials in Bree, including Denethor"."""
    place = scene.tree.lower(end) == "in" and scene.is_place(end + 1)
    past = next((at for at in range(end + 2, scene.last) if not scene.is_place(at)), end) if place else end
    at = past + 1 if scene.tree.lower(past) == "," else past
    at += scene.tree.lower(at) in {"which", "that"}  # "a delegation that included Eomer"
    found = read_parties(scene, at + 1, limit)[0] if scene.lemma(at) == "include" else ()
    return found if are_people(found) else ()


def _leader(scene: Scene, start: int, end: int) -> int | None:
    """Return where the leader of a delegation is named: "a delegation headed by Eomer", "headed by Eomer, it".

    So of "envoys led by Eomer".
    """
    if not any(_is_group(scene, at) for at in range(start, end)):
        return None
    near = (*range(end, end + 3), scene.first)
    by = (
        at + 2
        for at in near
        if scene.tree.lower(at) in {"led", "headed", "represented"} and scene.tree.lower(at + 1) == "by"
    )
    return next(by, None)


def _is_group(scene: Scene, at: int) -> bool:
    return scene.lemma(at) in _GROUPS or (scene.tree.tag(at) == "NNS" and is_delegate(scene, at))


def _named_with(scene: Scene, phrase: Run) -> tuple[Party, ...]:
    """Return who is named in front of a delegation that somebody leads: "Eomer and a team headed by Faramir"."""
    group = next(at for at in phrase if _is_group(scene, at))
    joint = next((at for at in range(group, phrase.first, -1) if scene.tree.lower(at) == "and"), phrase.first)
    found = read_parties(scene, phrase.first, joint)[0]
    return found if are_people(found) else ()


def _phrase_end(scene: Scene, start: int, limit: int) -> int:
    at = start
    while at < min(limit, scene.last):
        block = scene.block(at)
        if block is not None and block.first == at:
            at = block.last
        elif company := _company(scene, at):
            at = company
        elif _goes_on(scene, start, at, limit):
            at += 1
        else:
            break
    return at


def _company(scene: Scene, at: int) -> int | None:
    """Return where those are named whom words at `at` add: "Faramir, along with Denethor,", "accompanied by"."""
    opens = at + 1 if scene.tree.lower(at) == "," else at
    if f"{scene.tree.lower(opens)} {scene.tree.lower(opens + 1)}" in _BESIDES:
        return opens + 2
    return opens + 1 if scene.tree.lower(opens) in {"alongside", "comprising"} else None


def _goes_on(scene: Scene, start: int, at: int, limit: int) -> bool:
    """Whether the word at `at`, outside of any name, still belongs to the phrase."""
    word = scene.tree[at]
    lower = word.text.casefold()
    if word.quotation is not None or (word.tag in _STOP_TAGS and lower not in {";", "as", "well"}):
        return False
    if lower == "as" and "well" not in {scene.tree.lower(at - 1), scene.tree.lower(at + 1)}:
        return False  # "Gondor as the envoy of Rohan"
    if lower in {"and", ",", ";", "&", "as", "well", "/"}:
        return _opens_phrase(scene, at, limit)
    if word.tag in {"IN", "TO"} or word.pos == "ADP":
        compound = scene.tree.tag(at + 1) == "HYPH"  # "ambassador-at-large"
        sent = lower == "from" and is_company(scene, at - 1)
        return lower == "of" or compound or sent or _title_runs_on(scene, start, at)
    if word.tag.startswith("VB"):
        return _is_attribute(scene, at)
    return True


def _opens_phrase(scene: Scene, at: int, limit: int) -> bool:
    """Whether a comma or "and" is followed by another noun phrase, not by a clause or an adverbial."""
    after = at + 1
    while scene.tree.lower(after) in {"and", ",", "as", "well", "also"}:
        after += 1
    if scene.tree.lower(after) in {"of", "from"} and scene.tree.lower(after - 1) == "and":
        after += 1  # "the leadership of the Guild and of the Council"
    if after >= scene.last or scene.tree.is_quotation(after):
        return False
    if joins_clauses(scene, at) or _is_other_subject(scene, after, limit):
        return False
    tag = scene.tree.tag(after)
    if tag in {"VBG", "VBN"}:
        return _is_attribute(scene, after)
    return scene.block(after) is not None or tag.startswith("NN") or tag in _OPENS


def _is_other_subject(scene: Scene, at: int, limit: int) -> bool:
    """Whether the phrase at `at` is the subject of a verb before `limit`: "In talks with X, Y said"."""
    block = scene.block(at)
    words = range(at, block.last) if block is not None else (at,)
    spliced = scene.tree.lower(at - 1) == ","  # "X met Y, Z met W"; but "talks between X and Y covered"
    named = next(scene.blocks(Run(at, min(limit, at + _DESCRIBED))), None) if spliced else None
    of = scene.block(named.last + 1) if named is not None and scene.tree.lower(named.last) == "of" else None
    last = of.last if of is not None else named.last if named is not None else at  # "Steward Faramir of Gondor said"
    if named is not None and scene.tree.tag(last) in FINITE and last < limit:
        joint = any(scene.tree.lower(word) in {",", "and"} for word in range(at, named.first))
        if named.first == at or (named.is_human and not joint):
            return True
    before = scene.block(at - 2)  # of "the presence of Faramir and Eomer is needed" parsers may take each for a subject
    shared = (
        {scene.tree.head(w) for w in range(before.first, before.last) if _is_subject(scene, w)} if before else set()
    )
    heads = {scene.tree.head(w) for w in words if _is_subject(scene, w)}
    return any(w < (head or 0) < limit for w in words for head in heads - shared)


def _is_subject(scene: Scene, word: int) -> bool:
    return scene.tree.dep(word).startswith("nsubj")


def joins_clauses(scene: Scene, at: int) -> bool:
    """Whether the "and" at `at` opens another clause: "met X and left", not "met X and Y"."""
    head = scene.tree.head(at)
    named = scene.block(head) if head is not None else None
    if scene.tree.lower(at) != "and" or head is None:
        return False
    if named is not None and named.first == at + 1 and scene.is_verb(head):
        return False  # "and acting Steward Faramir"
    above = scene.tree.head(head)
    if above is not None and scene.tree.dep(head) == "conj" and scene.block(above) is not None:
        return False  # a verb that is joined to a name is misread: "Faramir and Eomer will co-chair"
    if scene.tree.dep(head).startswith("nsubj"):  # parsers may hang it on the other clause's subject
        return any(scene.tree.tag(before) in FINITE for before in range(scene.first, at))
    return scene.is_verb(head) and bool(scene.tree.children(head, "nsubj", "obj", "obl", "aux"))


def _is_attribute(scene: Scene, at: int) -> bool:
    """Whether a participle stands before a noun: "visiting", "outgoing"."""
    if scene.tree.tag(at) not in {"VBG", "VBN"}:
        return False
    if scene.tree.lower(at) in _ATTRIBUTES and scene.tree.tag(at + 1).startswith(("NN", "JJ")):
        return True
    return scene.tree.dep(at) in {"amod", "nmod:desc"} or (
        scene.tree.tag(at + 1).startswith(("NN", "JJ")) and scene.tree.lower(at - 1) in {"the", "a", "an", "his", "her"}
    )


def _title_runs_on(scene: Scene, start: int, at: int) -> bool:
    """Whether a preposition belongs to a title: "ambassador to Arnor", "deputy minister for trade"."""
    if at == start:
        return False
    before = scene.tree.lower(at - 1)
    if _name_follows(scene, at):
        return True
    envoy = before in words("offices/envoy_titles.txt") and scene.tree.lower(at) in {"to", "for", "on", "in"}
    return envoy and (scene.tree.tag(at + 1).startswith(("NN", "JJ")) or scene.tree.lower(at + 1) == "the")


def _name_follows(scene: Scene, at: int) -> bool:
    """Whether the preposition opens the end of a title, with the name behind a comma: "chief for the South, Elros"."""
    named = scene.block(at + 1)  # "a minister since Eomer, the envoy"
    if scene.is_time(at + 1) or (named is not None and named.is_human):
        return False
    end = at + 1
    while end - at < 6 and (scene.is_noun(end) or scene.tree.tag(end) in {"DT", "JJ"}):
        end += 1
    block = scene.block(end + 1)
    if end == at + 1 or scene.tree.lower(end) != "," or block is None or not block.is_human:
        return False
    titled = {scene.lemma(word) for word in range(at - 5, at)}
    heads = words("meetings/titles.txt") | words("offices/envoy_titles.txt") | {"counterpart"}
    return bool(titled & heads) and scene.tree.tag(block.last) not in FINITE


def _is_possessor(scene: Scene, block: Block) -> bool:
    """Whether the words only say whose or which something is: "her men", "Faramir's men", "the Faramir campaign"."""
    alone = block.last == block.first + 1
    owned = scene.is_noun(block.last) or scene.tree.tag(block.last) in {"JJ", "CD", "VBG", "VBN"}  # not "met her later"
    pronoun = scene.tree.tag(block.first) == "PRP$" or scene.tree.text(block.first) in {"His", "Her"}  # "His Highness"
    if scene.tree.lower(block.last) in _POSSESSIVE or (alone and owned and pronoun):
        return True
    joined = (at for at in range(block.first, block.last) if scene.tree.head(at) == block.last)
    compound = any(scene.tree.dep(at) == "compound" for at in joined)
    return block.is_human and compound and is_company(scene, block.last)


def _is_apposed(scene: Scene, blocks: Sequence[Block], block: Block) -> bool:
    """Whether the office is that of the person named beside it: "Faramir, the steward of Gondor"."""
    if not block.is_office:
        return False
    return any(
        other.is_human and not other.is_office and (_touch(scene, other, block) or _touch(scene, block, other))
        for other in blocks
    )


def _touch(scene: Scene, one: Block, other: Block) -> bool:
    between = [scene.tree.lower(at) for at in range(one.last, other.first)]
    if one.last > other.first:
        return False
    marks = frozenset({",", "(", "[", "-"})
    return all(word in marks for word in between)


def _is_complement(scene: Scene, start: int, block: Block) -> bool:
    """Whether the person completes somebody else's title: "adviser to President Elros", not "chief of staff Elros"."""
    at = block.first - 1
    if scene.tree.lower(at) in words("meetings/titles.txt"):
        while at > start and (scene.is_noun(at) or scene.tree.tag(at) in {"JJ", "DT"}):
            at -= 1
    return at > start and scene.tree.lower(at) in {"of", "to", "for"}


def _is_called(scene: Scene, after: int) -> bool:
    """Whether the words after a name say what body it is: "the White Council rebel group"."""
    head = after
    while scene.tree.tag(head) == "JJ" or (scene.is_noun(head) and scene.is_noun(head + 1)):
        head += 1
    return scene.tree.lower(head) in {"headquarters", *(row[0] for row in table("organizations/body_nouns.tsv"))}


def _stands_alone(scene: Scene, start: int, block: Block) -> bool:
    """Whether an organisation or country is itself meant, not an attribute: "Gondor", not "Gondorian riders"."""
    if scene.tree.tag(block.last).startswith(("NN", "JJ")) and scene.block(block.last) is None:
        return block.is_organization and _is_called(scene, block.last)
    if block.country is not None and scene.is_demonym(block):
        return False
    at = block.first - 1
    while at >= start and (scene.tree.tag(at) in {"DT", "JJ"}):
        at -= 1
    if block.is_organization and scene.tree.tag(at) == "POS":
        owner = scene.block(at - 1)
        if owner is not None:  # "Gondor's White Council"
            return owner.first <= start or _stands_alone(scene, start, owner)
        while at >= start and (scene.is_noun(at) or scene.tree.tag(at) in {"POS", "DT", "JJ"}):  # "the realm's Council"
            at -= 1
    return at < start or scene.tree.lower(at) in {"and", ",", "&"}
