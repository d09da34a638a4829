"""How templates spell names."""

import re

from kg.ns import PREFIXES

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def spaced(name: str) -> str:
    """Return a term's name as words.

    >>> spaced("UnnamedActor"), spaced("latestOffice")
    ('unnamed actor', 'latest office')
    """
    return _HUMP.sub(" ", name).lower()


def prefixed(iri: str) -> str:
    """Return an IRI with its usual prefix, if it has one.

    >>> prefixed("http://www.w3.org/ns/org#Post")
    'org:Post'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
