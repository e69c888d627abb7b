"""Other ways to put a place's name: English adjectives and kind words as Arabic names have them, units by their number."""

import re

ORDINAL = re.compile(
    r"^(?:the\s+)?(?P<number>\d+)(?:st|nd|rd|th)?\s+(?P<unit>brigade|regiment|division|battalion)(?P<rest>\b.*)$", re.IGNORECASE
)
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
# Arabic generic terms that begin names, each group one word in its common Latin spellings
SPELLINGS = (
    ("Tall", "Tell", "Tal", "Tel"),
    ("Khirbat", "Khirbet", "Khirbah", "Khirba", "Kherbet"),
    ("Umm", "Um", "Oum", "Om"),
    ("Abu", "Abou", "Abo"),
    ("Ayn", "Ain", "Ein"),
    ("Dayr", "Deir", "Der", "Deyr"),
    ("Jabal", "Jebel", "Jabel", "Djebel"),
    ("Shaykh", "Sheikh", "Cheikh", "Shekh"),
    ("Kafr", "Kfar", "Kafar", "Kefr"),
    ("Jubb", "Jub", "Joub", "Job"),
    ("Bayt", "Beit", "Bet"),
    ("Bir", "Beer", "Bear"),
    ("Qasr", "Kasr"),
    ("Wadi", "Ouadi", "Wady"),
    ("Burj", "Borj"),
    ("Qalat", "Qalaat", "Kalaat"),
    ("Hawsh", "Hosh", "Housh", "Hush"),
    ("Mazraat", "Mazraa", "Mazrah"),
    ("Maarrat", "Maarat", "Maaret", "Marat", "Maarah"),
    ("Rasm", "Rasem"),
    ("Ras", "Raas"),
)
# those of them that begin names of persons as well
PERSONAL = frozenset(
    {"umm", "um", "oum", "om", "abu", "abou", "abo", "shaykh", "sheikh", "cheikh", "shekh", "job", "bear", "bet", "der", "beer"}
)
SAME = {form.lower(): group for group in SPELLINGS for form in group}
TERMS = frozenset(SAME) - PERSONAL
"""Words, in lower case, with which a place's name may begin and hardly anything else."""
# an article written as one with its word: "Urum Alkubra", "AlBab"
GLUED = re.compile(r"\b[AaEe]l(?P<word>[A-Z][a-z'’]{2,}|[a-z][a-z'’]{3,})\b")
BEFORE = re.compile(rf"^(?P<word>{'|'.join(ADJECTIVES)})\s+(?P<core>[\w'’`-]+)$", re.IGNORECASE)


def variants(name: str, core: str, kind: str) -> tuple[str, ...]:
    """Names by which a gazetteer may know `name`, whose part without its kind word is `core`; () for none."""
    found: list[str] = []
    if adjective := BEFORE.match(core):
        found += [f"{adjective['core']} {form}" for form in ADJECTIVES[adjective["word"].lower()]]
    if kind in HEADS and " " not in core.strip():
        found += [f"{head} {core}" for head in HEADS[kind]]
    head, _, rest = core.strip().replace("'", "").partition(" ")
    if rest:
        found += [f"{form} {rest}" for form in SAME.get(head.lower(), ()) if form.lower() != head.lower()]
    if GLUED.search(core):
        found.append(GLUED.sub(_parted, core))
    for text in dict.fromkeys((name, core)):
        if unit := ORDINAL.match(text):
            found.append(f"{unit['unit'].capitalize()} {unit['number']}")
    return tuple(dict.fromkeys(found))


def _parted(found: re.Match[str]) -> str:
    return f"al-{found['word'].capitalize()}"
