"""Every format of every sample report, compared with what a person has looked at and found good.

To look again after a change: `CLAUSECHECK_GOLDEN=write pytest tests/render`, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from render_samples import REPORTS

from clausecheck.render import FORMATS, renderer
from clausecheck.render.options import RenderOptions

GOLDEN = Path(__file__).parent / "golden"
LOOKS = {
    "": RenderOptions(),
    "-colour": RenderOptions(colour=True),
    "-narrow": RenderOptions(width=60),
    "-quiet": RenderOptions(quiet=True),
}
CASES = [(name, form, "") for name in REPORTS for form in FORMATS] + [
    ("many", "full", "-colour"),
    ("many", "concise", "-colour"),
    ("many", "full", "-narrow"),
    ("many", "full", "-quiet"),
]


@pytest.mark.parametrize(("name", "form", "look"), CASES)
def test_output_is_as_it_was_found_good(name: str, form: str, look: str) -> None:
    shown = "".join(renderer(form)(REPORTS[name](), LOOKS[look]))
    golden = GOLDEN / f"{name}{look}.{form}.txt"
    if os.environ.get("CLAUSECHECK_GOLDEN") == "write":
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_bytes().decode("utf-8")


def test_no_golden_file_is_without_its_case() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}{look}.{form}.txt" for name, form, look in CASES
    }
