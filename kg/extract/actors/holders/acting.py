"""Who acts in a sentence, and whom "he" means there before offices are told."""

from kg.extract.actors.pronouns import head_token
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles.styles import is_style

_QUOTING = frozenset({"quote", "cite"})
_REACH = 120  # words before a pronoun among which he is named


def antecedent(reading: Reading, word: int) -> Name | None:
    """Return whom "he" or "she" means: whoever alone acts, or else is named, in the last sentence that names somebody.

    Where that is its own, within quotation marks and in "when he was the steward", it is nobody.
    """
    token = reading.token(word)
    clause = "" if token is None else reading.annotation.tokens[token.head].dep
    if reading.words[word].lower not in {"he", "she"} or clause in {"", "advcl"}:
        return None
    near = (reading.person_at(i) for i in range(word - 1, max(word - _REACH, -1), -1))
    named = [name for name in near if name is not None]
    if not named:
        return None
    there = reading.words[named[0].first].sentence
    if there == reading.words[word].sentence:
        return None
    named = [name for name in named if reading.words[name.first].sentence == there]
    acting = [name for name in named if acts(reading, name.first, name.last)] or named
    ends = {name.last for name in acting}
    joined = (name for name in named if name.first - 1 in ends)  # "Denethor and Imrahil"
    people = {reading.words[name.last - 1].lower for name in (*acting, *joined)}
    return acting[0] if len(people) == 1 else None


def acts(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words name or describe somebody who does something there."""
    head = head_token(reading, first, last)
    if head is None:
        return False
    words, before = reading.words, first - 1
    while is_style(reading, before):
        before -= 1
    if words[before].lower == "by" or (words[last].text == "," and words[last + 1].lower == "who"):
        return True  # "made by General Denethor"
    if head.dep in {"flat", "appos"}:  # "General Denethor": the rank is the head
        head = reading.annotation.tokens[head.head]
    quoted = head.dep == "obj" and reading.annotation.tokens[head.head].lemma in _QUOTING  # "quoted Denethor as saying"
    return head.dep.startswith("nsubj") or quoted
