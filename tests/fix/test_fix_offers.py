"""Each fix that drafters are promised is offered, does what it says, and is as safe as it claims to be."""

from __future__ import annotations

from functools import cache

import pytest
from fix_samples import check as read_only

from clausecheck.checker import Checker
from clausecheck.finding import Edit, Safety
from clausecheck.finding_maker import _fix
from clausecheck.fix.mend import mend
from clausecheck.model.vocabulary import HEADS
from clausecheck.rules.catalogue import load_catalogue
from clausecheck.rules.rule import FixTemplate
from clausecheck.rules.template import Place, Template
from clausecheck.source import source_from_text
from clausecheck.spans import Span
from clausecheck.syntax.striking import strike_lines

SAFE, UNSAFE, SHOWN = Safety


@cache
def checker() -> Checker:
    return Checker(load_catalogue(), engine="reference")


BOARD = """\
PARTY ICB "Wessex ICB"
  Role: commissioner
{}
"""
PROCURED = """\
CONTRACT "Home First Alliance Agreement"
  Date of contract: {}
"""

OFFERS = [
    ("label misspelt", "unknown-label", SAFE, BOARD, "  Knid: ICB", "  Kind: ICB"),
    ("label by another name", "label-synonym", SAFE, PROCURED, "1 May 2026\n  End date: 1 May 2029",
     "1 May 2026\n  Expiry Date: 1 May 2029"),
    ("head misspelt", "unknown-head", SAFE, BOARD, 'PARTTY ICB2 "Solent ICB"', 'PARTY ICB2 "Solent ICB"'),
    ("head of two words misspelt", "unknown-head", SAFE, BOARD, 'RISK SHRAE R1 "Pool"',
     'RISK SHARE R1 "Pool"'),
    ("choice by another name", "choice-synonym", SAFE, BOARD, "  Kind: integrated care board", "  Kind: ICB"),
    ("choice by a name of its own in law", "choice-synonym", UNSAFE, BOARD, "  Kind: CCG", "  Kind: ICB"),
    ("choice misspelt", "unknown-choice", UNSAFE, BOARD, "  Kind: NHS trsut", "  Kind: NHS trust"),
    ("choice misspelt, with a note", "unknown-choice", UNSAFE, BOARD, "  Kind: NHS trsut (for now)",
     "  Kind: NHS trust (for now)"),
    ("date in figures", "ambiguous-date", UNSAFE, PROCURED, "01/04/2026", "1 April 2026"),
    ("wrong weekday", "wrong-weekday", SHOWN, PROCURED, "Monday 3 February 2026", "Tuesday 3 February 2026"),
    ("line said twice", "duplicate-label", SAFE, BOARD, "  Kind: ICB\n  Kind: ICB", "  Kind: ICB"),
    ("line said twice, with a comment", "duplicate-label", SAFE, BOARD, "  Kind: ICB\n  Kind: ICB  # sic",
     "  Kind: ICB\n  # sic"),
    ("waiver that matches nothing", "waiver-unused", SAFE, BOARD,
     "WAIVE uncapped-loss on R1: for now, by ICB on 1 April 2026, until 1 July 2026  # minute 4",
     "# minute 4"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "safety", "draft", "before", "after"),
    [pytest.param(*rest, id=name) for name, *rest in OFFERS],
)
def test_a_fix_is_offered_and_made_only_where_it_may_be(
    rule: str, safety: Safety, draft: str, before: str, after: str
) -> None:
    source = source_from_text(draft.format(before), "a.clause")
    # A waiver is known to match nothing only where the rule it names has run.
    waived = ["uncapped-loss"] if rule == "waiver-unused" else []
    only = Checker(load_catalogue(), engine="reference", select=[rule, *waived])
    (finding,) = only.check(source).findings
    assert finding.fix is not None
    assert finding.fix.safety is safety
    for unsafe in (False, True):
        made = safety is SAFE or (unsafe and safety is UNSAFE)
        assert mend(source, only.check, unsafe).text == draft.format(after if made else before)


@pytest.mark.parametrize(
    "lines",
    [
        "  Kind: ICB\n  Kind: local authority",
        "  Kind: ICB\n  Kind: ICB, for now",
        "  Services contract: SC1\n    - a\n  Services contract: SC1\n    - b",
    ],
)
def test_a_line_that_says_something_else_the_second_time_stays(lines: str) -> None:
    source = source_from_text(BOARD.format(lines), "a.clause")
    assert mend(source, read_only).text == source.text


def test_two_choices_equally_near_are_left_to_the_drafter() -> None:
    source = source_from_text(BOARD.format("  Kind: tru"), "a.clause")
    (finding,) = (each for each in read_only(source).findings if each.rule == "unknown-choice")
    assert finding.fix is None


def test_a_waiver_is_not_called_unused_where_the_draft_was_not_read_in_full() -> None:
    waiver = "WAIVE uncapped-loss on R1: for now, by ICB on 1 April 2026, until 1 July 2026"
    whole = checker().check_text(BOARD.format(waiver), "a.clause")
    partial = checker().check_text(BOARD.format(f"  Kindest regards, {'x' * 80}\n{waiver}"), "a.clause")
    assert partial.partial
    rules = [[each.rule for each in report.findings] for report in (whole, partial)]
    assert ("waiver-unused" in rules[0], "waiver-unused" in rules[1]) == (True, False)


def test_choices_that_may_mean_something_else_in_law_are_synonyms_of_their_label() -> None:
    labels = [label for head in HEADS for label in head.labels if label.loose]
    assert labels
    for label in labels:
        assert set(label.loose) <= set(label.choice_synonyms), label.name


def test_lines_are_struck_whole_but_for_comments() -> None:
    text = "A\n  Members:  # who\n    - ICB\n\n    # and\n    - Trust # later\nB"
    source = source_from_text(text, "a.clause")
    edits = strike_lines(source, Span(text.index("Members"), text.index(" # later")))
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "A\n  # who\n    # and\n    # later\nB"


@pytest.mark.parametrize(
    ("replace", "text", "edits"),
    [
        ("written", "british", True),
        ("label", "british", False),
        ("written", "american", False),
        ("", "british", True),
    ],
    ids=["what the fact says", "an attribute that stands elsewhere", "nothing to write", "the fact itself"],
)
def test_a_card_replaces_only_what_the_draft_states(replace: str, text: str, edits: bool) -> None:
    source = source_from_text(PROCURED.format("01/04/2026"), "a.clause")
    (date,) = (each for each in checker().facts(source) if each.kind == "date")
    date.shown.pop("american", None)  # type: ignore[attr-defined]
    rule = load_catalogue().rules["ambiguous-date"]
    fix = FixTemplate(Template(("write it",)), Place(0, replace), Template((Place(0, text),)), UNSAFE)
    made = _fix(rule._replace(fix=fix), [date], source)
    assert (made is not None) is edits
    if made is not None:
        start = source.text.index("01/04/2026")
        assert made.edits == (Edit(Span(start, start + 10), "1 April 2026"),)
