"""Signings: who puts his name to a paper with whom."""

from collections.abc import Iterator

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.phrases import agent, is_passive, with_parties
from kg.extract.meetings.verbs.attendance import attending
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_PUTTING = frozenset({"put", "affix", "append"})  # one's signature


def tell_by_signing(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the signing of a paper; "signed no agreement" tells none."""
    papers = list(_papers(scene, verb))
    if not papers or any(scene.tree.lower(at) == "no" for at in scene.tree.children(papers[0], "det")):
        return
    passive = is_passive(scene, verb)
    ours = agent(scene, verb) if passive else subject(scene, verb)
    theirs, end = with_parties(scene, max(papers[0], verb))  # "the truce that he signed with"
    if any(scene.tree.lower(at) == "between" for at in range(papers[0], end)):
        theirs = ()  # it binds those, whoever signs
    if passive and are_people(between := with_parties(scene, verb)[0]):
        theirs = between  # "was signed between Faramir and Eomer"
    parties = ours + theirs + attending(scene, max(verb, papers[0]))
    if are_present(parties) or len({party.actor for party in parties}) > 1:
        outcome = _signed(scene, papers[0])
        yield Telling(verb, kind, status, parties, "signing", verb, outcome=outcome, end=papers[0] + 1)


def _papers(scene: Scene, verb: int) -> Iterator[int]:
    """Yield what is signed, also "a series of agreements", "the agreement signed by", "put his signature to a deal"."""
    if scene.lemma(verb) in _PUTTING:
        if any(scene.lemma(at) == "signature" for at in scene.tree.children(verb, "obj")):
            on = scene.tree.children(verb, "obl")
            yield from (at for at in on if scene.lemma(at) in words("meetings/papers.txt"))
        return
    head = scene.tree.head(verb)
    signed = scene.tree.tag(verb) != "VB" and scene.tree.dep(verb).startswith("acl")
    for thing in (*scene.tree.children(verb, "obj", "nsubj"), *([head] if signed and head is not None else [])):
        parts = scene.tree.children(thing, "nmod") if scene.tree.lower(thing + 1) == "of" else []
        yield from (at for at in (thing, *parts) if scene.lemma(at) in words("meetings/papers.txt"))
        if scene.tree.dep(thing) == "nsubj:pass" and scene.tree.text(thing).isupper():  # "The ROHAN-1 was signed by"
            yield thing


def _signed(scene: Scene, paper: int) -> str:
    """Return what was signed and what on, without where and when."""
    whole = scene.tree.subtree(paper)
    last = next((at for at in whole if at > paper and scene.tree.lower(at) in {"in", "at", "during", ","}), whole.last)
    return scene.span(paper, max(last, paper + 1)).of(scene.tree.annotation.document.text) + " signed"
