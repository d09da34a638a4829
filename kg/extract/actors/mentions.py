"""Every place that speaks of an actor: names first, then descriptions, then pronouns."""

from kg.extract.actors.cast import Cast
from kg.extract.actors.reading import NameKind
from kg.model import ActorKey, Mention, MentionForm


def find_mentions(cast: Cast) -> tuple[Mention, ...]:
    """Return the mentions in text order."""
    found = [*_names(cast), *_countries(cast), *_titled(cast)]
    return tuple(sorted(set(found), key=lambda mention: (mention.span, mention.form, mention.actor)))


def _names(cast: Cast) -> list[Mention]:
    found = []
    for kind in (NameKind.PERSON, NameKind.ORGANIZATION):
        for name in cast.reading.names(kind):
            key = cast.key_of(name)
            if key is not None:
                found.append(Mention(key, cast.reading.span(name), MentionForm.NAME))
    return found


def _countries(cast: Cast) -> list[Mention]:
    return [
        Mention(ActorKey(f"country:{mention.code}"), mention.span, MentionForm.NAME)
        for mention in cast.reading.countries
        if mention.code is not None
    ]


def _titled(cast: Cast) -> list[Mention]:
    """Return titles as descriptions: with the holder's name where it follows, of the holder or else of the office."""
    found = []
    words = cast.reading.words
    for held in cast.held:
        title, key = held.title, cast.key_of(held.holder)
        if key is not None and held.holder is not None:
            last = max(title.last, held.holder.last) if held.holder.first > title.first else title.last
            if words[title.first].sentence == words[last - 1].sentence:
                found.append(Mention(key, words.span(title.first, last), MentionForm.DESCRIPTION))
    return found
