"""The check digits of CPV codes, and the changes of a procurement added up."""

from __future__ import annotations

import re

import pytest
from drafting_facts import facts_of

from clausecheck.facts.derived.procurement.cpv import SCHEDULE_1
from clausecheck.facts.derived.procurement.cpv_check import check_digit

# PSR Schedule 1 as printed, consolidated to 24 February 2025.
PRINTED = re.findall(
    r"\d{8}-\d",
    """
    85100000-0 85110000-3 85111000-0 85111100-1 85111200-2 85111300-3 85111310-6 85111320-9 85111400-4
    85111500-5 85111600-6 85111700-7 85111800-8 85111810-1 85111820-4 85111900-9 85112200-9 85120000-6
    85121000-3 85121100-4 85121200-5 85121210-8 85121220-1 85121230-4 85121231-1 85121232-8 85121240-7
    85121250-0 85121251-7 85121252-4 85121270-6 85121271-3 85121280-9 85121281-6 85121282-3 85121283-0
    85121290-2 85121291-9 85121292-6 85121300-6 85130000-9 85131000-6 85131100-7 85131110-0 85140000-2
    85141000-9 85141100-0 85141200-1 85141210-4 85141211-1 85141220-7 85142000-6 85142100-7 85143000-3
    85144000-0 85144100-1 85145000-7 85146000-4 85146100-5 85146200-6 85148000-8 85149000-5 85150000-5
    85160000-8 85323000-9 85312330-1 85312500-4
    """,
)


def test_every_code_of_schedule_1_has_the_digit_it_is_printed_with() -> None:
    assert {code.partition("-")[0] for code in PRINTED} == SCHEDULE_1
    assert [code for code in PRINTED if str(check_digit(code[:8])) != code[-1]] == []


@pytest.mark.parametrize("wrong", range(10))
def test_any_other_digit_is_wrong(wrong: int) -> None:
    text = f"PROCUREMENT PR1\n  CPV codes: 85110000-{wrong}\n"
    [fact] = facts_of("cpv_check", text)
    assert fact.values["right"] is (wrong == 3)
    assert (fact.shown["due"], fact.shown["sum"]) == ("3", "8x3 + 5x7 + 1x1 + 1x3 = 63")


def test_a_code_without_a_digit_is_not_checked_and_bullets_are() -> None:
    text = "PROCUREMENT PR1\n  CPV codes:\n    - 85110000, hospital care\n    - 85150000-7\n"
    [fact] = facts_of("cpv_check", text)
    assert text[fact.span.start : fact.span.end] == "85150000-7"


@pytest.mark.parametrize(
    ("one", "other", "total", "differs"),
    [
        ("£1,100,000 from 1 April 2025", "£1,200,000", "£2,300,000", False),
        ("£1,100,000 from 1 April 2025", "£1,200,000", "£2,300,000.01", True),
        ("£240,000 a year", "£1,200,000", "£2,200,000", None),
        ("£240,000 per Contract Year", "£1,200,000", "£2,200,000", None),
        ("£240,000", "£[ ]", "£2,200,000", None),
        ("£240,000, or £260,000 with the second site", "£1,200,000", "£2,200,000", None),
        ("reduced by £240,000", "£1,200,000", "£2,200,000", None),
        ("no cost", "£1,200,000", "£2,200,000", None),
    ],
)
def test_changes_are_added_up_where_each_is_one_sum(
    one: str, other: str, total: str, differs: bool | None
) -> None:
    changes = f"  Changes:\n    - first: {one}\n    - second: {other}\n"
    found = facts_of("changes_total", f"PROCUREMENT PR1\n{changes}  Cumulative change: {total}\n")
    assert [fact.values["differs"] for fact in found] == ([] if differs is None else [differs])
