"""Build the index of all places that a theatre needs: its own, those a user added, the world's cities and countries."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from claimatlas.model.place import Place
from claimatlas.resolve.gazetteer_import import added_files, read_places
from claimatlas.resolve.gazetteer_merge import Merger, ProvinceVotes, with_province
from claimatlas.resolve.gazetteer_sources import cities, countries
from claimatlas.resolve.gazetteer_store import SCHEMA_VERSION, cache_folder, write
from claimatlas.theatres import Theatre, world


def index_name(theatre: Theatre, files: Sequence[Path]) -> str:
    """File name of the index: it changes with the schema, the city list, the theatre's places and the added files."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {world.names().version} {theatre.countries} {theatre.neighbours}".encode())
    digest.update(msgspec.json.encode([theatre.provinces, theatre.places]))
    for path in files:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"gazetteer-{theatre.id}-{digest.hexdigest()[:16]}.sqlite"


def merged(theatre: Theatre, files: Sequence[Path] = ()) -> list[Place]:
    """All places, one entry a place; the order of authority is theatre, city list, added files."""
    merger, votes = Merger(), ProvinceVotes(theatre.places)
    for place in (*theatre.provinces, *theatre.places):
        merger.add(place)
    region = {*theatre.countries, *theatre.neighbours}
    for place in _world(theatre, votes, region):
        if place.country in region:
            merger.add(place)
        else:
            merger.places.append(place)
    for path in files:
        for place in read_places(path, theatre):
            merger.add(with_province(place, votes.nearest(place)))
    return merger.places


def _world(theatre: Theatre, votes: ProvinceVotes, region: set[str]) -> Iterator[Place]:
    rows = list(cities(region))
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place, code in rows:
        points[place.country].append((place.lat, place.lon))
        if place.country in theatre.countries:
            votes.vote(place, code)
    yield from countries(points)
    for place, code in rows:
        yield with_province(place, votes.province(place.country, code)) if place.country in theatre.countries else place


def _once(files: Sequence[Path]) -> list[Path]:
    """The files, those of one content once, in the order of their contents' hashes: where a file lies makes no difference."""
    by_content = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in sorted(files, reverse=True)}
    return [by_content[digest] for digest in sorted(by_content)]


def build(theatre: Theatre, extra: Sequence[Path] = ()) -> Path:
    """Path of the theatre's index, built first where it is not there yet (some ten seconds). `extra`: files beside the added ones."""
    files = _once([*added_files(theatre.id), *extra])
    path = cache_folder() / index_name(theatre, files)
    if not path.is_file():
        home = frozenset(theatre.countries)
        write(path, merged(theatre, files), home, home | frozenset(theatre.neighbours))
    return path
