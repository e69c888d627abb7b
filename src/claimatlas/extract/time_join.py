"""Joining of time atoms: the words around them (early, since, night of), and two of them to a range."""

import re
from dataclasses import replace

from claimatlas.extract.time_clause import in_since_clause
from claimatlas.extract.time_value import Atom, TimeValue
from claimatlas.extract.time_words import DAYTIME, SHORT_WEEKDAY

PARTS = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "start": "start",
    "beginning": "start",
    "opening": "start",
    "end": "end",
    "close": "end",
    "first half": "first_half",
    "second half": "second_half",
    "first week": "early",
    "last week": "end",
    "final week": "end",
    "earlier": "earlier",
    "later": "later",
    "last days": "end",
    "first days": "start",
    "early days": "start",
    "eve": None,
}
PERIODS = ("month", "year", "season", "unit", "decade", "century", "feast")
BOUNDS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "prior to": "before",
    "following": "after",
    "as of": "by",
}
DET = r"(?:(?:the|this|that)\s+)?"
PART_BEFORE = re.compile(
    rf"\b{DET}(?P<part>early days|early|late|mid|middle|start|beginning|opening|end|close|first half|second half|first week|last week"
    rf"|final week|first days|last days|earlier|later)(?:\s+(?:of|in|on)|-|\s+part\s+of)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
WHICH_BEFORE = re.compile(
    r"\b(?P<which>last|this|next|past|(?:the\s+|that\s+)?same|the\s+following|the\s+previous|the|that)\s+$", re.IGNORECASE
)
DAYTIME_BEFORE = re.compile(
    rf"\b(?:(?:at|on|in|by)\s+)?{DET}(?:(?:early|late)\s+)?(?P<t>{DAYTIME}|early hours|small hours)"
    r"(?:\s+hours)?(?:\s+(?:of|on))?\s+(?:of\s+)?$",
    re.IGNORECASE,
)
DAYTIME_AFTER = re.compile(rf"^s?(?:['\u2019]s)?\s+(?:(?:early|late)\s+)?(?:at\s+|in\s+the\s+)?(?P<t>{DAYTIME})\b", re.IGNORECASE)
BOUND_BEFORE = re.compile(
    r"\b(?:ever\s+|up\s+|dating\s+back\s+)?(?P<b>since|until|till|by|before|after|prior\s+to|as\s+of|following)\s+(?:on\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)
SUPPORT_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|during|through|throughout|before|after|between|and|or|at|around|about|circa|for|on|into|year"
    r"|years|back|the|a|this|last|next|every|spring|summer|autumn|fall|winter|begun|season)|[(\u2013\u2014/-])\s*$",
    re.IGNORECASE,
)
SHORT_BEFORE = re.compile(rf"\b{SHORT_WEEKDAY},?\s+(?:the\s+)?$")
OF_THAT = re.compile(r"^,?\s+(?:of\s+)?(?P<w>that|the\s+same|the\s+following|the\s+previous|last|this|next)\s+year\b", re.IGNORECASE)


def _part(before: str, atom: Atom) -> Atom:
    m = PART_BEFORE.search(before)
    if not m:
        return atom
    part = PARTS[re.sub(r"\s+", " ", m["part"].lower())]
    value = atom.value
    if value.kind in PERIODS:
        return Atom(m.start(), atom.end, replace(value, part=part))
    if value.kind in ("weekday", "day", "deictic") and part in ("early", "late", "earlier", "later"):
        daytime = value.daytime or (f"{part}" if part in ("early", "late") else None)
        return Atom(m.start(), atom.end, replace(value, daytime=daytime))
    return atom


def _which(before: str, atom: Atom) -> Atom:
    m = WHICH_BEFORE.search(before)
    if not m or atom.value.kind not in ("weekday", "month", "season") or atom.value.year is not None:
        return atom
    which = m["which"].lower().split()[-1]
    if atom.value.kind != "season" and which in ("the", "that"):
        return atom
    return Atom(m.start(), atom.end, replace(atom.value, which=None if which == "the" else which))


def _daytime(before: str, after: str, atom: Atom) -> Atom:
    if atom.value.kind not in ("weekday", "day", "deictic"):
        return atom
    end = DAYTIME_AFTER.search(after)
    if end:
        atom = Atom(atom.start, atom.end + end.end(), replace(atom.value, daytime=end["t"].lower()))
    start = DAYTIME_BEFORE.search(before)
    return Atom(start.start(), atom.end, replace(atom.value, daytime=start["t"].lower())) if start else atom


def _bound(before: str, atom: Atom) -> Atom:
    m = BOUND_BEFORE.search(before)
    if not m and in_since_clause(before, atom.value):
        return Atom(atom.start, atom.end, replace(atom.value, complement=True))
    if not m or atom.value.kind in ("duration", "vague", "daytime"):
        return atom
    return Atom(m.start(), atom.end, replace(atom.value, bound=BOUNDS[re.sub(r"\s+", " ", m["b"].lower())]))


def _year_of(after: str, atom: Atom) -> Atom:
    m = OF_THAT.search(after)
    if not m or atom.value.kind not in ("month", "day", "season") or atom.value.year is not None:
        return atom
    return Atom(atom.start, atom.end + m.end(), replace(atom.value, which=m["w"].lower().split()[-1], shift="of_year"))


def dressed(text: str, atom: Atom) -> Atom | None:
    """The atom widened by the words around it; None for a weak atom that no word supports."""
    before, after = text[: atom.start], text[atom.end :]
    if atom.value.kind == "day":
        short = SHORT_BEFORE.search(before)
        atom = Atom(short.start(), atom.end, atom.value) if short else atom
    bare = atom
    atom = _daytime(text[: atom.start], after, _which(before, _year_of(after, atom)))
    atom = _part(text[: atom.start], atom)
    needs = bare.value.which == "the" or bare.value.kind not in ("year", "month", "season", "unit")
    if bare.weak and atom == bare and (needs or not SUPPORT_BEFORE.search(before)):
        return None
    return _bound(text[: atom.start], replace(atom, weak=False))


JOINABLE = ("day", "month", "year", "weekday", "season", "unit", "deictic")
RANGE_JOIN = re.compile(r"^\s*(?:-|\u2013|\u2014|,?\s*\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*(?:the\s+)?$", re.IGNORECASE)
AND_JOIN = re.compile(r"^\s*(?:and)\s+(?:the\s+)?$", re.IGNORECASE)
RANGE_BEFORE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def _inherit(first: TimeValue, second: TimeValue) -> TimeValue:
    if first.year is None and second.year is not None and first.kind in ("day", "month", "season"):
        return replace(first, year=second.year)
    return first


def range_of(text: str, a: Atom, b: Atom) -> Atom | None:
    """One range made of two neighbours, where the words between them say so."""
    if a.value.kind not in JOINABLE or b.value.kind not in JOINABLE:
        return None
    first_bound, second = a.value.bound, replace(b.value, bound=None)
    gap = text[a.end : b.start] + (text[b.start :].split(maxsplit=1)[0] if b.value.bound == "until" else "")
    opener = RANGE_BEFORE.search(text[: a.start])
    if not (RANGE_JOIN.search(gap) or (AND_JOIN.search(gap) and BETWEEN.search(text[: a.start]))):
        return None
    start = opener.start() if opener else a.start
    first = replace(_inherit(a.value, second), bound=None)
    return Atom(start, b.end, TimeValue("range", first=first, second=second, bound=first_bound if first_bound == "since" else None))


def same_date(text: str, a: Atom, b: Atom) -> Atom | None:
    """A weekday or a clock time beside the date that it belongs to ("Friday 23 Aug 2013", "at dawn yesterday")."""
    gap = text[a.end : b.start]
    if not re.fullmatch(r"s?[\s,(]*(?:on\s+|of\s+|the\s+)*", gap, re.IGNORECASE):
        return None
    named = ("day", "weekday", "deictic")
    first, second = a.value, b.value
    if (first.kind == "weekday" and second.kind == "day") or (first.kind == "daytime" and second.kind in named):
        weekday = first.weekday if first.kind == "weekday" else second.weekday
        return Atom(
            a.start, b.end, replace(second, weekday=weekday, daytime=first.daytime or second.daytime, bound=first.bound or second.bound)
        )
    if (first.kind in named and second.kind == "daytime") or (first.kind == "day" and second.kind == "weekday" and "," in gap):
        return Atom(a.start, b.end, replace(first, daytime=first.daytime or second.daytime))
    return None
