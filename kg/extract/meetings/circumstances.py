"""Where and when: the place and the date that a clause gives to the encounter that it tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.dates import DateExpression, find_dates
from kg.extract.grammar import Run
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.governing import WITHIN, prepositions
from kg.extract.meetings.nouns import names_encounter
from kg.extract.meetings.scene import Scene
from kg.lexicon import words
from kg.model import CountryCode, Place, Span

_OCCASIONS = frozenset({"summit", "conference", "forum", "assembly", "session", "meeting", "gathering", "congress"})
_SETTLED = frozenset({"capital", "city", "town", "port", "province", "region", "island", "village", "district"})
_TRIPS = frozenset({"visit", "trip", "tour"})
_CLAUSES = ("ccomp", "advcl", "acl", "csubj", "parataxis", "conj", "root")


@dataclass(frozen=True, slots=True)
class Located:
    """A place and the words that name it."""

    place: Place
    run: Run


def find_place(scene: Scene, telling: Telling) -> Located | None:
    """Return the place "in" or "at" which the telling's clause puts the encounter, the first after the trigger."""
    near = _reach(scene, telling)
    ahead = [at for at in range(telling.trigger, scene.last) if at in near]
    behind = [at for at in range(scene.first, telling.trigger) if at in near and not telling.refers]
    for at in (*ahead, *behind):
        if scene.tree.lower(at) in {"in", "at"} and not _is_of_other_event(scene, telling, at):
            located = _place_at(scene, at + 1) or (_seat(scene, at + 1) if scene.tree.lower(at) == "at" else None)
            if located is not None and _belongs(scene, telling, located.run):
                return located
    return _of_event(scene, near) or _of_journey(scene, telling) or _of_visit(scene, near)


def _is_of_other_event(scene: Scene, telling: Telling, preposition: int) -> bool:
    """Whether the words before say that something else is there: "discussed the talks in Bree"."""
    noun = preposition - 1
    if noun == telling.trigger or not names_encounter(scene, noun):
        return False
    return not prepositions(scene, noun) & (WITHIN | {"sidelines", "for"})


def _of_journey(scene: Scene, telling: Telling) -> Located | None:
    """Return where one goes for the encounter: "flew to Bree to meet"."""
    journey = scene.tree.head(telling.verb) if telling.verb is not None else None
    if journey is None or not scene.is_verb(journey) or scene.tree[telling.trigger].dep not in {"advcl", "xcomp"}:
        return None
    if scene.tree.tag(telling.trigger) not in {"VB", "VBG"}:  # "came to Bree after Edoras, where he met"
        return None
    if scene.lemma(journey) not in words("journeys.txt") or scene.tree.lower(journey + 1) not in {"to", "in"}:
        return None
    return _place_at(scene, journey + 2)


def _of_visit(scene: Scene, near: frozenset[int]) -> Located | None:
    """Return where the visit goes on which one meets somebody: "during his visit to Bree, he met"."""
    for at in sorted(near):
        if scene.lemma(at) in _TRIPS and scene.tree.lower(at + 1) in {"to", "in"} and scene.tree[at].dep == "obl":
            return _place_at(scene, at + 2)
    return None


def _of_event(scene: Scene, near: frozenset[int]) -> Located | None:
    """Return the place that names the event beside which the meeting is: "on the sidelines of the Bree Conference"."""
    for at in near:
        if scene.tree.lower(at) in {"sidelines", "sideline", "margins"} and scene.tree.lower(at + 1) == "of":
            first = at + 3 if scene.tree.lower(at + 2) == "the" else at + 2
            if (
                scene.country(first) is not None
                and scene.is_noun(first)
                and scene.tree.tag(first + 1).startswith("NNP")
            ):
                run = Run(first, first + 1)
                return Located(place_of(scene, run, scene.country(first)), run)
    return None


def place_of(scene: Scene, run: Run, country: CountryCode | None = None) -> Place:
    return Place(scene.span(run.first, run.last).of(scene.tree.annotation.document.text), country)


