"""Days in a chronicle: claims without words of time stand on the story's day."""

from dataclasses import replace
from datetime import date

import pytest

from claimatlas.control.chronicle import chronicles, in_order

TEXT = "\n".join(f"Paragraph {i} " + "x" * 88 for i in range(12))


@pytest.fixture
def story(kit):
    """Claims of one report by (paragraph, start or None for no words of time)."""

    def make(*told, published="2017-08-02"):
        report = kit.report("history", published, text=TEXT)
        lines = [i for i, c in enumerate(TEXT) if i == 0 or TEXT[i - 1] == "\n"]
        claims = [
            kit.claim(report, "capture", agent="Syrian Army", start=start, at=lines[line] + 5 * n, quote=f"q{n}")
            for n, (line, start) in enumerate(told)
        ]
        return [c.time.start for c in in_order(claims, [report])], report, claims

    return make


DATED = ((0, "2017-03-01"), (0, "2017-03-04"), (1, "2017-03-09"), (1, "2017-03-12"))


def test_an_undated_claim_takes_the_day_told_last(story):
    days, _, _ = story(*DATED, (1, None), (1, "2017-03-14"), (2, None))
    assert days[4:] == [date(2017, 3, 12), date(2017, 3, 14), date(2017, 3, 14)]


def test_a_look_back_does_not_carry_the_story_with_it(story):
    days, _, _ = story(*DATED, (1, "2016-05-01"), (1, None))
    assert days[-1] == date(2017, 3, 12)


def test_news_keeps_its_default(story):
    days, _, _ = story((0, "2017-07-30"), (0, "2017-07-31"), (1, "2017-08-01"), (1, "2017-08-01"), (1, None))
    assert days[-1] == date(2017, 8, 1)
    _, report, claims = story(*DATED)
    assert chronicles(claims, [report]) == {report.id}
    assert chronicles(claims[:3], [report]) == frozenset()


def test_words_that_date_several_claims_date_them_alike(story):
    _, report, claims = story(*DATED)
    twice = [replace(c, time=replace(c.time, begin=7)) for c in claims[:2]]
    assert {c.time.start for c in in_order([*twice, *claims[2:]], [report])} == {date(2017, 3, d) for d in (1, 9, 12)}
