"""What the page of each class shows: a heading, the query that fills it, and how its rows are drawn."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page. `query` names a file of `queries/`, which asks about `?this`.

    Rows are drawn as a `table` (a column `x` links to its node and shows `xLabel`), as `facts` (a property beside its
    values), as a `network`, or as `statements`, `meetings` or `documents`: of these the query gives which, and in what
    order.
    """

    heading: str
    query: str
    drawing: str = "table"

    @property
    def least(self) -> int:
        """How many rows it takes to be worth drawing: a network of two nodes says no more than a table."""
        return 2 if self.drawing == "network" else 1

    @property
    def described_by(self) -> str:
        """The query that tells of `?these` nodes what is drawn; empty where the section's own does."""
        return self.drawing if self.drawing in {"statements", "meetings", "documents"} else ""


@cache
def query_text(name: str) -> str:
    """Return the query `queries/<name>.rq`."""
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")


SECTIONS = {
    "Person": (
        Section("Offices", "offices-of-person"),
        Section("Who met whom", "network-of-actor", "network"),
        Section("Meetings", "meetings-of-actor", "meetings"),
        Section("Statements", "statements-by-speaker", "statements"),
        Section("Met", "met-by-actor"),
    ),
    "Country": (
        Section("Officials", "officials-of-country"),
        Section("Who meets whom", "network-of-country", "network"),
        Section("Meetings", "meetings-of-country", "meetings"),
        Section("Meets with", "partners-of-country"),
        Section("Statements by its government", "statements-by-speaker", "statements"),
        Section("Statements about it", "statements-about", "statements"),
    ),
    "Organization": (
        Section("Meetings", "meetings-of-actor", "meetings"),
        Section("Statements", "statements-by-speaker", "statements"),
        Section("Statements that it relayed", "statements-relayed", "statements"),
        Section("Documents", "documents-of-outlet", "documents"),
    ),
    "Office": (
        Section("Holders", "holders-of-office"),
        Section("Meetings of a holder not named", "meetings-of-actor", "meetings"),
        Section("Statements of a holder not named", "statements-by-speaker", "statements"),
    ),
    "UnnamedActor": (
        Section("Meetings", "meetings-of-actor", "meetings"),
        Section("Statements", "statements-by-speaker", "statements"),
    ),
    "OfficeKind": (Section("Offices", "offices-of-kind"),),
    "Tenure": (Section("Attested by", "attestations"),),
    "Meeting": (
        Section("Who took part", "participants-of-meeting"),
        Section("Said at the meeting", "statements-at-meeting", "statements"),
        Section("Reported by", "attestations"),
    ),
    "Place": (Section("Meetings", "meetings-at-place", "meetings"),),
    "Statement": (
        Section("Also reported as", "corroborations", "statements"),
        Section("Evidence", "attestations"),
    ),
    "Document": (
        Section("Meetings", "meetings-in-document", "meetings"),
        Section("Statements", "statements-in-document", "statements"),
        Section("Offices", "roles-in-document"),
        Section("Mentions", "mentions-of-document"),
    ),
    "Concept": (Section("Statements", "statements-on-topic", "statements"),),
}
"""By local name of the class; the first class of a node that has an entry here decides."""
