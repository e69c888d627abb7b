"""Lays a theatre's folder with commented examples, which the check accepts, for a user to fill."""

import json
import re
from importlib.resources import files
from pathlib import Path

from claimatlas.model.errors import BadKnowledge, InputError
from claimatlas.model.names import fold_name

FILES = ("theatre.yaml", "sides.yaml", "actors.yaml", "organisations.yaml", "persons.yaml", "sources.yaml", "places.yaml")
CODE = re.compile(r"[A-Z]{2}")


def new_theatre(folder: Path, name: str, country: str) -> list[Path]:
    """Writes the files of a new theatre called `name`; `country` is an ISO 3166-1 alpha-2 code. Returns the files.

    Raises: BadKnowledge for a name without letters or a wrong code, InputError where the folder holds files or cannot be written.
    """
    name = " ".join(name.split())
    short = re.sub(r"[^a-z0-9]+", "_", fold_name(name)).strip("_")
    if not short:
        raise BadKnowledge(f"the name {name!r} has no Latin letters to make an id of; write --name in Latin letters.")
    if not CODE.fullmatch(country):
        raise BadKnowledge(f"the country is {country!r}; write its code of two capital letters (ISO 3166-1), such as SD.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder} holds files already; name an empty or a new folder.")
        return [_write(folder / file, _filled(file, short, name, country)) for file in FILES]
    except OSError as error:
        raise InputError(f"{folder} cannot be written ({error.strerror}); name another folder.") from None


def _filled(file: str, short: str, name: str, country: str) -> str:
    text = (files("claimatlas.theatres") / "skeleton" / f"{file}.in").read_text(encoding="utf-8")
    values = {"__ID__": json.dumps(short), "__NAME__": json.dumps(name, ensure_ascii=False), "__COUNTRY__": json.dumps(country)}
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
