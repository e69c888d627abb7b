"""Build hook: makes the map files of publish/assets before the package is packed or installed as editable."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the assets for wheels, editable ones too; a source archive carries their sources only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the build; source: BuildHookInterface."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        from build_assets import BuildError, build

        try:
            build()
        except BuildError as error:
            raise SystemExit(str(error)) from None
        build_data.setdefault("artifacts", []).append("src/claimatlas/publish/assets/**")
