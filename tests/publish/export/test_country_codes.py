"""Codes of countries: both tables agree, names and codes are understood."""

from claimatlas.model.place import PlaceRef
from claimatlas.publish.export.countries import countries
from claimatlas.publish.export.country_codes import alpha2, alpha3, country_of


def test_both_tables_agree() -> None:
    assert {code: alpha3(code) for code in countries()} == {code: row.alpha3 for code, row in countries().items()}


def test_codes_and_names() -> None:
    assert [alpha3(code) for code in ("SY", "NO", "XK", "XX", None)] == ["SYR", "NOR", "XKX", None, None]
    assert [alpha2(told) for told in ("SY", "Syria", "iraq", "Nowhere", "", None)] == ["SY", "SY", "IQ", None, None, None]
    assert country_of(PlaceRef("x", "x", admin=("Syria", "Homs"))) == "SY"
    assert country_of(PlaceRef("x", "x")) is None and country_of(None) is None
