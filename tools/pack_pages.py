"""The README of each pack: its rules, its settings, and what was considered and is no rule of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from clausecheck.rules.catalogue import Catalogue, load_catalogue
from clausecheck.rules.rule import Pack, Rule
from clausecheck.rules.setting import Setting
from tools.fences import ROOT
from tools.markdown import cell, made_from, page, slug, table

RULESETS = ROOT / "rulesets"
CONSIDERED = "considered.toml"


class LeftOut(NamedTuple):
    """A check that was considered: what it asks, why it is no rule, and the rule that sees to it, if any."""

    asks: str
    reason: str
    rule: str = ""


class Considered(NamedTuple):
    """The checks that a pack was to have, by code: the rules that some became, and why the others did not.

    A check that became a rule of its own code is in neither table.
    """

    codes: tuple[str, ...]
    ruled: Mapping[str, str]
    left_out: Mapping[str, LeftOut]


def considered(pack: str) -> Considered | None:
    """What was considered for a pack, where that is written down."""
    path = RULESETS / pack / CONSIDERED
    if not path.is_file():
        return None
    values = tomllib.loads(path.read_text("utf-8"))
    left_out = {code: LeftOut(**entry) for code, entry in values.get("left-out", {}).items()}
    codes = tuple(code for span in values["considered"] for code in _codes(span))
    return Considered(codes, values.get("ruled", {}), left_out)


def _codes(span: str) -> Iterator[str]:
    """The codes that `RS001 to RS055` stands for; a code by itself is one."""
    first, _, last = span.partition(" to ")
    letters = first.rstrip("0123456789")
    digits = len(first) - len(letters)
    for number in range(int(first[len(letters) :]), int((last or first)[len(letters) :]) + 1):
        yield f"{letters}{number:0{digits}}"


def packs() -> dict[Path, str]:
    """The README of each pack, by its path."""
    catalogue = load_catalogue()
    return {
        RULESETS / name / "README.md": page(_pack(pack, catalogue)) for name, pack in catalogue.packs.items()
    }


def _pack(pack: Pack, catalogue: Catalogue) -> Iterator[str]:
    own = sorted((rule for rule in catalogue.rules.values() if rule.pack == pack.name), key=_by_code)
    yield made_from("the cards and files beside it")
    yield from (f"# {pack.title}", "", pack.summary, "")
    index = f"../../docs/rules/README.md#{slug(pack.title)}"
    yield f"{len(own)} rules, each a card in this folder. [Their pages]({index}) show what each says."
    if pack.settings:
        yield from ("", "## Settings", "")
        yield "What a house can move in its [clausecheck.toml](../../docs/configuration.md)."
        yield ""
        rows = (_setting(setting, own) for setting in sorted(pack.settings))
        yield from table(("Setting", "Default", "What it is", "Where it comes from", "Used by"), rows)
    yield from ("", "## Rules", "")
    rows = ((rule.code, rule.level.word, _link(rule.name), cell(rule.title), rule.evidence) for rule in own)
    yield from table(("Code", "Level", "Rule", "What is wrong", "Evidence"), rows)
    yield from _left_out(considered(pack.name), catalogue)


def _by_code(rule: Rule) -> tuple[str, int]:
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", rule.code).groups()  # type: ignore[union-attr]
    return letters, int(number)


def _setting(setting: Setting, rules: list[Rule]) -> tuple[str, ...]:
    used = ", ".join(_link(rule.name) for rule in rules if setting.name in rule.settings)
    where = cell(f"{setting.source} [{setting.evidence}; {setting.key}]")
    return f"`{setting.name}`", setting.written, cell(setting.says), where, used


def _left_out(found: Considered | None, catalogue: Catalogue) -> Iterator[str]:
    if found is None:
        return
    yield from ("", "## What was considered", "")
    rest = len(found.codes) - len(found.left_out)
    yield f"{len(found.codes)} checks were considered for this pack, and {rest} of them are rules, most"
    yield "of them under the code of the check."
    if found.ruled:
        yield from ("", "These are rules under another code:", "")
        ruled = ((code, _elsewhere(name, catalogue)) for code, name in sorted(found.ruled.items()))
        yield from table(("Check", "Rule"), ruled)
    if not found.left_out:
        return
    yield from ("", "These are no rules:", "")
    rows = (
        (code, cell(each.asks), cell(each.reason) + _covered(each, catalogue))
        for code, each in sorted(found.left_out.items())
    )
    yield from table(("Check", "What it asks", "Why it is no rule"), rows)


def _covered(left_out: LeftOut, catalogue: Catalogue) -> str:
    if not left_out.rule:
        return ""
    return f" See {_elsewhere(left_out.rule, catalogue)}."


def _elsewhere(name: str, catalogue: Catalogue) -> str:
    """A link to a card of any pack."""
    return f"[{name}](../{catalogue.rules[name].pack}/{name}.md)"


def _link(name: str) -> str:
    return f"[{name}]({name}.md)"
