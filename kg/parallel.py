"""A function over many items on all cores: in order, with few items at once in memory."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WAITING_PER_JOB = 2


def parallel_map(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """Yield `function(item)` for each item, in the items' order; `function` is one that pickles.

    One job runs in this process. At most two items a job wait their turn, so that an endless iterable takes no more
    memory than a short one.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    # A fork server starts clean children: no thread of ours is copied half-way through its work.
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the items in lists of `size`, the last one shorter.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
