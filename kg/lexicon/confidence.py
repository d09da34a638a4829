"""How sure the rules of extraction are."""

from functools import cache

from kg.lexicon import table

_UNKNOWN = 0.5


@cache
def _figures() -> dict[str, float]:
    return {rule: float(share) for rule, share, *_ in table("confidence.tsv")}


def confidence_of(rule: str) -> float:
    """Return the share of right facts among those that the rule finds, as `confidence.tsv` says."""
    return _figures().get(rule, _UNKNOWN)
