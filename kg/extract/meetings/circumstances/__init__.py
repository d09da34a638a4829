"""Where and when: the place and the date that a clause gives to the encounter that it tells."""

from dataclasses import replace

from kg.extract.dates import DateExpression, find_dates
from kg.extract.grammar import FINITE, Run
from kg.extract.meetings.circumstances.above import LONG, PAST, clause_above, goal, opening
from kg.extract.meetings.circumstances.places import (
    OCCASIONS,
    Located,
    is_building,
    place_at,
    place_of,
    seat_at,
    with_country,
)
from kg.extract.meetings.circumstances.reach import belongs, is_further, reach, tops
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns import names_encounter
from kg.extract.meetings.nouns.governing import SIDELINES, WITHIN, prepositions
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.phrases import lead
from kg.extract.meetings.scene.trips import TRIPS
from kg.extract.meetings.verbs import is_travel
from kg.model import MeetingStatus, Span

_NEAR = 5  # words of "on the northern island of"
LATER = frozenset({"later", "thereafter", "afterwards", "afterward", "subsequently"})


def find_place(scene: Scene, telling: Telling) -> Located | None:
    """Return the place "in" or "at" which the telling's clause puts the encounter, the first after the trigger.

    Of "flew to Bree, where he met Eomer at the Golden Hall" it is the hall.
    """
    before, near = _before_where(scene, telling), reach(scene, telling)
    own = _of_clause(scene, telling, near)
    if before is not None and (own is None or not is_building(own.place)):
        return before
    return (
        own
        or _of_name(scene, telling)
        or _of_host(scene, telling)
        or _of_event(scene, near)
        or _of_visit(scene, near)
        or _of_journey(scene, telling)
        or _ofclause_above(scene, telling)
    )


def _of_clause(scene: Scene, telling: Telling, near: frozenset[int]) -> Located | None:
    ahead = [at for at in range(telling.trigger, scene.last) if at in near]
    last = telling.trigger
    if is_further(scene, telling):
        last = next((at for at in range(telling.verb or last, last) if scene.tree.lower(at) == "with"), last)
    behind = [at for at in range(scene.first, last) if at in near and not telling.refers]
    for at in (*ahead, *behind):
        if _leads_to_place(scene, telling, at) and not _is_of_other_event(scene, telling, at):
            located = place_at(scene, at + 1) or (seat_at(scene, at + 1) if scene.tree.lower(at) == "at" else None)
            if located is not None and belongs(scene, telling, located.run):
                return located
    return None


def _leads_to_place(scene: Scene, telling: Telling, at: int) -> bool:
    """Whether the word leads to where it is: "in", "at", "outside", "on the island of", "welcomed him to"."""
    lower = scene.tree.lower(at)
    welcomed = lower == "to" and telling.verb == telling.trigger and scene.lemma(telling.trigger) == "welcome"
    island = lower == "on" and any(scene.tree.lower(word) == "island" for word in range(at + 1, at + _NEAR))
    return lower in {"in", "at", "outside", "near", "inside"} or welcomed or island


def _of_journey(scene: Scene, telling: Telling) -> Located | None:
    """Return where one goes for it: "headed to Bree for a meeting with Eomer"."""
    verb = telling.verb
    return goal(scene, verb) if verb is not None and verb < telling.trigger and is_travel(scene, verb) else None


def _ofclause_above(scene: Scene, telling: Telling) -> Located | None:
    """Return the place of what else was done there: "began his trip in Bree by meeting", "visited Bree and met"."""
    above = clause_above(scene, telling)
    leads = {scene.tree.lower(at) for at in scene.tree.children(telling.verb or 0, "mark")}
    if above is None or leads & {"after", "following", "as"}:
        return None
    if is_travel(scene, above):
        return goal(scene, above)
    if not leads:
        return find_place(scene, replace(telling, trigger=above, verb=above, end=0))
    ahead = range(above - 3 if scene.is_noun(above) else above, telling.verb or above)
    return next(filter(None, (place_at(scene, at + 1) for at in ahead if scene.tree.lower(at) == "in")), None)


