"""The command `clausecheck`: finds the verb, and turns whatever ends it into an exit code and at most a line.

Only click is imported here. A verb's module is loaded when the verb is used, and a verb loads what it works
with when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

import click

from clausecheck import __version__
from clausecheck.cli.failure import Failure

VERBS = {
    "check": "Check drafts, and say what is wrong with them and why it matters.",
    "fix": "Mend drafts where that is safe, and check what is left.",
    "format": "Write drafts in canonical form, without changing what they say.",
    "coverage": "Show what a draft states of each element, and what it lacks.",
    "explain": "Say what a rule is for, on whose authority, with examples.",
    "rules": "List the rules.",
    "settings": "List the thresholds that a house can move in its clausecheck.toml.",
    "vocabulary": "List the words of the clause language.",
    "facts": "Show the facts that rules see in a draft.",
    "edition": "Show an edition of the NHS Standard Contract, or what changed between two.",
    "standstill": "Work out when a standstill begins and ends, and when to sign.",
    "demo": "Check a bad draft that comes with clausecheck.",
}

NOT_DONE = 2
INTERRUPTED = 130

EPILOG = """
\b
Examples:
  clausecheck demo                       see what it finds in a bad draft
  clausecheck check drafts/              check every draft in a folder
  clausecheck explain shares-not-100     what a rule is for

\b
Exit codes: 0 nothing at the fail level, 1 findings, 2 the work could not be done.

\b
Completion of commands and options, for bash (or zsh, or fish) in its start-up file:
  eval "$(_CLAUSECHECK_COMPLETE=bash_source clausecheck)"
"""


class Verbs(click.Group):
    """The verbs, each loaded from the module of its name when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which help shows them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"clausecheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that the arguments begin with, or a usage error that says which may be meant."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            raise click.UsageError(_unknown_verb(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with a line each, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a verb and exit with its code. Whatever goes wrong is one line on stderr."""
        work = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return work()
        sys.exit(_ended(work))


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, prog_name="clausecheck", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check drafts of integrated-care contracts: outcomes, risk share, governance, procurement and the NHS
    Standard Contract. What it says is not legal advice.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run() -> None:
    """The entry point of the installed command."""
    # What a check makes lives until it ends: looking for rubbish in it early is a tenth of a short run.
    gc.set_threshold(100_000, 20, 20)
    cli(prog_name="clausecheck")


def _ended(work: Callable[[], Any]) -> int:
    """Do the work. Returns the exit code, with a line on stderr where it is not the verb's own."""
    try:
        code = work()
    except click.UsageError as fault:
        return _complain(_usage(fault))
    except click.Abort:
        return INTERRUPTED
    except (Failure, click.ClickException) as fault:
        lines = fault.lines if isinstance(fault, Failure) else (fault.format_message(),)
        return _complain(*lines)
    except BrokenPipeError:
        from clausecheck.cli.streams import abandon_stdout

        abandon_stdout()
        return 0
    except Exception as fault:
        if os.environ.get("CLAUSECHECK_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        return _complain(internal(fault))
    return code if isinstance(code, int) else 0


def internal(fault: Exception) -> str:
    """What to say of a fault that is ours."""
    return f"internal fault: {type(fault).__name__}: {fault}; please report it"


def _complain(*lines: str) -> int:
    from clausecheck.cli.streams import say

    for line in lines:
        say(line)
    return NOT_DONE


def _usage(fault: click.UsageError) -> str:
    message = fault.format_message()
    message = message[:1].lower() + message[1:].rstrip(".")
    path = fault.ctx.command_path if fault.ctx else "clausecheck"
    return f"{message} (see {path} --help)"


def _unknown_verb(word: str) -> str:
    from clausecheck.model.suggest import suggestion

    hint = suggestion(word, VERBS)
    if not hint and os.path.exists(word):  # noqa: PTH110 - pathlib would cost every --help its import
        hint = f'; to check it: clausecheck check "{word}"'
    return f'there is no command "{word}"{hint}'
