"""Who gets a worker next; with workers that stand for processes but are none."""

import threading
import time

import pytest

from server.door.pool import NoWorker, Pool
from server.door.worker import Worker


class Stand(Worker):
    """A worker without a process; `killed` tells whether its process would have been ended."""

    def __init__(self, parent: str = "one") -> None:
        self.started = 0.0
        self.gave_way = self.begun = self.stays = False
        self.killed = self.closed = False
        self._parent = parent

    @property
    def hello(self) -> dict[str, object]:
        return {"parent": self._parent}

    @property
    def ended(self) -> bool:
        return False

    def kill(self) -> None:
        self.killed = True

    def close(self) -> None:
        self.closed = True


def pool(size: int = 2, grace: float = 0.05, patience: float = 0.3) -> Pool:
    return Pool(Stand, size, grace, patience)


def test_an_idle_worker_is_taken_again() -> None:
    workers = pool()
    first = workers.take("one")
    workers.give_back(first, fit=True)
    assert workers.take("one") is first


def test_a_worker_of_another_parent_is_let_go() -> None:
    workers = pool()
    old = workers.take("one")
    workers.give_back(old, fit=True)
    assert workers.take("two") is not old
    assert isinstance(old, Stand)
    assert old.closed


def test_a_worker_that_is_not_fit_is_ended() -> None:
    workers = pool()
    worker = workers.take("one")
    workers.give_back(worker, fit=False)
    assert isinstance(worker, Stand)
    assert worker.killed
    assert workers.counts() == (0, 0, 0)


def test_a_worker_is_closed_only_when_nobody_looks_at_it_any_more() -> None:
    class Looked(Stand):
        """Has others look at the busy workers while it is closed."""

        @property
        def ended(self) -> bool:
            assert not self.closed
            return False

        def close(self) -> None:
            super().close()
            workers.counts()

    workers = Pool(Looked, 2, 0.05, 0.3)
    workers.give_back(workers.take("one"), fit=False)
    assert workers.counts() == (0, 0, 0)


def test_who_waits_too_long_is_told() -> None:
    workers = pool(size=1, grace=60)
    workers.take("one")
    with pytest.raises(NoWorker):
        workers.take("one")
    assert workers.counts() == (0, 1, 0)


def test_what_has_run_longest_stays_and_the_next_gives_way() -> None:
    workers = pool(patience=10)
    oldest, newer = workers.take("one"), workers.take("one")
    oldest.started -= 10
    newer.started -= 5

    def let_go() -> None:
        while not newer.gave_way:
            time.sleep(0.005)
        workers.give_back(newer, fit=True)

    thread = threading.Thread(target=let_go)
    thread.start()
    third = workers.take("one")
    thread.join()
    assert third not in {oldest, newer}
    assert isinstance(newer, Stand)
    assert newer.killed
    assert oldest.stays
    assert not oldest.gave_way


def test_nothing_gives_way_before_its_grace_is_over() -> None:
    workers = pool(size=1, grace=60)
    worker = workers.take("one")
    with pytest.raises(NoWorker):
        workers.take("one")
    assert not worker.gave_way


def test_what_the_client_has_begun_to_get_never_gives_way() -> None:
    workers = pool(size=1, grace=0.01)
    worker = workers.take("one")
    assert workers.let_stay(worker)
    worker.started -= 10
    with pytest.raises(NoWorker):
        workers.take("one")
    assert not worker.gave_way


def test_what_is_asked_again_never_gives_way() -> None:
    workers = pool(size=1, grace=0.01)
    worker = workers.take("one", stays=True)
    worker.started -= 10
    with pytest.raises(NoWorker):
        workers.take("one")
    assert not worker.gave_way


def test_those_that_stay_never_have_all_workers() -> None:
    workers = pool(size=4, grace=60)
    for _ in range(2):
        workers.take("one", stays=True)
    with pytest.raises(NoWorker):
        workers.take("one", stays=True)
    workers.take("one")
    workers.take("one")
    assert workers.counts() == (0, 4, 0)


def test_who_may_not_stay_yet_lets_others_pass() -> None:
    workers = pool(size=3, grace=60, patience=10)
    staying = workers.take("one", stays=True)
    thread = threading.Thread(target=workers.take, args=["one"], kwargs={"stays": True})
    thread.start()
    while workers.counts()[2] == 0:
        time.sleep(0.002)
    workers.take("one")
    assert workers.counts() == (0, 2, 1)
    workers.give_back(staying, fit=True)
    thread.join()
    assert workers.counts() == (0, 2, 0)


def test_an_answer_waits_until_it_may_stay_or_gives_way() -> None:
    workers = pool(size=3, grace=0.01, patience=10)
    workers.take("one", stays=True)
    answering = [workers.take("one"), workers.take("one")]
    stayed: list[bool] = []

    def let_stay(worker: Worker) -> None:
        stayed.append(workers.let_stay(worker))
        workers.give_back(worker, fit=True)

    threads = [threading.Thread(target=let_stay, args=[worker]) for worker in answering]
    for thread in threads:
        thread.start()
    workers.take("one")
    workers.take("one")
    for thread in threads:
        thread.join()
    assert stayed == [False, False]


def test_first_come_first_served() -> None:
    workers = pool(size=1, grace=60, patience=10)
    order: list[int] = []
    held = workers.take("one")

    def wait(number: int) -> None:
        worker = workers.take("one")
        order.append(number)
        workers.give_back(worker, fit=True)

    threads = []
    for number in range(5):
        threads.append(threading.Thread(target=wait, args=[number]))
        threads[-1].start()
        while workers.counts()[2] <= number:
            time.sleep(0.002)
    workers.give_back(held, fit=True)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]
