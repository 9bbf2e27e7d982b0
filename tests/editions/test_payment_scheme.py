"""Which payment scheme holds on a day, and up to what sum a payment is of low volume."""

from __future__ import annotations

from datetime import date

import pytest

from clausecheck.editions.payment_scheme import scheme_on, schemes
from clausecheck.rules.evidence import EVIDENCE


@pytest.mark.parametrize(
    ("day", "name", "pounds"),
    [
        (date(2023, 4, 1), "2023/25", 500_000),
        (date(2025, 3, 31), "2023/25", 500_000),
        (date(2025, 4, 1), "2025/26", 1_500_000),
        (date(2026, 3, 31), "2025/26", 1_500_000),
        (date(2026, 4, 1), "2025/26", 1_500_000),
        (None, "2025/26", 1_500_000),
    ],
)
def test_a_scheme_holds_from_its_first_day(day: date | None, name: str, pounds: int) -> None:
    scheme = scheme_on(day)
    assert scheme is not None
    assert (scheme.name, scheme.low_volume_limit) == (name, pounds * 100)


def test_before_the_first_scheme_there_is_none() -> None:
    assert scheme_on(date(2023, 3, 31)) is None


def test_after_the_day_to_which_it_was_read_a_scheme_is_called_the_newest_that_was_read() -> None:
    newest, older = schemes()[-1], schemes()[0]
    assert newest.words(date(2026, 3, 31)) == "the NHS Payment Scheme 2025/26"
    assert newest.words(date(2026, 4, 1)) == "the NHS Payment Scheme 2025/26, the newest that was read"
    assert newest.words(None).endswith("the newest that was read")
    assert older.words(date(2025, 3, 31)) == "the NHS Payment Scheme 2023/25"


def test_schemes_follow_each_other_and_show_their_source() -> None:
    for before, after in zip(schemes(), schemes()[1:], strict=False):
        assert before.valid_to is not None
        assert before.valid_to < after.valid_from
    assert all(each.source and each.evidence in EVIDENCE for each in schemes())
