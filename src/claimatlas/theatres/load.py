"""Read a theatre's folder of YAML into a Theatre, checking it at the border."""

from collections import defaultdict
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from claimatlas.model.actor import Actor, DatedLink, DatedName
from claimatlas.model.errors import BadKnowledge
from claimatlas.model.names import fold_name
from claimatlas.model.place import Place
from claimatlas.theatres.cache import cached
from claimatlas.theatres.theatre import Descriptor, NamedActor, Outlet, Side, Theatre

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ACTOR_FILES = ("actors.yaml", "organisations.yaml", "persons.yaml", "sources.yaml")


def folder_of(name: str) -> Traversable:
    """The folder of a theatre that ships with the package, or a path to a user's own; BadKnowledge where there is none."""
    own = Path(name)
    if (own / "theatre.yaml").is_file():
        return own
    shipped = files("claimatlas.theatres") / name
    if not (shipped / "theatre.yaml").is_file():
        raise BadKnowledge(f"{name}: no such theatre; name a shipped one (syria_iraq) or a folder that holds theatre.yaml.")
    return shipped


def read_yaml(folder: Traversable, name: str) -> dict[str, Any]:
    """One YAML file as a mapping; {} where it is absent; BadKnowledge where it is not a mapping."""
    path = folder / name
    if not path.is_file():
        return {}
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 (it is a safe one)
    except yaml.YAMLError as error:
        raise BadKnowledge(f"{path}: not valid YAML ({str(error).splitlines()[0]}); mend the file.") from error
    if not isinstance(data, dict):
        raise BadKnowledge(f"{path}: must hold a mapping at the top; see docs/theatre.md.")
    return data


def _day(value: object, path: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise BadKnowledge(f"{path}: {value!r} is not a date; write YYYY-MM-DD.")


def _names(row: dict[str, Any]) -> tuple[tuple[DatedName, ...], frozenset[str]]:
    """All spellings of an actor, the canonical one first, and those that must match in case."""
    out, exact = [], set()
    for item in [row["name"], *(row.get("names") or [])]:
        spec = item if isinstance(item, dict) else {"text": item}
        text = str(spec["text"])
        begin, end = _day(spec.get("from", row.get("from")), row["id"]), _day(spec.get("to", row.get("to")), row["id"])
        out.append(DatedName(text, begin, end, spec.get("lang", "en")))
        if spec.get("exact"):
            exact.add(text)
    return tuple(out), frozenset(exact)


def _links(row: dict[str, Any], field: str, key: str) -> tuple[DatedLink, ...]:
    out = []
    for item in row.get(field) or []:
        spec = item if isinstance(item, dict) else {key: item}
        value = spec.get(key)
        if value is None:
            raise BadKnowledge(f"{row['id']}: an entry of {field} lacks `{key}`.")
        begin = _day(spec.get("from") or spec.get("on") or spec.get(True), row["id"])
        out.append(DatedLink(str(value), begin, _day(spec.get("to"), row["id"])))
    return tuple(out)


def _actor(row: dict[str, Any]) -> tuple[Actor, frozenset[str]]:
    missing = [k for k in ("id", "name", "kind") if not row.get(k)]
    if missing:
        raise BadKnowledge(f"actor {row.get('id') or row.get('name')}: lacks {', '.join(missing)}.")
    names, exact = _names(row)
    actor = Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row.get("country"),
        names=names,
        sides=_links(row, "sides", "side"),
        parents=_links(row, "parents", "id"),
        leaders=_links(row, "leaders", "id"),
        allies=_links(row, "allies", "id"),
        successors=_links(row, "successors", "id"),
        role=row.get("role"),
        note=row.get("note"),
    )
    return actor, exact


def _roles(row: dict[str, Any]) -> list[NamedActor]:
    return [
        NamedActor(row["id"], str(r["text"]), _day(r.get("from"), row["id"]), _day(r.get("to"), row["id"])) for r in row.get("roles") or []
    ]


def _outlet(row: dict[str, Any]) -> Outlet:
    return Outlet(
        actor=row["id"],
        wire=bool(row.get("wire")),
        copies=tuple(row.get("copies") or ()),
        speaks_for=tuple(row.get("speaks_for") or ()),
        domains=tuple(str(d).lower() for d in row.get("domains") or ()),
    )


