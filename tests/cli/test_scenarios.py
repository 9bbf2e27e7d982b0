"""Runs each scenario of `scenarios.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import FakeMaker, invoke

SCENARIOS = tomllib.loads((Path(__file__).parent / "scenarios.toml").read_text(encoding="utf-8"))["scenario"]
KEYS = {
    "name",
    "files",
    "stdin",
    "args",
    "env",
    "judge",
    "exit",
    "stdout",
    "stderr",
    "stdout_has",
    "stderr_has",
}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each["name"])
def test_scenario(scenario: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scenario.keys() <= KEYS
    for name, text in scenario.get("files", {}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    if scenario.get("judge") != "real":
        monkeypatch.setattr("clausecheck.cli.check.make_checker", FakeMaker())
    result = invoke(*scenario["args"], stdin=scenario.get("stdin"), env=scenario.get("env"))
    said = f"{result.stdout}\n{result.stderr}"
    assert result.exit_code == scenario["exit"], said
    for stream in ("stdout", "stderr"):
        output = getattr(result, stream)
        assert output == scenario.get(stream, output)
        for part in scenario.get(f"{stream}_has", ()):
            assert part in output


def test_scenarios_have_names_of_their_own() -> None:
    names = [each["name"] for each in SCENARIOS]
    assert len(names) == len(set(names)) > 20
