from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from model_views import EXAMPLES, ROOT, bare, placed, read_draft, said

from clausecheck.model.build import build
from clausecheck.model.draft import Field
from clausecheck.model.values import Count, Percent, Range, Shares, Threshold, Votes, Year
from clausecheck.model.vocabulary import HEADS
from clausecheck.source import read_source, source_from_bytes, source_from_text

FRAILTY = (ROOT / "examples" / "frailty-alliance.clause").read_text(encoding="utf-8")

SMALL = """CLAUSECHECK 1
CONTRACT "Home First"  # working title
  Model: alliance
PARTY ICB "NHS X"
  Role: commissioner
DEFINE "Pool": the budget in R1
RISK SHARE R1 "Pool"
  Budget: £14,200,000 per Contract Year
  Bands:
    - 0% to 1% of Budget: no sharing
    - above 1% of Budget: ICB 100%
CLAUSE 4.2 "Payment"
  The ICB pays: £5 by [date] # soon
  - under SC36
LINKS
  Variations: GC13
"""


# Blocks.


def test_a_draft_is_its_blocks_in_order() -> None:
    _, draft, notices = read_draft(SMALL)
    assert notices == []
    assert [block.name for block in draft.blocks] == [
        "CONTRACT",
        "PARTY ICB",
        "RISK SHARE R1",
        "CLAUSE 4.2",
        "LINKS",
    ]
    assert draft.contract is draft.blocks[0]
    assert set(draft.by_id) == {"ICB", "R1"}
    assert all(block.complete for block in draft.blocks)
    assert draft.unplaced == 0


def test_a_block_knows_its_heading_and_how_far_it_goes() -> None:
    source, draft, _ = read_draft(SMALL)
    contract, pool = draft.blocks[0], draft.by_id["R1"]
    assert contract.raw == source.cut(contract.span) == 'CONTRACT "Home First"'
    assert (contract.title, contract.path) == ("Home First", ('CONTRACT "Home First"',))
    assert pool.title_span is not None
    assert source.cut(pool.title_span) == "Pool"
    assert pool.id_span is not None
    assert source.cut(pool.id_span) == "R1"
    assert source.cut(pool.extent).startswith("RISK SHARE")
    assert source.cut(pool.extent).endswith("ICB 100%")


def test_a_label_has_its_value_and_its_bullets() -> None:
    source, draft, _ = read_draft(SMALL)
    field = draft.by_id["R1"].get("Bands")
    assert field is not None
    assert field.value is None
    assert [type(entry.key) for entry in field.entries] == [Range, Range]
    assert [entry.value.kind for entry in field.entries if entry.value] == ["text", "shares"]
    assert field.entries[0].raw == "0% to 1% of Budget: no sharing"
    assert source.cut(field.span).startswith("Bands:")
    assert source.cut(field.span).endswith("ICB 100%")
    assert list(field.values()) == [entry.value for entry in field.entries]


@pytest.mark.parametrize("written", ["budget", "BUDGET", "Budget ", "  bUdGeT"])
def test_a_label_may_be_in_any_case(written: str) -> None:
    _, draft, notices = read_draft(f"RISK SHARE R1\n{written}: £5\n")
    assert notices == []
    assert draft.by_id["R1"].get("Budget") is not None


def test_a_clause_holds_wording_and_no_labels() -> None:
    _, draft, _ = read_draft(SMALL)
    (clause,) = draft.of("CLAUSE")
    assert [text.raw for text in clause.prose] == ["The ICB pays: £5 by [date]", "- under SC36"]
    assert [part.kind for text in clause.prose for part in text.parts] == ["money", "hole", "reference"]
    assert clause.fields == ()


def test_a_line_in_capitals_in_a_clause_is_wording() -> None:
    _, draft, notices = read_draft('CLAUSE 1 "x"\nNHS England shall pay\nIT IS AGREED\nEXIT\n  Plan: x\n')
    assert [text.raw for text in draft.blocks[0].prose] == ["NHS England shall pay", "IT IS AGREED"]
    assert draft.blocks[1].head.name == "EXIT"
    assert [notice.rule for notice in notices if notice.rule == "unread-line"] == []