def _place(row: dict[str, Any], theatre_id: str) -> Place:
    geonames = row.get("geonames")
    return Place(
        id=f"{theatre_id}:{row['id']}",
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        kind=row["kind"],
        level=row["level"],
        country=row["country"],
        names=tuple(str(n) for n in [*(row.get("names") or []), *(row.get("ar") or [])]) + ((f"geonames:{geonames}",) if geonames else ()),
        admin=(row["country"], *(row.get("admin") or [])),
        theatre=True,
    )


def _province(row: dict[str, Any], theatre_id: str) -> Place:
    return Place(
        id=f"{theatre_id}:{row['id']}_province" if not str(row["id"]).endswith("_province") else f"{theatre_id}:{row['id']}",
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        kind="province",
        level="province",
        country=row["country"],
        names=tuple(str(n) for n in row.get("names") or []),
        admin=(row["country"], row["name"]),
        theatre=True,
    )


def _index(actors: dict[str, Actor], exact: dict[str, frozenset[str]], roles: list[NamedActor]) -> dict[str, tuple[NamedActor, ...]]:
    index: dict[str, list[NamedActor]] = defaultdict(list)
    entries = [NamedActor(a.id, n.text, n.valid_from, n.valid_to, n.text in exact[a.id]) for a in actors.values() for n in a.names]
    for entry in [*entries, *roles]:
        folded = fold_name(entry.text)
        if folded and all(e.actor != entry.actor or e.valid_from != entry.valid_from for e in index[folded]):
            index[folded].append(entry)
    return {key: tuple(rows) for key, rows in index.items()}


def load_theatre(name: str = "syria_iraq") -> Theatre:
    """Read and check a theatre; BadKnowledge with one sentence where a file breaks its rules."""
    folder = folder_of(name)
    return cached(folder, lambda: parse_theatre(folder, name))


def parse_theatre(folder: Traversable, name: str) -> Theatre:
    """A theatre from its folder's YAML, checked; see `load_theatre`."""
    head = read_yaml(folder, "theatre.yaml")
    rows = [row for file in ACTOR_FILES for row in read_yaml(folder, file).get("actors") or []]
    actors, exact = _actors(rows, name)
    sources = read_yaml(folder, "sources.yaml")
    theatre_id = str(head["id"])
    return Theatre(
        id=theatre_id,
        name=str(head["name"]),
        countries=tuple(head["countries"]),
        neighbours=tuple(head.get("neighbours") or ()),
        bounds=tuple(float(x) for x in head["bounds"]),  # type: ignore[arg-type]
        actors=actors,
        sides={str(s["id"]): _side(s) for s in read_yaml(folder, "sides.yaml").get("sides") or []},
        descriptors=tuple(_descriptor(d) for d in sources.get("descriptors") or []),
        outlets={row["id"]: _outlet(row) for row in sources.get("actors") or []},
        places=tuple(_place(row, theatre_id) for row in read_yaml(folder, "places.yaml").get("places") or []),
        provinces=tuple(_province(row, theatre_id) for row in head.get("provinces") or []),
        wars={str(k): v for k, v in (head.get("wars") or {}).items() if _day(v, "theatre.yaml")},
        generic=dict(head.get("generic") or {}),
        index=_index(actors, exact, [entry for row in rows for entry in _roles(row)]),
    )


def _actors(rows: list[dict[str, Any]], name: str) -> tuple[dict[str, Actor], dict[str, frozenset[str]]]:
    """Actors by id, and the spellings of each that must match in case."""
    actors: dict[str, Actor] = {}
    exact: dict[str, frozenset[str]] = {}
    for row in rows:
        actor, marked = _actor(row)
        if actor.id in actors:
            raise BadKnowledge(f"{name}: the actor id {actor.id} stands twice; ids must be unique.")
        actors[actor.id], exact[actor.id] = actor, marked
    return actors, exact


def _side(row: dict[str, Any]) -> Side:
    return Side(str(row["id"]), str(row["name"]), str(row["color"]), tuple(row.get("friends") or ()))


def _descriptor(row: dict[str, Any]) -> Descriptor:
    return Descriptor(str(row["text"]), str(row.get("canonical") or row["text"]), str(row.get("kind") or "anonymous"), row.get("side"))
