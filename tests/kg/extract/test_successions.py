"""Who followed whom, by verbs, by nouns and by titles; and what is only a plan or no office."""

import hashlib
import re

import pytest

from kg.annotate import annotate
from kg.extract import extract
from kg.model import DocId, Document, Facts, Region, RegionKind, Span

MALI = "office:ML/defence-minister"
PRESIDENT = "office:ML/president"


def read(text: str) -> Facts:
    regions = tuple(Region(Span(m.start(), m.end()), RegionKind.BODY) for m in re.finditer(r"[^\n]+", text))
    document = Document(DocId("d"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions)
    return extract(next(iter(annotate([document]))))


def followed(facts: Facts) -> set[tuple[str, str, str]]:
    names = {person.key: person.name for person in facts.actors.persons}
    return {(names[each.later], names[each.earlier], each.office) for each in facts.successions}


@pytest.mark.parametrize(
    ("text", "later", "earlier", "office"),
    [
        (
            "Faramir Tuor succeeded Hurin Hador as Mali's defence minister.",
            "Faramir Tuor",
            "Hurin Hador",
            MALI,
        ),
        (
            "Malian Defence Minister Faramir Tuor has replaced Hurin Hador.",
            "Faramir Tuor",
            "Hurin Hador",
            MALI,
        ),
        (
            "Malian President Hurin Hador was succeeded by Faramir Tuor.",
            "Faramir Tuor",
            "Hurin Hador",
            PRESIDENT,
        ),
        (
            "Faramir Tuor was appointed Mali's defence minister, replacing Hurin Hador.",
            "Faramir Tuor",
            "Hurin Hador",
            MALI,
        ),
        (
            "The president appointed Faramir Tuor to replace Hurin Hador as Mali's defence minister.",
            "Faramir Tuor",
            "Hurin Hador",
            MALI,
        ),
        (
            "The parliament replaced Hurin Hador with Faramir Tuor as Mali's defence minister.",
            "Faramir Tuor",
            "Hurin Hador",
            MALI,
        ),
        (
            "Malian President Faramir Tuor praised his predecessor, Hurin Hador.",
            "Faramir Tuor",
            "Hurin Hador",
            PRESIDENT,
        ),
        (
            "Malian President Faramir Tuor left. Tuor's predecessor Hurin Hador came.",
            "Faramir Tuor",
            "Hurin Hador",
            PRESIDENT,
        ),
        (
            "Former Malian President Hurin Hador met his successor Faramir Tuor.",
            "Faramir Tuor",
            "Hurin Hador",
            PRESIDENT,
        ),
        (
            "Mali's outgoing president Hurin Hador met Mali's incoming president Faramir Tuor.",
            "Faramir Tuor",
            "Hurin Hador",
            PRESIDENT,
        ),
    ],
)
def test_who_followed_whom_is_read(text: str, later: str, earlier: str, office: str) -> None:
    assert followed(read(text)) == {(later, earlier, office)}


@pytest.mark.parametrize(
    "text",
    [
        "Faramir Tuor will replace Hurin Hador as Mali's defence minister.",
        "Faramir Tuor could not succeed Hurin Hador as Mali's defence minister.",
        "Malian President Faramir Tuor wants to replace Hurin Hador.",
        "Malian President Faramir Tuor replaced the bridge.",
        "Faramir Tuor succeeded Hurin Hador.",
        "Malian President Faramir Tuor succeeded in persuading Hurin Hador.",
        "Malian President Faramir Tuor spoke of his predecessors.",
        "Malian President Faramir Tuor left. The sanctions were imposed by his predecessor Hurin Hador.",
        "Malian President Faramir Tuor replaced the flag with Hurin Hador looking on.",
    ],
)
def test_plans_and_other_replacements_are_none(text: str) -> None:
    assert followed(read(text)) == set()


def test_the_one_who_left_held_the_office_once_and_the_other_holds_it() -> None:
    text = "Faramir Tuor succeeded Hurin Hador as Mali's defence minister."
    facts = read(text)
    names = {person.key: person.name for person in facts.actors.persons}
    assert {(names[role.holder], str(role.status)) for role in facts.roles} == {
        ("Faramir Tuor", "in office"),
        ("Hurin Hador", "former"),
    }
    (succession,) = facts.successions
    assert [span.of(text) for span in succession.evidence] == [text.removesuffix(".")]


def test_a_role_that_the_document_gives_itself_is_given_once() -> None:
    facts = read("Former Malian President Hurin Hador met his successor Faramir Tuor, the Malian president.")
    assert len(facts.roles) == 2
