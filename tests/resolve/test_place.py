"""Places in context: hand-keyed cases over the shipped theatre, ours."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.model.report import Report
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.place import PlaceResolver
from claimatlas.resolve.place_kinds import split
from claimatlas.theatres import load_theatre

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlaceResolver]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMATLAS_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("CLAIMATLAS_DATA", str(tmp_path_factory.mktemp("data")))
        theatre = load_theatre("syria_iraq")
        gazetteer = Gazetteer.open(theatre)
        yield PlaceResolver(gazetteer, theatre)
        gazetteer.close()


def _ref(text: str, mention: str, **slots: object) -> PlaceRef:
    """A reference as the extract room makes it: the name without its kind word, which turns into the level."""
    core, hint = split(mention)
    level = hint.level if hint.level in ("province", "town", "district", "site") else None
    start = text.find(mention)
    name = mention if level == "site" else core
    span = (None, None) if start < 0 else (start, start + len(mention))
    return PlaceRef(mention, name, level=level, start=span[0], end=span[1], **slots)  # type: ignore[arg-type]


def _resolve(resolver: PlaceResolver, text: str, refs: list[PlaceRef]) -> list[PlaceRef]:
    claims = [Claim("r", "clash", "fact", Quote("", 0, 0), ReaderInfo("test", "1"), place=ref) for ref in refs]
    places = [c.place for c in resolver.resolve(Report("r", "r", text), claims)]
    return [p for p in places if p is not None]


# mention; lat, lon and level that it must get; the report's text, where it is more than the mention; other mentions in it
CASES: list[tuple[str, float, float, str, str, tuple[str, ...]]] = [
    ("T-2 Airbase", 34.376, 40.152, "site", "", ()),
    ("T2", 34.376, 40.152, "site", "", ()),
    ("T4 airbase", 34.523, 37.628, "site", "", ()),
    ("Hamimah", 34.457, 39.786, "town", "", ()),
    ("Humaymah", 34.457, 39.786, "town", "", ()),
    ("Sukhna", 34.885, 38.871, "town", "", ()),
    ("Sokhna town", 34.885, 38.871, "town", "", ()),
    ("Soukhna", 34.885, 38.871, "town", "", ()),
    ("al-Sukhnah", 34.885, 38.871, "town", "", ()),
    ("SUKHNA", 34.885, 38.871, "town", "", ()),
    ("السخنة", 34.885, 38.871, "town", "", ()),
    ("at-Tanf", 33.49, 38.657, "site", "", ()),
    ("At Tanf", 33.49, 38.657, "site", "", ()),
    ("al-Tanf", 33.49, 38.657, "site", "", ()),
    ("Raqqa", 35.953, 39.008, "town", "", ()),
    ("Raqqa city", 35.953, 39.008, "town", "", ()),
    ("Raqqa Governorate", 36.0, 39.05, "province", "", ()),
    ("Raqqah province", 36.0, 39.05, "province", "", ()),
    ("Idlib province", 35.85, 36.68, "province", "", ()),
    ("Idlib", 35.931, 36.634, "town", "", ()),
    ("city of Idlib", 35.931, 36.634, "town", "", ()),
    ("Homs Governorate", 34.35, 38.25, "province", "", ()),
    ("Homs", 34.73, 36.71, "town", "", ()),
    ("Hims", 34.73, 36.71, "town", "", ()),
    ("Hama", 35.135, 36.755, "town", "", ()),
    ("Hama province", 35.15, 37.05, "province", "", ()),
    ("Aleppo", 36.2, 37.15, "town", "", ()),
    ("Aleppo province", 36.25, 37.55, "province", "", ()),
    ("Damascus", 33.51, 36.29, "town", "", ()),
    ("Deir Ezzor", 35.335, 40.14, "town", "", ()),
    ("Deir ez-Zor", 35.335, 40.14, "town", "", ()),
    ("Dayr az-Zawr", 35.335, 40.14, "town", "", ()),
    ("Deir Ezzor Governorate", 35.07, 40.32, "province", "", ()),
    ("Deir Ezzor Airbase", 35.285, 40.176, "site", "", ()),
    ("Qamishlo", 37.05, 41.23, "town", "", ()),
    ("Kamishli", 37.05, 41.23, "town", "", ()),
    ("Hassakeh", 36.5, 40.75, "town", "", ()),
    ("Hasaka province", 36.45, 40.75, "province", "", ()),
    ("Kobani", 36.89, 38.35, "town", "", ()),
    ("Ayn al-Arab", 36.89, 38.35, "town", "", ()),
    ("Palmyra", 34.56, 38.28, "town", "", ()),
    ("Tadmur", 34.56, 38.28, "town", "", ()),
    ("al-Qaryatain", 34.23, 37.24, "town", "", ()),
    ("Abu Kamal", 34.45, 40.92, "town", "", ()),
    ("Albu Kamal", 34.45, 40.92, "town", "", ()),
    ("Khan Sheikhoun", 35.44, 36.65, "town", "", ()),
    ("Manbij", 36.53, 37.95, "town", "", ()),
    ("Minbij", 36.53, 37.95, "town", "", ()),
    ("Azaz", 36.586, 37.045, "town", "", ()),
    ("al-Bab", 36.37, 37.517, "town", "", ()),
    ("Ghanim al-Ali", 35.775, 39.4, "town", "", ()),
    ("Mosul", 36.34, 43.13, "town", "", ()),
    ("Tal Afar", 36.376, 42.45, "town", "", ()),
    ("Fallujah", 33.35, 43.78, "town", "", ()),
    ("Baghdad", 33.34, 44.4, "town", "", ()),
    ("Syria", 35.0, 38.5, "country", "", ()),
    ("US", 39.0, -95.0, "country", "the US said", ()),
    ("Turkey", 39.0, 35.0, "country", "", ()),
    ("Moscow", 55.75, 37.62, "town", "", ()),
    ("Geneva", 46.2, 6.15, "town", "talks in Geneva, Switzerland", ()),
    ("Beirut", 33.89, 35.5, "town", "", ()),
    ("Gaziantep", 37.06, 37.38, "town", "", ()),
    ("Tripoli", 34.44, 35.84, "town", "clashes in Tripoli in Lebanon, near the Syrian border", ()),
    ("Mansoura", 35.83, 38.75, "town", "Fighters took Mansoura near Tabqa in Raqqa.", ("Tabqa", "Raqqa")),
]


@pytest.mark.parametrize(("mention", "lat", "lon", "level", "text", "others"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_case(resolver: PlaceResolver, mention: str, lat: float, lon: float, level: str, text: str, others: tuple[str, ...]) -> None:
    text = text or f"Clashes were reported in {mention}."
    place = _resolve(resolver, text, [_ref(text, m) for m in (mention, *others)])[0]
    assert place.lat is not None and place.lon is not None, place.why
    limit = {"town": 6, "site": 6, "province": 60, "country": 900}[level]
    assert distance_km(lat, lon, place.lat, place.lon) < limit, (place.name, place.id, place.candidates)
    assert place.level == level
    assert place.candidates[0].id == place.id
    assert 0 < place.candidates[0].score <= 1


OPEN = ["Nowhereville", "us", "Reading", "point 875", "Saudi-Kuwaiti frontier", "the town", "Xylophone Airbase", "Springfield", "Brigade"]


@pytest.mark.parametrize("mention", OPEN)
def test_no_match_is_an_answer(resolver: PlaceResolver, mention: str) -> None:
    text = f"Clashes were reported in {mention}."
    place = _resolve(resolver, text, [_ref(text, mention)])[0]
    assert (place.id, place.lat, place.lon, place.precision) == (None, None, None, None)
    assert place.text == mention
    assert place.why


def test_a_province_named_beside_it_settles_a_homonym(resolver: PlaceResolver) -> None:
    text = "Two villages were shelled: Taybah and another."
    hinted = {p: _resolve(resolver, text, [_ref(text, "Taybah", admin=(None, p))])[0] for p in ("Homs", "Daraa")}
    assert hinted["Homs"].id is not None
    assert hinted["Homs"].admin[1] == "Homs"
    assert hinted["Daraa"].id != hinted["Homs"].id


def test_namesakes_that_nothing_sets_apart_stay_open(resolver: PlaceResolver) -> None:
    text = "Fighters took Mansoura."
    place = _resolve(resolver, text, [_ref(text, "Mansoura")])[0]
    assert (place.id, place.lat) == (None, None)
    assert len(place.candidates) > 1
    assert place.why is not None and "sets them apart" in place.why


def test_a_place_is_not_sought_outside_its_province(resolver: PlaceResolver) -> None:
    text = "Shelling of Hamimah in Idlib province."
    assert _resolve(resolver, text, [_ref(text, "Hamimah", admin=(None, "Idlib"))])[0].id is None


@pytest.mark.parametrize(
    ("slots", "precision", "radius"),
    [
        ({}, 1, 3.0),
        ({"relation": "near"}, 2, 10.0),
        ({"part": "southern districts"}, 2, 3.0),
        ({"relation": "west_of"}, 2, 15.0),
        ({"relation": "countryside_of"}, 3, 25.0),
    ],
)
def test_precision_says_how_the_place_is_told(resolver: PlaceResolver, slots: dict[str, str], precision: int, radius: float) -> None:
    place = _resolve(resolver, "Sukhna", [_ref("Sukhna", "Sukhna", **slots)])[0]
    assert (place.precision, place.radius_km) == (precision, radius)


def test_wide_places_are_not_points(resolver: PlaceResolver) -> None:
    text = "Damascus suburbs, Idlib province, southeastern Turkey, Syria and N Lebanon"
    refs = [
        _ref(text, "Damascus suburbs"),
        _ref(text, "Idlib province"),
        _ref(text, "southeastern Turkey"),
        _ref(text, "Syria"),
        _ref(text, "N Lebanon"),
    ]
    damascus, idlib, southeast, syria, north = _resolve(resolver, text, refs)
    assert (damascus.name, damascus.precision, damascus.part) == ("Damascus", 2, "suburbs")
    assert (idlib.precision, idlib.level) == (4, "province")
    assert (southeast.name, southeast.part, southeast.level, southeast.precision) == ("southeastern Turkey", "southeastern", "region", 5)
    assert (syria.precision, syria.part) == (5, None)
    assert north.name == "northern Lebanon"


def test_a_town_stands_for_its_airbase_and_says_so(resolver: PlaceResolver) -> None:
    text = "They shelled Sukhna prison."
    place = _resolve(resolver, text, [_ref(text, "Sukhna prison")])[0]
    assert (place.name, place.part, place.precision) == ("al-Sukhnah", "prison", 2)
    hill = _resolve(resolver, text, [_ref(text, "Sukhna hill")])[0]
    assert hill.id is None


def test_the_same_report_gives_the_same_places_in_any_order(resolver: PlaceResolver) -> None:
    text = "Mansoura, Tabqa, Raqqa, Taybah and Suran"
    refs = [_ref(text, m) for m in ("Mansoura", "Tabqa", "Raqqa", "Taybah", "Suran")]
    assert _resolve(resolver, text, refs) == _resolve(resolver, text, refs[::-1])[::-1]


def test_claims_without_a_place_pass_through(resolver: PlaceResolver) -> None:
    claim = Claim("r", "talks", "fact", Quote("", 0, 0), ReaderInfo("test", "1"))
    assert resolver.resolve(Report("r", "r", "Talks"), [claim]) == [claim]


def test_resolve_name(resolver: PlaceResolver) -> None:
    assert resolver.resolve_name("sokhna").name == "al-Sukhnah"
    assert resolver.resolve_name("Idlib province").level == "province"
    assert resolver.resolve_name("Nowhereville").why
    raqqa = resolver.resolve_name("Mansoura", near=(35.84, 38.55))
    aleppo = resolver.resolve_name("Mansoura", near=(36.2, 37.0))
    assert raqqa.id != aleppo.id


def _gold() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for name in ("seed", "dev"):
        path = SHARED / "gold" / f"{name}.gold.json"
        if not path.is_file():
            pytest.skip("../shared/gold is absent")
        rows += json.loads(path.read_text(encoding="utf-8"))
    return rows


def test_gold_places_are_found(resolver: PlaceResolver) -> None:
    by_doc: dict[str, list[dict[str, object]]] = {}
    for row in _gold():
        place = row["place"]
        if isinstance(place, dict) and place["lat"] is not None:
            by_doc.setdefault(str(row["doc"]), []).append(place)
    right = total = 0
    for places in by_doc.values():
        text = " ".join(str(p["name"]) for p in places)
        for gold, found in zip(places, _resolve(resolver, text, [_ref(text, str(p["name"])) for p in places]), strict=True):
            limit = 100 if gold["level"] in ("province", "region", "country") else 25
            total += 1
            if found.lat is not None and found.lon is not None:
                right += distance_km(float(str(gold["lat"])), float(str(gold["lon"])), found.lat, found.lon) <= limit
    assert right / total > 0.95
