"""Lists whose bullets are letters or numbers, and what ends a line."""

from __future__ import annotations

import pytest
from model_views import read_draft, said

from clausecheck.model.draft import Entry
from clausecheck.model.values import Choice, Names, Percent, Shares


def bullets(text: str) -> list[str]:
    """The bullets of the first label of a draft that is read without a word said."""
    _, draft, notices = read_draft(text)
    assert notices == []
    return [entry.raw for entry in draft.blocks[0].fields[0].entries]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("(a)", "(b)"),
        ("(i)", "(iv)"),
        ("a)", "b)"),
        ("1.", "2."),
        ("1)", "12)"),
        ("(A)", "(B)"),
        ("ii.", "x."),
    ],
)
def test_bullets_may_be_lettered_or_numbered(one: str, two: str) -> None:
    text = (
        f'RISK SHARE R1 "P"\n  Bands:\n    {one} 0% to 5% of Budget: no sharing\n'
        f"    {two} above 5% of Budget: ICB 100%\n"
    )
    assert bullets(text) == ["0% to 5% of Budget: no sharing", "above 5% of Budget: ICB 100%"]


def test_the_place_of_a_lettered_bullet_is_that_of_its_words() -> None:
    source, draft, _ = read_draft('RISK SHARE R1 "P"\n  Cap:\n    (a) losses: £5 for ICB  # agreed\n')
    [entry] = draft.blocks[0].fields[0].entries
    assert isinstance(entry, Entry)
    assert source.cut(entry.span) == entry.raw == "losses: £5 for ICB"


def test_a_lettered_key_may_be_the_word_of_a_label() -> None:
    text = 'PROCUREMENT PR1 "P"\n  Key criteria:\n    (a) value: 50%\n    (b) social value: 50%\n'
    assert bullets(text) == ["value: 50%", "social value: 50%"]


def test_a_numbered_label_is_no_bullet_of_the_label_above() -> None:
    text = 'RISK SHARE R1 "P"\n  Cap:\n    - losses: £5\n  7. Budget: £10\n'
    assert said(text) == [("unread-line", "7. Budget: £10")]


def test_a_letter_in_brackets_where_no_list_is_open_is_no_bullet() -> None:
    assert said('RISK SHARE R1 "P"\n  Budget: £10\n  (a) the parties agree\n') == [
        ("unread-line", "(a) the parties agree")
    ]


@pytest.mark.parametrize("end", [".", ";", ",", "; and", ", and", ";or", " ;"])
def test_a_mark_at_the_end_of_a_line_is_no_part_of_its_value(end: str) -> None:
    text = f'RISK SHARE R1 "P"\n  Sides: gain only{end}\n  Shares: ICB 45%, Acute 55%{end}\n'
    source, draft, notices = read_draft(text)
    sides, shares = (field.value for field in draft.blocks[0].fields)
    assert notices == []
    assert isinstance(sides, Choice)
    assert isinstance(shares, Shares)
    assert sides.values == ("gain only",)
    assert (source.cut(sides.span), source.cut(shares.span)) == ("gain only", "ICB 45%, Acute 55%")


def test_the_point_of_an_abbreviation_stays() -> None:
    _, draft, notices = read_draft('RISK SHARE R1 "P"\n  Budget: £10 p.a.\n')
    [budget] = draft.blocks[0].fields
    assert notices == []
    assert budget.value is not None
    assert budget.value.raw == "£10 p.a."


def test_words_keep_the_mark_at_their_end() -> None:
    _, draft, _ = read_draft('CONTRACT "C"\n  Purpose: fewer falls.\n')
    [purpose] = draft.blocks[0].fields
    assert purpose.value is not None
    assert purpose.value.raw == "fewer falls."


def test_labels_in_small_letters_follow_a_list() -> None:
    text = 'RISK SHARE R1 "P"\n  bands:\n    - above 0% of Budget: no sharing\n  budget: £10\n'
    assert said(text) == []


