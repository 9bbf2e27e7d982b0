"""The editions that travel with the package, made from their files once and kept in the cache.

A load that finds them there parses no TOML and imports no pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from clausecheck import data
from clausecheck.editions.record import Edition

_CACHE = "editions"


@cache
def editions() -> Mapping[str, Edition]:
    """Every edition by name, the oldest first. Raises ValueError if a file is wrong."""
    files = _files()

    def make() -> dict[str, Edition]:
        from clausecheck.editions.file import read_editions

        return read_editions({name: content.decode() for name, content in files.items()})

    # The code decides too what is made of the files.
    code = [(Path(__file__).with_name(f"{name}.py")).read_bytes() for name in ("file", "record", "evidence")]
    parts = [part for item in files.items() for part in item]
    return data.cached(_CACHE, data.content_key([*parts, *code]), make)


def _files() -> dict[str, bytes]:
    folder = data.folder("rulesets") / "nhs-standard-contract" / "data" / "editions"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