def find_when(scene: Scene, telling: Telling) -> tuple[DateExpression, ...]:
    """Return the date expressions of the telling's clause, those after the trigger first."""
    annotation = scene.tree.annotation
    within = scene.span(scene.first, scene.last)
    near = _reach(scene, telling)
    found = []
    for expression in find_dates(annotation.text, within):
        run = _words_of(scene, expression.span)
        if run and run.last - 1 in near and _belongs(scene, telling, run) and not _is_of_other(scene, telling, run):
            found.append((run.first < telling.trigger, run.first, expression))
    return tuple(expression for _, _, expression in sorted(found, key=lambda item: item[:2]))


def _is_of_other(scene: Scene, telling: Telling, run: Run) -> bool:
    """Whether the date is that of what went before or came after: "visited Bree after his election in May"."""
    for at in range(run.first - 1, telling.trigger, -1):
        lower = scene.tree.lower(at)
        if lower == "," or scene.is_verb(at) or lower in _OCCASIONS:
            return False
        if lower in {"after", "before", "since"}:
            return True
    return False


def _words_of(scene: Scene, span: Span) -> Run:
    """Return the words of `span` in this sentence; none where a quotation that a word stands in for holds them."""
    within = [
        at
        for at in range(scene.first, scene.last)
        if span.overlaps(scene.tree[at].span) and not scene.tree.is_quotation(at)
    ]
    return Run(within[0], within[-1] + 1) if within else Run(0, 0)


def _reach(scene: Scene, telling: Telling) -> frozenset[int]:
    """Return the words of the clause: those that hang on the trigger or its verb with no other clause between."""
    top = frozenset(_tops(scene, telling))
    return frozenset(at for at in range(scene.first, scene.last) if _clause_head(scene, telling, at, top) in top)


def _tops(scene: Scene, telling: Telling) -> Iterator[int]:
    """Yield the trigger, its verb, and what governs that as "is due to" does."""
    yield telling.trigger
    verb = telling.verb
    while verb is not None:
        yield verb
        verb = scene.tree.head(verb) if scene.tree[verb].dep == "xcomp" else None


def _clause_head(scene: Scene, telling: Telling, at: int, top: frozenset[int]) -> int:
    """Return the word at which climbing from `at` ends: one of `top`, or the head of another clause."""
    for head in (at, *scene.tree.ancestors(at)):
        at = head
        if scene.is_verb(head) and _says_when(scene, telling, head):
            return telling.trigger
        if head in top:
            break
        within = telling.trigger < head < telling.end  # "the visiting minister": no clause of its own
        if scene.is_verb(head) and scene.tree[head].dep.startswith(_CLAUSES) and not within:
            break
    return at


def _says_when(scene: Scene, telling: Telling, verb: int) -> bool:
    """Whether the verb only says that its noun takes place: "a meeting held in", "his visit, which is expected"."""
    if scene.lemma(verb) not in words("taking_place.txt"):
        return False
    beside = (
        telling.trigger < verb <= telling.trigger + 2 and scene.tree.tag(verb) == "VBN"
    )  # parsers join it elsewhere
    relative = any(
        scene.tree.tag(c) == "WDT" and telling.end <= c <= telling.end + 1 for c in scene.tree.children(verb)
    )
    return beside or relative or scene.tree.head(verb) == telling.trigger


def _belongs(scene: Scene, telling: Telling, run: Run) -> bool:
    """Whether the words hang on the encounter, not on something else that the clause is about.

    "met Elrond to discuss the war in Mordor": the war is there, not the meeting.
    """
    allowed = set(_backbone(scene, telling))
    for head in scene.tree.ancestors(run.last - 1):
        if head in run:
            continue
        if head in allowed or (scene.is_verb(head) and _says_when(scene, telling, head)):
            return True
        if (
            scene.is_noun(head)
            and not telling.trigger < head < telling.end
            and not _is_circumstance(scene, telling, head)
        ):
            return False
    return True


def _backbone(scene: Scene, telling: Telling) -> Iterator[int]:
    yield from _tops(scene, telling)
    for head in scene.tree.ancestors(telling.trigger):
        if head == telling.verb:
            break
        yield head


