"""Other ways to put a name."""

import pytest

from claimatlas.resolve.place_variants import variants


@pytest.mark.parametrize(
    ("core", "kind", "form"),
    [
        ("Western Zarah", "", "Zarah Gharbiyah"),
        ("Lower Zarah", "", "Zarah Tahtani"),
        ("Tell Zarah", "", "Tall Zarah"),
        ("Kherbet Zarah", "", "Khirbat Zarah"),
        ("Zarah", "mountain", "Jabal Zarah"),
        ("137th Brigade", "", "Brigade 137"),
    ],
)
def test_a_name_in_other_words(core: str, kind: str, form: str) -> None:
    assert form in variants(core, core, kind)


def test_a_plain_name_has_none() -> None:
    assert variants("Zarah", "Zarah", "") == ()


@pytest.mark.parametrize(("name", "other"), [("Urum Alkobra", "Urum al-Kobra"), ("AlBab", "al-Bab"), ("Elraqqa", "al-Raqqa")])
def test_an_article_written_as_one_with_its_word_is_parted(name: str, other: str) -> None:
    assert other in variants(name, name, "")
