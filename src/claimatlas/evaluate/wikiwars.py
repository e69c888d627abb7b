"""Scorer of time reading on the WikiWars texts: spans (any overlap) and values (day, month or year string)."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from claimatlas.extract.time import TimeMention, TimeValue, mentions_in
from claimatlas.model.time import TimeRange
from claimatlas.resolve.time import TimeContext, resolve_time

TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
VALUE = re.compile(r'value="([^"]*)"')
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
REFERENCE_CODES = {"now": "PRESENT_REF", "recently": "PAST_REF", "past": "PAST_REF", "soon": "FUTURE_REF", "future": "FUTURE_REF"}
OFTEN_CODES = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}
UNIT_CODES = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "hour": "H", "minute": "M", "weekend": "D"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated expression: span in the plain text, and its value."""

    start: int
    end: int
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class WikiWarsScore:
    """Counts over texts: gold and found mentions, those that overlap, and matched values that agree."""

    gold: int
    found: int
    gold_hit: int
    found_hit: int
    values_right: int

    @property
    def f1(self) -> float:
        """Relaxed F1 of spans, 0 to 1."""
        recall = self.gold_hit / self.gold if self.gold else 0.0
        precision = self.found_hit / self.found if self.found else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def value_accuracy(self) -> float:
        """Share of matched gold mentions whose value agrees, 0 to 1."""
        return self.values_right / self.gold_hit if self.gold_hit else 0.0


def parse_tml(raw: str) -> tuple[str, list[Gold]]:
    """The plain text of a TimeML file and its annotations in order."""
    body = raw.split("<TEXT>", 1)[1].split("</TEXT>", 1)[0]
    text, gold, last = "", [], 0
    for m in TAG.finditer(body):
        text += body[last : m.start()]
        value = VALUE.search(m[1])
        gold.append(Gold(len(text), len(text) + len(m[2]), value[1] if value else "", m[2]))
        text += m[2]
        last = m.end()
    return text + body[last:], gold


def plain_value(value: str) -> str:
    """A gold value without the time of day."""
    return re.sub(r"(?<=\d)T.*$", "", value)


def value_code(value: TimeValue, time: TimeRange | None) -> str:
    """The value in the notation of the corpus: 1939-09-01, 1939-09, 1939, 1939-SU, P2M, PRESENT_REF."""
    if value.kind in ("duration", "lookback", "lookahead") and value.name is None:
        return _length_code(value)
    if value.kind == "vague" or value.name == "recently":
        return OFTEN_CODES[value.unit or "day"] if value.name == "often" else REFERENCE_CODES[value.name or "now"]
    if value.kind == "year" and value.bc:
        return f"BC{value.year:04d}"
    if value.kind == "decade" and value.year:
        return str(value.year)[:3]
    return _dated_code(value, time.start) if time and time.start else ""


def _length_code(value: TimeValue) -> str:
    untold = value.count is None or (value.approx and value.than is None and value.count < 6)
    clock = "T" if value.unit in ("hour", "minute") else ""
    return f"P{clock}{'X' if untold else value.count}{UNIT_CODES[value.unit or 'day']}"


def _dated_code(value: TimeValue, start: date) -> str:
    unit = value.unit if value.kind in ("unit", "shift") else value.kind
    if unit == "year":
        return f"{start.year}"
    if unit == "month":
        return f"{start:%Y-%m}"
    if unit == "season":
        return f"{start.year}-{SEASON_CODES[value.name or 'spring']}"
    return start.isoformat()


def _codes(mention: TimeMention, anchor: TimeRange | None) -> tuple[list[str], TimeRange | None]:
    context = TimeContext(anchor, narrative=True)
    mention = TimeMention(mention.text, mention.start, mention.end, replace(mention.value, bound=None))
    time = resolve_time(mention, None, context)
    if mention.value.first and mention.value.second:
        ends = [mention.value.first, mention.value.second]
        times = [resolve_time(TimeMention(mention.text, mention.start, mention.end, v), None, context) for v in ends]
        return [value_code(v, t) for v, t in zip(ends, times, strict=True)], time
    return [value_code(mention.value, time)], time


def read_codes(text: str) -> Iterator[tuple[TimeMention, list[str]]]:
    """Mentions of a narrative text with their value codes; each date told anchors the next."""
    anchor: TimeRange | None = None
    for mention in mentions_in(text):
        codes, time = _codes(mention, anchor)
        moves = mention.value.kind in ("day", "month", "year", "season", "range", "unit", "shift", "deictic")
        anchor = time if time and moves else anchor
        yield mention, codes


def score_text(raw: str, wrong: list[str] | None = None) -> WikiWarsScore:
    """Score one TimeML file; mistakes are added to `wrong` as readable lines."""
    text, gold = parse_tml(raw)
    found = [(m, c) for m, c in read_codes(text) if m.kind != "daytime"]
    log = wrong if wrong is not None else []
    found_hit = sum(any(m.start < g.end and g.start < m.end for g in gold) for m, _ in found)
    hit = right = 0
    for g in gold:
        match = next(((m, c) for m, c in found if m.start < g.end and g.start < m.end), None)
        if match is None:
            log.append(f"missed  {g.text!r} {g.value}  ...{text[max(0, g.start - 30) : g.end + 20]!r}")
            continue
        hit += 1
        good = plain_value(g.value) in match[1]
        right += good
        if not good:
            log.append(f"value   {g.text!r} gold {g.value} read {match[1]} from {match[0].text!r}")
    log.extend(f"extra   {m.text!r}" for m, _ in found if not any(m.start < g.end and g.start < m.end for g in gold))
    return WikiWarsScore(len(gold), len(found), hit, found_hit, right)


def score_folder(folder: Path, wrong: list[str] | None = None) -> WikiWarsScore | None:
    """Score all texts of a folder together; None where there are none."""
    scores = [score_text(path.read_text(encoding="utf-8"), wrong) for path in sorted(folder.glob("*.tml"))]
    if not scores:
        return None
    names = ("gold", "found", "gold_hit", "found_hit", "values_right")
    return WikiWarsScore(*(sum(getattr(s, name) for s in scores) for name in names))


def report(folder: Path) -> str:
    """One line with the figures, or why there are none."""
    score = score_folder(folder)
    if score is None:
        return f"skipped: no WikiWars texts in {folder}"
    return f"WikiWars: {score.gold} gold, {score.found} found, relaxed F1 {score.f1:.3f}, values {score.value_accuracy:.3f}"


if __name__ == "__main__":
    print(report(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/wikiwars")))
