"""Words beside a bare name that say what it is."""

import pytest

from claimatlas.model.place import PlaceRef
from claimatlas.resolve.place_told import city_part, told_level, with_told


def _ref(text: str, name: str, level: str | None = None) -> PlaceRef:
    start = text.index(name)
    return PlaceRef(name, name, level=level, start=start, end=start + len(name))


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Shells fell on Qadam, Midan and Zahra neighbourhoods on Monday.", "Qadam", "district"),
        ("Shells fell on Midan and al-Zahra neighborhoods of the city.", "al-Zahra", "district"),
        ("Two shells hit Zahra neighborhood.", "Zahra", "district"),
        ("Raids hit the neighborhoods of Qadam, Zahra and Midan.", "Midan", "district"),
        ("Fighting went on in the district of Zahra.", "Zahra", "district"),
        ("Raids in the provinces of Hama, Homs and Idlib went on.", "Homs", "province"),
        ("Raids in Hama and Homs provinces went on.", "Hama", "province"),
        ("The army advanced in Homs eastern countryside.", "Homs", "region"),
        ("Rebels left Homs for the neighborhoods of Idlib.", "Homs", None),
        ("Shells hit Zahra and the army left a neighborhood.", "Zahra", None),
        ("Fighters from Homs province came.", "Homs", None),
    ],
)
def test_words_beside_a_name_give_its_level(text: str, name: str, level: str | None) -> None:
    assert told_level(text, _ref(text, name)) == level


def test_what_the_reader_or_the_name_itself_tells_stands() -> None:
    text = "Raids in the provinces of Hama and Homs city."
    assert told_level(text, _ref(text, "Hama", "town")) is None
    assert told_level(text, _ref(text, "Homs city")) is None


def test_the_countryside_of_a_province_is_the_provinces() -> None:
    text = "They advanced in Homs eastern countryside and Tadmur eastern countryside."
    told = with_told(text, [_ref(text, "Homs"), _ref(text, "Tadmur")], lambda name: name == "Homs")
    assert [r.level for r in told] == ["province", "region"]


def test_parts_of_a_city() -> None:
    text = "Shells fell on Nasr Street, Qadam suburb and the town of Qadam."
    assert city_part(text, _ref(text, "Nasr Street"))
    assert city_part(text, _ref(text, "Qadam suburb"))
    assert not city_part(text, _ref(text, "town of Qadam"))
