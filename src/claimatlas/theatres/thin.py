"""Thin spots of a theatre: what breaks no rule, and yet leaves reports unread or claims without a side."""

from collections.abc import Iterable, Sequence

from claimatlas.model.actor import Actor
from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.theatres.theatre import Theatre

SHOWN = 5
WITHOUT_SIDE = frozenset({"media", "agency", "monitor", "organisation", "international", "person"})
"""Kinds of actors of whom a theatre need not say on whose side they stand."""


def thin_spots(theatre: Theatre) -> list[str]:
    """One sentence for each kind of thin spot, which names the file, the rows and the mend; [] where there is none."""
    found = [*_of_actors(theatre), *_of_places(theatre), *_of_the_head(theatre)]
    return [sentence for sentence in found if sentence]


def _of_actors(theatre: Theatre) -> list[str]:
    actors = theatre.actors.values()
    sideless = [a.id for a in actors if a.kind not in WITHOUT_SIDE and not _ever_sided(theatre, a, frozenset())]
    held = {side.value for a in actors for side in a.sides}
    return [
        _said("actors.yaml", "actors without a side, of their own or of a parent", sideless, "give `sides` or `parents`"),
        _said("sides.yaml", "sides without an actor", [s for s in theatre.sides if s not in {*held, "neutral"}], "give an actor that side"),
        _said("actors.yaml", "names that two actors share", _shared(theatre), "make them longer, or date them"),
        "" if theatre.sides else "sides.yaml: there is no side, so nobody can hold a place; write one for each party to the war.",
        "" if theatre.outlets else "sources.yaml: there is no outlet, so no voice has a side; write the outlets that you read.",
    ]


def _ever_sided(theatre: Theatre, actor: Actor, seen: frozenset[str]) -> bool:
    parents = (theatre.actors[p.value] for p in actor.parents if p.value not in seen)
    return bool(actor.sides) or any(_ever_sided(theatre, p, seen | {actor.id}) for p in parents)


def _shared(theatre: Theatre) -> list[str]:
    """Spellings without dates that two actors have."""
    always = {k: [e for e in rows if e.valid_from is None and e.valid_to is None] for k, rows in theatre.index.items()}
    return [rows[0].text for rows in always.values() if len({e.actor for e in rows}) > 1 and not all(e.exact for e in rows)]


def _of_places(theatre: Theatre) -> list[str]:
    west, south, east, north = theatre.bounds
    own = [p for p in theatre.places if p.country in theatre.countries]
    outside = _ids(p for p in own if not (west <= p.lon <= east and south <= p.lat <= north))
    with_province = {p.country for p in theatre.provinces}
    homeless = _ids(p for p in own if p.country in with_province and len(p.admin) < 2)
    return [
        _said("places.yaml", "places without an Arabic spelling", _ids(p for p in theatre.places if not _arabic(p)), "list one in `ar`"),
        _said("places.yaml", "places outside the theatre's `bounds`", outside, "mend the position or the frame"),
        _said("places.yaml", "places without a province", homeless, "write it in `admin`"),
        _said("places.yaml", "names of two places of one level", _doubled(theatre.places), "tell them apart"),
        "" if theatre.provinces else "theatre.yaml: there are no provinces, so the brief cannot be told by area; list them.",
    ]


def _arabic(place: Place) -> bool:
    return any("\u0600" <= c < "\u0700" for name in place.names for c in name)


def _ids(places: Iterable[Place]) -> list[str]:
    return [p.id.partition(":")[2] for p in places]


def _doubled(places: Sequence[Place]) -> list[str]:
    found: dict[tuple[str, str, str], str] = {}
    twice = []
    for place in places:
        key = (place.country, place.level, fold_name(place.name))
        if key in found:
            twice.append(place.name)
        found[key] = place.id
    return twice


def _of_the_head(theatre: Theatre) -> list[str]:
    no_words = [c for c in theatre.countries if "government" not in theatre.generic.get(c, {})]
    no_war = [c for c in theatre.countries if c not in theatre.wars]
    return [
        _said("theatre.yaml", "countries where `government` means nobody", no_words, "write it in `generic`"),
        _said("theatre.yaml", "countries whose war has no beginning", no_war, "write it in `wars`"),
    ]


def _said(file: str, what: str, rows: Sequence[str], mend: str) -> str:
    if not rows:
        return ""
    more = f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else ""
    return f"{file}: {what}: {len(rows)} ({', '.join(rows[:SHOWN])}{more}); {mend}."
