"""What changed between two pictures."""

from datetime import date

from claimatlas.changes import Picture, changes
from claimatlas.ledger import build_view
from claimatlas.model.hold import HeldPlace, Hold, Holder
from claimatlas.model.quantity import Quantity


def picture(kit, sides, reports, claims, day, holder):
    on = date(2017, 8, day)
    place = HeldPlace("Sukhna", "g:1", 1.0, 2.0)
    return Picture(on, build_view(claims, reports, [], sides, on), [Hold(place, on, on, "held", Holder(holder))])


def test_hands_new_moved_corrected_revised(kit, sides):
    reports = [kit.report(f"d{n}", f"2017-08-{n:02d}", "Wire") for n in (2, 4, 5)]
    slots = {"agent": "Syrian Army", "target": "Islamic State", "start": "2017-08-01"}
    told = kit.claim(reports[0], "capture", **slots)
    denied = kit.claim(reports[1], "capture", stance="denied", **slots)
    tolls = zip(reports, (3, 4, 5), strict=True)
    dead = [kit.claim(r, "bombing", "Raqqa", start="2017-08-01", quantities=(Quantity("killed", n, n),)) for r, n in tolls]
    fresh = kit.claim(reports[2], "airstrike", "Idlib", "Russia", at=50)
    log = reports, [told, denied, *dead, fresh]
    found = changes(picture(kit, sides, *log, 2, "A"), picture(kit, sides, *log, 5, "B"))
    assert [(h.place.name, h.before.holder.name, h.after.holder.name) for h in found.hands] == [("Sukhna", "A", "B")]
    assert [e.claims for e in found.new] == [(fresh.id,)]
    assert [(m.before, m.event.status) for m in found.moved] == [("reported", "corrected")]
    assert [j.subjects for j in found.corrected] == [(denied.id, told.id)]
    assert [j.subjects[0] for j in found.revised] == [dead[2].id]
    same = picture(kit, sides, *log, 5, "B")
    assert changes(same, same).hands == changes(same, same).new == ()
