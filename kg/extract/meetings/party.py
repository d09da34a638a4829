"""One who takes part in a meeting, where the text says so."""

from dataclasses import dataclass, replace

from kg.model import ActorKey, Span


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


def unnamed_key(span: Span) -> ActorKey:
    return ActorKey(f"unnamed:{span.start}-{span.end}")


def as_unnamed(party: Party) -> Party:
    """Return the party as somebody who is only described, by its words."""
    return replace(party, actor=unnamed_key(party.span))


def are_people(parties: tuple[Party, ...]) -> bool:
    """Whether somebody is among them, named or by office, not only countries and organisations."""
    return any(party.actor.startswith(("person:", "office:")) for party in parties)


def are_present(parties: tuple[Party, ...]) -> bool:
    """Whether people are among them, be it unnamed officials or a delegation."""
    return are_people(parties) or any(party.sent for party in parties)


def are_all_present(parties: tuple[Party, ...]) -> bool:
    """Whether each of them is somebody, or sends somebody; a country or an organisation by itself may be neither."""
    return all(are_present((party,)) for party in parties)


def is_described(party: Party) -> bool:
    """Whether the party is somebody without a name or office."""
    return party.actor.startswith("unnamed:")


def are_same(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether the two name the same actors."""
    return {party.actor for party in some} == {party.actor for party in others}


def is_of_bodies(parties: tuple[Party, ...]) -> bool:
    """Whether all of them are organisations."""
    return all(party.actor.startswith("organization:") for party in parties)


def is_one_body(parties: tuple[Party, ...]) -> bool:
    """Whether they are one organisation, whose members meet where it is told to: "the White Council met"."""
    return len({party.actor for party in parties}) == 1 and is_of_bodies(parties)
