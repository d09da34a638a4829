"""Who is in a document: countries, persons, organisations and offices, and every place that speaks of them.

`cast` takes these steps, each on what the ones before it found in one `reading`:

    words, countries         the words that names are made of, and the countries that they name
    organizations/, titles/  names of bodies; titles with the country or body of the office
    persons/                 names of persons: after titles, ranks and by the model's vote (`person_words`, `things`)
    holders/                 who holds a title: beside it, as a verb says (`predicates`, `installed`, `lists`), some
                             sentences off (`leads`, `trails`), or as "his Gondorian counterpart" (`counterparts`)
    people, bodies           which names are one actor's (`identities`)
    offices/                 in which body or country an office is, said (`employers`, `fuller`) or weighed (`homes`)

`mentions/` then finds whoever is spoken of: by name, by description (`descriptions`, `meanings`, by `profiles`), as
"he" (`pronouns`), as one of several (`groups`). What may mean two actors means none.
"""

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
