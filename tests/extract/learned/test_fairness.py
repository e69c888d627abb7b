"""No side is favoured: with the names of the sides exchanged, a report is coded as before."""

import re
from collections import Counter
from dataclasses import replace

from claimatlas.evaluate.scores import table_reports
from claimatlas.model.report import Report
from claimatlas.reading import Reading

PAIRS = (
    ("ISIS", "SDF"),
    ("ISIL", "YPG"),
    ("Islamic State", "Syrian Democratic Forces"),
    ("Syrian army", "Free Syrian Army"),
    ("regime forces", "rebel forces"),
    ("government forces", "opposition forces"),
    ("Hezbollah", "Ahrar al-Sham"),
    ("al-Nusra Front", "National Defence Forces"),
    ("Russian", "American"),
    ("Russia", "Turkey"),
    ("Iran", "Qatar"),
)
AIM, KEPT = 0.02, 0.05
REPORTS = 60


def exchanged(text: str) -> str:
    """The text with the names of each pair in each other's place."""
    other = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
    names = "|".join(re.escape(n) for n in sorted(other, key=len, reverse=True))
    return re.sub(rf"\b(?:{names})\b", lambda m: other[m.group()], text)


def codes(reading: Reading, report: Report) -> list[tuple[str, str, str]]:
    """Type, stance and event word of each claim."""
    return [(c.type, c.stance, report.text[slice(*c.trigger)]) for c in reading.claims(report) if c.trigger]


def changed(reading: Reading, reports: list[Report]) -> tuple[int, int]:
    """How many claims change type or stance when the names are exchanged, and how many there are."""
    differ = total = 0
    for report in reports:
        text = exchanged(report.text)
        if text != report.text:
            before, after = Counter(codes(reading, report)), Counter(codes(reading, replace(report, text=text)))
            total += before.total()
            differ += max((before - after).total(), (after - before).total())
    return differ, total


def test_exchanging_twice_gives_the_text_again():
    text = "The Syrian army and Hezbollah fought ISIS; Russian jets struck."
    assert exchanged(text) != text and exchanged(exchanged(text)) == text


def test_names_change_few_claims(shared, learned):
    """AIM is what is wanted and not reached (see MODEL_CARD.md); KEPT is what must not be lost."""
    from claimatlas.evaluate.labels import labels

    docs = sorted({g["doc"] for g in labels(shared)})[:REPORTS]
    differ, total = changed(learned, table_reports(shared, set(docs), learned.theatre.publishers()))
    assert total > 500
    assert differ <= KEPT * total