def test_a_definition_keeps_its_term_and_what_it_says() -> None:
    source, draft, _ = read_draft("DEFINE “Pool”: the budget of £5 in RISK SHARE R1 # tbc\n")
    (definition,) = draft.definitions
    assert (definition.term, definition.text.raw) == ("Pool", "the budget of £5 in RISK SHARE R1")
    assert source.cut(definition.term_span) == "“Pool”"
    assert [part.kind for part in definition.text.parts] == ["money"]


def test_a_fragment_and_its_includes_are_noted() -> None:
    _, draft, notices = read_draft('FRAGMENT\nINCLUDE "schedule-3.clause"\n')
    assert draft.fragment
    assert [text.raw for text in draft.includes] == ['"schedule-3.clause"']
    assert notices == []


def test_the_first_of_two_blocks_with_one_id_bears_it() -> None:
    _, draft, _ = read_draft('PARTY A "first"\nPARTY A "second"\n')
    assert draft.by_id["A"].title == "first"


def test_a_scenario_may_use_a_label_several_times() -> None:
    _, draft, notices = read_draft('SCENARIO S1 "x"\n  Spend R1: £5\n  Spend R2: £6\n')
    assert notices == []
    assert [field.label for field in draft.blocks[0].fields] == ["Spend", "Spend"]


# Markdown.


def test_blocks_of_a_host_know_the_headings_around_them() -> None:
    text = (
        "# Plan\n## Money\n```clause\nPARTY A\nKind: ICB\n```\ntext\n"
        "# Rest\n```clause\nPARTY B\n  Colour: red\n  Kind: ICB\n```\n"
    )
    source, draft, notices = read_draft(text, "plan.md")
    assert [block.headings for block in draft.blocks] == [("Plan", "Money"), ("Rest",)]
    (notice,) = notices
    assert notice.path == ("Rest", "PARTY B")
    assert source.position(notice.span.start) == (11, 3)


def test_a_block_ends_with_its_fence() -> None:
    _, draft, notices = read_draft(
        "```clause\nPARTY A\nKind: ICB\n```\n```clause\nRole: provider\n```\n", "plan.md"
    )
    assert [field.label for field in draft.blocks[0].fields] == ["Kind"]
    assert [notice.rule for notice in notices] == ["label-outside-block"]


