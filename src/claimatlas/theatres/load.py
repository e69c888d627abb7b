"""Read a theatre's folder of YAML into a Theatre, checking it at the border."""

from collections.abc import Callable, Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from claimatlas.model.default import DEFAULT_THEATRE
from claimatlas.model.errors import BadKnowledge
from claimatlas.theatres.actor_rows import actor_of, descriptor_of, index_of, outlet_of, side_of
from claimatlas.theatres.cache import cache_file, cached
from claimatlas.theatres.check import check, faults
from claimatlas.theatres.head import head_of
from claimatlas.theatres.parts import Parts
from claimatlas.theatres.place_rows import place_of, province_of
from claimatlas.theatres.rows import Row
from claimatlas.theatres.theatre import Theatre
from claimatlas.theatres.words import Words, words_of

Made = TypeVar("Made")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ACTOR_FILES = ("actors.yaml", "organisations.yaml", "persons.yaml", "sources.yaml")


def folder_of(name: str) -> Traversable:
    """The folder of a theatre that ships with the package, or a path to a user's own; BadKnowledge where there is none."""
    own = Path(name)
    if (own / "theatre.yaml").is_file():
        return own
    shipped = files("claimatlas.theatres") / name
    if not (shipped / "theatre.yaml").is_file():
        known = ", ".join(shipped_theatres())
        raise BadKnowledge(f"{name}: no such theatre; name a shipped one ({known}) or a folder that holds theatre.yaml.")
    return shipped


def shipped_theatres() -> list[str]:
    """Names of the theatres that ship with the package."""
    return sorted(p.name for p in files("claimatlas.theatres").iterdir() if (p / "theatre.yaml").is_file())


def read_yaml(folder: Traversable, name: str) -> dict[str, Any]:
    """One YAML file as a mapping; {} where it is absent; BadKnowledge where it is not a mapping."""
    path = folder / name
    if not path.is_file():
        return {}
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 (it is a safe one)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: 30 February, or bytes that are not UTF-8
        raise BadKnowledge(f"{path}: not valid YAML ({str(error).splitlines()[0]}); mend the file.") from error
    if not isinstance(data, dict):
        raise BadKnowledge(f"{path}: must hold a mapping at the top; see docs/theatre.md.")
    return data


def file_row(folder: Traversable, name: str) -> Row:
    """One YAML file as a row to read fields from; see `read_yaml`."""
    return Row(str(folder / name), "", read_yaml(folder, name))


def load_theatre(name: str = DEFAULT_THEATRE) -> Theatre:
    """Read and check a theatre; BadKnowledge with one sentence where a file breaks its rules."""
    folder = folder_of(name)
    return cached(folder, lambda: parse_theatre(folder, name))


def theatre_stamp(name: str = DEFAULT_THEATRE) -> str:
    """A stamp of all that a theatre's folder says: another one once any of its files is another. Raises: BadKnowledge."""
    return cache_file(folder_of(name)).stem


def parse_theatre(folder: Traversable, name: str) -> Theatre:
    """A theatre from its folder's YAML, checked; see `load_theatre`. `name` is what the user called it."""
    if not (folder / "theatre.yaml").is_file():
        raise BadKnowledge(f"{name}: the folder holds no theatre.yaml; see docs/theatre.md.")
    parts = read_parts(folder)
    check(parts)
    head = parts.head
    return Theatre(
        id=head.id,
        name=head.name,
        countries=head.countries,
        neighbours=head.neighbours,
        bounds=head.bounds,
        actors={a.actor.id: a.actor for a in parts.actors},
        sides={side.id: side for _, side in parts.sides},
        descriptors=tuple(descriptor for _, descriptor in parts.unnamed),
        outlets={outlet.actor: outlet for _, outlet in parts.outlets},
        places=tuple(place for _, place in parts.places),
        provinces=tuple(place for _, place in parts.provinces),
        wars=head.wars,
        words=parts.words,
        generic=head.generic,
        index=index_of(parts.actors),
    )


def default_words() -> Words:
    """The words of the default theatre, without the rest of it."""
    return words_of(file_row(folder_of(DEFAULT_THEATRE), "words.yaml"))


def mistakes(name: str = DEFAULT_THEATRE) -> tuple[list[str], Theatre | None]:
    """What is wrong with a theatre's files, a sentence each, and the theatre where nothing is; BadKnowledge where there is none.

    What rows say of each other is looked at once each row is right by itself.
    """
    folder, wrong = folder_of(name), list[BadKnowledge]()
    try:
        parts = read_parts(folder, wrong)
        wrong = wrong or list(faults(parts))
    except BadKnowledge as error:  # a file that is no YAML, or a head that cannot be read
        wrong.append(error)
    return list(dict.fromkeys(str(error) for error in wrong)), None if wrong else parse_theatre(folder, name)


def _each(rows: Iterable[Row], make: Callable[[Row], Made], wrong: list[BadKnowledge] | None) -> list[Made]:
    """Rows made entries; a wrong row goes to `wrong`, or is raised where there is no such list."""
    out = []
    for row in rows:
        try:
            out.append(make(row))
        except BadKnowledge as error:
            if wrong is None:
                raise
            wrong.append(error)
    return out


def read_parts(folder: Traversable, wrong: list[BadKnowledge] | None = None) -> Parts:
    """What the folder's files list, each row checked by itself; wrong rows are raised, or kept in `wrong`."""
    first, sources = file_row(folder, "theatre.yaml"), file_row(folder, "sources.yaml")
    head = head_of(first)
    rows, places = sources.rows("actors", "actor"), file_row(folder, "places.yaml").rows("places", "place")
    actors = [row for file in ACTOR_FILES for row in file_row(folder, file).rows("actors", "actor")]
    return Parts(
        first=first,
        head=head,
        sides=_each(file_row(folder, "sides.yaml").rows("sides", "side"), lambda row: (row, side_of(row)), wrong),
        actors=_each(actors, actor_of, wrong),
        outlets=_each(rows, lambda row: (row, outlet_of(row)), wrong),
        unnamed=_each(sources.rows("descriptors", "descriptor"), lambda row: (row, descriptor_of(row)), wrong),
        places=_each(places, lambda row: (row, place_of(row, head.id)), wrong),
        words=words_of(file_row(folder, "words.yaml")),
        provinces=_each(first.rows("provinces", "province"), lambda row: (row, province_of(row, head.id)), wrong),
    )
