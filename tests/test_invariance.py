"""What changes no finding: the order of blocks and of lines, what parties are called, how large sums are.

Every example and every draft of the corpus is changed in these ways, and must get the same findings. Nor
does it matter in which of many ways people put marks, spaces, capitals and dates, and letter their lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest

from clausecheck.checker import Checker
from clausecheck.finding import Finding
from clausecheck.model.build import build
from clausecheck.model.draft import Draft
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.source import Source, read_source, source_from_text

ROOT = Path(__file__).parents[1]
DRAFTS = [
    *sorted((ROOT / "examples").rglob("*.clause")),
    *sorted((ROOT / "tests" / "corpus").glob("*.clause")),
    ROOT / "drafts" / "demo.clause",
]
each_draft = pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)

# Where two blocks have one id, the id stands for the first, whichever that is.
_BY_PLACE = {"gain-conditions-on-draft-outcome"}
# A turnover of £36 million brings a duty, so a larger one may bring a finding.
_BY_SIZE = {"modern-slavery-statement-not-named"}


@cache
def judge() -> Callable[[Source], list[Finding]]:
    checker = Checker(load_catalogue(), engine="reference", as_of=date(2026, 7, 1))
    return lambda source: list(checker.check(source).findings)


def words(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Each finding by its rule and the words of its message: names are listed in the draft's order."""
    said = re.compile(r"[\w£%.]+")
    return Counter(
        (each.rule, " ".join(sorted(set(said.findall(each.message.replace(",", ""))) - {"and"})))
        for each in findings
        if each.rule not in _BY_PLACE
    )


