"""The workings of the saved view as rows: claims ready for comparing, the blocks that they are found by, and their links."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec

from claimatlas.ledger.connection import Db
from claimatlas.ledger.finding import Sought, rows_of, sought
from claimatlas.ledger.grouping import Link
from claimatlas.ledger.rows import AMONG, insert, to_json
from claimatlas.ledger.slots import Slots
from claimatlas.model.claim import UNTOLD, Claim

SOUGHT = "SELECT DISTINCT claim_id FROM match_blocks WHERE block = ? AND first BETWEEN ? AND ? AND last >= ?"
ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
DECODE = msgspec.msgpack.Decoder(Slots).decode


def put(db: Db, slots: Mapping[str, Slots], links: Iterable[Link]) -> None:
    """Adds claims, and links each of which has one of these claims at least."""
    ids = sorted(slots)
    insert(db, "matched", ((i, ENCODE(replace(slots[i], claim=_slim(slots[i].claim)))) for i in ids))
    insert(db, "match_blocks", sorted(row for i in ids for row in rows_of(slots[i])))
    insert(db, "links", sorted((a, b, -score) for score, one, other in links for a, b in ((one, other), (other, one))))


def drop(db: Db, ids: Iterable[str]) -> None:
    """Takes claims out, with their blocks and links; those that are not there are passed over."""
    gone = slots_of_ids(db, ids)
    db.executemany(
        "DELETE FROM match_blocks WHERE block = ? AND first = ? AND last = ? AND claim_id = ?",
        (r for s in gone.values() for r in rows_of(s)),
    )
    db.executemany("DELETE FROM links WHERE claim_id = ? AND other_id = ?", [(b, a) for _, a, b in links_of(db, gone)])
    db.executemany("DELETE FROM links WHERE claim_id = ?", ((i,) for i in gone))
    db.executemany("DELETE FROM matched WHERE claim_id = ?", ((i,) for i in gone))


def slots_of_ids(db: Db, ids: Iterable[str]) -> dict[str, Slots]:
    """The slots of claims by id; claims that tell of no event have none."""
    rows = db.execute(f"SELECT claim_id, body FROM matched WHERE claim_id {AMONG}", (to_json(sorted(ids)),))
    return {row["claim_id"]: DECODE(row["body"]) for row in rows}


def links_of(db: Db, ids: Iterable[str]) -> list[Link]:
    """The links of claims, from their side: (negative score, the claim, the other)."""
    rows = db.execute(f"SELECT claim_id, other_id, score FROM links WHERE claim_id {AMONG}", (to_json(sorted(ids)),))
    return [(-row["score"], row["claim_id"], row["other_id"]) for row in rows]


def near(db: Db, slots: Iterable[Slots]) -> set[str]:
    """Ids of all claims that may be worth comparing to some of these, and some more."""
    asked: set[Sought] = {s for one in slots for s in sought(one)}
    return {row["claim_id"] for one in asked for row in db.execute(SOUGHT, one)}


def _slim(claim: Claim) -> Claim:
    """A claim with what comparing asks of it beside its slots."""
    return replace(claim, agent=(), target=(), place=None, time=UNTOLD, source=(), flags=(), event=None, trigger=None)
