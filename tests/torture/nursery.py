"""Kills children of its own at random moments while they read, judge and rebuild; run as a script, so that all is loaded once.

    python nursery.py FOLDER KILLS SEED

A child says on a pipe what it was told is kept. After each kill the ledger is opened, and all of that must be there, once, and verify.
Prints one JSON object: kills, acknowledged, in which of the child's steps the kills fell.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from claimatlas import Atlas
from claimatlas.intake import Worker
from claimatlas.ledger.verify import verify
from claimatlas.theatres import theatre_stamp

TOWNS = ("Sukhna", "Palmyra", "Idlib", "Raqqa", "Mayadin", "Manbij", "Jisr al-Shughur", "Abu Kamal")
TEXT = (
    "SANA, {day} July 2017\n\nThe Syrian Arab Army captured the town of {town} from ISIS on Monday, killing {n} fighters. "
    "Warplanes carried out {n} air strikes on the town of {other}, activists said in their report number {n}."
)
FILES, ROUNDS = 3, 12
"""Reports that a child reads, and kills before a new ledger is begun."""
STEPS = ("read", "kept", "judge", "judged", "rebuild")
USUAL: dict[str, float] = {}
"""Seconds that a step took in a child that was not killed."""


def write_reports(folder: Path, first: int) -> list[Path]:
    made = []
    for n in range(first, first + FILES):
        path = folder / f"report_{n}.txt"
        town, other = TOWNS[n % len(TOWNS)], TOWNS[(n + 3) % len(TOWNS)]
        path.write_text(TEXT.format(day=n % 28 + 1, town=town, other=other, n=n + 2), encoding="utf-8")
        made.append(path)
    return made


def work(ledger: Path, files: list[Path], say) -> None:
    """What a child does: reads report by report, judges, rebuilds."""
    with Atlas.open(ledger) as atlas:
        for path in files:
            say("read", path.stem)
            atlas.read([path], reader="rules")
            say("kept", path.stem)
            claim = atlas.claims(report=path.stem)[0].id
            say("judge", claim)
            say("judged", atlas.judge("accept", [claim], "me", path.stem).id)
        say("rebuild", "")
        atlas.ledger.rebuild(atlas.theatre, theatre_stamp(atlas.theatre_name))


def child(ledger: Path, files: list[Path], step: str, nth: int, share: float) -> tuple[list[list[str]], bool]:
    """Runs a child, killed a share of a step's usual time after it began that step for the nth time (0: never killed).

    Returns what it said, and whether it was killed.
    """
    ear, mouth = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.close(ear)
            work(ledger, files, lambda *words: os.write(mouth, (json.dumps(words) + "\n").encode()))
            code = 0
        finally:
            os._exit(code)
    os.close(mouth)
    said, begun = [], time.perf_counter()
    with os.fdopen(ear, "rb") as stream:
        for line in stream:
            said.append(json.loads(line))
            if not nth:
                USUAL.setdefault(said[-2][0] if len(said) > 1 else "open", time.perf_counter() - begun)
                begun = time.perf_counter()
            elif sum(what == step for what, _ in said) == nth:
                time.sleep(USUAL.get(step, 0) * share)
                os.kill(pid, signal.SIGKILL)
                nth = -1
    if not nth:
        USUAL["rebuild"] = time.perf_counter() - begun
    _, status = os.waitpid(pid, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) == 0, "a child failed by itself"
    return said, killed


def check(ledger: Path, kept: set[str], judged: set[str]) -> None:
    """All that was acknowledged is there, nothing is there twice, and the ledger verifies."""
    with Atlas.open(ledger) as atlas:
        keys = [r.key for r in atlas.reports()]
        counts = atlas.ledger.counts()
        assert kept <= set(keys), f"lost: {kept - set(keys)}"
        assert len(keys) == len(set(keys)) == counts["readings"] == counts["originals"], "something is there twice"
        assert judged <= {j.id for j in atlas.ledger.judgements()}, "a verdict is lost"
        claims = atlas.claims()
        assert len({c.id for c in claims}) == len(claims), "a claim is there twice"
        assert {c.report_id for c in claims} == {r.id for r in atlas.reports()}, "a report without its claims"
    found = verify(ledger)
    assert found.changes == (), found.changes


def main(folder: Path, kills: int, seed: int) -> None:
    draw = random.Random(seed)
    Worker.reading("syria_iraq", "rules")
    work(folder / "warm.sqlite", write_reports(folder, 0), lambda *words: None)  # what loads lazily is loaded before the forks
    child(folder / "first.sqlite", write_reports(folder, 0), "", 0, 0)
    done, acknowledged, fell, first = 0, 0, Counter(), 100
    ledger, kept, judged = folder / "0.sqlite", set(), set()
    while done < kills:
        step = draw.choice(STEPS)
        nth = 1 if step == "rebuild" else draw.randint(1, FILES)
        said, killed = child(ledger, write_reports(folder, first), step, nth, draw.random())
        kept |= {word for what, word in said if what == "kept"}
        judged |= {word for what, word in said if what == "judged"}
        acknowledged += sum(what in ("kept", "judged") for what, _ in said)
        if ledger.exists():
            check(ledger, kept, judged)
        first += FILES
        if killed:
            done += 1
            fell[said[-1][0] if said else "open"] += 1
            if done % ROUNDS == 0:
                ledger, kept, judged = folder / f"{done}.sqlite", set(), set()
    print(json.dumps({"kills": done, "acknowledged": acknowledged, "last step begun": dict(sorted(fell.items()))}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
