"""Spellings that must meet and names that must not."""

import csv
import random
from collections import defaultdict
from pathlib import Path

import pytest

from claimatlas.model.names import closeness, fold_name, sound_key

WOF = Path(__file__).resolve().parents[3] / "shared" / "data" / "whosonfirst"

FOLD_MEETS = [
    ("al-Sukhnah", "As Sukhnah"),
    ("ar-Raqqah", "Raqqah"),
    ("at-Tanf", "al-Tanf"),
    ("At Tanf", "Tanf"),
    ("Deir ez-Zor", "Deir al-Zor"),
    ("Dar‘ā", "Dar'a"),
    ("Aş Şūrah", "As-Surah"),
    ("T-2", "T2"),
    ("T - 4", "T4"),
    ("the Netherlands", "Netherlands"),
    ("Nur ad-Din", "Nur al-Din"),
    ("إدلب", "ادلب"),
    ("الرقّة", "الرقة"),
    ("القامشلي", "القامشلى"),
    ("السخنة", "سخنه"),
    ("كركوك", "کرکوک"),
    ("حـــلب", "حلب"),
]
FOLD_APART = [("US", "U"), ("US base", "base"), ("Homs", "Hama"), ("T2", "T3"), ("Abu Kamal", "Kamal"), ("حلب", "حلفايا")]
SOUND_MEETS = [
    ("Sukhna", "al-Sukhnah", "Sokhna", "Soukhna", "as-Sukhna", "Sokhnah", "السخنة"),
    ("Deir Ezzor", "Dayr az-Zawr", "Deir ez-Zor", "Deir al-Zour", "Der Ezzor", "دير الزور"),
    ("Raqqa", "ar-Raqqah", "Raqqah", "Rakka", "الرقة"),
    ("Hasakah", "Hassakeh", "Hasaka", "al-Hasakah", "الحسكة"),
    ("at-Tanf", "al-Tanf", "التنف"),
    ("Qamishli", "Qamishlo", "Kamishli", "القامشلي"),
    ("Jaysh", "Jaish", "Jeish", "جيش"),
    ("Shohadaa", "Shuhada"),
    ("Qraiteen", "Qaryatayn", "القريتين"),
    ("Khan Shaykhun", "Khan Sheikhoun", "Khan Cheikhoun", "خان شيخون"),
    ("Suwayda", "Sweida", "Suweida", "السويداء"),
    ("Ghuwayran", "Gweiran", "Ghweiran"),
    ("Kafr Hamra", "Kfar Hamrah", "Kafar Hamra"),
    ("Taybah", "Tayyibah", "Taybeh"),
    ("Hamimah", "Humaymah"),
    ("Kobani", "Kobane"),
    ("Douma", "Duma", "دوما"),
    ("Manbij", "Minbij", "منبج"),
    ("Jdeidet Artouz", "Judaydat Artuz"),
    ("Ayn Isa", "Ain Issa", "Ein Issa"),
    ("Mayadin", "Mayadeen", "الميادين"),
    ("Idlib", "Edleb", "Adlib", "إدلب"),
    ("Umm Rahil", "Om Raheel", "أم رحيل"),
    ("Saraqib", "Saraqeb", "سراقب"),
    ("Hawarin", "Haouarine"[:-1], "حوارين"),
    ("Abu Kamal", "Bu Kamal", "البوكمال"),
]
SOUND_APART = [
    ("Hamimah", "Hama"),
    ("Humaymah", "Hama"),
    ("Homs", "Hama"),
    ("Homs", "Hamimah"),
    ("Raqqa", "Iraq"),
    ("Idlib", "Latakia"),
    ("Azaz", "Zaza"),
    ("Tabqa", "Tayba"),
    ("Manbij", "Mahin"),
    ("Kafr Zita", "Kafr Nabl"),
    ("Tal Abyad", "Tal Rifaat"),
    ("Daraa", "Deir"),
    ("Mosul", "Mesraba"),
]


@pytest.mark.parametrize(("one", "other"), FOLD_MEETS)
def test_folded_names_meet(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), FOLD_APART)
def test_folded_names_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize("spellings", SOUND_MEETS)
def test_transliterations_meet(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(s).replace(" ", "") for s in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), SOUND_APART)
def test_unlike_names_stay_apart(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def test_folding_is_stable_and_nothing_is_nothing() -> None:
    for names in SOUND_MEETS:
        for name in names:
            assert fold_name(fold_name(name)) == fold_name(name)
    assert fold_name(" -' ") == sound_key("") == ""


def test_closeness_orders_spellings_before_strangers() -> None:
    assert closeness("Sukhna", "al-Sukhnah") > 0.8 > closeness("Missile", "Mosul")
    assert closeness("at-Tanf", "al-Tanf") == 1.0


def _spellings() -> list[tuple[str, str, list[str]]]:
    if not WOF.is_dir():
        pytest.skip("../shared/data/whosonfirst is absent")
    rows = []
    for path in sorted(WOF.glob("*_places.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["placetype"] == "locality" and not row["deprecated"] and row["name"].isascii():
                    cell = f"{path.stem} {int(float(row['lat']))} {int(float(row['lon']))}"
                    rows.append((cell, row["name"], [n for n in row["names"].split("|") if n != row["name"]]))
    return rows


def test_published_variants_meet_far_more_often_than_neighbours() -> None:
    met = near = 0
    cells: dict[str, list[str]] = defaultdict(list)
    for cell, name, others in _spellings():
        cells[cell].append(name)
        for other in others:
            if closeness(name, other) >= 0.75 and fold_name(other) != fold_name(name):
                near += 1
                met += sound_key(name).replace(" ", "") == sound_key(other).replace(" ", "")
    chance = random.Random(1)
    pairs = [chance.sample(names, 2) for names in cells.values() if len(names) > 50 for _ in range(500)]
    apart = [(a, b) for a, b in pairs if fold_name(a) != fold_name(b)]
    clashes = sum(sound_key(a) == sound_key(b) for a, b in apart)
    assert met / near > 0.5
    assert clashes / len(apart) < 0.005