def rules(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(each.rule for each in findings if each.rule not in _BY_SIZE)


def changed(source: Source, text: str) -> list[Finding]:
    assert text != source.text
    return judge()(source_from_text(text, source.name))


@each_draft
@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_blocks_changes_nothing(path: Path, seed: int) -> None:
    source = read_source(path)
    draft, _ = build(source)
    cuts = [_line_start(source.text, block.span.start) for block in draft.blocks]
    text = _shuffled(source.text, cuts, len(source.text), Random(seed))
    assert words(changed(source, text)) == words(judge()(source))


@each_draft
@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_lines_changes_nothing(path: Path, seed: int) -> None:
    source = read_source(path)
    draft, _ = build(source)
    text, random = source.text, Random(seed)
    for block in reversed([each for each in draft.blocks if len(each.fields) > 1 and not each.prose]):
        cuts = [_line_start(source.text, field.span.start) for field in block.fields]
        text = _shuffled(text, cuts, _next_line(source.text, block.extent.end), random)
    assert words(changed(source, text)) == words(judge()(source))


@each_draft
def test_what_parties_and_outcomes_are_called_changes_nothing(path: Path) -> None:
    source = read_source(path)
    draft, _ = build(source)
    assert rules(changed(source, _renamed(source.text, draft))) == rules(judge()(source))


@each_draft
def test_ten_times_the_money_is_as_right_or_wrong(path: Path) -> None:
    source = read_source(path)
    text = re.sub(r"£(\d+(?:,\d{3})*(?:\.\d+)?)", lambda sum_: f"£{_ten_times(sum_[1])}", source.text)
    assert rules(changed(source, text)) == rules(judge()(source))


_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_BULLET = r"(?m)^([ \t]+)- "
_LABEL = r"(?m)^([ \t]+)([A-Z][\w -]*):"
_VALUE = r"(?m)^([ \t]+[A-Z][\w -]*: .*[\w%)])$"
_ITEM = r"(?m)^([ \t]+- .*[\w%)])$"

_PART = r"[A-Z]\w+ \d+%"

WRITTEN: dict[str, Callable[[str], str]] = {
    "full stops": lambda text: re.sub(_VALUE, r"\1.", text),
    "semicolons": lambda text: re.sub(_VALUE, r"\1;", text),
    "lists with stops": lambda text: re.sub(_ITEM, r"\1.", text),
    "lists with commas": lambda text: re.sub(_ITEM, r"\1,", text),
    "lists with and": lambda text: re.sub(_ITEM, r"\1; and", text),
    "lettered lists": lambda text: re.sub(_BULLET, r"\1(a) ", text),
    "numbered lists": lambda text: re.sub(_BULLET, r"\g<1>1. ", text),
    "dotted lists": lambda text: re.sub(_BULLET, r"\1• ", text),
    "labels in small letters": lambda text: re.sub(_LABEL, lambda it: f"{it[1]}{it[2].lower()}:", text),
    "labels in capitals": lambda text: re.sub(_LABEL, lambda it: f"{it[1]}{it[2].upper()}:", text),
    "spaced colons": lambda text: re.sub(_LABEL, r"\1\2 :", text),
    "double spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "  ", text),
    "no-break spaces": lambda text: re.sub(r"(?<=\d) (?=\w)", "\u00a0", text),
    "curly quotes": lambda text: re.sub(r'"([^"\n]*)"', r"“\1”", text),
    "no indentation": lambda text: re.sub(r"(?m)^[ \t]+(?!-)", "", text),
    "years with a hyphen": lambda text: re.sub(r"\b(20\d\d)/(\d\d)\b(?!/)", r"\1-\2", text),
    "years with a dash": lambda text: re.sub(r"\b(20\d\d)/(\d\d)\b(?!/)", r"\1–\2", text),
    "short months": lambda text: re.sub(
        rf"(\d) ({_MONTHS}) (?=20)", lambda it: f"{it[1]} {it[2][:3]} ", text
    ),
    "millions": lambda text: re.sub(r"£(\d{1,3}),000,000", r"£\1m", text),
    "shares with and": lambda text: re.sub(rf"({_PART}), ({_PART})$", r"\1 and \2", text, flags=re.M),
    "shares with semicolons": lambda text: re.sub(rf"({_PART}), (?={_PART})", r"\1; ", text),
    "shares with colons": lambda text: re.sub(r"\b([A-Z]\w+) (?=\d+%(?:,|$))", r"\1: ", text, flags=re.M),
    "shares with dashes": lambda text: re.sub(r"\b([A-Z]\w+) (?=\d+%(?:,|$))", r"\1 – ", text, flags=re.M),
    "shares in brackets": lambda text: re.sub(r"\b([A-Z]\w+) (\d+%)(?=,|$)", r"\1 (\2)", text, flags=re.M),
    "per cent": lambda text: re.sub(r"(\d)%", r"\1 per cent", text),
}
# How it is written is a finding of its own.
_OF_WRITING = {"typographic-marks", "amount-written-short"}


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("path", DRAFTS[:9], ids=lambda path: path.stem)
def test_how_people_write_changes_nothing(path: Path, way: str) -> None:
    source = read_source(path)
    text = WRITTEN[way](source.text)
    found = judge()(source_from_text(text, source.name))
    wanted = rules(judge()(source))
    assert Counter({rule: n for rule, n in rules(found).items() if rule not in _OF_WRITING}) == wanted


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end == -1 else end + 1


def _shuffled(text: str, cuts: list[int], end: int, random: Random) -> str:
    """The text with what stands between the cuts, the last of it up to `end`, in another order."""
    parts = [text[start:stop].rstrip("\n") for start, stop in zip(cuts, [*cuts[1:], end], strict=True)]
    order = list(parts)
    while order == parts and len(set(parts)) > 1:
        random.shuffle(order)
    return text[: cuts[0]] + "\n".join(order) + "\n" + text[end:]


def _renamed(text: str, draft: Draft) -> str:
    """The text with other ids. "Kind: ICB" says what a party is, and stays."""
    ids = sorted({block.id for block in draft.blocks if block.id}, key=len, reverse=True)
    id_ = re.compile(rf"(?<![\w/£.-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])")
    lines = text.split("\n")
    return "\n".join(
        line if line.lstrip().startswith("Kind:") else id_.sub(lambda found: f"{found[0]}7", line)
        for line in lines
    )


def _ten_times(figure: str) -> str:
    decimals = len(figure.partition(".")[2])
    return f"{Decimal(figure.replace(',', '')) * 10:,.{decimals}f}"
