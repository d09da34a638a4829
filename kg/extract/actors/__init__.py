"""Who is in a document: countries, persons, organisations and offices, and every place that speaks of them."""

from kg.extract.actors.cast import cast_of
from kg.extract.actors.mentions import find_mentions
from kg.model import Actors, Annotation

__all__ = ["find_actors"]


def find_actors(annotation: Annotation) -> Actors:
    """Return everybody whom the document names or describes; boilerplate names nobody.

    A description or pronoun that could mean two actors gives no mention.
    """
    cast = cast_of(annotation)
    mentions = find_mentions(cast)
    spoken_of = {mention.actor for mention in mentions} | cast.held_offices
    return Actors(
        persons=cast.persons,
        organizations=cast.organizations,
        offices=tuple(office for office in cast.offices if office.key in spoken_of),
        unnamed=(),
        countries=cast.countries,
        mentions=mentions,
        things=cast.things,
    )
