"""The tables of reporting words can be read whole, and every rule has its confidence."""

import pytest

from kg.extract.statements.cues.lexicon import Frame, inflected, reporting_nouns, reporting_verbs, speech_events
from kg.lexicon import table


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("reveal", {"reveal", "reveals", "revealed", "revealing"}),
    ],
)
def test_regular_verbs_are_inflected_by_rule(verb: str, forms: set[str]) -> None:
    assert inflected(verb, []) == forms


def test_longer_phrases_come_before_the_verb_alone() -> None:
    assert [entry.rest for entry in reporting_verbs()["called"]] == sorted(
        (entry.rest for entry in reporting_verbs()["called"]), key=len, reverse=True
    )


def test_no_phrase_is_listed_twice_with_the_same_forms() -> None:
    rows = [(row[0], row[2:]) for row in table("statements/reporting_verbs.tsv")]
    assert len(rows) == len(set(rows))


def test_every_verb_has_a_frame_and_every_noun_an_opener() -> None:
    assert all(entry.frames <= set(Frame) and entry.frames for found in reporting_verbs().values() for entry in found)
    assert all(reporting_nouns().values())
    assert "statements" in speech_events()


def test_every_rule_has_a_confidence() -> None:
    filled = (Frame.QUOTE, Frame.THAT, Frame.CLAUSE, Frame.NOUN, Frame.TO, Frame.QUOTED)
    rules = {
        *(f"complement-{frame}" for frame in filled),
        *("before", "according", "label", "noun", "passive", "passive-that", "passive-quote"),
        *("quotation-apart", "continued", "continued-paragraph"),
    }
    assert rules <= {row[0] for row in table("confidence.tsv")}
