"""The forms of the verbs that the word lists give in their base form."""

from collections.abc import Iterator
from functools import cache

from kg.lexicon import table


@cache
def quoting_forms() -> frozenset[str]:
    """Return the forms of the verbs that a quotation may follow at once: "say", "says", "said", "saying" ..."""
    rows = table("statements/reporting_verbs.tsv")
    return frozenset(
        form for verb, frames, *irregular in rows if "quote" in frames.split() for form in _forms(verb, irregular)
    )


@cache
def news_forms() -> frozenset[str]:
    """Return the forms of all verbs that report what somebody says or whom somebody meets."""
    rows = [(row[0], row[2:]) for row in table("statements/reporting_verbs.tsv")] + [
        (row[0], ()) for row in table("meetings/verbs.tsv")
    ]
    return frozenset(form for verb, irregular in rows for form in _forms(verb, irregular))


def _forms(verb: str, irregular: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Yield the forms of a verb; of a phrase ("call for") none, as its verb alone may say something else."""
    if " " in verb:
        return
    stem = verb.removesuffix("e")
    yield from (
        verb,
        f"{verb}s",
        f"{verb}es",
        f"{stem}ed",
        f"{stem}ing",
        *(form for forms in irregular for form in forms.split()),
    )
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ied", f"{verb[:-1]}ies")
