"""Puts into the wheel what lies outside the package: grammars, packs, drafts, and what they compile to."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("grammars", "rulesets", "schemas", "drafts")


class PackagedData(BuildHookInterface):  # type: ignore[type-arg]
    """Fills `clausecheck/_data`. An editable install has none of it, and reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the wheel builder what to take. A pack that will not compile stops the build."""
        if version == "editable":
            return
        root = Path(self.root)
        self.compiled = tempfile.TemporaryDirectory(prefix="clausecheck-compiled-")
        environment = os.environ | {"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "clausecheck.precompile", self.compiled.name]
        subprocess.run(command, env=environment, cwd=root, check=True)
        sources = {name: str(root / name) for name in FOLDERS if (root / name).is_dir()}
        sources["compiled"] = self.compiled.name
        build_data["force_include"] |= {at: f"clausecheck/_data/{name}" for name, at in sources.items()}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled files, which are now in the wheel."""
        if version != "editable":
            self.compiled.cleanup()
