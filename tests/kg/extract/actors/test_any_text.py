"""Whatever the text, its actors can be found, and every mention lies within it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.actors import find_actors
from kg.extract.roles import find_roles
from kg.model import Annotation

WORDS = st.sampled_from(
    ["President", "Faramir", "Tuor", "of", "Mali", "'s", "Malian", "(", ")", ",", "and", "the", "Foreign", "Minister",
     "Council", "ISIS", "he", "his", "counterpart", "“", "”", "General", "-", "two", "ministers", "ex-", "King", ".\n"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_every_mention_lies_within_the_text(annotated: Callable[..., Annotation], text: str) -> None:
    annotation = annotated(text, model="blank:en")
    actors = find_actors(annotation)
    known = {str(person.key) for person in actors.persons} | {str(body.key) for body in actors.organizations}
    known |= {str(office.key) for office in actors.offices} | {f"country:{code}" for code in actors.countries}
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in actors.mentions)
    assert {mention.actor for mention in actors.mentions} <= known
    assert list(actors.mentions) == sorted(actors.mentions, key=lambda mention: mention.span)
    for role in find_roles(annotation, actors):
        assert {role.holder, role.office} <= known


@pytest.mark.parametrize(
    "text", ["President " * 1000, "( " * 1000, "Minister of " + "Trade and " * 1000, "Mali's " * 1000]
)
def test_repetition_is_read_in_one_go(annotated: Callable[..., Annotation], text: str) -> None:
    assert find_actors(annotated(text, model="blank:en")).persons == ()
