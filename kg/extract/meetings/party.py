"""One who takes part in a meeting, where the text says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import PERSONAL, ActorKey, Span


@dataclass(frozen=True, slots=True)
class Party:
    """An actor where the text names it as taking part; `sent` where unnamed officials or a delegation stand for it.

    `special` where these are not just any officials, of whom the text may name some elsewhere: "Gondorian mayors".
    Somebody who is only described ("the elders") has the key `unnamed:START-END`, the place of the description.
    """

    actor: ActorKey
    span: Span
    sent: bool = False
    special: bool = False

    @property
    def is_country(self) -> bool:
        return self.actor.startswith("country:")

    @property
    def is_organization(self) -> bool:
        return self.actor.startswith("organization:")

    @property
    def is_human(self) -> bool:
        """Whether it is somebody, named or by office."""
        return self.actor.startswith(PERSONAL)

    @property
    def is_unnamed(self) -> bool:
        """Whether it is somebody who is only described."""
        return self.actor.startswith("unnamed:")


def unnamed_key(span: Span) -> ActorKey:
    return ActorKey(f"unnamed:{span.start}-{span.end}")


def as_unnamed(party: Party) -> Party:
    """Return the party as somebody who is only described, by its words."""
    return replace(party, actor=unnamed_key(party.span))


def people_of(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return those who are somebody, named or by office, no countries and organisations."""
    return tuple(party for party in parties if party.is_human)


def are_people(parties: tuple[Party, ...]) -> bool:
    """Whether somebody is among them, named or by office, not only countries and organisations."""
    return any(party.is_human for party in parties)


def are_present(parties: tuple[Party, ...]) -> bool:
    """Whether people are among them, be it unnamed officials or a delegation."""
    return any(party.is_human or party.sent for party in parties)


def are_all_present(parties: tuple[Party, ...]) -> bool:
    """Whether each of them is somebody, or sends somebody; a country or an organisation by itself may be neither."""
    return all(party.is_human or party.sent for party in parties)


def are_same(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether the two name the same actors."""
    return {party.actor for party in some} == {party.actor for party in others}


def is_of_bodies(parties: tuple[Party, ...]) -> bool:
    """Whether all of them are organisations."""
    return all(party.is_organization for party in parties)


def is_one_body(parties: tuple[Party, ...]) -> bool:
    """Whether they are one organisation, whose members meet where it is told to: "the White Council met"."""
    return len({party.actor for party in parties}) == 1 and is_of_bodies(parties)
