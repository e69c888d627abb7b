"""The public profile: what may be shown of a log. Private persons are withheld, sensitive sites coarsened, positions held back.

It works on claims and reports, so that all that follows from them (events, holds, pages, files) holds nothing else.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.codebook import codebook
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.publish.profile_names import WORD, Known, private_names, rules, withheld
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import Theatre

WORDS = re.compile(r"\w+")
COARSE_DEGREES, COARSE_KM = 1, 15.0
"""A sensitive site is shown to one decimal of a degree, somewhere within so many km."""


def told_rules(hours: int) -> tuple[str, ...]:
    """What the profile hides, in sentences for the reader."""
    return (
        "Names of persons without a public role are withheld, in quotes too.",
        "Hospitals, camps, shelters, schools and aid sites are shown by kind and district, not by name or point.",
        f"Positions and movements of forces are held back for {hours} hours."
        if hours
        else "Positions and movements of forces are not held back.",
        "Reports are quoted only in the words that a claim rests on.",
    )


def public_log(
    claims: Sequence[Claim], reports: Sequence[Report], theatre: Theatre, gazetteer: Gazetteer, as_of: date, hours: int = 72
) -> tuple[list[Claim], list[Report]]:
    """Claims and reports as the public may see them on a date; ids stay. `hours`: the delay, 0 for none, in whole days."""
    own: dict[str, list[Claim]] = defaultdict(list)
    dates = {r.id: r.published for r in reports}
    for claim in claims:
        if not held_back(claim, dates.get(claim.report_id), as_of, hours):
            own[claim.report_id].append(claim)
    known, shown = Known(theatre), []
    masked = []
    for report in reports:
        names = private_names(own[report.id], [report.title or ""], known)
        shown += [_public_claim(c, names, gazetteer) for c in own[report.id]]
        masked.append(_public_report(report, names))
    return shown, masked


def held_back(claim: Claim, published: date | None, as_of: date, hours: int) -> bool:
    """Whether a claim tells of positions of forces too lately: by its own time, or the report's where it has none."""
    told = rules()["positions"]
    if codebook().types[claim.type].family not in told["families"] and claim.type not in told["types"]:
        return False
    last = claim.time.end or claim.time.start or published
    return hours > 0 and last is not None and last > as_of - timedelta(days=-(-hours // 24))


def _public_report(report: Report, names: Sequence[str]) -> Report:
    title = coarse_text(withheld(report.title, names)) if report.title else None
    url = report.url if report.url and report.url.startswith(("https://", "http://")) else None
    return replace(report, text="", title=title, author=None, url=url, key=report.id, origin="")


def _public_claim(claim: Claim, names: Sequence[str], gazetteer: Gazetteer) -> Claim:
    place, site = claim.place, None
    if place is not None and (site := sensitive(place, gazetteer, claim.quote.exact)):
        place = coarse(place, site)
    quote = withheld(claim.quote.exact, names)
    if site and claim.place:
        for word in sorted({claim.place.name, claim.place.text, claim.place.part or ""} - {""}, key=len, reverse=True):
            quote = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", f"a {site}", quote)
    return replace(
        claim,
        place=place,
        quote=replace(claim.quote, exact=coarse_text(quote)),
        agent=tuple(_actor(a, names) for a in claim.agent),
        target=tuple(_actor(a, names) for a in claim.target),
        source=tuple(_source(s, names) for s in claim.source),
        quantities=tuple(replace(q, who=coarse_text(withheld(q.who, names)) if q.who else q.who, text="") for q in claim.quantities),
    )


def _actor(actor: ActorRef, names: Sequence[str]) -> ActorRef:
    if actor.id is not None:
        return replace(actor, text=withheld(actor.text, names), candidates=())
    return ActorRef(coarse_text(withheld(actor.text, names)), coarse_text(withheld(actor.name, names)))


def _source(source: SourceRef, names: Sequence[str]) -> SourceRef:
    if source.id is not None:
        return replace(source, text=withheld(source.text, names))
    return replace(source, text=coarse_text(withheld(source.text, names)), name=coarse_text(withheld(source.name, names)))


@cache
def _site_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a site is called instead, and the names that hold its words: "Al-Quds Hospital", "the Zaatari refugee camp"."""
    made = []
    for row in rules()["sensitive"]:
        words = "|".join(sorted((re.escape(w) for w in row["words"]), key=len, reverse=True))
        made.append((row["as"], re.compile(rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:{WORD}[\s’'-]+){{1,4}}(?i:{words})(?!\w)")))
    return tuple(made)


def coarse_text(text: str) -> str:
    """A text with the names of sensitive sites replaced by what they are."""
    for what, pattern in _site_words():
        text = pattern.sub(lambda m, what=what: m.group() if _spared(m.group()) else f"a {what}", text)  # type: ignore[misc]
    return text


def _spared(name: str) -> bool:
    return any(word in name.lower() for word in rules()["not_sensitive"])


def sensitive(place: PlaceRef, gazetteer: Gazetteer, quote: str = "") -> str | None:
    """What kind of sensitive site a place is: by the gazetteer's kind, the words of its name, or those after it in the quote; else None."""
    names = " ".join(x for x in (place.name, place.text, place.part or "") if x)
    if _spared(names):
        return None
    entry = gazetteer.get(place.id) if place.id else None
    folded = " " + " ".join(WORDS.findall(names.lower())) + " "
    after = f" {' '.join(_after(quote, name) for name in {place.name, place.text})} "
    for row in rules()["sensitive"]:
        if (entry and entry.kind in row["kinds"]) or any(f" {word} " in told for word in row["words"] for told in (folded, after)):
            return str(row["as"])
    return None


def _after(quote: str, name: str) -> str:
    """The two words after each place where a name stands in a quote, in lower case."""
    found = re.findall(rf"(?<!\w){re.escape(name)}(?:['’]?s)?\s+([\w-]+(?:\s+[\w-]+)?)", quote) if name else []
    return " | ".join(words.lower() for words in found)


def coarse(place: PlaceRef, site: str) -> PlaceRef:
    """A sensitive site as its kind in its district or province, to a tenth of a degree."""
    area = next((a for a in reversed(place.admin[1:]) if a), None) or ""
    name = f"a {site} in {area}" if area else f"a {site}"
    if place.lat is None or place.lon is None:
        return PlaceRef(name, name, level="area", admin=place.admin, why=place.why)
    lat, lon = round(place.lat, COARSE_DEGREES), round(place.lon, COARSE_DEGREES)
    return PlaceRef(name, name, None, lat, lon, 3, COARSE_KM, level="area", admin=place.admin)
