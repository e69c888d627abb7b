"""Which step of a reading filled a slot."""

from claimatlas.explain.case import AGAIN, LATER, PLAIN, Case


def case(read, type_, n=0):
    claim = [c for c in read.claims if c.type == type_][n]
    return Case(read, read.number(claim), claim)


def test_the_reader_itself(steps):
    own = case(steps("The army captured the town of Mayadin from ISIS."), "capture")
    assert [own.instead(s) for s in ("type", "agent", "place", "time")] == [None] * 4
    assert own.again("agent") == ()


def test_a_place_named_later(steps):
    read = steps("Warplanes bombed a village in Idlib province on Monday. The village of Kafr Nabl was hit twice, activists said.")
    assert case(read, "airstrike").instead("place") == LATER


def test_a_list_of_places_read_beside_the_reader(steps):
    read = steps("On Monday the army captured the Wardan Hills, al-Halwa village, as well as the grain mill.")
    filled = {c.instead("place") for n in range(3) for c in [case(read, "capture", n)]}
    assert PLAIN in filled


def test_what_is_told_again_is_said_to_come_from_there(steps):
    read = steps("ISIS shelled the town of Mayadin. ISIS shelled the town of Mayadin, killing 7 civilians.")
    told = case(read, "shelling")
    assert [q.low for q in told.claim.quantities] == [7]
    assert told.again("quantities") == (f"{AGAIN}: «ISIS shelled the town of Mayadin, killing 7 civilians.»",)
    assert told.brought("quantities") > told.number == told.brought("agent")