def _before_where(scene: Scene, telling: Telling) -> Located | None:
    """Return the place that the clause describes: "went to Bree, where he met", "to Bree, during which he met"."""
    where = opening(scene, telling)
    if where is None:
        return None
    last = where - 1 if scene.tree.lower(where - 1) == "," else where
    while scene.is_time(last - 1) or scene.tree.lower(last - 1) == "on":
        last -= 1
    first = last
    while scene.is_place(first - 1):
        first -= 1
    return with_country(scene, first, last) if first < last else None


def _is_of_other_event(scene: Scene, telling: Telling, preposition: int) -> bool:
    """Whether the words before say that something else is there: "discussed the talks in Bree"."""
    noun = preposition - 1
    if noun in tops(scene, telling) or noun == telling.end - 1 or not names_encounter(scene, noun):
        return False
    return not prepositions(scene, noun) & (WITHIN | {"sidelines", "for"})


def _of_name(scene: Scene, telling: Telling) -> Located | None:
    """Return the town by which the meeting is called: "their Bree meeting", "the Bree nuclear talks"."""
    if not names_encounter(scene, telling.trigger):
        return None
    last = telling.trigger
    while scene.tree.tag(last - 1) in {"JJ", "NN"}:
        last -= 1
    first = last
    while scene.is_city(first - 1):
        first -= 1
    return with_country(scene, first, last) if first < last else None


def _of_host(scene: Scene, telling: Telling) -> Located | None:
    """Return the town that hosts it: "Bree hosted a summit"; a country's name says only who invited."""
    if telling.verb is None or scene.lemma(telling.verb) != "host":
        return None
    hosts = (noun for noun in scene.tree.children(telling.verb, "nsubj") if scene.is_city(noun))
    return next((with_country(scene, noun, noun + 1) for noun in hosts), None)


def _of_visit(scene: Scene, near: frozenset[int]) -> Located | None:
    """Return where the visit goes on which one meets somebody: "during his visit", "on the first day of his visit"."""
    for at in sorted(near):
        of = scene.tree.dep(at) == "nmod" and scene.tree.lower(lead(scene, at)) == "of"
        part = scene.tree[at].head if of else at
        within = scene.tree.dep(part) == "obl" and scene.tree.lower(lead(scene, part)) in WITHIN | {
            "on",
            "as",
            "within",
        }
        if scene.lemma(at) in TRIPS | {"stay"} and scene.tree.lower(at + 1) in {"to", "in"} and within:
            return place_at(scene, at + 2)
    return None


def _of_event(scene: Scene, near: frozenset[int]) -> Located | None:
    """Return the place that names the event beside which the meeting is: "on the sidelines of the Bree Conference"."""
    for at in near:
        if scene.tree.lower(at) in SIDELINES and scene.tree.lower(at + 1) == "of":
            first = at + 3 if scene.tree.lower(at + 2) == "the" else at + 2
            if (
                scene.country(first) is not None
                and scene.is_noun(first)
                and scene.tree.tag(first + 1).startswith("NNP")
            ):
                run = Run(first, first + 1)
                return Located(place_of(scene, run, scene.country(first)), run)
    return None


def is_beside(scene: Scene, telling: Telling) -> bool:
    """Whether it is told to be beside an event of which the text has told: "on the sidelines of the summit"."""
    aside = (at for at in reach(scene, telling) if scene.tree.lower(at) in SIDELINES)
    return any(
        [scene.tree.lower(at + 1), scene.tree.lower(at + 2)] == ["of", "the"]
        and scene.tree.lower(at + 3) in OCCASIONS
        and not scene.is_noun(at + 4)
        for at in aside
    )


