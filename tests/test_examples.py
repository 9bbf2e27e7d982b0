"""The example drafts: the good ones are clean, the bad ones get exactly the findings that are written down.

After a change that is meant, `CLAUSECHECK_GOLDEN=write pytest tests/test_examples.py` writes them down anew;
read the difference before you keep it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from clausecheck.checker import Checker
from clausecheck.engine.choose import Choice
from clausecheck.render import renderer
from clausecheck.render.options import RenderOptions
from clausecheck.report.report import FileReport, Report
from clausecheck.source import read_source

ROOT = Path(__file__).parents[1]
EXPECTED = Path(__file__).parent / "expected"
GOOD = sorted((ROOT / "examples" / "good").glob("*.clause"))
OTHERS = [
    *sorted((ROOT / "examples" / "bad").glob("*.clause")),
    ROOT / "examples" / "frailty-alliance.clause",
    ROOT / "drafts" / "demo.clause",
]


# Where durable-rules cannot be installed, the reference engine serves, here as everywhere.
ENGINE: Choice = "both" if find_spec("durable_rules_engine") else "reference"


@cache
def checker() -> Checker:
    return Checker(engine=ENGINE)


def check(path: Path) -> FileReport:
    return checker().check(read_source(path, path.relative_to(ROOT).as_posix()))


def lines(report: FileReport) -> str:
    options = RenderOptions(colour=False, quiet=False, width=None)
    return "".join(renderer("concise")(Report((report,)), options))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_draft_gets_no_finding(path: Path) -> None:
    report = check(path)
    assert lines(report) == ""
    assert not report.partial


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_draft_passes_the_signature_gate(path: Path) -> None:
    final = Checker(final=True)
    assert not final.check(read_source(path, path.name)).findings


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_the_other_drafts_get_what_is_written_down(path: Path) -> None:
    found = lines(check(path))
    expected = EXPECTED / f"{path.stem}.txt"
    if os.environ.get("CLAUSECHECK_GOLDEN") == "write":
        EXPECTED.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*GOOD, *OTHERS], ids=lambda path: path.stem)
def test_examples_are_of_a_length_that_people_read(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= 450
    assert length >= 80 or path.parent.name == "drafts"


def test_every_kind_of_example_is_there() -> None:
    assert len(GOOD) >= 4
    assert len([path for path in OTHERS if path.parent.name == "bad"]) >= 2


def test_reports_are_the_same_bytes_under_any_hash_seed() -> None:
    command = [sys.executable, "-m", "clausecheck.cli.main"]
    code = "from clausecheck.cli.main import run; import sys; sys.argv[1:] = sys.argv[1:]; run()"
    command = [sys.executable, "-c", code, "check", "examples/bad", "--output-format", "json"]
    outputs = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, check=False, env=os.environ | {"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000
