"""Places of the world that the city list brings: cities and countries."""

from collections.abc import Iterable, Iterator
from statistics import median

from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.theatres import world
from claimatlas.theatres.in_force import words_in_force

WORLD_POPULATION = 5000
WIDE_DEGREES = 30.0
COUNTRY_NAMES: dict[str, tuple[str, ...]] = {
    "US": ("US", "U.S.", "USA", "United States of America", "America"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "RU": ("Russian Federation",),
    "SY": ("Syrian Arab Republic", "سوريا", "سورية"),
    "IQ": ("Republic of Iraq", "العراق"),
    "TR": ("Turkiye", "Türkiye", "تركيا"),
    "IR": ("Islamic Republic of Iran", "إيران"),
    "AE": ("UAE", "Emirates"),
    "SA": ("Kingdom of Saudi Arabia", "KSA", "السعودية"),
    "LB": ("لبنان",),
    "JO": ("الأردن",),
    "KP": ("DPRK",),
    "CD": ("DRC", "Congo-Kinshasa"),
    "CZ": ("Czech Republic",),
    "PS": ("Palestine", "Palestinian territories"),
    "NL": ("Holland", "Netherlands"),
    "CI": ("Ivory Coast",),
    "MM": ("Burma",),
}

# words that name a country without being names of a place in the index; a theatre adds those about it (words.yaml, `peoples`)
DEMONYMS = {"EG": ("Egyptian",), "RU": ("Russian",), "US": ("American",)}


def latin_or_arabic(name: str) -> bool:
    """Whether a name is written in letters that reports of ours use: Latin or Arabic, with their marks."""
    return name.isascii() or all(
        c < "\u0370" or "\u0600" <= c < "\u0700" or "\u1e00" <= c < "\u1f00" or "\u2010" <= c < "\u2040" or "\ufb50" <= c < "\uff00"
        for c in name
    )


def usable(name: str) -> bool:
    """Whether an alternate name may stand in the index: no short code in capitals, no letter-by-letter transcript ("alswrt")."""
    code = name.isascii() and (name == name.lower() or (name.isupper() and len(name) < 5))
    return len(name) > 2 and not code and latin_or_arabic(name)


def cities(near: Iterable[str]) -> Iterator[tuple[Place, str]]:
    """(place, code of its first-order division); all cities of the countries `near`, elsewhere those of 5,000 people and more."""
    close, capitals = frozenset(near), _capitals()
    for city in world.cities():
        if city.country not in close and city.population < WORLD_POPULATION:
            continue
        capital = capitals.get(city.country) == fold_name(city.name)
        yield (
            Place(
                id=f"geonames:{city.geonameid}",
                name=city.name,
                lat=city.lat,
                lon=city.lon,
                kind="capital" if capital else "city" if city.population >= 100_000 else "town",
                level="town",
                country=city.country,
                names=tuple(dict.fromkeys(n for n in (city.name, *city.names) if usable(n))),
                admin=(city.country,),
                population=city.population,
            ),
            city.admin1,
        )


def _capitals() -> dict[str, str]:
    return {code: fold_name(country.capital) for code, country in world.countries().items()}


def countries(points: dict[str, list[tuple[float, float]]]) -> Iterator[Place]:
    """Countries; the point of one is the middle of its cities' box (`points`, by ISO code), so it says no more than "in there"."""
    for code, country in world.countries().items():
        where = points.get(code)
        if not where:
            continue
        yield Place(
            id=f"geonames:{country.geonameid}",
            name=country.name,
            lat=_middle([p[0] for p in where]),
            lon=_middle([p[1] for p in where]),
            kind="country",
            level="country",
            country=code,
            names=(country.name, *COUNTRY_NAMES.get(code, ())),
            admin=(code,),
            population=country.population,
        )


def _middle(degrees: list[float]) -> float:
    """Half way between the extremes; the median where they lie so far apart that outlying islands or the date line would decide."""
    low, high = min(degrees), max(degrees)
    return round((low + high) / 2 if high - low < WIDE_DEGREES else median(degrees), 3)


def country_words(code: str) -> tuple[str, ...]:
    """The names of a country by its ISO code, and what its people are called; () where unknown."""
    country = world.countries().get(code)
    if country is None:
        return ()
    return (country.name, *COUNTRY_NAMES.get(code, ()), *DEMONYMS.get(code, ()), *words_in_force().peoples.get(code, ()))