# What cannot be read.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('OUTCMOE O1 "x"\n  Joint: yes\n  Lag: 3 months\n', [("unknown-head", "OUTCMOE")]),
        ('PARTTY ICB "x"\n  Kind: ICB\n', [("unknown-head", "PARTTY")]),
        ('RSIK SHARE R1 "x"\n  Shares: A 100%\n', [("unknown-head", "RSIK SHARE")]),
        ('WOMBAT W1 "x"\n  Joint: yes\n  List:\n  - a\n', [("unknown-head", "WOMBAT")]),
        ('WOMBAT W1 "x"\n', [("unknown-head", "WOMBAT")]),
        ("OUTCOME O1 Fewer admissions\n  Joint: yes\n", [("heading-form", "OUTCOME O1 Fewer admissions")]),
        ('OUTCOME O1 "Fewer\n  Joint: yes\n', [("heading-form", 'OUTCOME O1 "Fewer')]),
        ('PARTY A "x" and so on\n  Kind: ICB\n', [("heading-form", 'PARTY A "x" and so on')]),
        ('PARTY "x"\n  Kind: ICB\n', [("missing-id", "PARTY")]),
        ("Kind: ICB\nPARTY A\n  Kind: ICB\n", [("label-outside-block", "Kind")]),
        ("PARTY A\n  Colour: red\n  Kind: ICB\n", [("unknown-label", "Colour")]),
        ("PARTY A\n  Kind: ICB\n  Kind: ICB\n", [("duplicate-label", "Kind")]),
        ("PARTY A\n  Kind:\n", [("missing-value", "Kind")]),
        ("PARTY A\n  Kind: # later\n", [("missing-value", "Kind")]),
        ('PARTY A "x"\n', [("empty-block", 'PARTY A "x"')]),
        ('DEFINE "Pool\n', [("unread-line", 'DEFINE "Pool')]),
        ("DEFINE Pool: the budget\n", [("unread-line", "DEFINE Pool")]),
        ("PARTY A\n  Kind: ICB\nDEFINE Pool: the budget\n", [("unread-line", "DEFINE Pool")]),
        ("The parties agree.\n", [("unread-line", "The parties agree.")]),
        ("PAYMENT shall be made monthly\n", [("unread-line", "PAYMENT")]),
        ("PARTY A\n- a bullet\n", [("stray-bullet", "a bullet")]),
        (
            "OUTCOME PAYMENT OP1\n  Share of budget:\n    - 2026: 3%\n    - 2027/28:\n    - 3%\n",
            [("unread-value", "2026"), ("missing-value", "2027/28"), ("unread-value", "3%")],
        ),
        ("RISK SHARE R1\n  Cap:\n  - gians: £5\n  - Acute: £5\n", [("unread-value", "gians")]),
        ("RISK SHARE R1\n  Bands:\n  - 5%: no sharing\n", [("unread-value", "5%")]),
        ("", [("empty-draft", "")]),
        ("CLAUSECHECK 1\n\n# to follow\n", [("empty-draft", "")]),
    ],
)
def test_one_fault_is_one_notice_on_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    ['OUTCMOE O1 "x"\n Joint: yes\n', "OUTCOME O1 Fewer\n Joint: yes\n", 'OUTCOME O1 "x\n Joint: yes\n'],
)
def test_a_block_whose_heading_is_plainly_meant_is_still_read(text: str) -> None:
    _, draft, _ = read_draft(text)
    outcome = draft.by_id["O1"]
    assert outcome.head.name == "OUTCOME"
    assert [field.label for field in outcome.fields] == ["Joint"]


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”")])
def test_a_title_is_closed_by_the_mark_that_it_was_opened_with(opening: str, closing: str) -> None:
    text = f"OUTCOME O1 {opening}Fewer admissions\n Joint: yes\n"
    notice = next(each for each in read_draft(text)[2] if each.rule == "heading-form")
    assert notice.fix is not None
    (edit,) = notice.fix.edits
    mended = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert mended == text.replace("admissions", f"admissions{closing}")
    assert "heading-form" not in [each.rule for each in read_draft(mended)[2]]


def test_a_definition_without_quotes_is_not_taken_for_a_label() -> None:
    _, draft, (notice,) = read_draft("PARTY A\n  Kind: ICB\nDEFINE Actual Cost: audited\n")
    assert notice.message == "This definition cannot be read: its term is not in quotes"
    assert notice.help == 'write DEFINE "Actual Cost": what it means'
    assert not draft.blocks[0].complete


def test_the_fix_of_a_misspelt_head_leaves_the_id_alone() -> None:
    _, _, (notice,) = read_draft('PARTTY ICB "x"\nKind: ICB\n')
    assert notice.fix is not None
    (edit,) = notice.fix.edits
    assert (edit.span, edit.text) == ((0, 6), "PARTY")


def test_lines_of_prose_that_follow_each_other_are_one_notice() -> None:
    _, draft, (notice,) = read_draft("Whereas\n\nNHS England pays\n- monthly\n# remark\nand so on.\n")
    assert notice.message.startswith("These 4 lines are not understood")
    assert draft.unplaced == 1


@pytest.mark.parametrize(
    "text", ["PARTY A\n  Colour: red\n", "PARTY A\n  some words\n", "PARTY A\n  Kind:\n"]
)
def test_a_block_that_was_not_fully_read_says_so(text: str) -> None:
    _, draft, _ = read_draft(text)
    assert not draft.blocks[0].complete


@pytest.mark.parametrize(
    "text", ["Some words.\n", "Kind: ICB\n", 'WOMBAT "x"\nKind: ICB\n', 'DEFINE "Pool\n']
)
def test_lines_that_belong_nowhere_are_counted(text: str) -> None:
    _, draft, _ = read_draft(text)
    assert draft.unplaced > 0


def test_every_intact_block_is_read_whatever_stands_between() -> None:
    broken = SMALL.replace("PARTY ICB", ']]"“ : ( £[\nXYZZY "?"\n\x01\x02\n- \n:\nPARTY ICB')
    _, draft, notices = read_draft(broken)
    _, intact, _ = read_draft(SMALL)
    assert [block.name for block in draft.blocks] == [block.name for block in intact.blocks]
    assert bare(draft.by_id["R1"]) == bare(intact.by_id["R1"])
    assert notices


