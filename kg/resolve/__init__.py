"""One world out of many documents: which actors, tenures and meetings of different documents are the same."""

from kg.resolve.explain import Explanation, explain
from kg.resolve.registry import Identity, Registry
from kg.resolve.world import resolve

__all__ = ["Explanation", "Identity", "Registry", "explain", "load_registry", "resolve"]

load_registry = Registry.load