def is_later(scene: Scene, telling: Telling) -> bool:
    """Whether it was later on a day that is told elsewhere: "later met"; not "years later", "later that year"."""
    near = (at for at in reach(scene, telling) if scene.tree.lower(at) in LATER)
    above = clause_above(scene, telling)
    goes_on = above is not None and is_later(scene, replace(telling, trigger=above, verb=above, end=0))
    return goes_on or any(LONG.isdisjoint(map(scene.lemma, range(at - 1, at + 3))) for at in near)


def find_when(scene: Scene, telling: Telling) -> tuple[DateExpression, ...]:
    """Return the date expressions of the telling's clause, those after the trigger first."""
    annotation = scene.tree.annotation
    within = scene.span(scene.first, scene.last)
    near, where = reach(scene, telling), opening(scene, telling)
    found, before = [], None
    for expression in find_dates(annotation.text, within):
        run = _words_of(scene, expression.span)
        of_clause = run and (
            _is_next_to(scene, telling, run) or (run.last - 1 in near and belongs(scene, telling, run))
        )
        journey = where is not None and run.last <= where <= run.last + 1 and _travels(scene, telling, where)
        if journey or (of_clause and not _is_of_other(scene, telling, run)):
            found.append((run.first < telling.trigger, run.first, expression))
        if run and where is not None and run.last <= where and scene.tree.lower(where) == "when":
            before = expression  # "signed in May during a feast in Bree, when Faramir met Eomer"
    if not found and before is not None:
        return (before,)
    if not found and (above := clause_above(scene, telling)) is not None:
        told = find_when(scene, replace(telling, trigger=above, verb=above, end=0))
        over = telling.status is MeetingStatus.PLANNED and is_travel(scene, above) and scene.tree.tag(above) in PAST
        told = tuple(e for e in told if not over or e.year or e.unit)  # "flew to Bree on Monday to meet": not the next
        return tuple(e for e in told if above in map(scene.tree.head, _words_of(scene, e.span)))
    return tuple(expression for _, _, expression in sorted(found, key=lambda item: item[:2]))


def _is_next_to(scene: Scene, telling: Telling, run: Run) -> bool:
    """Whether the date is of the clause by where it stands: "are planned for June", "Visiting X on Monday met".

    Of "Earlier in the day he met Eomer" parsers take the clause for one that describes the day.
    """
    verb = telling.verb
    if verb is None:
        return False
    described = run.first == scene.first and scene.tree.dep(verb) == "acl:relcl" and scene.tree[verb].head in run
    return run.first == verb + 1 or described or (run.last == verb and scene.tree.tag(verb) in FINITE)


def _travels(scene: Scene, telling: Telling, where: int) -> bool:
    """Whether one who meets is the one who goes there: "Eomer came to Bree in May, where he met"."""
    going = {actor for block in scene.blocks(Run(scene.first, where)) for actor in block.actors}
    return any(party.actor in going for party in telling.parties if party.span.start > scene.tree[where].start)


def _is_of_other(scene: Scene, telling: Telling, run: Run) -> bool:
    """Whether the date is that of what went before or came after: "visited Bree after his election in May"."""
    for at in range(run.first - 1, telling.trigger, -1):
        lower = scene.tree.lower(at)
        if names_encounter(scene, at) and scene.tree.lower(at + 1) in {"between", "with"}:
            return True  # "During the talks, Faramir called the meeting between X and Y in May a success"
        if lower in {"after", "before", "since"}:
            return True
        if lower == "," or (scene.is_verb(at) and scene.tree.tag(at) != "VBG") or lower in OCCASIONS:
            return False
    return False


def _words_of(scene: Scene, span: Span) -> Run:
    """Return the words of `span` in this sentence; none where a quotation that a word stands in for holds them."""
    within = [
        at
        for at in range(scene.first, scene.last)
        if span.overlaps(scene.tree[at].span) and not scene.tree.is_quotation(at)
    ]
    return Run(within[0], within[-1] + 1) if within else Run(0, 0)
