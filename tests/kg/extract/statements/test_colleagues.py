"""Who is meant by "the French and Malian ministers": the holders of an office in several countries."""

import hashlib

import pytest

from kg.annotate import annotate
from kg.extract import extract
from kg.model import DocId, Document, Region, RegionKind, Span

HEAD = (
    "French Defense Minister Faramir Took met Malian Defense Minister Hurin Hador on Monday. {} said the war is over."
)
CHAD = "Defense Minister Imrahil Tuor of Chad rode home. "
BOTH = {"Faramir Took", "Hurin Hador"}


def _speakers(text: str) -> set[str]:
    region = Region(Span(0, len(text)), RegionKind.BODY)
    document = Document(DocId("tale"), text, hashlib.sha256(text.encode()).hexdigest(), "en", (region,))
    facts = extract(next(annotate([document])))
    names = {person.key: person.name for person in facts.actors.persons}
    return {names[s.speaker] for s in facts.statements if s.speaker in names}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The French and Malian defense ministers", BOTH),
        ("The defense ministers of France and Mali", BOTH),
        ("France and Mali's defence ministers", BOTH),
        ("The French and Malian ministers", BOTH),
        ("The French and Malian defence chiefs", BOTH),
        ("The two countries' defense ministers", BOTH),
        ("The French and Malian presidents", set()),
        ("The French and Chadian defense ministers", set()),
    ],
)
def test_those_who_hold_an_office_in_several_countries_speak_together(words: str, meant: set[str]) -> None:
    assert _speakers(HEAD.format(words)) == meant


def test_the_two_are_two_of_no_more() -> None:
    assert _speakers(CHAD + HEAD.format("The two countries' defense ministers")) == set()
