"""Row formats of published gazetteers, each read into places. Rows without usable coordinates are left out."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from claimatlas.model.place import Place, distance_km
from claimatlas.resolve.gazetteer_sources import usable
from claimatlas.theatres import Theatre

# GeoNames feature codes that tell more than their class does
FEATURES = {
    "PCLI": ("country", "country"),
    "ADM1": ("province", "province"),
    "ADM2": ("county", "county"),
    "ADM3": ("county", "county"),
    "ADM4": ("county", "county"),
    "PPLC": ("capital", "town"),
    "PPLA": ("city", "town"),
    "PPLX": ("district", "district"),
    "AIRB": ("airbase", "site"),
    "AIRP": ("airport", "site"),
    "DAM": ("dam", "site"),
    "BDG": ("bridge", "site"),
    "MTN": ("mountain", "area"),
    "MTS": ("mountains", "area"),
    "HLL": ("hill", "site"),
    "LK": ("lake", "area"),
    "STM": ("river", "region"),
    "RGN": ("region", "region"),
    "OILF": ("oil_field", "site"),
    "PRN": ("prison", "site"),
}
CLASSES = {"P": ("village", "town"), "A": ("county", "county"), "S": ("site", "site"), "T": ("hill", "site"), "L": ("area", "area")}
CLASSES |= {"H": ("water", "area"), "V": ("area", "area"), "R": ("road", "site"), "U": ("undersea", "region")}
PLACETYPES = {
    "country": ("country", "country"),
    "region": ("province", "province"),
    "county": ("county", "county"),
    "localadmin": ("county", "county"),
    "locality": ("village", "town"),
    "borough": ("district", "district"),
    "neighbourhood": ("district", "district"),
    "campus": ("site", "site"),
}
LAT_NAMES, LON_NAMES = ("latitude", "lat", "latitude_y", "point_y", "y"), ("longitude", "lon", "long", "longitude_x", "point_x", "x")
PCODE_LEVELS = {0: ("country", "country"), 1: ("province", "province"), 2: ("county", "county"), 3: ("county", "county")}


def is_geonames(head: str) -> bool:
    """Whether a first line is that of a GeoNames dump."""
    cells = head.rstrip("\r\n").split("\t")
    return len(cells) == 19 and cells[0].isdigit() and _point(cells[4], cells[5]) is not None


def is_whosonfirst(head: str) -> bool:
    """Whether a first line is the header of a Who's On First table."""
    return {"wof_id", "name", "placetype", "lat", "lon"} <= set(head.strip().split(","))


def is_pcodes(head: str) -> bool:
    """Whether a first line is the header of an OCHA p-code table."""
    return "admin1pcode" in head.lower().replace('"', "").strip().split(",")


def geonames_rows(lines: Iterable[str], theatre: Theatre) -> Iterator[Place]:
    """Places of a GeoNames dump; rows of other shapes are left out."""
    for line in lines:
        cells = line.rstrip("\r\n").split("\t")
        point = _point(cells[4], cells[5]) if len(cells) == 19 else None
        if point is None or cells[6] not in CLASSES:
            continue
        kind, level = FEATURES.get(cells[7], CLASSES[cells[6]])
        names = [n for n in (cells[1], cells[2], *cells[3].split(",")) if usable(n)]
        people = int(cells[14]) if cells[14].isdigit() else 0
        yield _place(f"geonames:{cells[0]}", cells[1], point, kind, level, cells[8], names, people)


def whosonfirst_rows(lines: Iterable[str], theatre: Theatre) -> Iterator[Place]:
    """Places of a Who's On First table of one country; those marked deprecated are left out."""
    rows = [(row, point) for row in csv.DictReader(lines) if not row.get("deprecated") and (point := _point(row["lat"], row["lon"]))]
    country = _country_of([point for _, point in rows], theatre)
    for row, point in rows:
        if row["placetype"] not in PLACETYPES or row["placetype"] == "country" or not row["name"]:
            continue
        kind, level = PLACETYPES[row["placetype"]]
        names = [n for n in (row["name"], *(row.get("names") or "").split("|"), *(row.get("names_ar") or "").split("|")) if usable(n)]
        if row.get("geonames_id"):
            names.append(f"geonames:{row['geonames_id']}")
        yield _place(f"wof:{row['wof_id']}", row["name"], point, kind, level, country, names, 0)


def pcode_rows(lines: Iterable[str], theatre: Theatre) -> Iterator[Place]:
    """Places of an OCHA p-code table that carries coordinates; the finest level that a row fills is its place."""
    for raw in csv.DictReader(lines):
        row = {str(k).strip().lower(): (v or "").strip() for k, v in raw.items() if isinstance(v, str)}
        point = _point(_first(row, LAT_NAMES), _first(row, LON_NAMES))
        depth = len(list(takewhile(row.get, (f"admin{n}pcode" for n in range(1, 6)))))
        if not depth or point is None:
            continue
        code, name = row[f"admin{depth}pcode"], row.get(f"admin{depth}name_en") or row.get(f"admin{depth}name", "")
        if not name:
            continue
        kind, level = PCODE_LEVELS.get(depth, ("village", "town"))
        names = [n for n in (name, row.get(f"admin{depth}name_ar", "")) if usable(n)]
        admin = tuple(row.get(f"admin{n}name_en") or None for n in range(1, min(depth, 2) + 1))
        yield _place(f"pcode:{code}", name, point, kind, level, code[:2].upper(), names, 0, admin)


def _place(
    key: str,
    name: str,
    point: tuple[float, float],
    kind: str,
    level: str,
    country: str,
    names: list[str],
    people: int,
    admin: tuple[str | None, ...] = (),
) -> Place:
    """One entry, its names each once."""
    lat, lon = point
    return Place(key, name, lat, lon, kind, level, country, tuple(dict.fromkeys(names)), (country, *admin), people)


def _point(lat: str | None, lon: str | None) -> tuple[float, float] | None:
    """The coordinates, or None where they are absent or off the globe; 0, 0 stands for absent in these tables."""
    try:
        y, x = float(lat or ""), float(lon or "")
    except ValueError:
        return None
    return (y, x) if abs(y) <= 90 and abs(x) <= 180 and (y or x) else None


def _first(row: Mapping[str, str], keys: Iterable[str]) -> str:
    return next((row[k] for k in keys if row.get(k)), "")


def _country_of(points: list[tuple[float, float]], theatre: Theatre) -> str:
    """The theatre's country that most points lie nearest to, by the theatre's provinces: the table itself names none."""
    votes: Counter[str] = Counter()
    for lat, lon in points[:: max(1, len(points) // 200)]:
        nearest = min(theatre.provinces, key=lambda p: distance_km(p.lat, p.lon, lat, lon), default=None)
        votes[nearest.country if nearest else theatre.countries[0]] += 1
    return votes.most_common(1)[0][0] if votes else theatre.countries[0]
