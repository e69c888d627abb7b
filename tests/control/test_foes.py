"""Whom a party chiefly fights in a report, and who takes the ground in it."""

from claimatlas.control.foes import foes_in
from claimatlas.control.telling import party_of


def test_the_chief_enemy_and_no_other(kit, sides):
    report = kit.report("war")
    told = [kit.claim(report, "clash", agent="Syrian Army", target="Islamic State") for _ in range(2)]
    told += [kit.claim(report, "clash", agent="Syrian Army", target="rebels")]
    foes = foes_in(told, sides)
    army, state = (party_of(c, None, sides) for c in (told[0].agent, told[0].target))
    assert foes.of(army, report.id) == state
    assert foes.of(state, report.id) == army
    assert foes.of(army, "another") is None


def test_no_chief_among_equals_or_from_one_word(kit, sides):
    report = kit.report("war")
    one = kit.claim(report, "clash", agent="Syrian Army", target="Islamic State")
    two = kit.claim(report, "clash", agent="Syrian Army", target="rebels")
    army = party_of(one.agent, None, sides)
    assert foes_in([one], sides).of(army, report.id) is None
    assert foes_in([one, one, two, two], sides).of(army, report.id) is None


def test_who_takes_most_takes_what_is_told_without_a_taker(kit, sides):
    report = kit.report("war")
    takes = [kit.claim(report, "capture", agent="Syrian Army", target="Islamic State", quote=f"q{n}") for n in range(6)]
    assert foes_in(takes, sides).of(None, report.id).side == "gov"
    assert foes_in(takes[:3], sides).of(None, report.id) is None
