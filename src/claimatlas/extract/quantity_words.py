"""Numbers in words and digits, with the words about them that bound them: at least, up to, between, about."""

import re
from dataclasses import dataclass, replace

from claimatlas.extract.number_words import ONES, TENS

WORDS = {w: n for n, w in enumerate(ONES)} | {w: 10 * n for n, w in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20, "billion": 1_000_000_000}
ROUND_LOW = {"dozens": 24, "tens": 20, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000}
OF_ROUND = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
WORD = rf"(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(ONES[1:10])}))?|{'|'.join(sorted(ONES, key=len, reverse=True))}"
SCALE = "hundred|thousand|million|dozen|score|billion"
NUMBER = re.compile(
    rf"\b(?:(?P<of>tens|dozens|scores|hundreds|thousands)\s+of\s+(?P<big>hundreds|thousands|millions)"
    rf"|(?P<round>dozens|tens|scores|hundreds|thousands|millions)"
    rf"|(?:(?P<base>{DIGITS}|{WORD}|several|(?:a\s+)?few|a\s+couple(?:\s+of)?|half\s+a|an?)[\s-]+)?(?P<scale>{SCALE})\b"
    rf"(?:\s+(?P<scale2>thousand|million)\b)?(?:\s+(?:and\s+)?(?P<tail>{WORD})\b)?"
    rf"|(?P<digits>{DIGITS})|(?P<word>{WORD})|(?P<some>several)|(?P<couple>a\s+couple(?=\s+of|\s+more|\s+\w+s\b)))(?![\w])",
    re.IGNORECASE,
)
LOW_BEFORE = re.compile(
    r"\b(?:(?:at\s+)?at\s+least|(?:well\s+|far\s+)?(?:more\s+than|over|above)|no\s+(?:fewer|less)\s+than|not\s+(?:less|fewer)\s+than|upwards\s+of"
    r"|in\s+excess\s+of|exceed(?:s|ed|ing)|a\s+minimum\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
HIGH_BEFORE = re.compile(
    r"\b(?:up\s+to|as\s+many\s+as|(?:no|not)\s+more\s+than|at\s+most|fewer\s+than|less\s+than|under|below|a\s+maximum\s+of)\s+$",
    re.IGNORECASE,
)
ABOUT_BEFORE = re.compile(
    r"(?:\b(?:about|around|some|approximately|nearly|almost|roughly|(?:an\s+)?estimated|close\s+to|circa|just\s+under)\s+|~\s*)$",
    re.IGNORECASE,
)
LOW_AFTER = re.compile(r"^(?:\+|\s*-?\s*plus\b|\s+or\s+more\b|\s+at\s+least(?=\s*(?:[.,;]|$|were\b|was\b|have\b|killed\b)))", re.IGNORECASE)
ABOUT_AFTER = re.compile(r"^\s+or\s+so\b", re.IGNORECASE)
RANGE_GAP = re.compile(r"^\s*(?:-|\u2013|\bto\b|\bor\b)\s*$", re.IGNORECASE)
AND_GAP = re.compile(r"^\s*\w*\s*\band\s*$", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and its bounds at a span of a text; `vague` marks round words such as dozens and several."""

    start: int
    end: int
    low: float | None
    high: float | None
    approx: bool = False
    vague: bool = False


def word_value(word: str) -> float:
    """The value of digits or of a number word up to ninety-nine."""
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return float(sum(WORDS[w] for w in re.split(r"[\s-]+", word.lower())))


def _scaled(m: re.Match[str]) -> Numeral:
    base = re.sub(r"\s+", " ", (m["base"] or "a").lower())
    scale = SCALES[m["scale"].lower()] * (SCALES[m["scale2"].lower()] if m["scale2"] else 1)
    if base in ("several", "few", "a few"):
        return Numeral(m.start(), m.end(), 3.0 * scale, None, False, True)
    small = {"a": 1.0, "an": 1.0, "half a": 0.5, "a couple": 2.0, "a couple of": 2.0}
    value = (small[base] if base in small else word_value(base)) * scale + (word_value(m["tail"]) if m["tail"] else 0)
    return Numeral(m.start(), m.end(), value, value)


def _numeral(m: re.Match[str]) -> Numeral:
    span = m.span()
    if m["of"]:
        return Numeral(*span, float(OF_ROUND[m["of"].lower()] / 2 * ROUND_LOW[m["big"].lower()]), None, False, True)
    if m["round"]:
        return Numeral(*span, float(ROUND_LOW[m["round"].lower()]), None, False, True)
    if m["scale"]:
        return _scaled(m)
    if m["some"]:
        return Numeral(*span, 3.0, None, False, True)
    value = 2.0 if m["couple"] else word_value(m["digits"] or m["word"])
    return Numeral(*span, value, value)


def _bounded(text: str, n: Numeral) -> Numeral:
    before, after = text[: n.start], text[n.end :]
    low, high, about = LOW_BEFORE.search(before), HIGH_BEFORE.search(before), ABOUT_BEFORE.search(before)
    tail = LOW_AFTER.match(after)
    if high and not low and n.low is not None and not n.vague:
        return replace(n, start=high.start(), low=None, high=n.low)
    if low or tail:
        return replace(n, start=low.start() if low else n.start, end=n.end + (tail.end() if tail else 0), high=None)
    so = ABOUT_AFTER.match(after)
    if about or so:
        return replace(n, start=about.start() if about else n.start, end=n.end + (so.end() if so else 0), approx=not n.vague)
    return n


def _range(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    gap, opener = text[a.end : b.start], BETWEEN.search(text[: a.start])
    if a.vague or b.vague or a.low is None or b.low is None or not a.low < b.low:
        return None
    if not (RANGE_GAP.match(gap) or (opener and AND_GAP.match(gap))):
        return None
    return Numeral(opener.start() if opener else a.start, b.end, a.low, b.low, a.approx)


def numerals(text: str) -> list[Numeral]:
    """All numbers of a text in order, with ranges joined and bounds read."""
    out: list[Numeral] = []
    for m in NUMBER.finditer(text):
        n = _numeral(m)
        joined = _range(text, out[-1], n) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(n)
    return [n if n.low != n.high else _bounded(text, n) for n in out]
