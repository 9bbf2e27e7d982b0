"""References looked up in the edition and form that a draft names."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text

FULL = "NHS Standard Contract 2026/27, full-length"
SHORTER = "NHS Standard Contract 2026/27, shorter form"


def provisions(form: str, lines: str) -> list[Fact]:
    text = f'CONTRACT "A"\n  Form: {form}\n\nLINKS\n{lines}\n'
    draft, _ = build(source_from_text(text, "a.clause"))
    return [fact for fact in extract(draft) if fact.kind == "provision"]


def only(form: str, lines: str) -> Fact:
    (found,) = provisions(form, lines)
    return found


@pytest.mark.parametrize(
    ("form", "reference", "status", "title"),
    [
        (FULL, "SC36", "held", "Payment Terms"),
        (FULL, "SC36.2", "held", "Payment Terms"),
        (FULL, "GC40", "none", ""),
        (FULL, "SC39", "held", "Procurement of Goods and Services"),
        (FULL, "Schedule 2A", "held", "Service Specifications"),
        (FULL, "Schedule 2Z", "none", ""),
        (FULL, "Schedule 9", "left out", ""),
        (SHORTER, "Schedule 2I", "left out", "Exit Arrangements"),
        (SHORTER, "SC7", "left out", "Withholding and/or Discontinuation of Service"),
        (SHORTER, "SC36", "held", "Payment Terms"),
        (
            "NHS Standard Contract, shorter form",
            "SC20",
            "left out",
            "Service Development and Improvement Plan",
        ),
    ],
)
def test_what_stands_at_a_reference(form: str, reference: str, status: str, title: str) -> None:
    found = only(form, f"  Termination: {reference}")
    assert found.values["status"] == status
    assert found.shown["title"] == title
    assert found.shown["named"] == (f"{reference} ({title})" if title else reference)


@pytest.mark.parametrize("form", ["ICP contract", "NHS Standard Contract 2031/32, full-length"])
def test_another_form_or_an_unknown_edition_has_none(form: str) -> None:
    assert provisions(form, "  Termination: GC17") == []


def test_without_an_edition_the_newest_counts() -> None:
    assert only("NHS Standard Contract, full-length", "  Termination: GC17").values["edition"] == "2026/27"


@pytest.mark.parametrize(
    ("form", "line", "right"),
    [
        (FULL, "Local prices: Schedule 3A", "Schedule 3C"),
        (FULL, "Local prices: Schedule 3C", ""),
        (FULL, "Local prices: Schedule 3", ""),
        (FULL, "Local prices: Schedule 2", "Schedule 3C"),
        (FULL, "Termination: Schedule 3A", ""),
        (FULL, "Data processing: Schedule 6F", "Schedule 6E"),
        ("NHS Standard Contract 2021/22, full-length", "Local prices: Schedule 3A", ""),
        (FULL, 'Termination: Schedule 3A "Local Prices"', "Schedule 3C"),
        (FULL, "Termination: Schedule 3A (local prices)", "Schedule 3C"),
        (FULL, "Termination: Schedule 3A, Local Prices", "Schedule 3C"),
        (FULL, "Termination: Schedule 2A, Local Prices, Schedule 3C", ""),
        (FULL, "Termination: Service Specifications, Schedule 2A, Local Prices", ""),
        (FULL, "Local quality requirements: Schedule 4C", "Schedule 4"),
        (FULL, "Local quality requirements: Schedule 4", ""),
        (FULL, "Local prices: Schedule 3A (Aligned Payment and Incentive Rules)", ""),
        (FULL, "Termination: Schedule 3A (as amended)", ""),
    ],
)
def test_a_title_that_stands_elsewhere(form: str, line: str, right: str) -> None:
    (found, *_) = provisions(form, f"  {line}")
    assert found.shown["right"] == right
    assert found.values["misplaced"] is bool(right)


def test_the_edition_in_which_a_schedule_stood_there_is_named() -> None:
    assert only(FULL, "  Local prices: Schedule 3A").shown["once"] == ": it stood there in 2021/22"


def test_the_second_reference_is_not_the_first() -> None:
    first, second = provisions(FULL, "  Termination: GC17\n  Exit arrangements: GC17, for the plan")
    assert (first.values["first"], second.values["first"]) == (True, False)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the form omits Schedule 2I", True),
        ("there is left out Schedule 2I", True),
        ("Schedule 2I (Exit Arrangements) is left out of the shorter form", True),
        ("the shorter form does not include Schedule 2I", True),
        ("there is no Schedule 2I in this form", True),
        ("it has no exit schedule. See Schedule 2I", False),
        ("as in Schedule 2I", False),
    ],
)
def test_words_that_say_there_is_none(words: str, denied: bool) -> None:
    assert only(SHORTER, f"  Exit arrangements: {words}").values["denied"] is denied


def test_reliance_after_a_remark_that_it_is_left_out_counts_as_the_first() -> None:
    lines = "  Exit arrangements: the form omits Schedule 2I. The plan in Schedule 2I is kept up to date"
    found = [each.values for each in provisions(SHORTER, lines)]
    assert [(each["denied"], each["first"]) for each in found] == [(True, True), (False, True)]
