"""Build hook: makes the map files and the list of the world's places before the package is packed or installed as editable."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = ("src/claimatlas/publish/assets/**", "src/claimatlas/theatres/world/*.json.gz")


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the files for wheels, editable ones too; a source archive carries their sources only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the build; source: BuildHookInterface."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        import build_assets
        import build_world

        try:
            build_assets.build()
            build_world.build()
        except build_assets.BuildError as error:
            raise SystemExit(str(error)) from None
        build_data.setdefault("artifacts", []).extend(BUILT)
