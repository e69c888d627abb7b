"""What the page shows of a view: spots, rows, quotes in context."""

from dataclasses import replace

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.payload import payload
from claimatlas.publish.rows import CONTEXT, context
from claimatlas.publish.spots import spots


def test_nothing_is_put_on_the_map_without_a_place(view: AtlasView) -> None:
    found, unplaced = spots(view)
    assert {e.type for e in unplaced} == {"lead", "merge"}
    assert sum(len(s.events) for s in found) + len(unplaced) == len(view.events)


def test_a_hold_and_the_events_of_one_place_are_one_spot(view: AtlasView) -> None:
    spot = next(s for s in spots(view)[0] if s.name == "al-Sukhnah")
    assert spot.hold is not None and spot.hold.status == "contested"
    assert [e.type for e in spot.events] == ["assault", "capture", "airstrike", "capture"]


def test_wide_evidence_is_marked_as_an_area(view: AtlasView) -> None:
    wide = {s.name for s in spots(view)[0] if s.wide}
    assert wide == {"Raqqa province"}


def test_bounds_are_those_of_the_evidence(view: AtlasView) -> None:
    w, s, e, n = payload(view)["bounds"]
    assert view.bounds[0] < w < 36.634 and 40.45 < e < view.bounds[2]
    assert view.bounds[1] < s < 33.05 and 35.95 < n < view.bounds[3]


def test_context_marks_the_words_of_the_claim(view: AtlasView) -> None:
    for claim in view.claims.values():
        text = view.reports[claim.report_id].text
        before, exact, after = context(claim, text)
        assert exact == claim.quote.exact
        assert (before.lstrip("…") + exact + after.rstrip("…")) in text
        assert len(before) <= CONTEXT + 1 and len(after) <= CONTEXT + 1


def test_a_quote_that_does_not_fit_its_report_gets_no_context(view: AtlasView) -> None:
    claim = next(iter(view.claims.values()))
    assert context(replace(claim, quote=replace(claim.quote, start=0, end=3)), "other text") == ("", claim.quote.exact, "")


def test_sides_of_holders(view: AtlasView) -> None:
    by_name = {s["name"]: s["hold"] for s in payload(view)["spots"]}
    assert by_name["Palmyra"]["side"] == "government"
    assert [r["side"] for r in by_name["Raqqa"]["rivals"]] == ["isis"]
    assert by_name["Resafa"]["side"] is None and by_name["Resafa"]["status"] == "unknown"
    assert by_name["at-Tanf"] is None