def _is_circumstance(scene: Scene, telling: Telling, word: int) -> bool:
    """Whether the noun names a party, a place or a time, on which another circumstance is often hung by mistake."""
    block = scene.block(word)
    span = scene.tree[word].span
    if any(party.span.contains(span) for party in telling.parties) or scene.is_place(word):
        return True
    lower = scene.tree.lower(word)
    beside = {scene.tree.lower(at) for at in range(telling.trigger, word)}
    if lower in _OCCASIONS and beside & {"sidelines", "sideline", "margins"}:
        return True  # "on the sidelines of the summit in Bree"
    return (
        (block is not None and block.is_human)
        or lower in words("meeting_facilities.txt") | words("parts_of_time.txt") | _SETTLED
        or bool(find_dates(scene.tree.annotation.text, span))
    )


def _place_at(scene: Scene, at: int) -> Located | None:
    """Read the place that opens at `at`: "Bree", "the Royal Palace in Bree", "the Bree inn's offices"."""
    first = at
    while scene.tree.tag(first) in {"DT", "PRP$"}:
        first += 1
    end = first
    while end < scene.last and (scene.is_noun(end) or scene.tree.tag(end) in {"JJ", "POS", "CD"}):
        end += 1
    if scene.tree.lower(end - 1) in _SETTLED and scene.tree.lower(end) == "of" and scene.is_place(end + 1):
        end += 2
    while end < scene.last and scene.is_place(end - 1) and scene.is_place(end) and scene.is_noun(end):
        end += 1
    if end == first:
        return None
    if scene.tree.lower(end - 1) in words("meeting_facilities.txt") and scene.tree[first].text[0].isupper():
        return _facility(scene, first, end)
    named = next((word for word in range(first, end) if scene.is_place(word)), None)
    if named is None or scene.tree.lower(end) in {"'s", "'", "-", "–"}:
        return None
    last = named
    while last < end and scene.is_place(last):
        last += 1
    kind = named - 2 if scene.tree.lower(named - 1) == "of" else named - 1  # "the northern province of Bree"
    if last != end or (named > first and scene.tree.lower(kind) not in _SETTLED):
        return None
    return _with_country(scene, named, last)


def _seat(scene: Scene, at: int) -> Located | None:
    """Read the organisation at whose seat it is: "at the Ministry of Trade"; not at its summit."""
    block = scene.block(at + 1 if scene.tree.lower(at) == "the" else at)
    if block is None or not block.is_organization or scene.is_noun(block.last) or scene.tree.tag(block.last) == "POS":
        return None
    return Located(place_of(scene, Run(block.first, block.last)), Run(block.first, block.last))


def _facility(scene: Scene, first: int, end: int) -> Located:
    """Extend "the Great Hall" by "of the People" and "in Bree"."""
    if scene.tree.lower(end) == "of":
        last = end + 2 if scene.tree.lower(end + 1) == "the" else end + 1
        while last < scene.last and scene.is_noun(last) and scene.tree[last].text[0].isupper():
            last += 1
        end = last if scene.is_noun(last - 1) and scene.tree[last - 1].text[0].isupper() else end
    country = next((c for c in map(scene.country, range(first, end)) if c is not None), None)
    if scene.tree.lower(end) == "in" and scene.is_place(end + 1):
        last = end + 1
        while last < scene.last and scene.is_place(last):
            last += 1
        return Located(place_of(scene, Run(first, last), scene.country(end + 1) or country), Run(first, last))
    return Located(place_of(scene, Run(first, end), country), Run(first, end))


def _with_country(scene: Scene, first: int, last: int) -> Located:
    """Extend "Bree" by ", Arnor"."""
    country = scene.country(first)
    if scene.tree.lower(last) == "," and country is None and last + 1 < scene.last:
        following = scene.country(last + 1)
        if following is not None and scene.tree.tag(last + 1).startswith("NNP"):
            end = last + 1
            while end < scene.last and scene.country(end) == following:
                end += 1
            if not scene.is_noun(end) and scene.tree.lower(end) not in {"'s", "and"}:
                return Located(place_of(scene, Run(first, end), following), Run(first, end))
    return Located(place_of(scene, Run(first, last), country), Run(first, last))
