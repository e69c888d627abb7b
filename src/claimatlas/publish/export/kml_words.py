"""What a balloon of a KML file says: HTML of our own, in which every word of a report is escaped."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.publish.words import day, days

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
QUOTES = 12
"""So many claims are quoted in a balloon; the others are counted."""


def printable(text: str) -> str:
    """Text with what XML cannot hold (control characters) as U+FFFD."""
    return NOT_XML.sub("\ufffd", text)


def about_event(told: Mapping[str, Any], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> str:
    """When, what is made of it, and the words of the claims with who published them."""
    lines = [_when(told["start"], told["end"], told["date_default"]), f"{told['status']}, belief {told['belief']:.2f}"]
    own = [claims[c] for c in told["claims"] or () if c in claims]
    lines += [_quoted(claim, reports.get(claim.report_id)) for claim in own[:QUOTES]]
    if len(own) > QUOTES:
        lines.append(f"and {len(own) - QUOTES} more claims")
    return "".join(f"<p>{line}</p>" for line in lines if line)


def about_hold(told: Mapping[str, Any]) -> str:
    """Status, holder, rivals, share and age of the evidence."""
    lines = [f"{told['status']} on {day(told['on'])}"]
    for name, words in (("holder", "holder"), ("side", "side"), ("rivals", "others named"), ("why", "remark")):
        if told[name]:
            lines.append(f"{words}: {_safe('; '.join(told[name]) if name == 'rivals' else told[name])}")
    if told["share_low"] is not None or told["share_high"] is not None:
        low, high = (f"{told[n]:g}" if told[n] is not None else "?" for n in ("share_low", "share_high"))
        lines.append(f"share: {low} to {high} percent")
    if told["since"]:
        lines.append(f"since {day(told['since'])}")
    if told["evidence_age_days"] is not None:
        lines.append(f"newest evidence: {told['evidence_age_days']} days old")
    return "".join(f"<p>{line}</p>" for line in lines)


def _when(first: Any, last: Any, default: bool | None) -> str:
    if first and last:
        return days(first, last) + (" (date of the report)" if default else "")
    return f"since {day(first)}" if first else f"until {day(last)}" if last else "no date"


def _quoted(claim: Claim, report: Report | None) -> str:
    by = ", ".join(w for w in (report.publisher, day(report.published) if report.published else None) if w) if report else ""
    return f"{claim.stance}: “{_safe(claim.quote.exact)}”" + (f" ({_safe(by)})" if by else "")


def _safe(text: str) -> str:
    return escape(printable(text))