def test_a_line_in_small_letters_goes_on_with_a_list_where_labels_are_capitalised() -> None:
    text = 'PROCUREMENT PR1 "P"\n  Key criteria:\n    - value: 50%\n    social value: 50%\n'
    assert [rule for rule, _ in said(text)] == ["missing-bullet"]


def test_a_list_may_end_with_words_for_all_its_points() -> None:
    text = "BUDGET B1\n  Carve-outs:\n    (a) drugs; and\n    (b) care,\n    each left out of both\n"
    assert bullets(text) == ["drugs; and", "care,", "each left out of both"]


def test_without_an_and_the_words_after_a_list_have_lost_their_bullet() -> None:
    text = "BUDGET B1\n  Carve-outs:\n    (a) drugs\n    (b) care\n    transport\n"
    assert said(text) == [("missing-bullet", "transport")]


def test_a_weight_may_stand_behind_the_words_without_a_colon() -> None:
    text = (
        "PROCUREMENT PR1\n  Key criteria:\n    (a) value – 40%;\n    (b) social value (10%); and\n"
        "    (c) quality and innovation 50%.\n"
    )
    _, draft, notices = read_draft(text)
    found = [(entry.key_raw, entry.value.value) for entry in draft.blocks[0].fields[0].entries]  # type: ignore[union-attr]
    assert (found, notices) == ([("value", 40), ("social value", 10), ("quality and innovation", 50)], [])


def test_steps_may_be_sentences() -> None:
    text = (
        "DISPUTES\n  Steps:\n    1. the leads meet within 10 Operational Days;\n    2. mediation follows.\n"
    )
    assert said(text) == []


def test_figures_of_several_years_on_one_line_are_read_for_each_year() -> None:
    text = "OUTCOME PAYMENT OP1\n  Share of budget: nil in 2026/27, 3% in 2027/28 and 5% in Year 3\n"
    _, draft, notices = read_draft(text)
    found = [(entry.key_raw, entry.value.value) for entry in draft.blocks[0].fields[0].entries]  # type: ignore[union-attr]
    assert found == [("2026/27", 0), ("2027/28", 3), ("Year 3", 5)]
    assert [notice.rule for notice in notices] == ["glued-lines"]
    assert bullets("OUTCOME PAYMENT OP1\n  Share of budget: 3% in 2027/28\n") == []


def test_a_step_may_have_no_name() -> None:
    text = (
        "DISPUTES\n  Steps:\n    (a) negotiation: within 10 Operational Days\n    (b) expert determination\n"
    )
    assert bullets(text) == ["negotiation: within 10 Operational Days", "expert determination"]


@pytest.mark.parametrize("weight", ["value: 20%", "value 20%", "value (20%)", "value – 20%", "value, 20%"])
def test_a_weight_may_stand_behind_its_criterion_in_several_ways(weight: str) -> None:
    _, draft, notices = read_draft(f"PROCUREMENT P\n  Key criteria:\n    - {weight}\n")
    assert notices == []
    (entry,) = draft.blocks[0].fields[0].entries
    assert entry.key_raw == "value"
    assert isinstance(entry.value, Percent)
    assert entry.value.value == 20


def test_a_limit_is_no_weight() -> None:
    _, _, notices = read_draft("PROCUREMENT P\n  Key criteria:\n    - social value at least 10%\n")
    assert [notice.rule for notice in notices] == ["missing-colon", "unread-value"]


@pytest.mark.parametrize(
    "written", ["A; B", "A; and B", "A and B", "A (for itself), B", "A (as host); B (for X and Y)"]
)
def test_names_may_be_parted_and_explained_in_several_ways(written: str) -> None:
    _, draft, notices = read_draft(f"PAYMENT\n  Payer: {written}\n")
    assert notices == []
    value = draft.blocks[0].fields[0].value
    assert isinstance(value, Names)
    assert [name.id for name in value.names] == ["A", "B"]
