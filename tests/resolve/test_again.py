"""The same told twice in one report is one claim; told anew with another source, number or place it is two."""

from dataclasses import replace
from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.time import TimeRange
from claimatlas.resolve.again import without_headlines, without_repeats

ARMY, IS = ActorRef("army", "Syrian Army", "syrian_army"), ActorRef("ISIS", "Islamic State", "islamic_state")
SURAN, HALFAYA = PlaceRef("Suran", "Suran", "x:suran"), PlaceRef("Halfaya", "Halfaya", "x:halfaya")
MONDAY, TUESDAY = (TimeRange("", date(2017, 7, 31), date(2017, 7, 31)), TimeRange("", date(2017, 8, 1), date(2017, 8, 1)))
GUESSED = replace(TUESDAY, default=True)
SANA, SOHR = SourceRef("SANA", "SANA"), SourceRef("SOHR", "SOHR")


def claim(type_: str = "capture", at: int = 0, **slots: object) -> Claim:
    """A capture of Suran from ISIS by the army, with other slots where they are given."""
    plain = Claim(
        "r", type_, "fact", Quote("words", at, at + 5), ReaderInfo("test", "1"), agent=(ARMY,), target=(IS,), place=SURAN, time=GUESSED
    )
    return replace(plain, **slots)  # type: ignore[arg-type]


def killed(n: float, who: str | None = None) -> tuple[Quantity, ...]:
    """A count of dead."""
    return (Quantity("killed", n, n, who=who),)


def test_the_same_again_is_one() -> None:
    """Told twice without anything new."""
    assert without_repeats([claim(), claim(at=50)]) == [claim()]


DIFFERENT = {
    "type": claim("clash"),
    "stance": claim(stance="denied"),
    "place": claim(place=HALFAYA),
    "relation": claim(place=replace(SURAN, relation="near")),
    "agent": claim(agent=(ActorRef("rebels", "rebels"),)),
    "target": claim(target=(ActorRef("rebels", "rebels"),)),
}


@pytest.mark.parametrize("slot", DIFFERENT)
def test_another_value_is_another_claim(slot: str) -> None:
    """Whatever differs, nothing is folded and nothing lost."""
    assert without_repeats([claim(), DIFFERENT[slot]]) == [claim(), DIFFERENT[slot]]


def test_another_day_is_another_claim() -> None:
    """Two dates told are two events; a guessed date is no news."""
    assert len(without_repeats([claim(time=MONDAY), claim(time=TUESDAY)])) == 2
    assert len(without_repeats([claim(time=MONDAY), claim()])) == 1


def test_another_source_is_another_claim() -> None:
    """Corroboration within one report is kept."""
    assert len(without_repeats([claim(source=(SANA,)), claim(source=(SOHR,))])) == 2
    assert len(without_repeats([claim(source=(SANA,)), claim(source=(SANA,))])) == 1


def test_another_number_is_another_claim() -> None:
    """A count that differs is news; the same count or a part of it is not."""
    assert len(without_repeats([claim(quantities=killed(4)), claim(quantities=killed(9))])) == 2
    assert len(without_repeats([claim(quantities=killed(4)), claim(quantities=killed(4))])) == 1
    assert len(without_repeats([claim(quantities=killed(4)), claim(quantities=killed(2, "children"))])) == 1


def test_what_is_folded_in_fills_what_was_missing() -> None:
    """The first telling keeps its quote and gains date, source and numbers of the second."""
    (one,) = without_repeats([claim(target=()), claim(at=50, time=MONDAY, source=(SANA,), quantities=killed(4))])
    assert (one.quote.start, one.time, one.source, one.target) == (0, MONDAY, (SANA,), (IS,))
    assert [(q.what, q.low) for q in one.quantities] == [("killed", 4)]


def test_an_actor_known_by_id_is_the_same_under_other_words() -> None:
    """ "the army" and "Syrian troops" are one."""
    other = ActorRef("Syrian troops", "Syrian troops", "syrian_army")
    assert len(without_repeats([claim(), claim(agent=(other,))])) == 1


def test_nothing_in_nothing_out() -> None:
    """No claims."""
    assert without_repeats([]) == []
    assert without_headlines([], []) == []


def test_a_headline_told_below_is_dropped() -> None:
    """The headline's claim goes, the body's stays."""
    head, body = claim(), claim(at=50)
    assert without_headlines([head, body], [True, False]) == [body]


def test_a_headline_with_its_own_news_stays() -> None:
    """What the body does not tell is kept."""
    head, body = claim("ceasefire"), claim(at=50)
    assert without_headlines([head, body], [True, False]) == [head, body]
    other = claim(agent=(ActorRef("rebels", "rebels"),), target=(ActorRef("YPG", "YPG"),))
    assert without_headlines([other, body], [True, False]) == [other, body]


def test_a_headline_alone_stays() -> None:
    """With no body there is nothing that tells it."""
    assert without_headlines([claim()], [True]) == [claim()]


def test_a_recapture_is_another_claim() -> None:
    """Others took the place between the two, so the second capture is no repeat, whatever its date."""
    lost = claim(at=50, agent=(IS,), target=(ARMY,))
    assert without_repeats([claim(), lost, claim(at=90)]) == [claim(), lost, claim(at=90)]
    elsewhere = replace(lost, place=HALFAYA)
    assert without_repeats([claim(), elsewhere, claim(at=90)]) == [claim(), elsewhere]
    denied = replace(lost, stance="denied")
    assert without_repeats([claim(), denied, claim(at=90)]) == [claim(), denied]


def test_the_whole_after_a_share_told_in_words_is_another_claim() -> None:
    """Even where the reader has not read the share as a number; the same share again is a repeat."""
    part, again, whole = (
        claim(at=at, quote=Quote(words, at, at + len(words)))
        for at, words in ((0, "took 60-70% of it"), (40, "took 70 percent"), (90, "took the base"))
    )
    assert without_repeats([part, again, whole]) == [part, whole]
