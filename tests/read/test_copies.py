"""Exact and near copies."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from claimatlas.model.report import Report
from claimatlas.read import alike, mark_copies, signature

WORDS = [f"word{i}" for i in range(400)]
TEXT = " ".join(WORDS)
NEAR = " ".join([*WORDS[:390], "other", *WORDS[391:]])
FAR = " ".join(f"thing{i}" for i in range(400))
DAY = date(2015, 3, 7)


def report(name: str, text: str, after: int | None = 0) -> Report:
    return Report(name, name, text, published=None if after is None else DAY + timedelta(after))


def test_the_earliest_is_the_original_whatever_the_order_given() -> None:
    given = [report("c", NEAR, 2), report("b", TEXT.upper() + "!", 1), report("a", FAR), report("d", TEXT, 0), report("e", TEXT, None)]
    marked = list(mark_copies(given))
    assert [r.id for r in marked] == ["c", "b", "a", "d", "e"]
    assert [r.copy_of for r in marked] == ["d", "d", None, None, "d"]


def test_ties_go_by_id_and_a_report_is_no_copy_of_itself() -> None:
    assert [r.copy_of for r in mark_copies([report("b", TEXT), report("a", TEXT)])] == ["a", None]
    assert [r.copy_of for r in mark_copies([report("a", TEXT), report("a", TEXT)])] == [None, None]


def test_half_a_text_is_no_copy() -> None:
    assert [r.copy_of for r in mark_copies([report("a", TEXT), report("b", " ".join(WORDS[:250]))])] == [None, None]


def test_short_and_empty_texts() -> None:
    given = [report("a", "One two"), report("b", "one, TWO."), report("c", "one three"), report("d", "...")]
    assert [r.copy_of for r in mark_copies(given)] == [None, "a", None, None]


def test_it_does_not_matter_which_comes_first() -> None:
    given = [report("a", TEXT, 1), report("b", NEAR, 0), report("c", FAR, 0), report("d", TEXT, 2), report("e", FAR + " once more", 3)]
    wanted = {r.id: r.copy_of for r in mark_copies(given)}
    assert wanted == {"a": "b", "b": None, "c": None, "d": "b", "e": "c"}
    for order in permutations(given):
        assert {r.id: r.copy_of for r in mark_copies(order)} == wanted


def test_what_is_like_a_copy_is_a_copy_too() -> None:
    chain = [" ".join([*(f"new{k}" for k in range(n)), *WORDS[n:]]) for n in (0, 30, 60)]
    one, middle, far = (signature(text) for text in chain)
    assert alike(one, middle) and alike(middle, far) and not alike(one, far)
    assert [r.copy_of for r in mark_copies([report(str(n), text, n) for n, text in enumerate(chain)])] == [None, "0", "0"]
    assert [r.copy_of for r in mark_copies([report("0", chain[0]), report("2", chain[2], 2)])] == [None, None]


def test_signatures_are_the_same_every_time() -> None:
    assert signature(TEXT) == signature(TEXT)
    assert all(0 <= band < 2**63 for band in signature(TEXT).bands())


def by(name: str, publisher: str | None, tail: str = "", day: int = 0) -> Report:
    return replace(report(name, TEXT + tail, day), publisher=publisher)


def test_at_one_date_the_publisher_that_is_credited_is_the_original() -> None:
    pair = [by("a", "Hill Post", "\nSource: Ridge Wire"), by("b", "Ridge Wire")]
    assert [r.copy_of for r in mark_copies(pair)] == ["b", None]
    assert [r.copy_of for r in mark_copies(pair[::-1])] == [None, "b"]


def test_a_credit_weighs_only_at_one_date_and_for_another() -> None:
    assert [r.copy_of for r in mark_copies([by("a", "Hill Post", "\nSource: Ridge Wire"), by("b", "Ridge Wire", day=1)])] == [None, "a"]
    assert [r.copy_of for r in mark_copies([by("a", "Ridge Wire", "\nSource: Ridge Wire"), by("b", "Ridge Wire")])] == [None, "a"]
    assert [r.copy_of for r in mark_copies([by("a", None, "\nSource: Ridge Wire"), by("b", "Hill Post")])] == [None, "a"]
