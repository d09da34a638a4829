"""What a title is, and the words that titles are made of."""

from dataclasses import dataclass
from functools import cache

from kg.extract.actors.reading import Name
from kg.lexicon import table
from kg.model import CountryCode, RoleStatus

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "another", "two", "both"})
POSSESSIVE = frozenset({"'s", "'"})
COUNTERPART = "counterpart"
"""The group of the heads that name an office by another's."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word that heads titles; `portfolio` where words of a portfolio stand before it ("trade minister").

    `body` where by itself it tells an office in some body ("director").
    """

    word: str
    portfolio: bool
    group: str
    body: bool


@dataclass(frozen=True, slots=True)
class Title:
    """The words `[first, last)` are a title, from its article or country on; `head` is the index of its head word.

    `title` is as printed, in lower case and without country, organisation and status; `group` the class of its head.
    `organization` is the name that the office is in, `owner` the word before "'s" where a person's name or title stands
    there ("Denethor's adviser"). `bare` where the head has no modifier, `capital` where it has a capital letter.
    """

    first: int
    last: int
    head: int
    title: str
    group: str
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


@cache
def heads() -> dict[str, Head]:
    """Return the heads of titles by every form of them, in lower case."""
    rows = table("office_heads.tsv")
    return {row[0]: Head(row[1], row[2] == "portfolio", row[3], "body" in row[4:]) for row in rows}


@cache
def honorifics() -> dict[str, str]:
    """Return the styles and forms of address before names, with the gender that they tell (m, f or -)."""
    return {row[0]: row[1] for row in table("honorifics.tsv")}


@cache
def statuses() -> dict[str, RoleStatus | None]:
    """Return the words that say how an office is held; None for those that make no difference."""
    known = {"acting": RoleStatus.ACTING, "former": RoleStatus.FORMER}
    return {row[0]: known.get(row[1]) for row in table("title_status.tsv")}
