"""Measures how often each rule is right on the drafts of this folder.

Beside each draft stands what a reader says of it (`NAME.expected`), one line a finding: its line, level and
rule. A finding that a rule makes and a reader would not is marked `# false: why`; a fault that was planted
and no rule finds is a line `missed LINE: what`. Run as `python -m tests.corpus.precision` (or
`make precision`) for the table; the test-suite holds every draft to what is written down.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from clausecheck.checker import Checker
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import read_source

FOLDER = Path(__file__).parent
DRAFTS = sorted(FOLDER.glob("*.clause"))

_LINE = re.compile(r"(\d+) (error|warning|advice) ([a-z0-9-]+)(?:\s+# false: (\S.*))?")
_MISSED = re.compile(r"missed (\d+): (\S.*)")


class Found(NamedTuple):
    """A finding: its line, its level and its rule."""

    line: int
    level: str
    rule: str


class Expected(NamedTuple):
    """What a reader says of a draft: findings that are right, those that are wrong, and what is missed."""

    true: Counter[Found]
    false: Counter[Found]
    missed: tuple[tuple[int, str], ...]


class Tally(NamedTuple):
    """How often a rule was right and wrong, and in how many drafts it spoke."""

    rule: str
    true: int
    false: int
    drafts: int

    @property
    def precision(self) -> str:
        """The part of its findings that were right, in whole percent, never rounded up to 100%."""
        return f"{100 * self.true // (self.true + self.false)}%"


def read_expected(draft: Path) -> Expected:
    """What is written down for a draft. Raises ValueError for a line that says nothing of the kind."""
    true: Counter[Found] = Counter()
    false: Counter[Found] = Counter()
    missed: list[tuple[int, str]] = []
    for line in draft.with_suffix(".expected").read_text(encoding="utf-8").splitlines():
        if match := _LINE.fullmatch(line):
            (false if match[4] else true)[Found(int(match[1]), match[2], match[3])] += 1
        elif match := _MISSED.fullmatch(line):
            missed.append((int(match[1]), match[2]))
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"{draft.stem}.expected: {line}")
    return Expected(true, false, tuple(missed))


@cache
def checker() -> Checker:
    """The rules as they come, on the plain engine."""
    return Checker(load_catalogue(), engine="reference")


@cache
def findings(draft: Path) -> tuple[Found, ...]:
    """What the rules say of a draft, in order."""
    report = checker().check(read_source(draft, draft.name))
    return tuple(
        Found(report.source.position(each.span.start).line, each.level.word, each.rule)
        for each in report.findings
    )


def tallies(drafts: Iterable[Path]) -> list[Tally]:
    """The tally of each rule that spoke, by name."""
    true: Counter[str] = Counter()
    false: Counter[str] = Counter()
    spoke: dict[str, set[str]] = {}
    for draft in drafts:
        wrong = read_expected(draft).false
        for found in findings(draft):
            (false if found in wrong else true)[found.rule] += 1
            spoke.setdefault(found.rule, set()).add(draft.stem)
    return [Tally(rule, true[rule], false[rule], len(names)) for rule, names in sorted(spoke.items())]


def lines() -> Iterator[str]:
    """The table, and what it comes to."""
    rules, found = load_catalogue().rules, tallies(DRAFTS)
    yield "| rule | code | confidence | findings | right | wrong | precision | drafts |"
    yield "|---|---|---|---|---|---|---|---|"
    for each in found:
        rule, number = rules[each.rule], each.true + each.false
        head = f"{each.rule} | {rule.code} | {rule.confidence.value}"
        yield f"| {head} | {number} | {each.true} | {each.false} | {each.precision} | {each.drafts} |"
    true, false = sum(each.true for each in found), sum(each.false for each in found)
    missed = sum(len(read_expected(draft).missed) for draft in DRAFTS)
    yield ""
    yield f"{len(DRAFTS)} drafts, {len(found)} of {len(rules)} rules: {true} findings right, {false} wrong;"
    yield f"{missed} planted faults that no rule finds."


def main() -> int:
    """Print the table."""
    print("\n".join(lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
