import pytest

from training.lemmas import RULES, apply, learn


@pytest.mark.parametrize(
    ("form", "pos", "known", "lemma"),
    [
        ("tries", "verb", set(), "try"),
        ("stopped", "verb", set(), "stop"),
        ("visited", "verb", {"visit"}, "visit"),
        ("hoping", "verb", {"hope"}, "hope"),
        ("ministers", "noun", set(), "minister"),
        ("s", "noun", set(), "s"),
        ("sing", "verb", {"sing"}, "sing"),
    ],
)
def test_rules_prefer_a_known_lemma(form: str, pos: str, known: set[str], lemma: str) -> None:
    assert apply(form, RULES[pos], known) == lemma


def test_what_the_rules_get_wrong_becomes_an_exception() -> None:
    tables = learn([("said", "VERB", "say"), ("says", "VERB", "say"), ("say", "VERB", "say"), ("He", "PRON", "he")])
    assert tables["lemma_exc"] == {"verb": {"said": ["say"]}}  # "He" is lower-cased by the rules already
    assert tables["lemma_index"] == {"verb": ["say"], "pron": ["he"]}
