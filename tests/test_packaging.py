"""The wheel as a user has it: installed alone, away from the checkout, with an empty cache.

The archive and then the wheel are built once, by the tool that `make build` calls. The wheel goes into a
fresh environment that borrows the dependencies of the one the tests run in, so no network is needed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausecheck import __version__

ROOT = Path(__file__).parents[1]
FOLDERS = ("grammars", "rulesets", "schemas", "drafts")

# One build serves them all, so one worker must run them all.
pytestmark = pytest.mark.xdist_group("packaging")

OVERSHARED = """\
CONTRACT "Moorland Respiratory Alliance Agreement"
  Model: alliance
  Service Commencement Date: 1 April 2026
  Expiry Date: 31 March 2029

PARTY ICB "NHS Moorland Integrated Care Board"
  Role: commissioner

PARTY Acute "Moorland Hospitals NHS Trust"
  Role: provider

RISK SHARE R1 "Respiratory Pool"
  Budget: £10,000,000 per Contract Year
  Sides: gain and loss
  Shares: ICB 60%, Acute 50%
"""


@dataclass(frozen=True)
class Installation:
    """An environment with the wheel in it, whose commands see no checkout, home or cache but their own."""

    folder: Path

    @property
    def package(self) -> Path:
        (found,) = self.folder.glob("lib/python*/site-packages/clausecheck")
        return found

    def run(self, command: str, *arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in an empty world below `at`: work, home and cache folders."""
        for name in ("work", "home", "cache"):
            (at / name).mkdir(exist_ok=True)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(at / "home"),
            "CLAUSECHECK_CACHE_DIR": str(at / "cache"),
            "PYTHONUTF8": "1",
        }
        return subprocess.run(
            [self.folder / "bin" / command, *arguments],
            cwd=at / "work",
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )


def call(*command: str | Path) -> None:
    """Run a command that must succeed, without any PYTHONPATH; on failure show what it said."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    if result.returncode:
        pytest.fail(f"{command} failed\n{result.stdout}\n{result.stderr}", pytrace=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a source archive of the checkout, so that the archive is proved whole too."""
    out = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("environment")
    call(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    call(sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--no-index", "--no-deps", wheel)
    # A folder named in a .pth file does not have its own .pth files read: the dependencies come along, the
    # editable install of the checkout does not. Written last, or pip would find that install and replace it.
    lent = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text("\n".join(lent), "utf-8")
    return Installation(folder)


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@contextmanager
def without_compiled(installation: Installation) -> Iterator[None]:
    compiled = installation.package / "_data" / "compiled"
    aside = compiled.with_name("aside")
    compiled.rename(aside)
    try:
        yield
    finally:
        aside.rename(compiled)


def check_overshared(installation: Installation, at: Path) -> subprocess.CompletedProcess[str]:
    (at / "work").mkdir(exist_ok=True)
    (at / "work" / "overshared.clause").write_text(OVERSHARED, "utf-8")
    return installation.run("clausecheck", "check", "overshared.clause", "--output-format", "json", at=at)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_wheel_carries_every_data_file(names: set[str], folder: str) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    prefix = "clausecheck/_data/"
    carried = {name.removeprefix(prefix) for name in names if name.startswith(f"{prefix}{folder}/")}
    assert here
    assert carried == here


def test_the_wheel_carries_what_is_compiled_from_them(names: set[str]) -> None:
    compiled = [name for name in names if name.startswith("clausecheck/_data/compiled/")]
    assert any(name.endswith(".pickle") for name in compiled)


def test_the_wheel_is_typed_and_licensed_and_holds_only_the_package(names: set[str]) -> None:
    information = f"clausecheck-{__version__}.dist-info"
    assert {"clausecheck/py.typed", f"{information}/licenses/LICENSE"} <= names
    assert {name.split("/")[0] for name in names} == {"clausecheck", information}


def test_the_command_tells_its_version(installation: Installation, tmp_path: Path) -> None:
    result = installation.run("clausecheck", "--version", at=tmp_path)
    assert result.returncode == 0, result.stderr
    assert __version__ in result.stdout


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_data_is_the_packaged_data(installation: Installation, tmp_path: Path, folder: str) -> None:
    question = f"from clausecheck import data; print(data.folder({folder!r}))"
    result = installation.run("python", "-c", question, at=tmp_path)
    assert result.stdout.strip() == str(installation.package / "_data" / folder), result.stderr


def test_the_demo_shows_an_error(installation: Installation, tmp_path: Path) -> None:
    result = installation.run("clausecheck", "demo", at=tmp_path)
    assert result.returncode in (0, 1), result.stderr
    assert "error" in result.stdout


def test_a_draft_is_checked_with_the_packaged_rules(installation: Installation, tmp_path: Path) -> None:
    result = check_overshared(installation, tmp_path)
    assert result.returncode == 1, result.stderr
    (over,) = [one for one in json.loads(result.stdout)["findings"] if "110" in one["message"]]
    assert over["level"] == "error"
    assert over["file"] == "overshared.clause"


def test_nothing_is_compiled_again(installation: Installation, tmp_path: Path) -> None:
    assert check_overshared(installation, tmp_path).returncode == 1
    assert installation.run("clausecheck", "demo", at=tmp_path).stdout
    assert not list((tmp_path / "cache").iterdir())
    assert not list((tmp_path / "home").iterdir())


def test_without_the_compiled_files_the_cache_is_used(installation: Installation, tmp_path: Path) -> None:
    """Proves that the cache stays empty in the test above because of what the wheel ships."""
    with without_compiled(installation):
        first = check_overshared(installation, tmp_path)
        assert list((tmp_path / "cache").glob("*.pickle"))
        again = check_overshared(installation, tmp_path)
    assert (first.returncode, first.stdout) == (again.returncode, again.stdout)
    assert first.returncode == 1, first.stderr
