"""Archives in shards: the same claims as one process, a lost worker repeats its shard only, a stopped run goes on."""

import gzip
import json
import os
import signal
from pathlib import Path

import pytest

import claimatlas.archive as archive
from claimatlas import Atlas
from claimatlas.archive import Job, jobs_of, read_job
from claimatlas.model.errors import InputError

distributed = pytest.importorskip("distributed", reason="dask's distributed is absent")
WORDS = (
    "The Syrian Arab Army captured the town of Ghanim al-Ali from ISIS on Monday, a military source said.",
    "Russian warplanes carried out 14 air strikes on the town of al-Sukhnah on Tuesday, activists said.",
    "The mayor opened a new swimming pool on Wednesday.",
)


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    """A folder of three tables, one row of which is a copy of another's and one of which tells nothing of the theatre."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for n, words in enumerate(WORDS):
        rows = [{"id": f"{n}-{i}", "text": f"{words} {'It said so again. ' * i}", "date": f"2017-08-0{i + 2}"} for i in range(2)]
        if n == 1:
            rows.append({"id": "copy", "text": WORDS[0], "date": "2017-08-09"})
        (folder / f"{n}.jsonl").write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    return folder


def claims_of(ledger: Path) -> list[str]:
    """The export, without the time at which files were fetched."""
    path = ledger.with_suffix(".jsonl")
    with Atlas.open(ledger) as atlas:
        atlas.export(path)
        events = [str(e) for e in atlas.events()]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line["report"].pop("retrieved")
    return [json.dumps(line, sort_keys=True) for line in lines] + events


def one_process(folder: Path, ledger: Path) -> list[str]:
    with Atlas.open(ledger) as atlas:
        atlas.read([folder], columns(), reader="rules")
    return claims_of(ledger)


def columns():
    return archive.TableColumns(key="id", text="text", date="date")


def killing_read(job: Job) -> str:
    """Reads a shard; the first worker that comes to it is killed half way."""
    mark = Path(f"{job.out}.killed")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_job(job)


def test_two_workers_give_the_same_claims_and_a_killed_one_costs_its_shard_alone(shards, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "SMALL", 0)
    jobs = jobs_of([shards], tmp_path, "syria_iraq", "rules", columns(), False)
    assert len(jobs) == 3
    read_job(jobs[0])
    before = Path(jobs[0].out).stat().st_mtime_ns
    done = list(archive.map_cluster(killing_read, jobs[1:], None, 2))
    assert sorted(done) == sorted(j.out for j in jobs[1:])
    assert Path(jobs[0].out).stat().st_mtime_ns == before
    with Atlas.open(tmp_path / "dask.sqlite") as atlas:
        summary = archive.load_archive(atlas.ledger, jobs)
    assert (summary.read, summary.copies) == (7, 1)
    assert claims_of(tmp_path / "dask.sqlite") == one_process(shards, tmp_path / "one.sqlite")


def test_a_shard_is_made_once_and_never_half(shards, tmp_path):
    (job,) = jobs_of([shards], tmp_path, "syria_iraq", "rules", columns(), False)
    read_job(job)
    first = Path(job.out).read_bytes()
    Path(job.out).write_bytes(first)
    assert read_job(job) == job.out and Path(job.out).read_bytes() == first
    assert [p.name for p in tmp_path.glob("*.part")] == []
    assert gzip.decompress(first).count(b"\n") == 8


def test_the_screen_leaves_out_what_names_nothing_of_the_theatre(shards, tmp_path):
    (job,) = jobs_of([shards], tmp_path, "syria_iraq", "rules", columns(), True)
    read_job(job)
    with Atlas.open(tmp_path / "l.sqlite") as atlas:
        summary = archive.load_archive(atlas.ledger, [job])
    assert summary.screened == 2 and summary.read == 5


def test_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / "bad.parquet").write_bytes(b"no parquet")
    (job,) = jobs_of([tmp_path / "bad.parquet"], tmp_path, "syria_iraq", "rules", None, False)
    read_job(job)
    with Atlas.open(tmp_path / "l.sqlite") as atlas:
        summary = archive.load_archive(atlas.ledger, [job])
    assert len(summary.errors) == 1 and "bad.parquet" in str(summary.errors[0])


def test_a_scheduler_that_does_not_answer(monkeypatch):
    def refuse(*_args, **_more):
        raise OSError("refused")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(InputError, match="does not answer"):
        list(archive.map_cluster(len, ["x"], "tcp://127.0.0.1:1"))
