"""The sample reports in a ledger and its exports; and layers made from a view with text in it that means harm."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import MultiPolygon, Polygon

from claimatlas import Atlas
from claimatlas.control import Area, areas
from claimatlas.model.claim import Quote
from claimatlas.model.event import Slot
from claimatlas.model.place import PlaceRef
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.export.layer import Layer
from claimatlas.publish.export.layers import areas_layer, claims_layer, events_layer, holds_layer
from claimatlas.read import TableColumns

SAMPLES = Path(__file__).parents[3] / "samples" / "reports"
COLUMNS = TableColumns(key="id", title="headline", text="body", publisher="outlet", date="day")
HOSTILE = (
    "<script>alert('x')</script> ]]> &amp; \x01\x1b[31m \u202etxet\u202c \u200fعربي \"q\"; -- '); DROP TABLE x\r\n=1+1 $[name] 😀 \ud83d"
)
SAFE = HOSTILE.replace("\ud83d", "\ufffd")
"""What of it can be kept: half a character cannot."""
HOLED = MultiPolygon([Polygon([(38, 34), (39, 34), (39, 35), (38, 35)], [[(38.4, 34.4), (38.6, 34.4), (38.6, 34.6), (38.4, 34.6)]])])


def with_harm(view: AtlasView) -> AtlasView:
    """The view with hostile words as quote, publisher, title, names of places and actors and remark of a hold."""
    first = view.events[0].claims[0]
    claims, reports = dict(view.claims), dict(view.reports)
    bad = claims[first]
    actors = tuple(replace(a, name=HOSTILE) for a in bad.agent)
    place = replace(bad.place, name=HOSTILE) if bad.place else None
    claims[first] = replace(bad, quote=Quote(HOSTILE, 0, len(HOSTILE)), agent=actors, place=place)
    reports[bad.report_id] = replace(reports[bad.report_id], publisher=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    killed = {"quantities.killed": Slot(12.0, 12.0, 29.0)}
    events = (replace(view.events[0], place=place), replace(view.events[1], slots=killed), *view.events[2:])
    holds = (replace(view.holds[0], place=replace(view.holds[0].place, name=HOSTILE), why=HOSTILE), *view.holds[1:])
    return replace(view, claims=claims, reports=reports, events=events, holds=holds)


@pytest.fixture
def harmful(view: AtlasView) -> AtlasView:
    """A view with hostile words in it."""
    return with_harm(view)


@pytest.fixture
def layers(harmful: AtlasView) -> list[Layer]:
    """Events, claims, holds and areas; one area has a hole."""
    told = [(PlaceRef(h.place.name, h.place.name, h.place.id, h.place.lat, h.place.lon, 1, level="town"), h) for h in harmful.holds]
    found = [*areas(told), Area(harmful.holds[0], HOLED)]

    def side(holder):
        return harmful.sides[s].name if (s := harmful.side_id(holder)) else None

    return [
        events_layer(harmful.events, harmful.claims),
        claims_layer(harmful.claims.values(), harmful.reports),
        holds_layer(harmful.holds, side),
        areas_layer(found, side),
    ]


@pytest.fixture(scope="session")
def sample_ledger(own_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; tests must not write to it."""
    path = tmp_path_factory.mktemp("sample") / "ledger.sqlite"
    with Atlas.open(path) as atlas:
        assert atlas.read([SAMPLES], COLUMNS).read == 25
    return path


@pytest.fixture
def sample(sample_ledger: Path) -> Iterator[Atlas]:
    """The sample's ledger, open."""
    with Atlas.open(sample_ledger) as atlas:
        yield atlas


@pytest.fixture
def written(sample: Atlas) -> Callable[..., str]:
    """What an export to a stream writes."""

    def call(format: str, **asked: Any) -> str:
        stream = io.StringIO(newline="")
        sample.export(stream, format, **asked)
        return stream.getvalue()

    return call
