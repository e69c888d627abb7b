"""The codebook as data: every type has a family, a label and the mappings of the written codebook."""

import re
from pathlib import Path

import pytest

from claimatlas.model.claim import STANCES
from claimatlas.model.codebook import codebook, family, two_sided

BOOK = codebook()
TWO_SIDED = {"clash", "ceasefire", "agreement", "talks", "prisoner_exchange"}


def test_forty_five_types_and_five_stances() -> None:
    """As many as the codebook has."""
    assert len(BOOK.types) == 45
    assert BOOK.stances == STANCES


@pytest.mark.parametrize("name", BOOK.types)
def test_a_type_is_complete(name: str) -> None:
    """Name, family, label and what it covers."""
    type_ = BOOK.types[name]
    assert type_.name == name
    assert type_.family in BOOK.families
    assert type_.family == family(name)
    assert type_.label.strip()
    assert type_.covers.strip()
    assert set(type_.ucdp) <= {1, 2, 3}
    assert type_.acled is None or len(type_.acled) == 2
    assert type_.plover is None or len(type_.plover) == 2


def test_labels_are_unique() -> None:
    """Two types are never shown under one name."""
    labels = [t.label for t in BOOK.types.values()]
    assert len(set(labels)) == len(labels)


def test_every_family_is_used() -> None:
    """No family without a type."""
    assert {t.family for t in BOOK.types.values()} == set(BOOK.families)


def test_two_sided_types() -> None:
    """Those where order carries no meaning are at least the codebook's."""
    assert {n for n in BOOK.types if two_sided(n)} >= TWO_SIDED
    assert not two_sided("capture")


def test_a_name_that_is_no_type() -> None:
    """KeyError, as said."""
    with pytest.raises(KeyError):
        family("party")


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, tuple[str, str, str]]:
    """The mapping table of the written codebook: type to (ACLED, PLOVER, UCDP) cells."""
    path = shared / "codebook" / "CODEBOOK.md"
    if not path.is_file():
        pytest.skip("../shared/codebook/CODEBOOK.md is not here")
    table = path.read_text(encoding="utf-8").split("## Mapping", 1)[1]
    found = {}
    for line in table.splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0] not in {"type", "---"}:
            found |= dict.fromkeys(re.split(r",\s*", cells[0]), (cells[1], cells[2], cells[3]))
    return found


def test_the_types_are_those_of_the_written_codebook(rows: dict[str, tuple[str, str, str]]) -> None:
    """None missing, none of our own."""
    assert set(rows) == set(BOOK.types)


def test_acled_is_as_written(rows: dict[str, tuple[str, str, str]]) -> None:
    """Each event and sub-event name that we give stands in the type's cell; "none" is none."""
    for name, (acled, _, _) in rows.items():
        ours = BOOK.types[name].acled
        assert (ours is None) == (acled == "none"), name
        for part in [p.strip() for cell in ours or () for p in cell.split(" | ")]:
            assert part.lower() in acled.lower(), (name, part)


def test_plover_is_as_written(rows: dict[str, tuple[str, str, str]]) -> None:
    """The event type that we give stands in the type's cell, and so does its mode."""
    for name, (_, plover, _) in rows.items():
        ours = BOOK.types[name].plover
        if ours is None:
            assert "none" in plover, name
            continue
        assert ours[0] in plover, name
        assert ours[1] is None or ours[1] in plover, name


def test_ucdp_is_as_written(rows: dict[str, tuple[str, str, str]]) -> None:
    """The types of violence that deaths count under; none where the cell says no."""
    for name, (_, _, ucdp) in rows.items():
        assert BOOK.types[name].ucdp == tuple(int(d) for d in re.findall(r"\b[123]\b", ucdp)), name
