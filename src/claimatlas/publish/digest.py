"""The content of the brief, before it is put into Markdown or HTML: sections of sentences, each with the claims it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import family
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.holdings import hold_words
from claimatlas.publish.sentences import clause, source_words
from claimatlas.publish.spots import spots
from claimatlas.publish.words import day, joined

DEFECTIONS = ("defect", "surrender")
SPEECH = ("threaten", "demand", "accuse")
DOUBTED = ("disputed", "denied", "corrected")
ELSEWHERE = "Other places"


@dataclass(frozen=True, slots=True)
class Line:
    """One or more sentences and the ids of the claims that they rest on; `lead` is set in bold before them."""

    text: str
    ids: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of lines; `level` 2 is a section of the brief, 3 a part of one."""

    title: str
    lines: tuple[Line, ...]
    level: int = 2
    empty: str = ""


def event_line(view: AtlasView, event: Event) -> Line:
    """An event in sentences: claims that tell the same are one sentence that names all who say it."""
    told: dict[str, list[Claim]] = {}
    for claim_id in event.claims:
        if claim := view.claims.get(claim_id):
            told.setdefault(clause(claim), []).append(claim)
    parts = []
    for words, claims in told.items():
        sources = list(dict.fromkeys(source_words(c, view.reports.get(c.report_id)) for c in claims))
        parts.append(f"According to {joined(sources)}, {words}.")
    return Line(" ".join(parts), tuple(i for i in event.claims if i in view.claims))


def section_of(view: AtlasView, event: Event) -> str:
    """The one section that an event is told in."""
    stances = {view.claims[c].stance for c in event.claims if c in view.claims}
    if event.status in DOUBTED or stances == {"denied"}:
        return "doubted"
    if stances == {"predicted"}:
        return "forecast"
    if event.type in SPEECH or (stances and stances <= {"conditional", "predicted"}):
        return "threat"
    if event.type in DEFECTIONS:
        return "defection"
    return "side" if family(event.type) == "sides" else "area"


def hold_line(hold: Hold) -> Line:
    """A hold with all claims for and against it."""
    ids = [*hold.because, *(i for r in hold.rivals for i in r.because)]
    return Line(hold_words(hold), tuple(dict.fromkeys(ids)), hold.place.name)


def _holder_key(hold: Hold) -> tuple[str, str]:
    names = [hold.holder.name] if hold.holder else sorted(r.holder.name for r in hold.rivals)
    return hold.status, " / ".join(names)


def changes(view: AtlasView) -> list[Line]:
    """Places whose holder or status differs from the earlier date; where no earlier holds are given, the seizures told."""
    if view.before:
        earlier = {h.place.id or h.place.name: h for h in view.before}
        lines = []
        for hold in view.holds:
            old = earlier.get(hold.place.id or hold.place.name)
            if old and _holder_key(old) != _holder_key(hold):
                was = hold_words(old).split(";")[0].split(" since ")[0].rstrip(".")
                lines.append(Line(f"was {was}, now {hold_words(hold)}", hold_line(hold).ids, hold.place.name))
        return lines
    taken = [e for e in view.events if e.type in ("capture", "withdraw", "lift_siege", "besiege") and section_of(view, e) == "area"]
    return [event_line(view, e) for e in taken]


def _provinces(view: AtlasView) -> dict[str, str]:
    return {s.key: s.province for s in spots(view)[0]}


def areas(view: AtlasView) -> list[Section]:
    """By province: who holds what, then what is told to have happened."""
    province = _provinces(view)
    parts: dict[str, tuple[list[Line], list[Line]]] = {}
    held = {i for h in view.holds for i in hold_line(h).ids}
    for hold in sorted(view.holds, key=lambda h: h.place.name):
        parts.setdefault(province.get(hold.place.id or "", "") or ELSEWHERE, ([], []))[0].append(hold_line(hold))
    for event in view.events:
        told_above = event.type == "control" and set(event.claims) <= held
        if section_of(view, event) == "area" and not told_above:
            name = next((a for a in (event.place.admin[1:2] if event.place else ()) if a), None) or ELSEWHERE
            parts.setdefault(name, ([], []))[1].append(event_line(view, event))
    ordered = sorted(parts, key=lambda n: (n == ELSEWHERE, n))
    sections = []
    for name in ordered:
        title = name if name == ELSEWHERE or "province" in name.lower() or "governorate" in name.lower() else f"{name} province"
        holds, events = parts[name]
        sections.append(Section(title, (), 2))
        sections += [Section("Who holds what", tuple(holds), 3)] if holds else []
        sections += [Section("What is claimed", tuple(events), 3)] if events else []
    return sections


def correction_lines(view: AtlasView) -> list[Line]:
    """Corrections, with the reports that they correct by name."""
    lines = []
    for c in view.corrections:
        by = view.claims.get(c.by)
        if by is None:
            continue
        wrong = [r for r in (view.report_of(i) for i in c.of) if r]
        named = joined(list(dict.fromkeys(f"«{r.title or r.key}» ({r.publisher or 'publisher not named'})" for r in wrong)))
        what = f"This corrects {named}." if named else "The reports that it corrects have not been read here."
        note = f" {c.note[0].upper()}{c.note[1:].rstrip('.')}." if c.note else ""
        said = source_words(by, view.reports.get(by.report_id))
        lines.append(Line(f"According to {said}, {clause(by)}. {what}{note}", (c.by, *(i for i in c.of if i in view.claims)), "Correction"))
    return lines


def _told(view: AtlasView, section: str, skip: Iterable[str] = ()) -> tuple[Line, ...]:
    done = set(skip)
    chosen = [e for e in view.events if section_of(view, e) == section and not (e.claims and set(e.claims) <= done)]
    leads = {"disputed": "Disputed", "denied": "Denied", "corrected": "Corrected"} if section == "doubted" else {}
    lines = ((event_line(view, e), e.status) for e in chosen)
    return tuple(
        Line(line.text, line.ids, leads.get(status, "Denied" if section == "doubted" else "")) for line, status in lines if line.text
    )


def sections(view: AtlasView) -> list[Section]:
    """The brief from top to bottom; every event stands in one section only."""
    since = f" since {day(view.since)}" if view.since and view.before else ""
    corrections = correction_lines(view)
    corrected = [i for line in corrections for i in line.ids]
    return [
        Section(f"What changed{since}", tuple(changes(view)), 2, "No change of hands is told."),
        *areas(view),
        Section("Disputed or corrected", (*corrections, *_told(view, "doubted", corrected)), 2, "Nothing is disputed."),
        Section("Threats, demands and accusations", _told(view, "threat"), 2, "None is told."),
        Section("Leaders and sides", _told(view, "side"), 2, "No change is told."),
        Section("Defections and surrenders", _told(view, "defection"), 2, "None is told."),
        Section("Forecasts made", _told(view, "forecast"), 2, "None is told."),
    ]
