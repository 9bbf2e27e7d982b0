"""What holds of every draft: formatting twice changes nothing, says nothing else, and loses no comment."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from format_corpus import CARDS, DRAFTS, ROOT, draft, examples, name_of, text
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.format import format_source
from clausecheck.format.meaning import meaning
from clausecheck.model.build import build
from clausecheck.model.vocabulary.types import Head, LabelType
from clausecheck.source import Source

NOT_UNDERSTOOD = ("unread-line", "unread-value", "unknown-label", "unknown-head", "stray-bullet")
BLANK = " \t\u00a0\u200b\x1f\x85"
FRAILTY = ROOT / "examples" / "frailty-alliance.clause"
EVERY_LABEL = [pytest.param(*each, id=f"{each[0].name}-{each[1].name}") for each in examples()]


def assert_well_formatted(source: Source) -> str:
    """The formatted text of a draft of which every property holds."""
    once = format_source(source)
    again = text(once, source.name)
    assert format_source(again) == once
    before, after = meaning(source), meaning(again)
    assert after.says == before.says
    assert after.comments == before.comments
    assert sorted(set(after.notices) - set(before.notices)) == []
    kept = once.split("\n")
    assert lines_in(once) == lines_in(source.text), "a line has been lost, joined or split"
    for line in not_understood(source):
        assert line in kept, "a line that was not understood has changed"
        del kept[: kept.index(line) + 1]
    return once


def lines_in(words: str) -> int:
    """How many lines there are that are not blank."""
    return sum(1 for line in words.split("\n") if line.strip(BLANK))


def not_understood(source: Source) -> list[str]:
    """The lines that reading says it did not understand, in order."""
    _, notices = build(source)
    numbers = {
        number
        for notice in notices
        if notice.rule in NOT_UNDERSTOOD
        for number in range(
            source.position(notice.span.start).line, source.position(notice.span.end - 1).line + 1
        )
    }
    lines = map(source.index.line, sorted(numbers))
    return [line for line in lines if lines_in(line) and not line.strip().startswith("#")]


def messed_up(words: str, dice: random.Random) -> str:
    """The draft as somebody else would have typed it: the same, with other spacing, case and quotes."""
    lines = []
    for line in words.split("\n"):
        label, colon, value = line.strip().partition(":")
        if (
            colon
            and not line.strip().startswith(("-", "#", "DEFINE", "WAIVE", "INCLUDE"))
            and '"' not in label
        ):
            label = dice.choice([label, in_another_case(label)])
            line = label + dice.choice(["", " "]) + ":" + dice.choice(["", "\t", "  "]) + value.strip()
        line = (
            dice.choice(["", " ", "\t", "\u00a0 ", "      "]) + line.strip() + dice.choice(["", " ", "\t "])
        )
        lines.append(line)
        lines += [""] * dice.choice([0, 0, 0, 1, 3])
    return "\n".join(lines)


def in_another_case(label: str) -> str:
    """A label as some write it. Two words in capitals could be a heading, one in small letters a bullet."""
    if " " in label:
        return label if any(map(str.isdigit, label)) else label.title()
    return label.upper()


def damaged(words: str, dice: random.Random) -> str:
    """The draft with one to four lines damaged in the ways of typing, pasting and autocorrect."""
    lines = words.split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        line = lines[at]
        where = dice.randrange(len(line) + 1)
        match dice.randrange(11):
            case 0:
                lines[at] = line[:where] + line[where + 1 :]
            case 1:
                lines[at] = line[:where] + dice.choice('x:#-"“” ,£%9\t\u00a0[]`\u200b') + line[where:]
            case 2:
                lines[at] = line.replace(":", dice.choice(["", " ", ";"]), 1)
            case 3:
                lines[at] = line.replace("- ", dice.choice(["", "– ", "• ", "-"]), 1)
            case 4:
                lines[at] = " ".join(word for word in line.split() if dice.random() < 0.8)
            case 5:
                lines[at : at + 1] = [line, line]
            case 6 if len(lines) > 1:
                del lines[at]
            case 7:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case 8:
                lines[at] = line.strip()
            case 9:
                lines[at] = line.replace(' "', " “").replace('"', "”").replace("- ", "– ")
            case _:
                lines[at] = line.title()
    return "\n".join(lines)


@pytest.mark.parametrize("path", DRAFTS, ids=name_of)
def test_every_example_is_in_canonical_form(path: Path) -> None:
    assert assert_well_formatted(draft(path)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CARDS, ids=name_of)
def test_formatting_keeps_what_the_examples_of_every_card_say(path: Path) -> None:
    source = draft(path)
    of_house = "raised_by: house\n" in source.text
    assert of_house or source.regions, "a card has examples"
    assert_well_formatted(source)


@pytest.mark.parametrize(("head", "label", "words"), EVERY_LABEL)
def test_the_example_of_every_label_is_in_canonical_form(head: Head, label: LabelType, words: str) -> None:
    if label.name == "Contributions":  # the one that shows how large sums may be shortened
        words = re.sub(r"£(\d+)m", r"£\1,000,000", words)
    assert assert_well_formatted(text(words)) == words


@pytest.mark.parametrize(("head", "label", "words"), EVERY_LABEL)
def test_every_label_comes_back_from_another_case_and_spacing(
    head: Head, label: LabelType, words: str
) -> None:
    messy = (
        words.replace(f"{label.name}:", f"{in_another_case(label.name)} : ")
        .replace("\n", " \n\n")
        .replace("  ", "\t")
    )
    assert assert_well_formatted(text(messy)).split("\n")[2].startswith(f"  {label.name}:")


@pytest.mark.parametrize("path", DRAFTS, ids=name_of)
def test_a_draft_in_another_layout_comes_back_word_for_word(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    messy = messed_up(words, random.Random(path.name))
    assert messy != words
    formatted = assert_well_formatted(text(messy))
    if "good" in path.parts or path == FRAILTY:
        assert [line for line in formatted.split("\n") if line] == [
            line for line in words.split("\n") if line
        ]


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_draft_is_formatted_where_it_is_understood(seed: int) -> None:
    dice = random.Random(seed)
    words = (ROOT / "drafts" / "demo.clause").read_text(encoding="utf-8")
    assert_well_formatted(text(damaged(words, dice)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_and_messy_draft_is_formatted_where_it_is_understood(seed: int) -> None:
    dice = random.Random(seed)
    words = FRAILTY.read_text(encoding="utf-8")
    assert_well_formatted(text(damaged(messed_up(words, dice), dice)))


LINES = st.sampled_from(
    [
        "",
        "  ",
        "# a comment",
        "    # a comment further in",
        "PARTY Acute “The  Trust”",
        'RISK SHARE R1 "Pool" # a pool',
        'CLAUSE 1 "Words"',
        'WIDGET W1 "A"',
        'DEFINE "A":  b # c',
        "WAIVE a-rule on R1:  it was agreed, by ICB on 2026-03-03, until 2026-07-01",
        'INCLUDE "other.clause"',
        "CLAUSECHECK 1",
        "FRAGMENT",
        "Budget:£14.2m",
        "  Shares: ICB 45 %,Acute 55%   # agreed",
        "Bands:",
        "– 0% to 1 % of Budget : no sharing",
        "  - above 5% of Budget: ICB 100%",
        "Role: Provider ,commissioner",
        "not a line of the language",
        "   Shares of what? ",
        "Cap: £1m for Acute Cap: £2m for Community",
        "```",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["draft.clause", "host.md"]))
def test_lines_in_any_order_are_laid_out_once_and_for_all(lines: list[str], name: str) -> None:
    words = "\n".join(lines)
    if name == "host.md":
        words = f"# Part\n```clause\n{words}\n```\n\n\nend  \n"
    assert_well_formatted(text(words, name))


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('AB Rlinks:#-–"“”\n\t\u00a0\u200b\x1f\x85£%,.19[]`~'), max_size=60))
def test_any_characters_at_all_are_formatted_once_and_for_all(words: str) -> None:
    assert_well_formatted(text(words))
    assert_well_formatted(text(f'LINKS\n{words}\nCLAUSE 1 "A"\n{words}\n'))
