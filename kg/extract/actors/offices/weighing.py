"""Whose an office most likely is, where nothing says it: what speaks for each country is weighed."""

from collections.abc import Callable

from kg.extract.actors.holders import Held
from kg.extract.actors.offices.evidence import Evidence
from kg.extract.actors.offices.posts import in_some_part
from kg.extract.actors.reading import KeyOf
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.model import SIDES
from kg.lexicon.offices import kind_of, office_limits
from kg.model import ActorKey, CountryCode, RoleStatus

_WEIGHTS = {  # of what speaks for a country, and against it; fitted to people whose country other articles tell
    "own side": 5.0,  # "on the Gondorian side" in the sentence
    "publisher": 2.2,  # the outlet writes from there
    "dateline": 0.9,
    "unheld": 1.8,  # an office of this kind is called that country's elsewhere, and nobody is named to hold it
    "share": 3.5,  # times the country's share of all mentions
    "beside": 2.0,  # times its share of the mentions in the sentences of the holder
    "before": 2.4,  # the last country before the title in its sentence
    "first": 0.6,  # the first country that the text names
    "led": 1.5,  # a leader whom the list knows as that country's stands in the text without it, too
    "other side": -3.0,  # another minister or leader in the sentence is that country's
    "superior": 1.5,  # the same, for it, where the office is below a minister's and no envoy's
    "served": 4.0,  # the same, where the office serves a president
}
_OFFICIAL = 2  # what it counts for on a page of a ministry, which gives others their country
_ABROAD = 0.3  # what the outlet's country still counts for where the text is about another and never names it
_TOPIC = 0.6  # the share of all mentions from which the text is about a country
_LEAST = 0.3  # below which nothing speaks for the best
_LEAST_BESIDE_ENVOY = 2.0  # the same, where an envoy in the sentence is of that country
_SECOND = 2  # how much more a text that speaks of two countries names the second than the third
_SIDED = SIDES | {"diplomat"}  # groups of the titles that meet others of their rank
_SENT = frozenset({"charge-d-affaires", "special-envoy"})  # guests, as likely as not, where the text was written


def weigh(held: Held, evidence: Evidence, key_of: KeyOf, led: frozenset[str]) -> CountryCode | None:
    """Weigh what speaks for each country that may be meant; None if two are as likely, or nothing speaks for any."""
    if len(led) == 1:
        return CountryCode(*led)
    signs, rivals = _signs(held, evidence, key_of(held.holder)), evidence.counterparts(key_of(held.holder))
    abroad = evidence.hosts_of(held) | (
        evidence.sentences.named_in(held.title) if held.title.group == "diplomat" else set()
    )
    scores: dict[CountryCode, float] = {}
    for country in dict.fromkeys([*evidence.shares, *filter(None, [evidence.dateline, evidence.publisher])]):
        kind = kind_told(held.title.title, country)
        possible = all(_possible(each, country) for each in (kind, held.title.title, evidence.body_of(held.title)))
        taken = any(_is_taken(title, country, evidence) for title in evidence.titles_of[key_of(held.holder)])
        if possible and not (taken or country in rivals or country in abroad):
            scores[country] = sum(_WEIGHTS[sign] * strength for sign, strength in signs(country).items())
    if len(scores) == 1 and any(office_limits(each)[0] for each in (kind_told(held.title.title), held.title.title)):
        return next(iter(scores))
    envoys = evidence.envoys(held.title) - {evidence.own_side(held.title)} if _is_sided(held.title) else set()
    return _best(scores, envoys)


def _is_taken(title: Title, country: CountryCode, evidence: Evidence) -> bool:
    """Tell whether somebody else has the office in the country, of which it has one at a time."""
    alone = _single(title) and title.status is RoleStatus.IN_OFFICE
    return alone and evidence.taken(kind_told(title.title, country), country, title)


def other_than(country: CountryCode | None, evidence: Evidence) -> CountryCode | None:
    """Return the country that the text speaks of beside the given one, if it speaks of two."""
    first, second, third = [*sorted(evidence.shares, key=lambda code: -evidence.shares[code]), None, None, None][:3]
    two = second is not None and evidence.shares[second] >= _SECOND * (evidence.shares[third] if third else 0)
    return {first: second, second: first}.get(country) if two else None


def _signs(held: Held, evidence: Evidence, person: ActorKey | None) -> Callable[[CountryCode], dict[str, float]]:
    """Return what tells how strongly each sign speaks for a country."""
    others, beside = evidence.sides(held.title), evidence.beside(person)
    own, before = evidence.own_side(held.title), evidence.sentences.last_before(held.title)
    company = "other side" if _is_sided(held.title) else "superior"
    company = "served" if held.title.title.startswith("presidential ") else company
    sent = kind_told(held.title.title) in _SENT
    abroad = evidence.publisher not in evidence.shares and max(evidence.shares.values(), default=0) >= _TOPIC
    printed = _OFFICIAL if evidence.official else _ABROAD if abroad else 1

    def signs(country: CountryCode) -> dict[str, float]:
        return {
            "share": evidence.shares.get(country, 0),
            "beside": beside.get(country, 0),
            "own side": country == own,
            "unheld": evidence.unheld(kind_told(held.title.title, country), country),
            "before": country == before,
            "dateline": country == evidence.dateline,
            "publisher": (country == evidence.publisher and not (sent or own)) * printed,
            "first": country == evidence.first,
            "led": country in evidence.led,
            company: country in others - {own},
        }

    return signs


def _best(scores: dict[CountryCode, float], envoys: set[CountryCode | None]) -> CountryCode | None:
    """Return the country that most speaks for; None if two are equal, or too little speaks for it.

    More must speak for that of `envoys`, to whom the other side listens.
    """
    best = [country for country, score in scores.items() if score == max(scores.values())]
    least = _LEAST if envoys.isdisjoint(best) else _LEAST_BESIDE_ENVOY
    return best[0] if len(best) == 1 and scores[best[0]] >= least else None


def kind_told(title: str, country: CountryCode | None = None) -> str:
    """Return the kind of office that a title tells in a country, or the title itself."""
    return title if in_some_part(title) else kind_of(title, country) or title


def _is_sided(title: Title) -> bool:
    """Tell whether the holder meets others of his rank: a leader, minister, envoy or speaker of a parliament."""
    return title.group in _SIDED or title.title.endswith("speaker")


def _single(title: Title) -> bool:
    """Tell whether a country has one such office at a time: one president, but many deputies."""
    return title.group in SIDES and not title.title.startswith(("deputy", "vice"))


def _possible(kind: str, country: CountryCode) -> bool:
    only, never = office_limits(kind)
    return (not only or country in only) and country not in never
