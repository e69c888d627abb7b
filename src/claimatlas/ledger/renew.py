"""The saved view brought up to the log: only what follows from the claims that changed is made anew, to the same bytes as all of it."""

from collections.abc import Iterable, Sequence

import msgspec

import claimatlas.ledger.workings as workings
from claimatlas.ledger.asked import Asked
from claimatlas.ledger.block import pairs
from claimatlas.ledger.changed import Changed, changed
from claimatlas.ledger.connection import Db
from claimatlas.ledger.copied import replace_rows, roots_of
from claimatlas.ledger.grouping import Grouping
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import likeness
from claimatlas.ledger.match import NO_EVENT, parted
from claimatlas.ledger.regroup import regroup
from claimatlas.ledger.rivals import stand_of
from claimatlas.ledger.rows import AMONG, insert, report_of, to_json
from claimatlas.ledger.saved import Reach, add, event_row, log_reach, reached, saved_reach
from claimatlas.ledger.slots import slots_of
from claimatlas.ledger.standing import judged_anew, stand_row
from claimatlas.ledger.transactions import transaction
from claimatlas.ledger.verdicts import judged_claims
from claimatlas.ledger.view import View, flags_of, set_right, told_alone, told_anew
from claimatlas.ledger.weigh import heard
from claimatlas.model.claim import Claim

# where more claims than this changed, and more than this part of all, all is made anew
MANY, PART = 500, 0.1
OF_EVENT = ("events", "id"), ("event_claims", "event_id"), ("corrections", "event_id"), ("stands", "event_id")


def renew(db: Db, sides: Sides, theatre: str) -> bool:
    """Renews the saved view where it follows from the log as it was, by the same rules and the same theatre; else False, and it stays."""
    with transaction(db):
        before, now = saved_reach(db), log_reach(db, theatre)
        if before is None or before.made != now.made:
            return False
        news = changed(db, before, sides)
        if news.everything or _too_many(db, news.claims):
            return False
        _Renewal(db, news, sides).run(now)
    return True


def _too_many(db: Db, claims: frozenset[str]) -> bool:
    return len(claims) > MANY and len(claims) > PART * int(db.execute("SELECT count(*) FROM claims").fetchone()[0])


class _Renewal:
    """One run of it."""

    def __init__(self, db: Db, news: Changed, sides: Sides) -> None:
        self._db, self._news, self._said, self._sides = db, news, news.said, Asked(sides)

    def run(self, now: Reach) -> None:
        """Renews all rows, in the caller's transaction."""
        replace_rows(self._db, *self._news.copied)
        there = self._match_anew()
        made = regroup(self._db, self._news.claims, there, self._said, self._sides)
        self._put_events(made.gone, self._heard(c for ids in made.groups for c in ids), made.groups)
        self._flag_anew()
        reached(self._db, now)

    def _match_anew(self) -> set[str]:
        """Compares the claims that changed to those that they may meet; the ids of those that tell of an event."""
        db = self._db
        told = [c for c in self._claims("id", self._news.claims) if c.stance not in NO_EVENT]
        root = roots_of(db, {c.report_id for c in told})
        slots = {c.id: slots_of(c, root, self._sides) for c in told}
        workings.drop(db, self._news.claims)
        every = workings.slots_of_ids(db, workings.near(db, slots.values())) | slots
        grouping = Grouping(every, self._sides, parted(self._said.apart), likeness())
        workings.put(db, slots, grouping.links((a, b) for a, b in pairs(every) if a in slots or b in slots))
        return set(slots)

    def _claims(self, column: str, values: Iterable[str]) -> list[Claim]:
        """Claims of latest readings as they stand, by id."""
        rows = self._db.execute(f"SELECT body FROM current_claims WHERE {column} {AMONG}", (to_json(sorted(values)),))
        claims = judged_claims((msgspec.json.decode(row["body"], type=Claim) for row in rows), self._said)
        return sorted(claims, key=lambda c: c.id)

    def _heard(self, claim_ids: Iterable[str]) -> dict[str, Heard]:
        return self._voices(self._claims("id", set(claim_ids)))

    def _voices(self, claims: Sequence[Claim]) -> dict[str, Heard]:
        """The claims with their voices."""
        root = roots_of(self._db, {c.report_id for c in claims})
        ids = to_json(sorted({*root, *root.values()}))
        rows = self._db.execute(f"SELECT body, '' AS text FROM reports WHERE id {AMONG}", (ids,))
        reports = {r.id: r for r in map(report_of, rows)}
        return {c.id: heard(c, reports, root, self._sides, self._said.marks) for c in claims}

    def _put_events(self, gone: frozenset[str], voices: dict[str, Heard], ids: Sequence[Sequence[str]]) -> None:
        """Puts the events of groups in place of those that are gone, and judges anew who contradicts whom where they are."""
        groups = [[voices[c] for c in group] for group in ids]
        alone = told_alone(groups, self._said, self._sides)
        stands = [s for e in alone if (s := stand_of(e, voices, self._sides))]
        old = to_json(sorted(gone))
        left = {row["place_id"] for row in self._db.execute(f"SELECT place_id FROM stands WHERE event_id {AMONG}", (old,))}
        for table, column in OF_EVENT:
            self._db.execute(f"DELETE FROM {table} WHERE {column} {AMONG}", (old,))
        add(self._db, View(tuple(alone), set_right(groups), {}, told_anew(groups)))
        insert(self._db, "stands", (stand_row(s) for s in stands))
        for stand, names, event, final in list(judged_anew(self._db, left | {s.place for s in stands}, self._sides)):
            self._put("stands", "event_id", stand_row(stand, names, event if names else None))
            self._put("events", "id", event_row(final))

    def _put(self, table: str, key: str, row: Sequence[object]) -> None:
        """Puts a row in place of the one with the same key, its first column."""
        self._db.execute(f"DELETE FROM {table} WHERE {key} = ?", (row[0],))
        insert(self._db, table, [row])

    def _flag_anew(self) -> None:
        """Works out the flags of all claims of the reports of which a claim changed."""
        changed_ids = to_json(sorted(self._news.claims))
        reports = [row[0] for row in self._db.execute(f"SELECT DISTINCT report_id FROM claims WHERE id {AMONG}", (changed_ids,))]
        claims = self._claims("report_id", reports)
        old = f"SELECT id FROM claims WHERE report_id {AMONG}"
        self._db.execute(f"DELETE FROM claim_flags WHERE claim_id IN ({old})", (to_json(sorted(reports)),))
        add(self._db, View(flags=flags_of(claims, self._voices(claims), roots_of(self._db, reports))))
