"""An invented history: people, who holds which office when, and their meetings."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spelling import Sounds, invent

KINDS = (
    "president", "prime-minister", "foreign-minister", "defence-minister", "interior-minister", "finance-minister",
    "energy-minister", "trade-minister", "speaker-of-parliament", "national-security-adviser",
)  # fmt: skip
COUNTRIES = (
    "AT", "BE", "BO", "CL", "CR", "DK", "EE", "FI", "GH", "HU", "IS", "KE", "LA", "LT", "LV", "MN", "MW", "NO", "NP",
    "PE", "PT", "PY", "SK", "SN", "TH", "UY", "VN", "ZM",
)  # fmt: skip
FIRST, LAST = date(2015, 1, 1), date(2022, 12, 31)


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody: `number` is the identity that resolution must find."""

    number: int
    sounds: Sounds
    country: str


@dataclass(frozen=True, slots=True)
class Term:
    """`human` holds the office from `start` to `end`."""

    human: Human
    kind: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that took place: `number` is the identity that resolution must find."""

    number: int
    terms: tuple[Term, ...]
    day: date
    city: str
    country: str
    said: tuple[tuple[int, str], ...]  # (which participant, what)


@dataclass(frozen=True, slots=True)
class History:
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    bystanders: tuple[Human, ...]


def history(rng: random.Random, events: int) -> History:
    """Invent a history with `events` meetings. Surnames are few, so that many people share one."""
    names = _Names(rng, events)
    terms = [term for country in COUNTRIES for kind in KINDS for term in _terms(rng, names, country, kind)]
    cities = {country: invent(rng, 2).lower().capitalize() for country in COUNTRIES}
    bystanders = tuple(names.human(rng.choice(COUNTRIES)) for _ in range(events // 2))
    met: list[Event] = []
    for number in range(events):
        met.append(
            _again(rng, number, rng.choice(met)) if rng.random() < 0.1 and met else _event(rng, number, terms, cities)
        )
    return History(tuple(terms), tuple(met), bystanders)


class _Names:
    def __init__(self, rng: random.Random, events: int) -> None:
        self.rng, self.count = rng, 0
        self.given = [invent(rng, rng.choice((1, 2))) for _ in range(120 + events // 20)]
        self.surnames = [invent(rng, rng.choice((2, 2, 3))) for _ in range(180 + events // 10)]

    def human(self, country: str) -> Human:
        rng = self.rng
        self.count += 1
        parts = 2 if rng.random() < 0.1 else 1
        sounds = Sounds(
            given=rng.choice(self.given),
            middle=rng.choice(self.given) if rng.random() < 0.3 else None,
            surname=tuple(rng.choice(self.surnames) for _ in range(parts)),
            article=rng.random() < 0.15,
        )
        return Human(self.count, sounds, country)


def _terms(rng: random.Random, names: _Names, country: str, kind: str) -> list[Term]:
    terms, start = list[Term](), FIRST
    while start < LAST:
        end = min(LAST, start + timedelta(days=rng.randrange(500, 2500)))
        terms.append(Term(names.human(country), kind, start, end))
        start = end + timedelta(days=1)
    return terms


def _event(rng: random.Random, number: int, terms: list[Term], cities: dict[str, str]) -> Event:
    day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
    sitting = [term for term in terms if term.start <= day <= term.end]
    host = rng.choice(sitting)
    guests = [t for t in rng.sample(sitting, 6) if t.human.country != host.human.country]
    company = (host, *guests[: 1 if rng.random() < 0.8 else 2])
    said = tuple((rng.randrange(len(company)), _speech(rng)) for _ in range(rng.randrange(1, 4)))
    return Event(number, company, day, cities[host.human.country], host.human.country, said)


def _again(rng: random.Random, number: int, before: Event) -> Event:
    """Let the same people meet once more, soon after, mostly at the same place: the hardest to keep apart."""
    said = tuple((rng.randrange(len(before.terms)), _speech(rng)) for _ in range(rng.randrange(1, 4)))
    return replace(before, number=number, day=before.day + timedelta(days=rng.choice((1, 2, 5, 10, 30))), said=said)


_SUBJECTS = (
    "the fisheries treaty", "river navigation", "railway tariffs", "the northern border", "grain exports",
    "visa rules for students", "the gas pipeline", "joint naval drills", "the customs union", "flood relief",
    "water sharing", "the prisoners' exchange", "air links", "satellite launches", "vaccine supplies",
)  # fmt: skip
_VERBS = (
    "will be settled", "must never be delayed", "deserve a fresh start", "remain a priority", "have stalled",
    "will be financed jointly", "cannot be discussed under pressure", "should be widened",
)  # fmt: skip
_TAILS = (
    "before the winter session", "once both parliaments ratify the protocol", "despite objections from abroad",
    "through a commission of experts", "after the provincial elections", "with money from the reserve fund",
    "because shepherds along the frontier depend on it", "as the charter of the league demands",
)  # fmt: skip


def _speech(rng: random.Random) -> str:
    return f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_TAILS)} and {rng.choice(_TAILS)}"
