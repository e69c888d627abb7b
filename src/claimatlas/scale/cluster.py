"""Dask behind one function: jobs in, results out as they are done, a lost worker's job run again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from claimatlas.model.errors import InputError

In = TypeVar("In")
Out = TypeVar("Out")
RETRIES = 3
"""How often a job is tried again whose worker was lost."""
ABSENT = "The engine dask is not installed; install it with `pip install claimatlas[dask]`."


def map_cluster(fn: Callable[[In], Out], jobs: Sequence[In], scheduler: str | None = None, workers: int = 1) -> Iterator[Out]:
    """`fn` of each job, in the order in which they are done.

    `scheduler`: address of a running Dask scheduler, `tcp://host:port`; None starts one on this machine with so many `workers`, one
    process each. `fn` and jobs must be importable and picklable. Raises: InputError where Dask is absent or the scheduler does not
    answer; whatever `fn` raises.
    """
    distributed = _distributed()
    with local_cluster(workers) if scheduler is None else nullcontext(scheduler) as address, _client(distributed, address) as client:
        futures = client.map(fn, list(jobs), pure=False, retries=RETRIES, batch_size=1000)
        for future in distributed.as_completed(futures):
            yield future.result()
            future.release()


@contextmanager
def local_cluster(workers: int) -> Iterator[str]:
    """The address of a scheduler on this machine with so many workers, one process each; stopped at the end."""
    distributed = _distributed()
    import dask

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": RETRIES}),
        distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0
        ) as cluster,
    ):
        yield cluster.scheduler_address


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise InputError(ABSENT) from error
    return distributed


def _client(distributed: Any, scheduler: str) -> Any:
    try:
        return distributed.Client(scheduler, timeout=20)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(f"The scheduler '{scheduler}' does not answer ({error}); check its address.") from error
