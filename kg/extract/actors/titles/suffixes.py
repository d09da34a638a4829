"""What belongs to a title's head behind it, without a preposition: "general", "elect", "Mints", "Extraordinary"."""

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.model import GENERALS, Title
from kg.extract.actors.titles.portfolios import is_portfolio

_SUFFIXES = frozenset({"general", "generals", "delegate", "designate", "elect", "nominee"})


def field_end(reading: Reading, title: Title, end: int) -> int:
    """Return the end of what the office is for, without "of" behind it: "Secretary Mints Denethor Hurin"."""
    words, at = reading.words, end
    while title.capital and is_portfolio(reading, at):
        at += 1
    ranked = title.group == "general" and words[at].text in {",", "("}  # "Supreme Allied Commander East, General X"
    if at > end and (words[at].capital or ranked):
        return at
    inside = next((i for i in range(end + 2, end + 5) if words[i].text == ")"), end) if words[end].text == "(" else end
    if inside > end and title.noun.word == "secretary" and title.capital and reading.entity(inside + 1) == "PERSON":
        return inside + 1  # "Secretary (East) Denethor Hurin"
    official = title.capital and title.group == "official" and reading.name_at(end) is None
    local = words[end].capital and words[end + 1].text == ","
    named = words[end + 2].capital and words[end + 3].capital
    return end + 1 if official and local and named else end  # "Deputy Commissioner Bree, Bilbo Took"


def past_rank(reading: Reading, end: int) -> int:
    """Return the word after "Extraordinary and Plenipotentiary", which every ambassador is."""
    ranks = [reading.words[i].lower for i in range(end, end + 3)]
    return end + 3 if ranks == ["extraordinary", "and", "plenipotentiary"] else end + (ranks[0] == "extraordinary")


def suffix_end(reading: Reading, title: Title) -> int:
    """Return the end of the title with "elect", "designate" or "general" after its head, or after a hyphen."""
    words, end = reading.words, title.last
    at = end + 1 if words[end].text == "-" else end
    suffix = words[at].lower
    return at + 1 if suffix in _SUFFIXES and ("general" not in suffix or title.noun.word in GENERALS) else end
