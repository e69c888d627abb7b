"""Numbers that count nothing: dates, ages, names of units and weapons, money, measures, list numbers."""

import re

from claimatlas.extract.quantity_words import Numeral

NAME_BEFORE = re.compile(
    r"(?:[A-Za-z]-?|[$\u20ac\u00a3#/:]\s?|\d[.,:/-])$|\b(?:brigade|division|battalion|regiment|unit|chapter|route|highway|points?|resolution|no\."
    r"|number|hill|article|page|line|type|class|phase|section|sector|street|chapter|group|channel|usd|height|hills|aged?|Geneva|Astana"
    r"|version|base|gate|appendix|mig|su|flight|coordinates|paragraph|phone|tel)\s$",
    re.IGNORECASE,
)
NAME_LIST = re.compile(r"\bpoints?\s(?:\d+,?\s(?:and\s)?)+$", re.IGNORECASE)
MEASURE_AFTER = re.compile(
    r"^(?:(?:st|nd|rd|th)\b|[\s-]*(?:year|yr|month|week|day)s?[\s-]old|[\s-]*(?:mm|cm|kg|tons?|tonnes?|met(?:er|re)s?|feet|ft|degrees?|mph|km/h"
    r"|litres?|liters?|barrels?\s+of\s+oil|calib(?:er|re))\b|[\s-]*(?:million\s+|billion\s+)?(?:us\s+)?(?:dollars|euros|pounds|liras?|usd|rubles)\b"
    r"|[:/]\d|[.,]\d|-[A-Z]\w*\b|\s*(?:a|p)\.?m\b|(?:-(?:party|sided|point|member|man|page|kilomet\w+|mile|storey|story|day|hour|week|month|year)\b)"
    r"|\s+(?:GMT|hrs|hours|times|Related|Tags)\b)",
    re.IGNORECASE,
)


def names_something(text: str, n: Numeral, number_start: int) -> bool:
    """Whether the words about a number make it a name, an age, money or a measure; `number_start` is where its digits or words begin."""
    before, after = text[:number_start], text[n.end :]
    if NAME_BEFORE.search(before) or NAME_LIST.search(before):
        return True
    return MEASURE_AFTER.match(after) is not None


def overlaps(n: Numeral, spans: list[tuple[int, int]]) -> bool:
    """Whether the number shares characters with one of the spans."""
    return any(n.start < end and start < n.end for start, end in spans)
