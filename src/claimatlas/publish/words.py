"""Dates, numbers and places in words, as all outputs print them."""

from datetime import date, timedelta

from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.time import TimeRange

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
UNITS = {
    "percent_of_place": "percent",
    "vehicles_destroyed": "vehicles destroyed",
    "km": "km",
    "other": "",
}
SIDES_OF = {
    f"{p}_of": p.replace("north", "north-").replace("south", "south-").rstrip("-")
    for p in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}
AT_LEVELS = {"site"}


def day(d: date, year: bool = True) -> str:
    """«2 August 2017», or «2 August»."""
    return f"{d.day} {MONTHS[d.month - 1]}" + (f" {d.year}" if year else "")


def _last_of_month(d: date) -> bool:
    return (d + timedelta(days=1)).day == 1


def days(start: date, end: date, year: bool = True) -> str:
    """An interval in the shortest words: «1–2 August 2017», «30 July–2 August 2017», «July 2017», «2016»."""
    if start == end:
        return day(start, year)
    tail = f" {end.year}" if year else ""
    if start.year != end.year:
        return f"{day(start)}–{day(end)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year)
    if start.month == end.month:
        if start.day == 1 and _last_of_month(end):
            return MONTHS[start.month - 1] + tail
        return f"{start.day}–{end.day} {MONTHS[end.month - 1]}{tail}"
    return f"{day(start, False)}–{day(end, False)}{tail}"


def when(time: TimeRange, year: bool = True) -> str:
    """A claim's time in words; open ends are said, «no date» where there is none."""
    if time.start and time.end:
        return days(time.start, time.end, year)
    if time.start:
        return f"since {day(time.start, year)}"
    return f"until {day(time.end, year)}" if time.end else "no date"


def count(value: float) -> str:
    """«2,000», «12.5»."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def bounds(low: float | None, high: float | None, approx: bool = False) -> str:
    """«up to 30», «at least 24», «about 50», «between 20 and 30», «an unknown number» (both bounds None)."""
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {count(high or 0)}"
    if high is None:
        return f"at least {count(low)}"
    if low != high:
        return f"between {count(low)} and {count(high)}"
    return f"about {count(low)}" if approx else count(low)


def quantity(q: Quantity) -> str:
    """«up to 30 killed», «about 50 percent», «at least 200 fighters»."""
    unit = UNITS.get(q.what, q.what.replace("_", " "))
    return " ".join(w for w in (bounds(q.low, q.high, q.approx), unit or _counted(q)) if w)


def _counted(q: Quantity) -> str:
    return q.who if q.who and q.who != "together" else ""


def joined(parts: list[str], last: str = "and") -> str:
    """«A», «A and B», «A, B and C»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def place_name(place: PlaceRef) -> str:
    """The place's name; provinces are said to be provinces."""
    name = place.name or place.text
    if place.level == "province" and not any(w in name.lower() for w in ("province", "governorate", "region")):
        return f"{name} province"
    return name


def _part(place: PlaceRef) -> str:
    name, part = place_name(place), (place.part or "").strip()
    if not part or part == name:  # a part that is known to its town only goes by its own name
        return name
    if any(c.isdigit() for c in part) or part.lower().endswith(" of"):
        return f"{part.removesuffix(' of')} of {name}"
    if part.lower().startswith(("the ", "a ", "an ", "part", "most", "some", "all", "half", "several")):
        return f"{part} of {name}"
    return f"the {part} of {name}" if " " in part or part.endswith("s") else f"the {part} part of {name}"


def place_in(place: PlaceRef) -> str:
    """Where: «in Raqqa», «near Palmyra», «south-west of al-Sukhnah», «in the countryside of Hama»."""
    name = _part(place)
    if place.relation in SIDES_OF:
        return f"{SIDES_OF[place.relation]} of {name}"
    if place.relation == "countryside_of":
        return f"in {name}" if "countryside" in (place.part or "") else f"in the countryside of {name}"
    if place.relation == "between" and " and " not in name:
        return f"near {name}"
    if place.relation:
        return f"{place.relation} {name}"
    return f"{'at' if place.level in AT_LEVELS and not place.part else 'in'} {name}"


def place_thing(place: PlaceRef) -> str:
    """What: «Raqqa», «an area south-west of al-Sukhnah», «the southern districts of Raqqa»."""
    return f"an area {place_in(place)}" if place.relation else _part(place)
