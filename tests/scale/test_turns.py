"""Turns: nobody comes in while another is inside."""

import time
from concurrent.futures import ThreadPoolExecutor

from claimatlas.scale.turns import turns


def test_threads_go_in_one_at_a_time() -> None:
    gate, inside, most = turns(), [], []

    def work(name: int) -> None:
        with gate:
            inside.append(name)
            time.sleep(0.005)
            most.append(len(inside))
            inside.remove(name)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(8)))
    assert most == [1] * 8
