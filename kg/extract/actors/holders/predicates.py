"""Holders of whom the text says that they are or were in the office: "Denethor is the steward", "his term as such"."""

from kg.extract.actors.holders.acting import antecedent
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.appositions import owner_start
from kg.extract.actors.titles.styles import is_style, past_styles
from kg.model import RoleStatus

_BEING = frozenset({"is", "was", "became", "becomes", "as", "remains", "serves", "served"})
_WISHING = frozenset({"want", "wish", "prefer", "propose", "suggest", "consider", "see", "support", "back", "expect"})
_LONGEST = 12  # words from "who" to "as"
_AROUND = 60  # words before "his post"
_LEFT = frozenset({"held", "left", "filled", "occupied"})
_HAVING = frozenset({"has", "have", "had"})
_TAKING = frozenset({"hold", "take", "assume", "occupy", "leave", "fill"})
_POSTS = frozenset({"role", "capacity", "position", "post", "job", "term", "tenure", "time", "stint", "appointment"})
_ENDS = frozenset({"resignation", "departure", "removal", "dismissal", "ouster"})  # "his resignation as steward"
_DEEP = 4  # verbs above a name that are looked at
_BEFORE_TITLE = frozenset({"the", "a", "an", "who", "also", "now", "currently", "still", "once", ","})


def said_to_be(reading: Reading, title: Title) -> Name | None:
    """Return the name in "Denethor is the steward", "Denethor, who served as one", "The first steward was Denethor"."""
    return _who_is(reading, title) or _is_who(reading, title)


def of_post(reading: Reading, title: Title) -> tuple[Name, RoleStatus] | None:
    """Return whose post it is, or was: "Denethor's role as steward", "held the post of steward"."""
    words, at = reading.words, title.first - 1
    if words[at].lower not in {"as", "of"} or words[at - 1].lower not in _POSTS | _ENDS:
        return None
    held = words[at - 2].lower == "the"
    name = _holding(reading, at - 3) if held else _owner(reading, at - 2)
    past = words[at - 1].lower in _ENDS or words[at - 3].lower in _LEFT
    return (name, RoleStatus.FORMER if past else title.status) if name else None


def _owner(reading: Reading, owner: int) -> Name | None:
    """Return the person before "'s", or named before "his"."""
    if reading.words[owner].text == "'s":
        return reading.person_at(owner - 1)
    if reading.words[owner].lower not in {"his", "her"}:
        return None
    sentence = reading.words[owner].sentence
    before = (i for i in range(owner - 1, owner - _AROUND, -1) if reading.words[i].sentence == sentence)
    return next(filter(None, (reading.person_at(i) for i in before)), None)


def _holding(reading: Reading, verb: int) -> Name | None:
    """Return who holds or takes what follows the verb: "Denethor held the post of steward"."""
    token = reading.token(verb)
    name = reading.person_at(verb - 1)
    return name if token is not None and token.lemma in _TAKING else None


def _who_is(reading: Reading, title: Title) -> Name | None:
    """Return the name in "Denethor is the steward", "Denethor, who is also the steward"."""
    words, at = reading.words, owner_start(reading, title) - 1
    while words[at].lower in _BEFORE_TITLE or (reading.tag(at) == "ADJ" and not title.placed):
        at -= 1
    at -= words[at].lower == "been" and words[at - 1].lower in _HAVING
    if words[at].lower not in _BEING | _HAVING:
        return None
    if words[at].lower == "as":
        if _wished(reading, at - 1):
            return None
        at = _relative(reading, at)
        inserted = reading.person_at(at - 2) if words[at - 1].text == "," == words[title.last].text else None
        if inserted is not None:  # "Denethor, as steward, said"
            return inserted
    name = _named_until(reading, at)
    return None if name is not None and _left(reading, name) else name


def _named_until(reading: Reading, at: int) -> Name | None:
    """Return the name before the word, or before the "who" that stands before it, and what he is: ", a lawyer who"."""
    words = reading.words
    if words[at - 1].lower == "who":
        at -= 2 if words[at - 2].text == "," else 1
        first = at
        while at - first < _LONGEST and reading.tag(first - 1) in {"DET", "ADJ", "NOUN"}:
            first -= 1
        at = first - 1 if first < at and words[first - 1].text == "," else at
    name = reading.person_at(at - 1)
    return name or antecedent(reading, at - 1)


def _left(reading: Reading, name: Name) -> bool:
    """Tell whether somebody takes over from him: "Imrahil took over from Denethor as steward"."""
    before = name.first - 1
    while is_style(reading, before):
        before -= 1
    return reading.words[before].lower == "from"


def _is_who(reading: Reading, title: Title) -> Name | None:
    """Return the name in "The first steward of Gondor was Denethor", "Gondor's new steward is Lord Denethor"."""
    words, at = reading.words, past_styles(reading, title.last + 1)
    opens = (title.article == "the" or title.country is not None) and not words[title.first - 1].is_word
    name = reading.person_at(at) if opens and words[title.last].lower in {"is", "was"} else None
    return name if name is not None and name.first == at and words[name.last].text != "'s" else None


def _relative(reading: Reading, at: int) -> int:
    """Return the word after "who" in "Denethor, who has long served Gondor as", if nobody else is named between."""
    for i in range(at - 1, at - _LONGEST, -1):
        if reading.person_at(i) is not None or not (reading.words[i].is_word or reading.words[i].text == "'s"):
            break
        if reading.words[i].lower == "who":
            return i + 1
    return at


def _wished(reading: Reading, word: int) -> bool:
    """Tell whether somebody is only wanted in the office: "they see Denethor as steward"."""
    token = reading.token(word)
    for _ in range(_DEEP):
        if token is None or token.head == token.index:
            break
        token = reading.annotation.tokens[token.head]
        if token.lemma in _WISHING:
            return True
    return False
