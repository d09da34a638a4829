"""Answers kept for the next who asks the same."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Cache(Generic[Kept]):
    """Keeps what was used last, up to `size` bytes; the caller says what a thing weighs. Safe with threads."""

    def __init__(self, size: int) -> None:
        self._size, self._held = size, 0
        self._kept: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Kept | None:
        """Return what is kept under `key`."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: Kept, weight: int) -> None:
        """Keep `thing`; whatever was not used for longest makes room. What is bigger than an eighth is not kept."""
        if weight > self._size // 8:
            return
        with self._lock:
            _, old = self._kept.pop(key, (None, 0))
            self._kept[key] = (thing, weight)
            self._held += weight - old
            while self._held > self._size:
                _, (_, gone) = self._kept.popitem(last=False)
                self._held -= gone

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._held = 0
