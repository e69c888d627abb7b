"""The WikiWars scorer: reading of its files, and the figures where the texts are present."""

from pathlib import Path

import pytest

from claimatlas.evaluate.wikiwars import parse_tml, report, score_folder, score_text

RAW = (
    '<TimeML><TEXT>\nOn <TIMEX3 tid="t1" value="1931-04-02">April 2, 1931</TIMEX3> it began; '
    '<TIMEX3 tid="t2" value="1931-04-05">three days later</TIMEX3> it ended. '
    'The <TIMEX3 tid="t3" value="1900">heyday</TIMEX3> king fell in <TIMEX3 tid="t4" value="1940">June</TIMEX3>.</TEXT></TimeML>'
)


def test_annotations_keep_their_spans() -> None:
    text, gold = parse_tml(RAW)
    assert [text[g.start : g.end] for g in gold] == ["April 2, 1931", "three days later", "heyday", "June"]


def test_score_counts_misses_and_wrong_values() -> None:
    wrong: list[str] = []
    score = score_text(RAW, wrong)
    assert (score.gold, score.found, score.gold_hit, score.found_hit, score.values_right) == (4, 3, 3, 3, 2)
    assert len(wrong) == 2


def test_absent_texts_are_said_to_be_skipped(tmp_path: Path) -> None:
    assert report(tmp_path).startswith("skipped")


def test_figures_on_the_texts() -> None:
    folder = Path(__file__).parents[3] / "shared" / "data" / "wikiwars"
    score = score_folder(folder)
    if score is None:
        pytest.skip("WikiWars texts are absent: ../shared/data/wikiwars")
    assert score.f1 >= 0.92
    assert score.value_accuracy >= 0.84
