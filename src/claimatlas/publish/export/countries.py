"""Countries in the codes of other data sets: ISO 3166-1, Gleditsch and Ward's numbers, the regions of ACLED and UCDP."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `iso`: ISO 3166-1 numeric; `gw`: Gleditsch-Ward number, None for what they list no state of."""

    alpha3: str
    iso: int
    name: str
    acled_region: str
    gw: int | None
    ucdp_region: str | None


@cache
def countries() -> dict[str, Country]:
    """By ISO 3166-1 alpha-2 code; small states without an armed conflict are not listed. Source: countries.yaml."""
    rows = yaml.safe_load((files("claimatlas.publish.export") / "countries.yaml").read_text(encoding="utf-8"))
    return {code: Country(*row) for code, row in rows.items()}
