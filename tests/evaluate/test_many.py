"""The log of many claims that speed is measured on."""

from claimatlas.evaluate.many import Many
from claimatlas.ledger import build_view
from claimatlas.theatres import load_theatre


def test_it_is_the_same_each_time_and_tells_events_several_times():
    theatre = load_theatre()
    rows = Many(theatre).reports(30)
    assert rows == Many(theatre).reports(30)
    claims = [c for _, own in rows for c in own]
    assert len({c.id for c in claims}) == len(claims) == 300
    view = build_view(claims, [r for r, _ in rows], [], theatre)
    assert 100 <= len(view.events) < 200
