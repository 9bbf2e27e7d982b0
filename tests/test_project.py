"""The project's own promises: its commands, pins, versions, layers and file sizes."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from clausecheck import __version__

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "clausecheck"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SOURCES = sorted(PACKAGE.rglob("*.py"))

EXAMPLES_COMMAND = "make examples"
TEST_COMMAND = "make test"


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.* ## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def readme_commands() -> list[str]:
    """The lines of the README's fenced blocks that call make, less the prompt and any comment."""
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```.*?\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    return re.findall(r"^(?:\$ )?(make [a-z]+)", "\n".join(blocks), re.MULTILINE)


def test_the_readme_gives_the_two_commands() -> None:
    assert {EXAMPLES_COMMAND, TEST_COMMAND} <= set(readme_commands())


def test_every_make_command_of_the_readme_is_a_target() -> None:
    assert {command.split()[1] for command in readme_commands()} <= make_targets()


def test_ci_runs_the_readmes_test_command() -> None:
    steps = re.findall(r"^step (.+)$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert steps == ["make lint", "make types", "make layers", TEST_COMMAND]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_changelog_opens_with_this_version() -> None:
    versions = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == __version__


# Pins.


def declared() -> list[Requirement]:
    project = PYPROJECT["project"]
    lines = [
        *PYPROJECT["build-system"]["requires"],
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    return [Requirement(line) for line in lines]


def pins() -> dict[str, Requirement]:
    """The lines of constraints.txt by canonical name."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if not line.startswith("#")]
    return {canonicalize_name(one.name): one for one in pinned}


def version_of(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    return specifier.version


def brought_along(wanted: list[Requirement]) -> set[str]:
    """The names of the wanted requirements and of all that they need in turn, on this Python."""
    seen: set[str] = set()
    open_ends = [(requirement, {""}) for requirement in wanted]
    while open_ends:
        requirement, extras = open_ends.pop()
        marker, name = requirement.marker, canonicalize_name(requirement.name)
        if name in seen or not (marker is None or any(marker.evaluate({"extra": one}) for one in extras)):
            continue
        seen.add(name)
        open_ends += [(Requirement(line), {"", *requirement.extras}) for line in requires(name) or []]
    return seen


def test_constraints_hold_exact_versions_and_nothing_else() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line[0] != "#"]
    odd = [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+(; [\w .<>='-]+)?", line)]
    assert not odd
    assert len(lines) == len(pins()), "a package is pinned twice"


def test_every_declared_dependency_is_pinned_within_its_bounds() -> None:
    pinned = pins()
    for requirement in declared():
        pin = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version_of(pin)), requirement
        assert str(pin.marker) == str(requirement.marker), requirement


def test_every_dependency_of_a_dependency_is_pinned() -> None:
    # durable-rules may be missing where it could not be built; it brings nothing with it.
    wanted = [one for one in declared() if one.name != "durable-rules"]
    assert brought_along(wanted) <= set(pins())


def test_a_build_has_what_compiling_the_packs_needs() -> None:
    build = set(PYPROJECT["build-system"]["requires"])
    run = {line for line in PYPROJECT["project"]["dependencies"] if not line.startswith("durable-rules")}
    assert run <= build


# Shape of the code.


def test_every_package_folder_says_what_it_is_for() -> None:
    for folder in sorted({source.parent for source in SOURCES}):
        entry = folder / "__init__.py"
        assert entry.is_file(), f"{folder.relative_to(ROOT)} is no package"
        docstring = ast.get_docstring(ast.parse(entry.read_text("utf-8")))
        assert docstring, f"{entry.relative_to(ROOT)} has no docstring"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_source_file_is_long(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= 400


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of this project over the sources in `folder`."""
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )


def test_the_stages_import_one_way() -> None:
    result = lint_imports(ROOT / "src")
    assert result.returncode == 0, result.stdout


def test_an_import_the_wrong_way_is_caught(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "clausecheck", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "clausecheck" / "spans.py").open("a", encoding="utf-8") as spans:
        spans.write("\nimport clausecheck.finding\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert "clausecheck.spans is not allowed to import clausecheck.finding" in result.stdout
