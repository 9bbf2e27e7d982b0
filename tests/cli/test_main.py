"""The command as a whole: help, version, what is loaded when, and that verbs and modules agree."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest
from cli_fakes import invoke

from clausecheck import __version__
from clausecheck.cli.main import EPILOG, VERBS, cli
from clausecheck.render import FORMATS


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_command_has_help_with_an_example(verb: str, flag: str) -> None:
    result = invoke(*([verb] if verb else []), flag)
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"clausecheck {verb}".strip() in result.stdout.split("Example", 1)[1]
    assert result.stderr == ""


def test_help_lists_every_verb_with_its_line() -> None:
    words = " ".join(invoke("--help").stdout.split())
    for verb, line in VERBS.items():
        assert f"{verb} {line}" in words


def test_without_a_verb_there_is_help() -> None:
    result = invoke()
    assert (result.exit_code, result.stdout) == (0, invoke("--help").stdout)


def test_version() -> None:
    assert invoke("--version").stdout == f"clausecheck {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_module(verb: str) -> None:
    command = import_module(f"clausecheck.cli.{verb}").command
    assert isinstance(command, click.Command)
    assert command.name == verb


def test_help_says_how_to_complete_commands() -> None:
    assert "_CLAUSECHECK_COMPLETE=bash_source" in EPILOG
    result = invoke(env={"_CLAUSECHECK_COMPLETE": "zsh_source"})
    assert result.exit_code == 0
    assert "compdef" in result.stdout


def test_the_formats_offered_are_those_there_are() -> None:
    command = cli.get_command(click.Context(cli), "check")
    assert command is not None
    (option,) = [each for each in command.params if each.name == "output_format"]
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)


HEAVY = (
    "pydantic",
    "lark",
    "yaml",
    "durable",
    "holidays",
    "clausecheck.checker",
    "clausecheck.source",
    "json",
)


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["--version"]])
def test_help_loads_nothing_that_work_needs(args: list[str]) -> None:
    code = (
        "import sys\n"
        "from clausecheck.cli.main import cli\n"
        "try:\n"
        f"    cli.main({args!r}, prog_name='clausecheck')\n"
        "except SystemExit as end:\n"
        "    assert end.code == 0\n"
        "print(sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(eval(done.stderr))
    assert "click" in loaded
    assert [name for name in HEAVY if name in loaded] == []
