"""`python -m claimatlas.evaluate.map_bench`: the map page with 20,000 events at 5,000 places in Chromium, beside a fixed sum.

The data are drawn at random and stand in the answer to /api/atlas; the page, its scripts and the server are the real ones.
"""

import random
import tempfile
from pathlib import Path
from typing import Any

import click
import msgspec
import uvicorn

from claimatlas.scale.background import serving
from claimatlas.serve import Settings, create_app
from claimatlas.serve.columns import EVENT, HOLD

EVENTS, PLACES = 20_000, 5_000
FIRST, LAST = 16_100, 17_600
CHROMIUM = Path("/usr/bin/chromium")
ARGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
SUM = """() => {
  const t = performance.now();
  let sum = 0;
  for (let i = 0; i < 3e7; i++) sum += Math.sqrt(i);
  return performance.now() - t + 0 * sum;
}"""
SLIDE = """async () => {
  const slider = document.getElementById("slider"), taken = [];
  for (let i = 0; i < 15; i++) {
    slider.value = 16700 + i * 20;
    const t = performance.now();
    slider.dispatchEvent(new Event("input"));
    taken.push(performance.now() - t);
    await new Promise((done) => setTimeout(done, 250));
  }
  return taken.sort((a, b) => a - b)[7];
}"""
PAINT = "() => performance.getEntriesByType('paint').find((p) => p.name === 'first-contentful-paint').startTime"


def many_columns(empty: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    """Columns as /api/atlas gives them, of random events and holds."""
    draw = random.Random(seed)
    places = [
        {
            "key": f"p:{i}", "name": f"Place {i}", "ar": None, "at": [round(draw.uniform(36, 48), 4), round(draw.uniform(30, 37), 4)],
            "radius": 3, "wide": False, "level": "town", "province": "", "people": draw.randint(0, 100_000), "told": 1 + 50 // (i + 1),
        }
        for i in range(PLACES)
    ]  # fmt: skip
    sides, types = len(empty["sides"]), [{"id": k["id"], "label": k["label"], "kind": i} for i, k in enumerate(empty["kinds"])]
    events = [_event(draw, n, sides, len(types)) for n in range(EVENTS)]
    holds = [
        (p, start, end, 17_000, 0, draw.randrange(sides), None, "holder")
        for p in range(PLACES)
        for start, end in ((None, 16_799), (16_800, None))
    ]
    turned = {"events": (EVENT, events), "holds": (HOLD, holds)}
    tables = {name: {key: [row[i] for row in rows] for i, key in enumerate(keys)} for name, (keys, rows) in turned.items()}
    listed = {"places": places, "types": types, "actors": [{"id": "a", "name": "A", "side": 0}], "sources": [{"name": "S", "side": None}]}
    return {
        **empty,
        **listed,
        **tables,
        "first": FIRST,
        "last": LAST,
        "counts": {"claims": 3 * EVENTS, "reports": EVENTS, "events": EVENTS},
    }


def _event(draw: random.Random, n: int, sides: int, types: int) -> tuple[Any, ...]:
    start = draw.randint(FIRST, LAST)
    place = min(PLACES - 1, int(PLACES * draw.random() ** 2))
    told = (draw.randrange(types), place, start, start + draw.choice((0, 0, 1)), start + 1, start + 2, draw.randrange(5), 0.5)
    return (f"e_{n:016x}", *told, [0], [draw.randrange(sides)], [0], [0], 3)


def measure(address: str) -> dict[str, float]:
    """Milliseconds: first paint, one move of the slider (median of 15) for 30 days and for all time, and the fixed sum."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        body = msgspec.json.encode(many_columns(page.request.get(f"{address}/api/atlas").json())).decode()
        page.route("**/api/atlas*", lambda route: route.fulfill(body=body, content_type="application/json"))
        page.route("**/api/areas*", lambda route: route.fulfill(body="[]", content_type="application/json"))
        page.goto(f"{address}/?on=2016-06-01&span=30")
        page.wait_for_selector("html[data-map=ready]", state="attached", timeout=120_000)
        found = {"first paint": page.evaluate(PAINT), "30 days": page.evaluate(SLIDE)}
        page.select_option("#span", "0")
        page.wait_for_timeout(1000)
        found |= {"all time": page.evaluate(SLIDE), "sum": page.evaluate(SUM)}
        browser.close()
    return found


def print_map() -> None:
    """One line, or a word on why there is none."""
    if not CHROMIUM.exists():
        click.echo("map         skipped: no Chromium here")
        return
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(Path(folder) / "empty.sqlite", rates=(10_000, 100, 100)))
        with serving(uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))) as address:
            found = measure(address)
    told = ", ".join(
        f"{name} {found[name]:.0f} ms ({found[name] / found['sum']:.2f} of the sum)" for name in ("first paint", "30 days", "all time")
    )
    click.echo(f"map         {EVENTS:,} events at {PLACES:,} places: {told}; a sum of 30 million roots {found['sum']:.0f} ms")


if __name__ == "__main__":
    print_map()
