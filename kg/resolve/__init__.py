"""One world out of many documents: which actors, tenures and meetings of different documents are the same.

`world` is the flow: `organizations`, `offices` and `persons` are shared by what documents say of them (`occurrences`),
as far as the `registry` of what people decided lets them (`claims`); then `tenures`, `meetings` and `statements`.
`naming` gives ids, `labels` what they are called, `links` keeps the reasons, which `explain` tells.
"""

from kg.resolve.explain import Explanation, explain
from kg.resolve.naming import Published
from kg.resolve.published import read_published, write_published
from kg.resolve.registry import Identity, Registry
from kg.resolve.world import resolve

__all__ = [
    "Explanation",
    "Identity",
    "Published",
    "Registry",
    "explain",
    "load_registry",
    "read_published",
    "resolve",
    "write_published",
]

load_registry = Registry.load
