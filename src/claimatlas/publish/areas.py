"""Areas of holds as plain data: whose land, how old the evidence, the polygon."""

from functools import cache
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from claimatlas.control.area import Area, Ground
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.basemap import basemap

# the colour of an area fades by half in so many days without new evidence, down to the least
HALF_DAYS, STRONGEST, LEAST = 45.0, 0.34, 0.1


@cache
def ground() -> Ground:
    """The basemap's land and state borders, which areas are cut by."""
    land, border = ([shape(f["geometry"]) for f in basemap()[name]["features"]] for name in ("land", "border"))
    # rings of the basemap cross themselves in places: the structure of shells and holes holds, their lines alone turn land to sea
    whole = shapely.make_valid(land, method="structure", keep_collapsed=False)
    return Ground(shapely.union_all(whole), shapely.union_all(border))


def area_row(view: AtlasView, area: Area) -> dict[str, Any]:
    """One area: status, sides (of a contested one both), strength of its colour by the age of the evidence, polygon."""
    hold = area.hold
    parties = [*([hold.holder] if hold.holder else []), *(r.holder for r in hold.rivals)]
    sides = list(dict.fromkeys(view.side_id(p) for p in parties))
    contested = hold.status == "contested"
    return {
        "name": hold.place.name,
        "status": hold.status,
        "side": sides[0] if sides else None,
        "other": sides[1] if contested and len(sides) > 1 else None,
        "strength": strength(hold.evidence_age_days),
        "shape": mapping(area.shape),
    }


def strength(age_days: int | None) -> float:
    """How strongly an area is coloured, LEAST to STRONGEST: less the older the newest evidence."""
    faded: float = STRONGEST * 0.5 ** ((age_days or 0) / HALF_DAYS)
    return round(max(LEAST, faded), 3)
