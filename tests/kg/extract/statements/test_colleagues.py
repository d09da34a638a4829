"""Whom offices and countries stand for: "the French and Malian ministers said", "he said France welcomes it"."""

import hashlib
import re

import pytest

from kg.annotate import annotate
from kg.extract import extract
from kg.model import DocId, Document, Region, RegionKind, Span

HEAD = (
    "French Defense Minister Faramir Took met Malian Defense Minister Hurin Hador on Monday. {} said the war is over."
)
CHAD = "Defense Minister Imrahil Tuor of Chad rode home. "
BOTH = {"Faramir Took", "Hurin Hador"}


def _speakers(text: str, headline: str = "") -> set[str]:
    text = f"{headline}\n{text}" if headline else text
    lines = list(re.finditer(r"[^\n]+", text))
    kinds = [RegionKind.HEADLINE] * bool(headline) + [RegionKind.BODY] * len(lines)
    regions = tuple(Region(Span(*line.span()), kind) for line, kind in zip(lines, kinds, strict=False))
    document = Document(DocId("tale"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions)
    facts = extract(next(annotate([document])))
    names = {person.key: person.name for person in facts.actors.persons}
    return {names.get(s.speaker, s.speaker) for s in facts.statements if not s.speaker.startswith("unnamed:")}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The French and Malian defense ministers", BOTH),
        ("The defense ministers of France and Mali", BOTH),
        ("France and Mali's defence ministers", BOTH),
        ("The French and Malian ministers", BOTH),
        ("The French and Malian defence chiefs", BOTH),
        ("The two countries' defense ministers", BOTH),
        ("The interlocutors", BOTH),
        ("The French and Malian presidents", set()),
        ("The French and Chadian defense ministers", set()),
    ],
)
def test_those_who_hold_an_office_in_several_countries_speak_together(words: str, meant: set[str]) -> None:
    assert _speakers(HEAD.format(words)) == meant


def test_the_two_are_two_of_no_more() -> None:
    assert _speakers(CHAD + HEAD.format("The two countries' defense ministers")) == set()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("French President Faramir Took said that France welcomes the truce with Mali.", {"Faramir Took"}),
        ("French President Faramir Took said that Mali welcomes the truce.", {"Faramir Took", "country:ML"}),
        ("French President Faramir Took said that France told Mali to wait.", {"Faramir Took", "country:FR"}),
    ],
)
def test_who_tells_what_his_own_country_thinks_speaks_for_himself(text: str, meant: set[str]) -> None:
    assert _speakers(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Took praised Mali. The guest thanked France.", {"Faramir Took", "Hurin Hador"}),
        ("Hador thanked France. His host praised Mali. The guest smiled.", {"Faramir Took", "Hurin Hador"}),
        ("The guest thanked France.", {"Hurin Hador"}),
        ("The host praised Mali.", {"Faramir Took"}),
        ("Took said the road is long. Hador said it is short. The river rose. They praised peace.", BOTH),
    ],
)
def test_the_guest_is_whom_the_other_met(text: str, meant: set[str]) -> None:
    assert (
        _speakers(f"French Defense Minister Faramir Took received Malian Defense Minister Hurin Hador. {text}") == meant
    )


@pytest.mark.parametrize(
    ("headline", "meant"),
    [
        ("Mali will wait: Defense Minister", {"Hurin Hador"}),
        ("France will wait, Defense Minister says", {"Faramir Took"}),
    ],
)
def test_a_headlines_minister_is_of_the_country_that_it_is_about(headline: str, meant: set[str]) -> None:
    met = "French Defense Minister Faramir Took met Malian Defense Minister Hurin Hador."
    assert _speakers(met, headline=headline) == meant
