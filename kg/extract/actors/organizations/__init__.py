"""Organisations: known ones by name, others by the words and marks that tell.

In this order, each claiming words that no name has yet:

    known, ministries        by the list, and by country and portfolio
    runs, headed             by a word that heads such names ("Committee"), as far as names go (`boundaries`, `seeming`)
    called                   by a noun beside them ("the movement Uruk")
    brackets                 acronyms, agencies in credits, outlets that are cited
    offices                  by an office in them, once titles are read
    votes                    by the language model's vote, once persons are known (`shouted`), with `initials` of all
"""

from dataclasses import replace

from kg.extract.actors.organizations.boundaries import SUFFIXES, past_suffixes
from kg.extract.actors.organizations.brackets import acronyms, again, credits_, spelled
from kg.extract.actors.organizations.called import called
from kg.extract.actors.organizations.headed import coalitions, headed, led, movements, of_officers
from kg.extract.actors.organizations.known import known, parent_of
from kg.extract.actors.organizations.ministries import ministries, parliaments_and_staffs
from kg.extract.actors.organizations.offices import OFFICED, claim_officed_organizations
from kg.extract.actors.organizations.outlets import channels, cited, reporters
from kg.extract.actors.organizations.runs import runs
from kg.extract.actors.organizations.votes import claim_voted_organizations
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.model import CountryCode

__all__ = ["OFFICED", "SUFFIXES", "claim_officed_organizations", "claim_organizations", "claim_voted_organizations"]

_STEPS = (
    credits_,
    coalitions,
    known,
    ministries,
    of_officers,
    runs,
    led,
    headed,
    movements,
    called,
    spelled,
    acronyms,
    cited,
    reporters,
    channels,
    again,
    parliaments_and_staffs,
)


def claim_organizations(reading: Reading) -> None:
    """Claim the names of organisations and, so that no part is taken for a person, those of events and buildings."""
    for step in _STEPS:
        for name in step(reading):
            firm = name.kind is NameKind.ORGANIZATION
            reading.claim(_of_parent(reading, replace(name, last=past_suffixes(reading, name.last))) if firm else name)


def _of_parent(reading: Reading, name: Name) -> Name:
    """Return the name with the country of the known body whose part it is: "Uruk Hai Executive Council"."""
    parent = None if name.country or name.known else parent_of(reading, name)
    return replace(name, country=CountryCode(parent[0].country)) if parent and parent[0].country else name
