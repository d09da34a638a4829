import threading
from pathlib import Path

from server.metrics import Metrics


def test_counters_can_be_read_while_processes_begin_to_count(tmp_path: Path) -> None:
    metrics = Metrics(tmp_path)

    def begin() -> None:
        for number in range(2000):
            metrics.file(str(number)).close()

    beginning = threading.Thread(target=begin)
    beginning.start()
    while beginning.is_alive():
        assert 'parley_queries_total{verdict="ok"} 0' in list(metrics.lines())
    assert len(list(tmp_path.iterdir())) == 2000
