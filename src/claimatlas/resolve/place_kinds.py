"""Kind words about a place name ("city", "province", "airbase") and what each says of the place's level and kind."""

import re
from dataclasses import dataclass

from claimatlas.model.place import Place


@dataclass(frozen=True, slots=True)
class Hint:
    """What the words about a name say: the level wanted, the fine kinds that agree, and how else a site's name is put."""

    level: str | None = None
    kinds: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    word: str = ""


_AIR = ("airbase", "air base", "airport", "military airport", "military airbase", "base")
_MILITARY = ("army base", "military complex", "military heliport", "heliport", "depot", "depots", "military academy", "academy")
_HILL = ("hill", "tell", "mountain", "jabal", "mount", "hilltop", "height", "heights")
_KINDS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("province", (), ("province", "provinces", "governorate", "governorates", "muhafazah")),
    ("town", ("city", "capital"), ("city", "cities", "metropolis", "provincial capital")),
    ("town", (), ("town", "towns", "township", "village", "villages", "hamlet", "settlement", "farm", "farms")),
    (
        "district",
        ("district",),
        ("neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "quarter", "suburb", "suburbs", "outskirts", "sector"),
    ),
    ("county", ("district", "county"), ("district", "districts", "subdistrict", "sub-district", "county")),
    ("region", (), ("region", "area", "countryside", "plain", "desert", "steppe", "enclave", "pocket", "basin")),
    (
        "site",
        ("airbase", "airport", "base"),
        (*_AIR, "airfield", "air field", "garrison", "military base", "barracks", "outpost", *_MILITARY),
    ),
    ("site", ("mountain", "hill"), _HILL),
    ("site", ("pumping_station", "airbase", "site"), ("pumping station", "oil pumping station", "station")),
    ("site", ("border_crossing",), ("border crossing", "crossing", "border post", "gate")),
    ("site", ("oil_field", "gas_field"), ("oil field", "oilfield", "gas field", "gasfield", "oil fields", "gas fields")),
    ("site", ("refinery", "factory", "site"), ("refinery", "gas plant", "power plant", "factory", "plant", "thermal station")),
    ("site", ("dam",), ("dam",)),
    ("site", ("bridge",), ("bridge",)),
    ("site", ("camp", "base"), ("camp", "refugee camp", "IDP camp")),
    ("site", ("checkpoint",), ("checkpoint", "roadblock", "military checkpoint")),
    ("site", ("prison",), ("prison",)),
    ("site", ("hospital",), ("hospital", "makeshift hospital", "field hospital", "clinic")),
    ("site", ("junction", "road"), ("junction", "crossroads", "triangle", "roundabout", "road", "highway")),
    ("site", ("silo",), ("silos", "grain silos")),
    ("region", ("river",), ("river", "valley")),
    ("area", ("lake",), ("lake",)),
    ("area", ("island",), ("island", "peninsula")),
)
HINTS = {form.lower(): Hint(level, kinds, forms, form.lower()) for level, kinds, forms in reversed(_KINDS) for form in forms}
_WORDS = "|".join(sorted(map(re.escape, HINTS), key=len, reverse=True))
AFTER = re.compile(rf"^(?P<core>.+?)(?:['’]s)?[\s\-]+(?P<kind>{_WORDS})$", re.IGNORECASE)
BEFORE = re.compile(rf"^(?:the\s+)?(?P<kind>{_WORDS})\s+(?:of\s+)?(?P<core>.+)$", re.IGNORECASE)
_WAYS = r"[NSEW]\.?|[NS][EW]|(?:[Nn]orth|[Ss]outh)[\s\-]?(?:[Ee]ast|[Ww]est)?(?:ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral"
COMPASS = re.compile(rf"^(?:[Tt]he\s+)?(?P<way>(?:far\s+)?(?:{_WAYS}))[\s\-]+(?:of\s+)?(?P<core>\w.+)$")
# kind words that name parts of a place rather than the place
PARTS = frozenset({"suburbs", "outskirts", "neighborhoods", "neighbourhoods", "districts", "countryside"})
BORDER = re.compile(r"\b(?:border|borders|frontier)\b", re.IGNORECASE)

# what a level wanted is worth to a place's level; in absent pairs the place cannot be meant
AGREEMENT: dict[str | None, dict[str, float]] = {
    None: {"country": 0.9, "town": 0.5, "site": 0.2, "district": 0.2, "region": 0.3, "area": 0.1, "province": 0.1, "county": -0.6},
    "country": {"country": 1.0},
    "province": {"province": 1.2, "region": -0.3, "county": -0.6, "town": -1.4},
    "region": {"region": 0.9, "area": 0.8, "province": 0.6, "county": 0.3, "country": 0.0, "town": -0.3, "district": -0.5, "site": -0.3},
    "area": {"area": 0.9, "region": 0.8, "site": 0.4, "county": 0.4, "province": 0.2, "town": 0.0, "district": 0.0},
    "county": {"county": 1.3, "district": 1.3, "town": 0.0, "area": 0.3, "region": 0.2, "site": -0.5},
    "town": {"town": 0.7, "district": 0.2, "site": -0.8, "area": -0.5, "county": -0.8},
    "district": {"district": 0.9, "town": 0.2, "county": 0.1, "area": 0.0, "site": -0.3},
    "site": {"site": 0.8, "area": 0.5, "region": 0.0, "town": -0.4, "district": -0.3},
}


def split(text: str) -> tuple[str, Hint]:
    """A name without its kind word, and what the word says; the text itself and an empty hint where there is none."""
    for pattern in (AFTER, BEFORE):
        found = pattern.match(text.strip())
        if found:
            return found["core"], HINTS[found["kind"].lower()]
    return text.strip(), Hint()


def fits(level: str | None, place: Place) -> bool:
    """Whether a place's level can be meant by a level wanted: "X village" is no country, "X province" no airbase."""
    return place.level in AGREEMENT.get(level, AGREEMENT[None])


def agreement(level: str | None, kinds: tuple[str, ...], place: Place) -> float:
    """How well a place's level and kind fit what the words ask for, about -1.4 to 1.8; see `fits`."""
    return AGREEMENT.get(level, AGREEMENT[None])[place.level] + (0.6 if place.kind in kinds else 0.0)