def test_a_line_with_very_many_lines_in_it_is_read_in_part_and_says_so() -> None:
    _, draft, notices = read_draft("PARTY A\n" + "Kind: ICB " * 1_000)
    assert not draft.blocks[0].complete
    assert "unread-line" in {notice.rule for notice in notices}
    assert len(notices) < 100


def test_a_label_that_stands_twice_points_to_the_first() -> None:
    source, draft, (notice,) = read_draft("RISK SHARE R1\n  Residual: ICB\n  Residual: Acute\n")
    assert [source.position(label.span.start).line for label in notice.labels] == [2]
    assert "differs" in notice.message
    assert notice.fix is None
    residual = draft.by_id["R1"].get("Residual")
    assert residual is not None
    assert residual.raw == "ICB"


def test_a_label_that_stands_twice_alike_can_be_dropped() -> None:
    source, _, (notice,) = read_draft("RISK SHARE R1\n  Residual: ICB\n  residual:  ICB\n")
    assert notice.fix is not None
    text = source.text
    for edit in reversed(notice.fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "RISK SHARE R1\n  Residual: ICB\n"


# Examples.


def test_the_sample_draft_reads_without_a_notice() -> None:
    _, draft, notices = read_draft(FRAILTY)
    assert notices == []
    assert len(draft.blocks) == 13
    assert draft.unplaced == 0


def test_the_sample_draft_says_what_it_says() -> None:
    _, draft, _ = read_draft(FRAILTY)

    def field(block: str, label: str) -> Field:
        found = draft.by_id[block].get(label)
        assert found is not None
        return found

    shares = field("R1", "Shares").value
    assert isinstance(shares, Shares)
    assert [(each.name.id, each.percent) for each in shares.shares] == [
        ("ICB", Decimal(45)),
        ("Council", Decimal(15)),
        ("Acute", Decimal(25)),
        ("Community", Decimal(15)),
    ]
    size = field("P1", "Size").value
    assert isinstance(size, Count)
    assert size.number is not None
    assert size.number.value == 61_400
    targets = field("O1", "Target").entries
    assert [
        (entry.key.label, entry.value.high)
        for entry in targets
        if isinstance(entry.key, Year) and isinstance(entry.value, Threshold)
    ] == [("2026/27", Decimal(240)), ("2027/28", Decimal(232)), ("2028/29", Decimal(225))]
    parts = [entry.value for entry in field("OP1", "Share of budget").entries]
    assert [part.value for part in parts if isinstance(part, Percent)] == [0, 3, 5]
    assert [waiver.rule for waiver in draft.waivers] == ["gain-conditions-on-draft-outcome"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_words_of_every_value_stand_at_its_place(path: Path) -> None:
    source = read_source(path)
    draft, _ = build(source)
    owners = {"Field", "Definition", "WaiverLine"}  # their words are those of the value, not of the line
    checked = 0
    for thing in placed(draft):
        if type(thing).__name__ in owners:
            assert thing.raw in source.cut(thing.span)
        else:
            assert source.cut(thing.span) == thing.raw
            checked += 1
    assert checked > 50


# The same draft, written otherwise.


def curly(text: str) -> str:
    out, opened = [], False
    for character in text:
        if character == '"':
            opened = not opened
            out.append("“" if opened else "”")
        else:
            out.append(character)
    return "".join(out)


def no_break(text: str) -> str:
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + line.lstrip().replace(" ", "\xa0")
        for line in text.split("\n")
    )


def small_labels(text: str) -> str:
    """The first label of each block in small letters."""
    return re.sub(
        r"(\n(?!CLAUSE)[A-Z].*\n  )(\w[\w ]*)(?=:)", lambda found: found[1] + found[2].lower(), text
    )


REWRITTEN: dict[str, Callable[[str], bytes]] = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "no-break spaces": lambda text: no_break(text).encode(),
    "curly quotes": lambda text: curly(text).encode(),
    "en-dash bullets": lambda text: text.replace("\n    - ", "\n    – ").encode(),
    "dot bullets": lambda text: text.replace("\n    - ", "\n•\t").encode(),
    "no indentation": lambda text: "\n".join(line.lstrip() for line in text.split("\n")).encode(),
    "tabs": lambda text: text.replace("    ", "\t\t").replace("  ", "\t").encode(),
    "blank lines": lambda text: text.replace("\n", "\n \n").encode(),
    "trailing space": lambda text: text.replace("\n", " \t\n").encode(),
    "no last line ending": lambda text: text.rstrip("\n").encode(),
    "apostrophes": lambda text: text.replace("'", "’").encode(),
    "small labels": lambda text: small_labels(text).encode(),
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("way", REWRITTEN)
def test_what_a_word_processor_does_to_a_draft_does_not_change_it(way: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    draft, notices = build(source_from_bytes(text.encode(), "a.clause"))
    again, renoticed = build(source_from_bytes(REWRITTEN[way](text), "a.clause"))
    assert bare(again) == bare(draft)
    said = [notice.rule for notice in renoticed if notice.rule != "typographic-marks"]
    assert said == [notice.rule for notice in notices]


def test_typographic_marks_are_one_notice_that_puts_plain_ones_back() -> None:
    text = "PARTY ICB “NHS X”\n  Kind: ICB\n\nDEFINE “Pool”: the “shared” budget\n\n"
    text += 'CONTRACT "x"\n  Purpose:\n    • y\n'
    _, notices = build(source_from_text(text, "a.clause"))
    (notice,) = notices
    assert notice.rule == "typographic-marks"
    assert notice.fix is not None
    plain = text
    for edit in reversed(notice.fix.edits):
        plain = plain[: edit.span.start] + edit.text + plain[edit.span.end :]
    assert plain == text.replace("“NHS X”", '"NHS X"').replace("“Pool”", '"Pool"').replace("•", "-")
    assert not build(source_from_text(plain, "a.clause"))[1]


# Any text at all.

LINES = st.sampled_from(
    [
        *FRAILTY.split("\n"),
        *(
            "Shares:",
            "Bands:",
            "- gains: 5%",
            "- ",
            "-",
            "PARTY",
            "RISK SHARE",
            "OUTCOME O1 x y",
            'DEFINE "',
            "WAIVE",
        ),
        *(
            "CLAUSE 1",
            "Spend R1: £5",
            "SCENARIO S",
            "a: b",
            ":",
            "# x",
            "FRAGMENT",
            'INCLUDE "x"',
            "]]",
            "A B C D E F",
        ),
        *(f"{head.name} X" for head in HEADS),
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join) | st.text(max_size=80))
def test_any_text_is_a_draft(text: str) -> None:
    assert_a_draft(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "A" * 200_000,
        "AB " * 30_000,
        "PARTY A\n" + "Kind: x " * 5_000,
        "RISK SHARE R1\nBands: " + "- 0% to 1%: x " * 2_000,
        'OUTCOME O1 "x"\nTarget:\n- ' + "2026/27: 5 " * 2_000,
        "CONTRACT\nPurpose: " + "a: " * 30_000,
        "GOVERNANCE G1\nReserved matters:\n" + "\n".join(f"- matter {n}" for n in range(5_000)),
        "\n".join(f"- {n}" for n in range(500)),
    ],
    ids=lambda text: f"{text[:12]!a}...",
)
def test_very_much_of_one_thing_is_a_draft(text: str) -> None:
    assert_a_draft(text)


def assert_a_draft(text: str) -> None:
    """Reading it ends, and whatever is said of it lies inside it."""
    source, draft, notices = read_draft(text)
    for block in draft.blocks:
        assert block.extent.holds(block.span)
        assert all(block.extent.holds(field.span) for field in block.fields)
    for span in [notice.span for notice in notices] + [thing.span for thing in placed(draft)]:
        assert 0 <= span.start <= span.end <= len(source.text)


@settings(deadline=None)
@given(st.lists(LINES, max_size=10))
@example(['INCLUDE "x"'])
def test_every_line_to_be_seen_is_in_the_draft_or_in_a_notice(lines: list[str]) -> None:
    text = "\n".join(lines)
    source, draft, notices = read_draft(text)
    covered = [source.cut(thing.span) for thing in placed(draft)]
    spoken = [notice.span for notice in notices]
    silent = ("#", "CLAUSECHECK", "FRAGMENT", "-")
    start = 0
    for line in text.split("\n"):
        words, at = line.strip(), start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if not words or words.startswith(silent):
            continue
        known = any(words.split(" #")[0].split(":")[0].strip() in each for each in covered)
        included = any(at < file.span.start and file.span.end <= at + len(words) for file in draft.includes)
        assert (
            known
            or included
            or draft.unplaced
            or any(span.start <= at + len(words) and at <= span.end for span in spoken)
        )


def test_slips_typed_at_random_into_heads_and_labels_are_each_found() -> None:
    """A letter lost, doubled or swapped with the next one."""
    dice = random.Random(20260401)
    lines = FRAILTY.split("\n")
    targets = []
    for number, line in enumerate(lines):
        lead = re.match(r"\s*([A-Z][a-z]+(?: [A-Za-z]+)*)(?=:)|([A-Z]{4,}(?: [A-Z]{4,})*)(?= )", line)
        if lead and not line.startswith(("CLAUSECHECK", "WAIVE", "DEFINE")):
            targets.append((number, *lead.span(1 if lead[1] else 2)))
    for number, start, end in dice.sample(targets, 10):
        line = lines[number]
        at = dice.randrange(start + 1, end - 1)
        letter, after = line[at], line[at + 1]
        slip = dice.choice(
            [
                line[:at] + line[at + 1 :],
                line[:at] + letter + line[at:],
                line[:at] + after + letter + line[at + 2 :],
            ]
        )
        source, _, notices = read_draft("\n".join([*lines[:number], slip, *lines[number + 1 :]]))
        places = {source.position(notice.span.start).line for notice in notices}
        assert places == {number + 1} or slip == line, (line, slip)


def test_key_criteria_need_no_weights() -> None:
    text = "PROCUREMENT PR1\n  Key criteria:\n    - quality and innovation\n    - value\n"
    draft, notices = build(source_from_text(text, "a.clause"))
    (field,) = draft.blocks[0].fields
    assert [(entry.key_raw, entry.value) for entry in field.entries] == [
        ("quality and innovation", None),
        ("value", None),
    ]
    assert not notices


def test_semicolons_divide_a_list_as_commas_do() -> None:
    text = 'GOVERNANCE G1 "Board"\n  Members: ICB 2; Council 1, Acute 2\n'
    draft, notices = build(source_from_text(text, "a.clause"))
    (field,) = draft.blocks[0].fields
    assert isinstance(field.value, Votes)
    assert [(vote.name.id, vote.votes) for vote in field.value.votes] == [
        ("ICB", 2),
        ("Council", 1),
        ("Acute", 2),
    ]
    assert not notices


@pytest.mark.parametrize(
    ("line", "said"),
    [("CLAUSECHECK 1", []), ("CLAUSECHECK 2", ["unread-line"]), ("CLAUSECHECK", ["unread-line"])],
)
def test_the_version_of_the_language_is_one(line: str, said: list[str]) -> None:
    _, notices = build(source_from_text(f'{line}\n\nPARTY A "x"\n  Kind: ICB\n', "a.clause"))
    assert [notice.rule for notice in notices] == said


def test_bullets_that_differ_in_spacing_alone_are_repeated() -> None:
    text = 'RISK SHARE R1 "x"\n  Bands:\n    - 0% to 1% of Budget: no sharing\n'
    text += "    - 0% to 1 % of Budget : no sharing\n"
    assert [notice.rule for notice in build(source_from_text(text, "a.clause"))[1]] == ["repeated-bullet"]


def test_a_heading_with_a_slip_is_no_label_without_its_colon() -> None:
    text = 'INDICATOR I1 "a"\n  Outcome: O1\n\nOUTCOME O2 "P"eople start soon"\n  Owner: A\n'
    draft, notices = build(source_from_text(text, "a.clause"))
    assert [block.id for block in draft.blocks] == ["I1", "O2"]
    assert [notice.rule for notice in notices] == ["heading-form"]
