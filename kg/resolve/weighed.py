"""Offices that a document does not state but its context suggests: they yield to what documents state of the person.

"President Faramir" in the news of another country is given to that country by its weight, while other documents say
whose president he is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.iris import slug
from kg.lexicon.leaders import countries_led
from kg.model.facts import ActorKey, CountryCode, Facts, Meeting, Office, Participant, Role, RoleStatus
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.stated import Held, Keys, Stated, place_of

_YIELDED = "role-by-other-documents"
_SURE = 0.97  # of 1,275 stated offices the other documents alone would have told .98 right; some persons are two
_COUNTRY = "country:"


@dataclass(frozen=True, slots=True)
class _Move:
    """A weighed office, of `weighed`, yields: to `office`, of `place`, or to none."""

    weighed: ActorKey
    office: ActorKey | None = None
    place: ActorKey | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """`facts` of all documents, weighed offices having yielded; `changed` are those of documents in which one did.

    An office from other documents, and its organisation, go by their shared ids as keys, which `keys` holds.
    `yielded` are the roles given up and what has come in their place.
    """

    facts: list[Facts]
    changed: dict[DocId, Facts]
    keys: dict[tuple[DocId, ActorKey], EntityId]
    yielded: list[tuple[DocId, Role, ActorKey | None]]


def correct(facts: Sequence[Facts], actor_of: Keys) -> Corrected:
    """Give up what is only weighed for what other documents state of the same person and kind of office.

    It goes to the one office stated, and to none where two compete. Where nobody states any it stays, but for an
    office that one person holds at a time, stated on that day of somebody else, unless this one had it at another time.
    """
    stated = Stated(facts, actor_of)
    found = Corrected([], {}, {}, [])
    for each in facts:
        doc, moves = each.document.id, _moves(each, stated, actor_of)
        if moves:
            found.changed[doc] = _moved(each, moves)
        found.facts.append(found.changed.get(doc, each))
        for move in moves.values():
            keys = (key for key in (move.office, move.place) if key and not key.startswith(_COUNTRY))
            found.keys.update({(doc, key): EntityId(key) for key in keys})
        yielding = ((role, moves.get((role.holder, role.office))) for role in each.roles)
        found.yielded.extend((doc, role, move.office) for role, move in yielding if move)
    return found


def _moves(facts: Facts, stated: Stated, actor_of: Keys) -> dict[Held, _Move]:
    """Return what each weighed office of the document yields to, but for those that stay."""
    doc, day = facts.document.id, facts.document.issued
    offices = {office.key: office for office in facts.actors.offices}
    found: dict[Held, _Move] = {}
    for role in facts.roles:
        if stated.says(doc, role):
            continue
        office, shared, person = offices[role.office], actor_of[doc, role.office], actor_of[doc, role.holder]
        options = stated.options(person, office, day)
        if len(options) == 1 and shared not in options:
            ((entity, place),) = options.items()
            found[role.holder, role.office] = _Move(place_of(office), ActorKey(entity), ActorKey(place))
        elif len(options) > 1 or (
            not (options or _once(facts, role, office)) and stated.taken(shared, office, day, person)
        ):
            found[role.holder, role.office] = _Move(place_of(office))
    return found


def _once(facts: Facts, role: Role, office: Office) -> bool:
    """Tell whether the holder held it at another time: he is a former one, or listed among the country's leaders."""
    name = next(person.name for person in facts.actors.persons if person.key == role.holder)
    return role.status is RoleStatus.FORMER or office.country in countries_led(slug(office.kind), name.split())


def _moved(facts: Facts, moves: Mapping[Held, _Move]) -> Facts:
    roles = (_role(role, moves.get((role.holder, role.office))) for role in facts.roles)
    return replace(
        facts,
        roles=tuple(role for role in roles if role),
        meetings=tuple(_meeting(meeting, moves) for meeting in facts.meetings),
    )


def _role(role: Role, move: _Move | None) -> Role | None:
    if move is None:
        return role
    return replace(role, office=move.office, rule=_YIELDED, confidence=_SURE) if move.office else None


def _meeting(meeting: Meeting, moves: Mapping[Held, _Move]) -> Meeting:
    """Let its participants act in their right offices; the countries that nobody stands for any more are gone."""
    participants = tuple(_participant(each, moves) for each in meeting.participants)
    if participants == meeting.participants:
        return meeting
    before, after = _behalf(meeting.participants), _behalf(participants)
    host = {meeting.place.country} if meeting.place and meeting.place.country else set()
    countries = (set(meeting.countries) - (before - after - host)) | (after - before)
    return replace(meeting, participants=participants, countries=tuple(sorted(countries)))


def _behalf(participants: Iterable[Participant]) -> set[CountryCode]:
    keys = (key for each in participants for key in (each.actor, each.on_behalf_of) if key)
    return {CountryCode(key.removeprefix(_COUNTRY)) for key in keys if key.startswith(_COUNTRY)}


def _participant(each: Participant, moves: Mapping[Held, _Move]) -> Participant:
    move = moves.get((each.actor, each.capacity)) if each.capacity else None
    if move is None:
        return each
    place = move.place if each.on_behalf_of == move.weighed else each.on_behalf_of
    return replace(each, capacity=move.office, on_behalf_of=place)
