from kg.lexicon import table
from kg.lexicon.confidence import confidence_of


def test_rules_have_a_share_between_nothing_and_all() -> None:
    figures = {rule: float(share) for rule, share, *_ in table("confidence.tsv")}
    assert all(0 < share <= 1 for share in figures.values())
    assert confidence_of("role-before-name") == figures["role-before-name"]


def test_an_unmeasured_rule_is_as_good_as_a_coin() -> None:
    assert confidence_of("role-by-palantir") == 0.5
