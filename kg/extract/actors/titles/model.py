"""What a title is, and the words that titles are made of."""

from dataclasses import dataclass, replace
from functools import cache

from kg.extract.actors.reading import Name
from kg.lexicon import table, words
from kg.model import CountryCode, RoleStatus

OWNERS = frozenset({"his", "her", "its", "their"})
ARTICLES = OWNERS | {"the", "a", "an", "another", "two", "both"}
POSSESSIVE = frozenset({"'s", "'"})
JOINTS = frozenset({"and", ",", "&"})
"""What joins titles, portfolios and those who hold them."""
COUNTERPART = "counterpart"
"""The group of the heads that name an office by another's."""
UNDER = ("vice", "deputy", "co", "pro", "executive")
"""What may stand, with a hyphen, before the head or the portfolio of a title: "vice-chair", "vice-foreign minister"."""
GENERALS = frozenset(
    {"accountant", "administrator", "attorney", "auditor", "commissioner", "comptroller", "consul", "director"}
    | {"governor", "inspector", "president", "prosecutor", "registrar", "secretary", "solicitor", "treasurer"}
)
"""Heads of titles that "general" follows, with a hyphen or without."""
SIDES = frozenset({"leader", "minister"})
"""Groups of the heads of titles whose holders stand for their country."""
ELECTED = "lawmaker"
"""The group of the heads of whoever sits in a parliament; his party is not what his office is in."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word that heads titles; `portfolio` where words of a portfolio stand before it ("trade minister").

    `body` where by itself it tells an office in some body ("director"), `place` where it is of a town or province.
    """

    word: str
    portfolio: bool
    group: str
    body: bool
    place: bool


@dataclass(frozen=True, slots=True)
class Title:
    """The words `[first, last)` are a title, from its article or country on; `head` is the index of its head word.

    `title` is as printed, in lower case and without country, organisation and status; `group` the class of its head.
    `organization` is the name that the office is in, `owner` the word before "'s" where a person's name or title stands
    there ("Denethor's adviser"), `noun` is what the list says of the head. `bare` where the head has no modifier,
    `capital` where it has a capital letter.
    """

    first: int
    last: int
    head: int
    title: str
    group: str
    noun: Head
    country: CountryCode | None = None
    organization: Name | None = None
    owner: int | None = None
    status: RoleStatus = RoleStatus.IN_OFFICE
    article: str = ""
    plural: bool = False
    capital: bool = False
    bare: bool = False

    @property
    def placed(self) -> bool:
        """Whether the title says whose office it is."""
        return self.country is not None or self.organization is not None

    @property
    def of_firms(self) -> bool:
        """Whether only firms, schools and other bodies have such an office, and no state."""
        return self.title.startswith(tuple(words("offices/firm_offices.txt")))


@cache
def heads() -> dict[str, Head]:
    """Return the heads of titles by every form of them, in lower case; so "vice-chair", "chairs", "auditor-general"."""
    rows = table("offices/heads.tsv")
    plain = {row[0]: Head(row[1], row[2] == "portfolio", row[3], "body" in row[4:], "place" in row[4:]) for row in rows}
    plural = {
        f"{word}s": head
        for word, head in plain.items()
        if head.group not in {"expert", COUNTERPART} and word.isalpha() and word not in neighbours()
    }
    nouns = plural | plain
    under = {
        f"{rank}-{word}": replace(head, word=f"{rank} {head.word}") for rank in UNDER for word, head in nouns.items()
    }
    general = {f"{word}-general": replace(plain[word], word=f"{word}-general") for word in GENERALS}
    return under | general | nouns


@cache
def body_nouns() -> dict[str, frozenset[str]]:
    """Return the nouns for bodies that are named elsewhere, with the kinds of known ones that they may mean."""
    return {row[0]: frozenset(row[1:]) for row in table("organizations/body_nouns.tsv")}


@cache
def neighbours() -> dict[str, list[tuple[int, frozenset[str]]]]:
    """Return the words that head a title only beside others: on which sides (-1 before it, 1 after it), and which."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for row in table("offices/neighbours.tsv"):
        found.setdefault(row[0], []).append((-1 if row[1] == "before" else 1, frozenset(row[2].split())))
    return found


@cache
def days() -> frozenset[str]:
    """Return the names of weekdays and months, in lower case: no part of a title."""
    return frozenset(row[0] for name in ("times/weekdays.tsv", "times/months.tsv") for row in table(name))


@cache
def honorifics() -> dict[str, str]:
    """Return the styles and forms of address before names, with the gender that they tell (m, f or -)."""
    return {row[0]: row[1] for row in table("persons/honorifics.tsv")}


@cache
def statuses() -> dict[str, RoleStatus | None]:
    """Return the words that say how an office is held; None for those that make no difference."""
    known = {"acting": RoleStatus.ACTING, "former": RoleStatus.FORMER}
    return {row[0]: known.get(row[1]) for row in table("offices/title_status.tsv")}


@cache
def actor_nouns() -> dict[str, frozenset[str]]:
    """Return the nouns for somebody that name no office ("diplomat"), with the groups of offices that they may mean."""
    return {row[0]: frozenset(row[1].split()) for row in table("offices/actor_nouns.tsv")}
