"""The web map: one HTML file that opens from disk, carries all it needs and asks for nothing."""

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.basemap import Layer, asset, basemap, layers
from claimatlas.publish.borders import inner_borders
from claimatlas.publish.payload import payload, title_of

SCRIPTS = ("base.js", "marks.js", "style.js", "panel.js", "table.js", "map.js")
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
POLICY = (
    "default-src 'none'; script-src 'sha256-{hash}' blob:; worker-src blob: data:; child-src blob:; style-src 'unsafe-inline'; "
    "img-src data: blob:; connect-src blob: data:; base-uri 'none'; form-action 'none'"
)


def safe_json(value: object) -> str:
    """JSON that may stand inside a script element: no character in it can end the element or a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character, escape in UNSAFE.items():
        text = text.replace(character, escape)
    return text


def packed(value: object) -> str:
    """Base64 of gzipped JSON; equal values give equal text."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return base64.b64encode(gzip.compress(body, 9, mtime=0)).decode("ascii")


@cache
def _page(name: str) -> str:
    return (files("claimatlas.publish") / "page" / name).read_text(encoding="utf-8")


def _library(extra: dict[str, Any]) -> str:
    parts = {"main": "maplibre-gl.mjs", "worker": "maplibre-gl-worker.mjs", "css": "maplibre-gl.css", "licences": "LICENSES.txt"}
    texts = {key: asset(name).decode("utf-8") for key, name in parts.items()}
    return packed({**texts, "basemap": basemap(), "extra": extra})


def _extra(added: Sequence[Layer]) -> dict[str, Any]:
    return {"province": {"type": "FeatureCollection", "features": inner_borders(added)}}


def webmap(view: AtlasView, added: Sequence[Layer] | None = None) -> str:
    """The page's text. `added`: layers drawn over the basemap; None takes those that the user has added."""
    script = "\n" + "\n".join(_page(name) for name in SCRIPTS)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    parts = {
        "policy": POLICY.format(hash=digest),
        "title": html.escape(title_of(view)),
        "css": _page("page.css"),
        "data": safe_json(payload(view)),
        "library": _library(_extra(layers() if added is None else added)),
        "script": script,
    }
    pieces = _page("page.html").split("{{ ")
    return pieces[0] + "".join(parts[name] + rest for name, rest in (p.split(" }}", 1) for p in pieces[1:]))


def write_webmap(view: AtlasView, path: Path, added: Sequence[Layer] | None = None) -> None:
    """Writes the page; InputError when the map files were not built. See `webmap` for `added`."""
    path.write_text(webmap(view, added), encoding="utf-8", newline="\n")
