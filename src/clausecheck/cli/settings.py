"""`clausecheck settings`: the thresholds that a house can move, as the file in which it would move them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clausecheck.rules.rule import Pack
    from clausecheck.rules.setting import Setting

EPILOG = """
\b
Examples:
  clausecheck settings                          every setting, with its default and its source
  clausecheck settings --pack outcomes
  clausecheck settings > clausecheck.toml       a file to start from: take the # off what you change
"""

_WIDTH = 100


@click.command("settings", epilog=EPILOG, short_help="List the settings.")
@click.option("--pack", metavar="NAME", help="Only the settings of this pack.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["toml", "json"]),
    default="toml",
    show_default=True,
    help="As a clausecheck.toml, or for programs.",
)
def command(pack: str | None, form: str) -> int:
    """List the settings of the packs, as a clausecheck.toml in which every line is a comment."""
    from clausecheck.cli.catalogue import load
    from clausecheck.cli.failure import Failure
    from clausecheck.cli.streams import write
    from clausecheck.model.suggest import suggestion

    packs = load().packs
    if pack is not None and pack not in packs:
        raise Failure(f'no pack is called "{pack}"{suggestion(pack, packs)}')
    chosen = [each for name, each in packs.items() if pack is None or name == pack]
    write(as_json(chosen) if form == "json" else as_toml(chosen))
    return 0


def as_toml(packs: Iterable[Pack]) -> Iterator[str]:
    """A file that changes nothing until a # is taken away."""
    yield "# What this house decides for its drafts. Take the # off a line to change what it says.\n"
    yield "# A level is error, warning, advice or off; a rule goes by its name or its code.\n"
    for pack in packs:
        yield f'\n[packs.{pack.name}]  # {pack.title}\n# level = "warning"\n'
        for setting in sorted(pack.settings):
            yield from _setting(setting)
    yield '\n[rules]\n# uncapped-loss = "warning"\n'


def _setting(setting: Setting) -> Iterator[str]:
    said = f"{setting.says} {setting.source} [{setting.evidence}; {setting.key}]"
    yield "\n"
    yield from (f"# {line}\n" for line in textwrap.wrap(said, _WIDTH, break_on_hyphens=False))
    yield f"# {setting.name} = {_written(setting)}\n"


def _written(setting: Setting) -> str:
    number = setting.written.replace(",", "")
    return number if number.isdigit() else f'"{setting.written}"'


def as_json(packs: Iterable[Pack]) -> Iterator[str]:
    """A list of objects."""
    listed = [
        {
            "pack": each.pack,
            "setting": each.name,
            "value": each.written,
            "type": each.type.value,
            "says": each.says,
            "key": each.key,
            "source": each.source,
            "evidence": each.evidence,
        }
        for pack in packs
        for each in sorted(pack.settings)
    ]
    yield json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
