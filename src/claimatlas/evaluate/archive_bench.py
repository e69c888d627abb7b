"""`python -m claimatlas.evaluate.archive_bench`: an archive read by one Dask worker and by two, warm, in one run."""

import hashlib
import json
import tempfile
import time
from pathlib import Path

import click

from claimatlas.archive import Job, jobs_of, read_job
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.read import TableColumns
from claimatlas.read.rows import table_rows
from claimatlas.scale.cluster import local_cluster, map_cluster

SHARDS, A_SHARD = 8, 10
COLUMNS = TableColumns(key="unit_id", text="article_content", title="article_title", publisher="source", date="date")
FLOOR = 1.6


def write_shards(folder: Path, table: Path) -> list[Path]:
    """The first reports of a table as JSON lines, so many a file."""
    rows = [row for row in table_rows(table, table.read_bytes()) if isinstance(row, dict)][: SHARDS * A_SHARD]
    paths = []
    for n in range(SHARDS):
        path = folder / f"{n}.jsonl"
        path.write_text("\n".join(json.dumps(r) for r in rows[n * A_SHARD : (n + 1) * A_SHARD]), encoding="utf-8")
        paths.append(path)
    return paths


def jobs_in(folder: Path, paths: list[Path]) -> list[Job]:
    """One job a file."""
    folder.mkdir()
    return [job for path in paths for job in jobs_of([path], folder, "syria_iraq", "learned", COLUMNS, False)]


def timed(jobs: list[Job], warm: list[Job], workers: int) -> tuple[float, str]:
    """Seconds for all jobs by so many warm workers, and the hash of what they wrote, without the time of fetching."""
    with local_cluster(workers) as address:
        list(map_cluster(read_job, warm, address))
        begun = time.perf_counter()
        list(map_cluster(read_job, jobs, address))
        taken = time.perf_counter() - begun
    digest = hashlib.sha256()
    for job in jobs:
        digest.update(Path(job.out).read_bytes())
    return taken, digest.hexdigest()


def print_archive() -> None:
    """One line, or a word on why there is none."""
    shared = shared_folder()
    if shared is None:
        click.echo(f"archive     skipped: {ABSENT}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_shards(folder, shared / "data" / "fakes" / "reports.csv")
        results = []
        retrieved = jobs_in(folder / "warm0", paths[:1])[0].retrieved
        for n in (1, 2):
            jobs, warm = jobs_in(folder / f"out{n}", paths), jobs_in(folder / f"warm{n}", paths[:2])
            jobs = [Job(j.files, j.out, j.theatre, j.reader, j.columns, j.screened, retrieved) for j in jobs]
            results.append(timed(jobs, warm, n))
    (one, hash_one), (two, hash_two) = results
    same = "the same" if hash_one == hash_two else "DIFFERENT"
    reached = "reached" if one / two >= FLOOR else "MISSED"
    taken = f"1 worker {one:.1f} s, 2 workers {two:.1f} s, {one / two:.2f} times (floor {FLOOR} {reached})"
    click.echo(f"archive     {SHARDS * A_SHARD} reports: {taken}, claims {same}")


if __name__ == "__main__":
    print_archive()
