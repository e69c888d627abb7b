"""Other ways to put a place's name: English adjectives and kind words as Arabic names have them, units by their number."""

import re

ORDINAL = re.compile(r"^(?:the\s+)?(?P<number>\d+)(?:st|nd|rd|th)?\s+(?P<unit>brigade|regiment|division|battalion)(?P<rest>\b.*)$", re.IGNORECASE)
# an English adjective, and what follows an Arabic name for it, masculine and feminine
ADJECTIVES = {
    "eastern": ("Sharqi", "Sharqiyah"),
    "east": ("Sharqi", "Sharqiyah"),
    "western": ("Gharbi", "Gharbiyah"),
    "west": ("Gharbi", "Gharbiyah"),
    "northern": ("Shamali", "Shamaliyah"),
    "north": ("Shamali", "Shamaliyah"),
    "southern": ("Janubi", "Janubiyah"),
    "south": ("Janubi", "Janubiyah"),
    "greater": ("Kabir", "Kabirah"),
    "big": ("Kabir", "Kabirah"),
    "great": ("Kabir", "Kabirah"),
    "lesser": ("Saghir", "Saghirah"),
    "little": ("Saghir", "Saghirah"),
    "small": ("Saghir", "Saghirah"),
    "upper": ("Fawqani", "Fawqaniyah"),
    "lower": ("Tahtani", "Tahtaniyah"),
    "old": ("Qadim", "Qadimah"),
    "new": ("Jadid", "Jadidah"),
}
# an English kind word, and what stands before an Arabic name for it
HEADS = {
    "mountain": ("Jabal",),
    "mount": ("Jabal",),
    "hill": ("Tall",),
    "valley": ("Wadi",),
    "castle": ("Qalat",),
    "river": ("Nahr",),
    "lake": ("Buhayrat",),
    "well": ("Bir",),
    "monastery": ("Dayr",),
    "gate": ("Bab",),
    "ruins": ("Khirbat",),
    "farm": ("Mazraat",),
    "farms": ("Mazraat", "Mazari"),
}
BEFORE = re.compile(rf"^(?P<word>{'|'.join(ADJECTIVES)})\s+(?P<core>[\w'’`-]+)$", re.IGNORECASE)


def variants(name: str, core: str, kind: str) -> tuple[str, ...]:
    """Names by which a gazetteer may know `name`, whose part without its kind word is `core`; () for none."""
    found: list[str] = []
    if adjective := BEFORE.match(core):
        found += [f"{adjective['core']} {form}" for form in ADJECTIVES[adjective["word"].lower()]]
    if kind in HEADS and " " not in core.strip():
        found += [f"{head} {core}" for head in HEADS[kind]]
    for text in dict.fromkeys((name, core)):
        if unit := ORDINAL.match(text):
            found.append(f"{unit['unit'].capitalize()} {unit['number']}")
    return tuple(dict.fromkeys(found))
